use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// The policy of the fixtures.
pub(crate) const POLICY: &str = "fixtures/slo.toml";
/// The ledger beside it.
pub(crate) const LEDGER: &str = "fixtures/slo-ledger.jsonl";

/// A folder to work in.
pub(crate) struct Desk(TempDir);

impl Desk {
    /// A folder with a copy of the fixtures.
    pub(crate) fn new() -> Self {
        let desk = Self(TempDir::new().unwrap());
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"), &desk.0.path().join("fixtures"));
        desk
    }

    /// A command of the program, with everything that could change its output fixed.
    pub(crate) fn slo(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_slo"));
        command.args(args).current_dir(self.0.path()).env_clear();
        for (name, value) in [
            ("SLO_AS_OF", "2026-11-01T09:00:00+09:00"),
            ("SLO_USER", "sato"),
            ("SLO_LANG", "en"),
            ("COLUMNS", "100"),
        ] {
            command.env(name, value);
        }
        command
    }

    /// What a command prints; it must end with 0.
    pub(crate) fn answer(&self, args: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.slo(args).output().unwrap();
        assert!(status.success(), "{args:?}: {}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).unwrap()
    }

    /// A command that runs beside others.
    pub(crate) fn start(&self, args: &[&str]) -> Child {
        self.slo(args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.0.path().join(path)).unwrap()
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    /// A file, opened for reading and writing.
    pub(crate) fn open(&self, path: &str) -> fs::File {
        fs::OpenOptions::new().read(true).write(true).open(self.0.path().join(path)).unwrap()
    }

    /// Whether a file is there.
    pub(crate) fn exists(&self, path: &str) -> bool {
        self.0.path().join(path).exists()
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::write(self.0.path().join(path), text).unwrap();
    }
}

/// Exit code, standard output and standard error.
pub(crate) fn outcome(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// Copies a folder, but for a ledger that a run left in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else if !entry.file_name().to_string_lossy().starts_with("slo-ledger") {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

//! Where results go: standard output, or files that are complete or not there.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use tempfile::NamedTempFile;

use crate::render::{RenderError, sanitize_lines};
use crate::words::output_files as words;

/// A file that is about to be written. It is opened before the work begins, so that a wrong path
/// fails early, and appears under its name only when it is complete.
#[derive(Debug)]
pub struct OutputFile {
    path: PathBuf,
    staged: Staged,
    /// Whether a file that is there by then is replaced.
    replaces: bool,
}

#[derive(Debug)]
enum Staged {
    /// Standard output.
    Stdout,
    /// Written beside its place first, then moved there.
    Beside(NamedTempFile),
    /// A device or pipe, which can't be replaced.
    InPlace(fs::File),
}

impl OutputFile {
    /// Opens it; `-` is standard output.
    pub fn prepare(path: &Path) -> anyhow::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self { path: path.to_owned(), staged: Staged::Stdout, replaces: true });
        }
        // What a link leads to is replaced, not the link.
        let real = behind_links(path);
        let staged = stage(&real).with_context(|| cannot_write(path))?;
        Ok(Self { path: real, staged, replaces: true })
    }

    /// Opens it as [`OutputFile::prepare`] does; a file that appears there meanwhile is left as it
    /// is.
    pub fn prepare_new(path: &Path) -> anyhow::Result<Self> {
        Ok(Self { replaces: false, ..Self::prepare(path)? })
    }

    /// Writes all of it.
    pub fn commit(self, bytes: &[u8]) -> anyhow::Result<()> {
        self.stream(|out| Ok(out.write_all(bytes)?))
    }

    /// Writes all of it piece by piece.
    pub fn stream(self, write: impl FnOnce(&mut dyn Write) -> Result<(), RenderError>) -> anyhow::Result<()> {
        let write_all = || -> io::Result<()> {
            match self.staged {
                Staged::Stdout => stream(write).map_err(|RenderError::Write(error)| error),
                Staged::InPlace(mut file) => write_to(&mut file, write),
                Staged::Beside(mut file) => {
                    write_to(file.as_file_mut(), write)?;
                    let moved = if self.replaces {
                        file.persist(&self.path)
                    } else {
                        file.persist_noclobber(&self.path)
                    };
                    moved.map(drop).map_err(|failed| failed.error)
                }
            }
        };
        write_all().with_context(|| cannot_write(&self.path))
    }
}

fn write_to(
    file: &mut fs::File,
    write: impl FnOnce(&mut dyn Write) -> Result<(), RenderError>,
) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    write(&mut out).map_err(|RenderError::Write(error)| error)?;
    out.flush()
}

fn cannot_write(path: &Path) -> String {
    words::not_written(&path.display())
}

/// The file that a link leads to. It need not exist yet.
fn behind_links(path: &Path) -> PathBuf {
    // No more links in a row than systems follow.
    const LINKS: usize = 40;
    let mut real = path.to_owned();
    for _ in 0..LINKS {
        let Ok(link) = fs::read_link(&real) else { break };
        real = real.parent().unwrap_or(Path::new("")).join(link);
    }
    real
}

fn stage(path: &Path) -> io::Result<Staged> {
    let kept = match fs::metadata(path) {
        Ok(known) if known.is_dir() => return Err(io::Error::other(words::is_folder())),
        Ok(known) if !known.is_file() => {
            return OpenOptions::new().write(true).open(path).map(Staged::InPlace);
        }
        Ok(known) => Some(known.permissions()),
        Err(_) => None,
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(io::Error::other(words::no_folder(&folder.display())));
    }
    let builder =
        tempfile::Builder::new().permissions(kept.unwrap_or_else(usual_permissions)).tempfile_in(folder)?;
    Ok(Staged::Beside(builder))
}

#[cfg(unix)]
fn usual_permissions() -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt;
    // What any new file gets; the umask takes its part away. A temporary file would be private.
    fs::Permissions::from_mode(0o666)
}

/// Prints to standard output. A reader that has gone is no error.
pub fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(gone) if gone.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints to standard output piece by piece. A reader that has gone is no error.
pub fn stream(write: impl FnOnce(&mut dyn Write) -> Result<(), RenderError>) -> Result<(), RenderError> {
    let mut out = io::stdout().lock();
    match write(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(gone) if gone.is_closed_pipe() => Ok(()),
        result => result,
    }
}

/// Says something on standard error, without anything in it that would steer the terminal. If
/// nobody listens there is nobody to tell.
pub fn say(text: &str) {
    say_laid_out(&sanitize_lines(text));
}

/// Says as it is what was laid out with colours, each part of it made safe before.
pub fn say_laid_out(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{}", text.trim_end());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(file: OutputFile, text: &str) -> anyhow::Result<()> {
        file.commit(text.as_bytes())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_the_file_behind_it_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let (link, folder) = (home.path().join("link.json"), home.path().join("reports"));
        fs::create_dir(&folder).unwrap();
        std::os::unix::fs::symlink("reports/today.json", &link).unwrap();
        for text in ["one", "two"] {
            write(OutputFile::prepare(&link).unwrap(), text).unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::read_to_string(folder.join("today.json")).unwrap(), text);
        }
    }

    #[test]
    fn a_file_that_appears_meanwhile_is_left_as_it_is() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("slo.toml");
        let file = OutputFile::prepare_new(&path).unwrap();
        write(OutputFile::prepare(&path).unwrap(), "by somebody else").unwrap();
        assert!(write(file, "new").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "by somebody else");
    }
}

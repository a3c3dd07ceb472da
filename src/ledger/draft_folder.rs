use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::NamedTempFile;
use thiserror::Error;

use super::file::sync_folder;
use crate::words::draft_errors;

/// The folder that drafts are written to. Nothing is written anywhere else, and nothing that a
/// person may have written is ever replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFolder {
    path: PathBuf,
}

/// A draft that stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The file.
    pub path: PathBuf,
    bytes: Vec<u8>,
}

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was written.
    New(PathBuf),
    /// It was written in place of what stood there.
    Replaced(PathBuf),
    /// The same text stands there already.
    Same(PathBuf),
    /// Another text stands there, perhaps one that a person edited. It was left alone.
    Kept(PathBuf),
}

impl Draft {
    /// Its text, without a byte-order mark; `None` where it isn't UTF-8.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        let text = std::str::from_utf8(&self.bytes).ok()?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The draft with `more` behind it, its lines ended as the draft's are; `None` where the draft
    /// isn't UTF-8.
    #[must_use]
    pub fn with(&self, more: &str) -> Option<String> {
        let text = std::str::from_utf8(&self.bytes).ok()?;
        // An empty line stands between them.
        let between = ["\n\n", "\n", ""];
        let ends = text.replace('\r', "").bytes().rev().take(2).take_while(|byte| *byte == b'\n').count();
        let more = format!("{}{more}", between.get(ends).unwrap_or(&""));
        Some(format!("{text}{}", if text.contains("\r\n") { more.replace('\n', "\r\n") } else { more }))
    }
}

/// Why a draft can't be written. None of it stands in the folder.
#[derive(Debug, Error)]
pub enum DraftError {
    /// The name is not that of a file in the folder.
    #[error("{}", draft_errors::outside_folder(name, &folder.display()))]
    OutsideFolder {
        /// The name.
        name: String,
        /// The folder.
        folder: PathBuf,
    },
    /// The folder can't be made or used.
    #[error("{}", draft_errors::folder(&folder.display(), source))]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file can't be read, written or compared.
    #[error("{}", told(*tried)(&path.display(), source))]
    Io {
        /// The draft.
        path: PathBuf,
        /// What was tried.
        tried: DraftStep,
        /// What the system says.
        source: io::Error,
    },
}

/// What was tried with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftStep {
    /// To read it.
    Reading,
    /// To read what a link in its place leads to.
    FollowingLink,
    /// To see whether it says the same.
    Comparing,
    /// To write it.
    Writing,
}

/// What is told of a draft with which this failed.
fn told(tried: DraftStep) -> fn(&dyn Display, &dyn Display) -> String {
    match tried {
        DraftStep::Reading => draft_errors::not_read,
        DraftStep::FollowingLink => draft_errors::link_not_read,
        DraftStep::Comparing => draft_errors::not_compared,
        DraftStep::Writing => draft_errors::not_written,
    }
}

impl DraftFolder {
    /// The folder at `path`. It need not exist yet.
    #[must_use]
    pub const fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The draft of this name, if there is one.
    pub fn read(&self, name: &str) -> Result<Option<Draft>, DraftError> {
        let path = self.place(name)?;
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(Draft { path, bytes })),
            // A link that leads nowhere stands in the way of a new draft.
            Err(source) if source.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
                Err(DraftError::Io { path, tried: DraftStep::FollowingLink, source })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) if source.kind() == io::ErrorKind::NotADirectory => {
                Err(DraftError::Folder { folder: self.path.clone(), source })
            }
            Err(source) => Err(DraftError::Io { path, tried: DraftStep::Reading, source }),
        }
    }

    /// What was written beside a draft: `stem-2.md` and so on, as far as they go without a gap.
    pub fn beside(&self, stem: &str) -> Result<Vec<Draft>, DraftError> {
        let mut found = Vec::new();
        for number in 2.. {
            match self.read(&format!("{stem}-{number}.md"))? {
                Some(draft) => found.push(draft),
                None => break,
            }
        }
        Ok(found)
    }

    /// The first name that is free: `stem.md`, `stem-2.md` and so on.
    pub fn free_name(&self, stem: &str) -> Result<String, DraftError> {
        let mut number = 1_u32;
        loop {
            let name = if number == 1 { format!("{stem}.md") } else { format!("{stem}-{number}.md") };
            if self.place(&name)?.symlink_metadata().is_err() {
                return Ok(name);
            }
            number += 1;
        }
    }

    /// Writes a draft under a new name, whole or not at all.
    pub fn write(&self, name: &str, text: &str) -> Result<Written, DraftError> {
        let path = self.place(name)?;
        let file = self.stage(&path, text)?;
        match file.persist_noclobber(&path) {
            Ok(_) => {
                // Before the ledger says that it is there.
                sync_folder(&path);
                Ok(Written::New(path))
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                let same = fs::read(&path).map(|there| there == text.as_bytes()).map_err(|source| {
                    DraftError::Io { path: path.clone(), tried: DraftStep::Comparing, source }
                })?;
                Ok(if same { Written::Same(path) } else { Written::Kept(path) })
            }
            Err(error) => Err(DraftError::Io { path, tried: DraftStep::Writing, source: error.error }),
        }
    }

    /// Writes a text in place of a draft, whole or not at all, unless the draft has changed since it
    /// was read.
    pub fn replace(&self, before: &Draft, text: &str) -> Result<Written, DraftError> {
        if before.bytes == text.as_bytes() {
            return Ok(Written::Same(before.path.clone()));
        }
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(&before.path).unwrap_or_else(|_| before.path.clone());
        let file = self.stage(&path, text)?;
        let failed = |source| DraftError::Io { path: path.clone(), tried: DraftStep::Writing, source };
        let kept = fs::metadata(&path).map_err(failed)?.permissions();
        file.as_file().set_permissions(kept).map_err(failed)?;
        if fs::read(&path).map_err(failed)? != before.bytes {
            return Ok(Written::Kept(path));
        }
        file.persist(&path).map_err(|error| failed(error.error))?;
        sync_folder(&path);
        Ok(Written::Replaced(path))
    }

    /// The file of this name, which lies in the folder.
    fn place(&self, name: &str) -> Result<PathBuf, DraftError> {
        let mut parts = Path::new(name).components();
        let one_plain_part =
            matches!((parts.next(), parts.next()), (Some(Component::Normal(only)), None) if only == name);
        if !one_plain_part || name.contains(['/', '\\', ':', '\0']) {
            return Err(DraftError::OutsideFolder { name: name.to_owned(), folder: self.path.clone() });
        }
        Ok(self.path.join(name))
    }

    /// A text beside its place.
    fn stage(&self, path: &Path, text: &str) -> Result<NamedTempFile, DraftError> {
        let folder = |source| DraftError::Folder { folder: self.path.clone(), source };
        fs::create_dir_all(&self.path).map_err(folder)?;
        let mut options = tempfile::Builder::new();
        options.prefix(".draft-");
        // Drafts are for others to read, as far as the person's own settings let them.
        #[cfg(unix)]
        options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = options.tempfile_in(&self.path).map_err(folder)?;
        let written = file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all());
        written.map_err(|source| DraftError::Io {
            path: path.to_owned(),
            tried: DraftStep::Writing,
            source,
        })?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_written_once_and_never_replaced() {
        let home = tempfile::tempdir().unwrap();
        let folder = DraftFolder::new(home.path().join("a/b"));
        let path = home.path().join("a/b/REQ-1.md");
        assert_eq!(folder.write("REQ-1.md", "one").unwrap(), Written::New(path.clone()));
        assert_eq!(folder.write("REQ-1.md", "one").unwrap(), Written::Same(path.clone()));
        assert_eq!(folder.write("REQ-1.md", "two").unwrap(), Written::Kept(path.clone()));
        assert_eq!(fs::read_to_string(path).unwrap(), "one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[test]
    fn a_draft_is_replaced_only_as_it_was_read() {
        let home = tempfile::tempdir().unwrap();
        let folder = DraftFolder::new(home.path().to_owned());
        assert_eq!(folder.read("x.md").unwrap(), None);
        folder.write("x.md", "one").unwrap();
        let read = || folder.read("x.md").unwrap().unwrap();
        let one = read();
        assert_eq!(folder.replace(&one, "one").unwrap(), Written::Same(one.path.clone()));
        assert_eq!(
            folder.replace(&one, "two").unwrap(),
            Written::Replaced(fs::canonicalize(&one.path).unwrap())
        );
        assert_eq!(
            folder.replace(&one, "three").unwrap(),
            Written::Kept(fs::canonicalize(&one.path).unwrap())
        );
        assert_eq!(read().text(), Some("two"));
        assert_eq!(folder.free_name("x").unwrap(), "x-2.md");
        assert_eq!(folder.free_name("y").unwrap(), "y.md");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }

    #[test]
    fn what_is_added_ends_its_lines_as_the_draft_does() {
        let draft = |bytes: &[u8]| Draft { path: PathBuf::new(), bytes: bytes.to_vec() };
        assert_eq!(draft(b"a\n\n\n").with("b\nc\n").unwrap(), "a\n\n\nb\nc\n");
        assert_eq!(draft(b"a").with("b\n").unwrap(), "a\n\nb\n");
        assert_eq!(draft(b"a\r\n").with("b\nc\n").unwrap(), "a\r\n\r\nb\r\nc\r\n");
        assert_eq!(draft("\u{feff}a".as_bytes()).text(), Some("a"));
        assert_eq!(draft(b"\x83e").with("b"), None);
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_a_draft_stays_as_it_was() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let folder = DraftFolder::new(home.path().to_owned());
        folder.write("x.md", "one").unwrap();
        let path = home.path().join("x.md");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        folder.replace(&folder.read("x.md").unwrap().unwrap(), "two").unwrap();
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn a_name_cannot_lead_out_of_the_folder() {
        let home = tempfile::tempdir().unwrap();
        let folder = DraftFolder::new(home.path().join("drafts"));
        for name in ["../x.md", "/tmp/x.md", "a/b.md", "", ".", "..", "a\\b.md", "./x.md", "x.md/"] {
            assert!(matches!(folder.write(name, ""), Err(DraftError::OutsideFolder { .. })), "{name}");
        }
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_is_a_file_is_an_error() {
        let home = NamedTempFile::new().unwrap();
        let error = DraftFolder::new(home.path().to_owned()).write("x.md", "").unwrap_err();
        assert!(error.to_string().contains("escalation.drafts"), "{error}");
    }
}

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use thiserror::Error;

/// The folder that drafts are written to. Nothing is written anywhere else, and nothing that is
/// there is ever replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFolder {
    path: PathBuf,
}

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was written.
    New(PathBuf),
    /// The same text stands there already.
    Same(PathBuf),
    /// Another text stands there, perhaps one that a person edited. It was left alone.
    Kept(PathBuf),
}

/// Why a draft can't be written. None of it stands in the folder.
#[derive(Debug, Error)]
pub enum DraftError {
    /// The name is not that of a file in the folder.
    #[error("`{name}` is not the name of a file in the folder of drafts `{folder}`")]
    OutsideFolder {
        /// The name.
        name: String,
        /// The folder.
        folder: PathBuf,
    },
    /// The folder can't be made or used.
    #[error(
        "the folder of drafts `{folder}` can't be used: {source}; name another in the policy as `escalation.drafts`"
    )]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file can't be written or compared.
    #[error("the draft `{path}` can't be written: {source}")]
    Io {
        /// The draft.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
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

    /// Writes a draft under a new name, whole or not at all.
    pub fn write(&self, name: &str, text: &str) -> Result<Written, DraftError> {
        let mut parts = Path::new(name).components();
        let one_plain_part =
            matches!((parts.next(), parts.next()), (Some(Component::Normal(only)), None) if only == name);
        if !one_plain_part || name.contains(['/', '\\', ':', '\0']) {
            return Err(DraftError::OutsideFolder { name: name.to_owned(), folder: self.path.clone() });
        }
        let folder = |source| DraftError::Folder { folder: self.path.clone(), source };
        fs::create_dir_all(&self.path).map_err(folder)?;
        let path = self.path.join(name);
        let failed = |source| DraftError::Io { path: path.clone(), source };
        let mut options = tempfile::Builder::new();
        options.prefix(".draft-");
        // Drafts are for others to read, as far as the person's own settings let them.
        #[cfg(unix)]
        options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = options.tempfile_in(&self.path).map_err(folder)?;
        file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
        match file.persist_noclobber(&path) {
            Ok(_) => Ok(Written::New(path)),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                let there = fs::read(&path).map_err(failed)?;
                Ok(if there == text.as_bytes() { Written::Same(path) } else { Written::Kept(path) })
            }
            Err(error) => Err(failed(error.error)),
        }
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
        let home = tempfile::NamedTempFile::new().unwrap();
        let error = DraftFolder::new(home.path().to_owned()).write("x.md", "").unwrap_err();
        assert!(error.to_string().contains("escalation.drafts"), "{error}");
    }
}

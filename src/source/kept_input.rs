use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex};

use tempfile::SpooledTempFile;

use super::tap::KEPT_IN_MEMORY;
use super::{Input, SourceError};

/// A copy of an input that can be read only once, such as standard input or a pipe.
#[derive(Clone, Debug)]
pub struct KeptInput {
    pub(super) name: String,
    pub(super) copy: Arc<Mutex<SpooledTempFile>>,
}

impl Input {
    /// The same input, fit to be read several times: what can be read only once is copied, to
    /// memory or, where it is long, to a temporary file.
    pub fn kept(self) -> Result<Self, SourceError> {
        match self {
            Self::Stdin => KeptInput::of("-".to_owned(), io::stdin()).map(Self::Kept),
            Self::File(path) if is_pipe(&path) => {
                let name = path.display().to_string();
                let pipe =
                    File::open(&path).map_err(|source| SourceError::Io { path: name.clone(), source })?;
                KeptInput::of(name, pipe).map(Self::Kept)
            }
            other => Ok(other),
        }
    }
}

impl KeptInput {
    fn of(name: String, mut stream: impl Read) -> Result<Self, SourceError> {
        let mut copy = SpooledTempFile::new(KEPT_IN_MEMORY);
        io::copy(&mut stream, &mut copy).map_err(|source| SourceError::Io { path: name.clone(), source })?;
        Ok(Self { name, copy: Arc::new(Mutex::new(copy)) })
    }
}

/// Whether it is neither a file nor a folder, nor missing.
fn is_pipe(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir())
}

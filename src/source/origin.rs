use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::SpooledTempFile;

use super::file_state::FileState;
use super::tap::{SharedTap, Tap, Tapped};
use super::{Input, SourceError};

/// Bytes, from wherever they come.
pub(super) type ByteStream = Box<dyn Read + Send>;

/// An input that can be read a second time, whatever it is.
pub(super) struct Origin {
    name: String,
    from: From,
    tap: Option<SharedTap>,
}

enum From {
    /// With its state when it was opened first.
    File(PathBuf, Option<FileState>),
    /// Can be read only once; what passes is kept for a second reading.
    Once(Option<ByteStream>),
    /// What was kept of it.
    Kept(Arc<Mutex<SpooledTempFile>>),
}

impl Origin {
    /// Looks at what the input is, without reading it.
    pub(super) fn new(input: &Input) -> Result<Self, SourceError> {
        let from = match input {
            Input::Stdin => From::Once(Some(Box::new(io::stdin()))),
            Input::File(path) => Self::of_file(path)?,
            Input::Kept(kept) => From::Kept(Arc::clone(&kept.copy)),
        };
        Ok(Self { name: input.name(), from, tap: None })
    }

    /// An origin that is read from `stream`, as standard input is.
    #[cfg(test)]
    pub(super) fn of_stream(stream: ByteStream) -> Self {
        Self { name: "-".to_owned(), from: From::Once(Some(stream)), tap: None }
    }

    fn of_file(path: &Path) -> Result<From, SourceError> {
        let name = path.display().to_string();
        let about = fs::metadata(path).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => SourceError::Missing { path: name.clone() },
            _ => SourceError::Io { path: name.clone(), source },
        })?;
        if about.is_dir() {
            return Err(SourceError::Directory { path: name });
        }
        if about.is_file() {
            return Ok(From::File(path.to_owned(), None));
        }
        // A named pipe, as a shell makes for `<(…)`.
        let pipe = File::open(path).map_err(|source| SourceError::Io { path: name, source })?;
        Ok(From::Once(Some(Box::new(pipe))))
    }

    /// Whether it must be read to its end before it can be read again.
    pub(super) fn must_be_drained(&self) -> bool {
        matches!(self.from, From::Once(_))
    }

    /// The name in messages.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The bytes from the start. `digest` asks for their SHA-256; it is given by the first reading.
    pub(super) fn read(&mut self, digest: bool) -> Result<ByteStream, SourceError> {
        let io_error = |source| SourceError::Io { path: self.name.clone(), source };
        match &mut self.from {
            From::File(path, opened) => {
                let file = File::open(path).map_err(io_error)?;
                let state = FileState::of(&file.metadata().map_err(io_error)?);
                if let Some(change) = opened.as_ref().and_then(|opened| opened.difference(&state)) {
                    return Err(SourceError::Changed { path: self.name.clone(), change });
                }
                *opened = Some(state);
                let tap = SharedTap::new(Tap::new(digest, false));
                self.tap = Some(tap.clone());
                Ok(Box::new(Tapped::new(file, tap)))
            }
            From::Once(stream) => {
                if let Some(stream) = stream.take() {
                    let tap = SharedTap::new(Tap::new(digest, true));
                    self.tap = Some(tap.clone());
                    return Ok(Box::new(Tapped::new(stream, tap)));
                }
                let copy = self.tap.as_ref().and_then(|tap| tap.lock().take_copy());
                let copy = copy.unwrap_or_else(|| Err(io::ErrorKind::NotFound.into()));
                let copy = copy.map_err(|source| SourceError::Unkept { path: self.name.clone(), source })?;
                let copy = Arc::new(Mutex::new(copy));
                self.from = From::Kept(Arc::clone(&copy));
                self.read_kept(copy)
            }
            From::Kept(copy) => {
                let copy = Arc::clone(copy);
                self.read_kept(copy)
            }
        }
    }

    fn read_kept(&self, copy: Arc<Mutex<SpooledTempFile>>) -> Result<ByteStream, SourceError> {
        let rewound = copy.lock().unwrap_or_else(PoisonError::into_inner).rewind();
        rewound.map_err(|source| SourceError::Unkept { path: self.name.clone(), source })?;
        Ok(Box::new(KeptStream(copy)))
    }

    /// The error that a file is no longer what it was when it was opened first.
    pub(super) fn changed(&self) -> Option<SourceError> {
        let From::File(path, Some(opened)) = &self.from else { return None };
        Some(SourceError::Changed { path: self.name.clone(), change: opened.change(path)? })
    }

    /// The SHA-256 of the last reading's bytes, where it was asked for.
    pub(super) fn sha256(&self) -> Option<String> {
        self.tap.as_ref()?.lock().sha256()
    }
}

/// Reads what was kept, which belongs to the origin.
struct KeptStream(Arc<Mutex<SpooledTempFile>>);

impl Read for KeptStream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).read(buffer)
    }
}

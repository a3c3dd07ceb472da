use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use tempfile::SpooledTempFile;
use thiserror::Error;

use crate::domain::hex;

/// How much of a pipe is kept in memory before a temporary file takes over.
pub(super) const KEPT_IN_MEMORY: usize = 4 << 20;

/// The error that ends the reading of a file that someone changes meanwhile.
#[derive(Debug, Error)]
#[error("the file changed while it was read")]
pub(super) struct FileChanged;

/// What is learnt from an export's bytes as they pass.
#[derive(Debug, Default)]
pub(super) struct Tap {
    bytes: u64,
    digest: Option<Sha256>,
    copy: Option<io::Result<SpooledTempFile>>,
    expected: Option<Expected>,
}

/// How many bytes must come.
#[derive(Clone, Copy, Debug)]
pub(super) enum Expected {
    /// As many as the file had when it was opened, or more if it grows.
    AtLeast(u64),
    /// As many as the first time.
    Exactly(u64),
}

impl Tap {
    /// A tap that digests and keeps as asked.
    pub(super) fn new(digest: bool, keep: bool, expected: Option<Expected>) -> Self {
        Self {
            bytes: 0,
            digest: digest.then(Sha256::new),
            copy: keep.then(|| Ok(SpooledTempFile::new(KEPT_IN_MEMORY))),
            expected,
        }
    }

    /// How many bytes passed.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The SHA-256 of what passed, in lower-case hex.
    pub(super) fn sha256(&self) -> Option<String> {
        Some(hex(&self.digest.clone()?.finalize()))
    }

    /// Hands over the copy of what passed.
    pub(super) fn take_copy(&mut self) -> Option<io::Result<SpooledTempFile>> {
        self.copy.take()
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.bytes += u64::try_from(bytes.len()).unwrap_or_default();
        if let Some(digest) = &mut self.digest {
            digest.update(bytes);
        }
        if let Some(Ok(file)) = &mut self.copy
            && let Err(error) = file.write_all(bytes)
        {
            // It matters only if there has to be a second reading.
            self.copy = Some(Err(error));
        }
    }

    fn end(&self) -> io::Result<()> {
        match self.expected {
            Some(Expected::AtLeast(expected)) if self.bytes < expected => Err(io::Error::other(FileChanged)),
            Some(Expected::Exactly(expected)) if self.bytes != expected => Err(io::Error::other(FileChanged)),
            _ => Ok(()),
        }
    }
}

/// A reader with a tap on it, that others may look at afterwards.
pub(super) struct Tapped<R> {
    inner: R,
    tap: SharedTap,
}

impl<R: Read> Tapped<R> {
    pub(super) fn new(inner: R, tap: SharedTap) -> Self {
        Self { inner, tap }
    }
}

impl<R: Read> Read for Tapped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let mut tap = self.tap.lock();
        if count == 0 && !buffer.is_empty() {
            tap.end()?;
        }
        tap.pass(&buffer[..count]);
        Ok(count)
    }
}

/// A tap that the reader and its owner share.
#[derive(Clone, Debug)]
pub(super) struct SharedTap(Arc<Mutex<Tap>>);

impl SharedTap {
    pub(super) fn new(tap: Tap) -> Self {
        Self(Arc::new(Mutex::new(tap)))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Tap> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(expected: Expected) -> io::Result<usize> {
        let tap = SharedTap::new(Tap::new(true, false, Some(expected)));
        io::copy(&mut Tapped::new(&b"abc"[..], tap.clone()), &mut io::sink())?;
        assert_eq!(
            tap.lock().sha256().as_deref(),
            Some("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        );
        Ok(3)
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_an_error() {
        assert!(read(Expected::AtLeast(3)).is_ok() && read(Expected::AtLeast(2)).is_ok());
        assert!(read(Expected::AtLeast(4)).is_err());
        assert!(read(Expected::Exactly(3)).is_ok());
        assert!(read(Expected::Exactly(2)).is_err());
    }
}

use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use tempfile::SpooledTempFile;

use crate::domain::hex;

/// How much of a pipe is kept in memory before a temporary file takes over.
pub(super) const KEPT_IN_MEMORY: usize = 4 << 20;

/// What is learnt from an export's bytes as they pass.
#[derive(Debug, Default)]
pub(super) struct Tap {
    digest: Option<Sha256>,
    copy: Option<io::Result<SpooledTempFile>>,
}

impl Tap {
    /// A tap that digests and keeps as asked.
    pub(super) fn new(digest: bool, keep: bool) -> Self {
        Self {
            digest: digest.then(Sha256::new),
            copy: keep.then(|| Ok(SpooledTempFile::new(KEPT_IN_MEMORY))),
        }
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
        self.tap.lock().pass(&buffer[..count]);
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
    use std::io::Seek;

    use super::*;

    #[test]
    fn what_passes_is_digested_and_kept() {
        let tap = SharedTap::new(Tap::new(true, true));
        io::copy(&mut Tapped::new(&b"abc"[..], tap.clone()), &mut io::sink()).unwrap();
        let mut tap = tap.lock();
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(tap.sha256().as_deref(), Some(digest));
        let mut copy = tap.take_copy().unwrap().unwrap();
        let mut kept = Vec::new();
        copy.rewind().unwrap();
        copy.read_to_end(&mut kept).unwrap();
        assert_eq!(kept, b"abc");
    }
}

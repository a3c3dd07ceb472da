use std::io::{self, Read};

use crate::domain::Policy;

use super::blocks::Sizes;
use super::csv::Quoting;
use super::decode::TextStream;
use super::json::envelope_text;
use super::opening::{Manner, Opening};
use super::origin::Origin;
use super::unpack::Unpacked;
use super::{ReadOptions, SourceError};

/// The readings of one export, of which there may be more than one.
pub(super) struct Readings<'a> {
    origin: Origin,
    policy: &'a Policy,
    pub(super) options: &'a ReadOptions<'a>,
    sizes: Sizes,
    quoting: Quoting,
    likely: Option<String>,
    sha256: Option<String>,
}

impl<'a> Readings<'a> {
    /// Readings of `origin`.
    pub(super) fn new(
        origin: Origin,
        policy: &'a Policy,
        options: &'a ReadOptions<'a>,
        sizes: Sizes,
    ) -> Self {
        Self { origin, policy, options, sizes, quoting: Quoting::Standard, likely: None, sha256: None }
    }

    /// Opens the export from its beginning.
    pub(super) fn open(&mut self) -> Result<Opening, SourceError> {
        let digest = self.options.digest && self.sha256.is_none();
        let label = self.policy.mapping.encoding.as_deref();
        let (likely, sheet) = (self.likely.as_deref(), self.options.sheet);
        let manner = Manner { label, likely, quoting: self.quoting, sheet };
        Opening::new(&mut self.origin, manner, digest, self.sizes)
    }

    /// Opens it again, and from now on, as one that is quoted in this way, and in this encoding where
    /// none is recognised.
    pub(super) fn reopen(
        &mut self,
        opening: Opening,
        quoting: Quoting,
        likely: Option<&str>,
    ) -> Result<Opening, SourceError> {
        self.end(opening);
        (self.quoting, self.likely) = (quoting, likely.map(str::to_owned));
        self.open()
    }

    /// The text under a key of the object around a list of JSON, and the export opened again where it
    /// had to be read to its end.
    pub(super) fn envelope_text(
        &mut self,
        opening: Opening,
        key: &str,
    ) -> Result<(Option<String>, Opening), SourceError> {
        self.end(opening);
        let bytes = self.origin.read(false)?;
        let unpacked = Unpacked::new(self.origin.name(), bytes, self.options.sheet)?;
        let text = TextStream::new(unpacked, self.origin.name(), self.policy.mapping.encoding.as_deref())?;
        let found = envelope_text(TextBytes(text), key);
        Ok((found, self.open()?))
    }

    /// Ends a reading before its end, so that there can be another.
    fn end(&self, mut opening: Opening) {
        if self.origin.must_be_drained() {
            opening.blocks.drain();
        }
    }

    /// The error that the export changed since it was opened first, be it during a reading or between
    /// two.
    pub(super) fn changed(&self) -> Option<SourceError> {
        self.origin.changed()
    }

    /// Keeps the digest of the reading that has come to its end.
    pub(super) fn keep_digest(&mut self) {
        self.sha256 = self.sha256.take().or_else(|| self.origin.sha256());
    }

    /// The SHA-256 of the export's bytes, where it was asked for.
    pub(super) fn sha256(&self) -> Option<String> {
        self.sha256.clone().or_else(|| self.origin.sha256())
    }
}

/// Text as bytes. What is wrong with it is told by the reading that takes its rows.
struct TextBytes(TextStream);

impl Read for TextBytes {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.0.read(out).map_err(|_| io::ErrorKind::InvalidData.into())
    }
}

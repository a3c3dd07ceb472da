use crate::domain::Policy;

use super::blocks::Sizes;
use super::opening::Opening;
use super::origin::Origin;
use super::{ReadOptions, SourceError};

/// The readings of one export, of which there may be more than one.
pub(super) struct Readings<'a> {
    origin: Origin,
    policy: &'a Policy,
    pub(super) options: &'a ReadOptions<'a>,
    sizes: Sizes,
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
        Self { origin, policy, options, sizes, sha256: None }
    }

    /// Opens the export from its beginning.
    pub(super) fn open(&mut self) -> Result<Opening, SourceError> {
        let digest = self.options.digest && self.sha256.is_none();
        let label = self.policy.mapping.encoding.as_deref();
        Opening::new(&mut self.origin, label, self.options.sheet, digest, self.sizes)
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

use std::path::PathBuf;

use thiserror::Error;

use crate::assess::{Evidence, RequestCase};
use crate::domain::{Instant, Language, Policy};
use crate::ledger::{DraftError, DraftFolder};
use crate::render::draft::{Later, Template, TemplateError, draft, later};
use crate::words::request_faults as words;

/// How requests are written.
pub(super) struct Drafting<'a> {
    pub(super) policy: &'a Policy,
    pub(super) language: Language,
    pub(super) as_of: Instant,
    pub(super) folder: DraftFolder,
    pub(super) template: Template,
    /// What the person asks for in their own words.
    pub(super) improvement: Option<&'a str>,
}

/// Why a request can't be written.
#[derive(Debug, Error)]
pub(super) enum DraftingError {
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error(transparent)]
    Folder(#[from] DraftError),
    #[error("{}", words::no_evidence(.0))]
    NoEvidence(String),
    #[error("{}", words::draft_in_hands(&.0.display()))]
    InHands(PathBuf),
}

impl Drafting<'_> {
    /// The whole draft.
    pub(super) fn whole(&self, case: &RequestCase<'_>) -> Result<String, TemplateError> {
        draft(case, &self.template, self.policy, self.language, self.as_of)
    }

    /// What came later.
    pub(super) fn later(
        &self,
        case: &RequestCase<'_>,
        fresh: &[Evidence<'_>],
        alone: bool,
    ) -> Result<String, DraftingError> {
        let come = Later { problem: case.problem, fresh, asked: self.improvement, alone };
        later(&come, self.policy, self.language, self.as_of)?
            .ok_or_else(|| DraftingError::NoEvidence(case.problem.id.clone()))
    }
}

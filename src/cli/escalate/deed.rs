use std::path::PathBuf;

use crate::assess::{Continued, Evidence, LedgerState, Problem, RequestCase, Surveyed};
use crate::domain::{Instant, Language, Policy, Request, RequestStatus};
use crate::ledger::{Draft, DraftError, DraftFolder, Written};
use crate::render::draft::{Later, Template, TemplateError, draft, later, marked};

/// What is to be done for one request.
pub(super) enum Deed {
    /// Its draft is written under a new name.
    New { name: String, text: String },
    /// Its draft, which nobody edited, is made anew with all that there is by now.
    Anew { draft: Draft, text: String },
    /// What came later stands at the end of its draft, which somebody edited.
    Below { draft: Draft, text: String },
    /// What came later stands in a file of its own.
    Beside { name: String, text: String },
    /// What came later stands in its draft already.
    Told { draft: Draft },
    /// Nothing came.
    Nothing { draft: Draft },
}

/// How requests are written.
pub(super) struct Drafting<'a> {
    pub(super) policy: &'a Policy,
    pub(super) language: Language,
    pub(super) as_of: Instant,
    pub(super) folder: DraftFolder,
    pub(super) template: Template,
    /// What the person asks for in their own words.
    pub(super) improvement: Option<&'a str>,
    pub(super) found: Option<Surveyed>,
}

/// Why a request can't be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum DraftingError {
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error(transparent)]
    Folder(#[from] DraftError),
    #[error("the draft `{}` was edited or sent: --improvement can't be put into it; write it there", .0.display())]
    InHands(PathBuf),
    #[error("`{0}` has no breach left that calls for a fix, and can't be written")]
    NoEvidence(String),
}

impl Drafting<'_> {
    /// The case of a problem.
    pub(super) fn case<'c>(
        &'c self,
        problem: &'c Problem<'c>,
        request: Option<&'c Request>,
        state: &'c LedgerState,
    ) -> Result<RequestCase<'c>, DraftingError> {
        let case = RequestCase::of(problem, state, self.policy, self.as_of, self.found.as_ref())
            .ok_or_else(|| DraftingError::NoEvidence(problem.id.clone()))?;
        Ok(case.asking(self.improvement.or_else(|| request.and_then(Request::improvement))))
    }

    /// The whole draft.
    pub(super) fn whole(&self, case: &RequestCase<'_>) -> Result<String, TemplateError> {
        draft(case, &self.template, self.policy, self.language, self.as_of)
    }

    /// What is to be done for a problem that nobody asked about.
    pub(super) fn first(&self, case: &RequestCase<'_>) -> Result<Deed, DraftingError> {
        Ok(Deed::New { name: name(&case.problem.id), text: self.whole(case)? })
    }

    /// What is to be done for an open request.
    pub(super) fn next(
        &self,
        continued: &Continued<'_>,
        case: &RequestCase<'_>,
    ) -> Result<Deed, DraftingError> {
        let Continued { request, problem, fresh } = continued;
        let Some(standing) = self.folder.read(&name(&request.id))? else {
            return self.first(case);
        };
        let is_draft = request.status() == RequestStatus::Draft;
        let untouched = is_draft && request.wrote(&standing.digest());
        match (fresh.is_empty(), self.improvement) {
            (true, None) => return Ok(Deed::Nothing { draft: standing }),
            (true, Some(_)) if !untouched => return Err(DraftingError::InHands(standing.path)),
            _ => {}
        }
        if untouched {
            return Ok(Deed::Anew { text: self.whole(case)?, draft: standing });
        }
        if is_draft {
            let block = marked(&request.id, fresh, &self.later(problem, fresh, false)?);
            if standing.text().is_some_and(|text| text.contains(block.mark())) {
                return Ok(Deed::Told { draft: standing });
            }
            if let Some(text) = standing.with(&block.text()) {
                return Ok(Deed::Below { draft: standing, text });
            }
        }
        let name = self.folder.free_name(&request.id)?;
        Ok(Deed::Beside { name, text: self.later(problem, fresh, true)? })
    }

    fn later(
        &self,
        problem: &Problem<'_>,
        fresh: &[Evidence<'_>],
        alone: bool,
    ) -> Result<String, TemplateError> {
        let come = Later { problem, fresh, asked: self.improvement, alone };
        later(&come, self.policy, self.language, self.as_of)
    }
}

impl Deed {
    /// The file, as it is or will be.
    pub(super) fn path(&self, folder: &DraftFolder) -> PathBuf {
        match self {
            Self::New { name, .. } | Self::Beside { name, .. } => folder.path().join(name),
            Self::Anew { draft, .. }
            | Self::Below { draft, .. }
            | Self::Told { draft }
            | Self::Nothing { draft } => draft.path.clone(),
        }
    }

    /// All that stands in the file then.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::New { text, .. }
            | Self::Beside { text, .. }
            | Self::Anew { text, .. }
            | Self::Below { text, .. } => text,
            Self::Told { draft } | Self::Nothing { draft } => draft.text().unwrap_or_default(),
        }
    }

    /// Does it.
    pub(super) fn perform(&self, folder: &DraftFolder) -> Result<Written, DraftError> {
        match self {
            Self::New { name, text } | Self::Beside { name, text } => folder.write(name, text),
            Self::Anew { draft, text } | Self::Below { draft, text } => folder.replace(draft, text),
            Self::Told { draft } | Self::Nothing { draft } => Ok(Written::Same(draft.path.clone())),
        }
    }

    /// Whether all that stands in the file is the program's.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self, Self::New { .. } | Self::Anew { .. } | Self::Beside { .. })
    }
}

/// The file of a request's draft.
pub(super) fn name(request: &str) -> String {
    format!("{request}.md")
}

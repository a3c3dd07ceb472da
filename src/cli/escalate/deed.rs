use std::path::PathBuf;

use super::drafting::{Drafting, DraftingError};
use crate::assess::{Continued, Evidence, RequestCase};
use crate::domain::RequestStatus;
use crate::ledger::{Draft, DraftError, DraftFolder, Written};
use crate::render::draft::{Mark, is_untouched};

/// What is to be done for one request.
pub(super) enum Deed {
    /// Its draft is written under a new name.
    Write { name: String, text: String },
    /// Its draft, which nobody edited, is made anew with all that there is by now.
    Remake { draft: Draft, text: String },
    /// What came later is added at the end of its draft, which somebody edited.
    Append { draft: Draft, text: String },
    /// What came later is written into a file of its own.
    WriteBeside { name: String, text: String },
    /// All of it is told in this file already, and only to be recorded.
    Record { draft: Draft },
    /// Nothing: nothing came.
    Leave { draft: Draft },
}

/// What there is to tell of a request.
pub(super) struct Telling<'a> {
    pub(super) case: &'a RequestCase<'a>,
    /// The breaches that nobody asked about before.
    pub(super) fresh: &'a [Evidence<'a>],
    /// Whether breaches that were told before are told no longer.
    pub(super) leaves_out: bool,
    pub(super) status: RequestStatus,
}

/// The file of a request's draft.
pub(super) fn draft_name(request: &str) -> String {
    format!("{request}.md")
}

impl Deed {
    /// What is to be done for a problem that nobody asked about: mostly its draft is written, but
    /// one may be there, from a run that broke off or of a ledger that is no more.
    pub(super) fn first(case: &RequestCase<'_>, drafting: &Drafting<'_>) -> Result<Self, DraftingError> {
        let evidence = &case.problem.evidence;
        let status = RequestStatus::Draft;
        Self::of(&Telling { case, fresh: evidence, leaves_out: false, status }, drafting)
    }

    /// What is to be done for an open request.
    pub(super) fn next(
        continued: &Continued<'_>,
        leaves_out: bool,
        case: &RequestCase<'_>,
        drafting: &Drafting<'_>,
    ) -> Result<Self, DraftingError> {
        let (fresh, status) = (&continued.fresh[..], continued.request.status());
        Self::of(&Telling { case, fresh, leaves_out, status }, drafting)
    }

    fn of(telling: &Telling<'_>, drafting: &Drafting<'_>) -> Result<Self, DraftingError> {
        let &Telling { case, fresh, leaves_out, status } = telling;
        let request = case.problem.id.as_str();
        let name = draft_name(request);
        let whole = Mark::of_all(request, &case.problem.evidence, case.asked);
        let Some(draft) = drafting.folder.read(&name)? else {
            return Ok(Self::Write { name, text: whole.whole(&drafting.whole(case)?) });
        };
        if status == RequestStatus::Draft && draft.text().is_some_and(is_untouched) {
            let recorded = fresh.is_empty() && !leaves_out;
            return Ok(match (draft.text().is_some_and(|text| whole.is_in(text)), recorded) {
                (false, _) => Self::Remake { draft, text: whole.whole(&drafting.whole(case)?) },
                (true, false) => Self::Record { draft },
                (true, true) => Self::Leave { draft },
            });
        }
        match (fresh.is_empty(), drafting.improvement) {
            (true, None) => return Ok(Self::Leave { draft }),
            (true, Some(_)) => return Err(DraftingError::InHands(draft.path)),
            (false, _) => {}
        }
        let later = Mark::of(request, fresh, drafting.improvement);
        for told in drafting.folder.beside(request)?.into_iter().chain([draft.clone()]) {
            if told.text().is_some_and(|text| later.is_in(text) || whole.is_in(text)) {
                return Ok(Self::Record { draft: told });
            }
        }
        if status == RequestStatus::Draft {
            let block = later.block(&drafting.later(case, fresh, false)?);
            if let Some(text) = draft.with(&block) {
                return Ok(Self::Append { draft, text });
            }
        }
        let name = drafting.folder.free_name(request)?;
        Ok(Self::WriteBeside { name, text: later.whole(&drafting.later(case, fresh, true)?) })
    }

    /// Whether a draft of the program's own words is there then, with all that there is by now.
    pub(super) fn leaves_whole_draft(&self) -> bool {
        match self {
            Self::Write { .. } | Self::Remake { .. } => true,
            Self::Record { draft } => draft.text().is_some_and(is_untouched),
            Self::Append { .. } | Self::WriteBeside { .. } | Self::Leave { .. } => false,
        }
    }

    /// The file, as it is or will be.
    pub(super) fn path(&self, folder: &DraftFolder) -> PathBuf {
        match self {
            Self::Write { name, .. } | Self::WriteBeside { name, .. } => folder.path().join(name),
            Self::Remake { draft, .. }
            | Self::Append { draft, .. }
            | Self::Record { draft }
            | Self::Leave { draft } => draft.path.clone(),
        }
    }

    /// All that stands in the file then.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Write { text, .. }
            | Self::WriteBeside { text, .. }
            | Self::Remake { text, .. }
            | Self::Append { text, .. } => text,
            Self::Record { draft } | Self::Leave { draft } => draft.text().unwrap_or_default(),
        }
    }

    /// Does it.
    pub(super) fn perform(&self, folder: &DraftFolder) -> Result<Written, DraftError> {
        match self {
            Self::Write { name, text } | Self::WriteBeside { name, text } => folder.write(name, text),
            Self::Remake { draft, text } | Self::Append { draft, text } => folder.replace(draft, text),
            Self::Record { draft } | Self::Leave { draft } => Ok(Written::Same(draft.path.clone())),
        }
    }
}

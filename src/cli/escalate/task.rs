use std::path::Path;

use anyhow::anyhow;

use super::deed::Deed;
use super::drafting::{Drafting, DraftingError};
use crate::assess::{CaseSources, Continued, Evidence, Problem, RequestCase};
use crate::domain::{Language, Policy, Request, RequestStatus};
use crate::ledger::{Author, DraftFolder, Entry, NewWriting, Written, request_entry};
use crate::output::say;
use crate::render;
use crate::render::requests::{Planned, PlannedDeed};
use crate::words::request_faults;

/// One request, and what is done for it.
pub(super) struct Task<'a> {
    pub(super) case: RequestCase<'a>,
    pub(super) status: RequestStatus,
    pub(super) deed: Deed,
    /// The breaches that nobody asked about before.
    fresh: &'a [Evidence<'a>],
    /// The breaches that the text told before and tells no longer.
    left_out: Vec<[String; 2]>,
    /// It, if it was asked before.
    known: Option<&'a Request>,
}

impl<'a> Task<'a> {
    /// For a problem that nobody asked about.
    pub(super) fn first(
        problem: &'a Problem<'a>,
        sources: CaseSources<'a>,
        drafting: &Drafting<'a>,
    ) -> Result<Self, DraftingError> {
        let case = case(problem, None, sources, drafting)?;
        let deed = Deed::first(&case, drafting)?;
        Ok(Self {
            case,
            status: RequestStatus::Draft,
            deed,
            fresh: &problem.evidence,
            left_out: Vec::new(),
            known: None,
        })
    }

    /// For an open request; `problem` is all that it is about by now.
    pub(super) fn next(
        continued: &'a Continued<'a>,
        problem: &'a Problem<'a>,
        sources: CaseSources<'a>,
        drafting: &Drafting<'a>,
    ) -> Result<Self, DraftingError> {
        let case = case(problem, Some(continued.request), sources, drafting)?;
        let left_out = continued.left_out(sources.state, sources.policy);
        let deed = Deed::next(continued, !left_out.is_empty(), &case, drafting)?;
        // A text that somebody edited tells still what it told.
        let left_out = if deed.leaves_whole_draft() { left_out } else { Vec::new() };
        let (status, fresh) = (continued.request.status(), &continued.fresh[..]);
        Ok(Self { case, status, deed, fresh, left_out, known: Some(continued.request) })
    }

    /// The name of the request.
    pub(super) fn request(&self) -> &str {
        &self.case.problem.id
    }

    /// Whether there is nothing to do.
    pub(super) const fn is_idle(&self) -> bool {
        matches!(self.deed, Deed::Leave { .. })
    }

    /// The file, as the ledger keeps it: from the policy on, so that both can move together.
    pub(super) fn file(&self, folder: &DraftFolder, policy: &Policy) -> String {
        relative(&self.deed.path(folder), policy)
    }

    /// What would be done.
    pub(super) fn planned(&self, drafting: &Drafting<'_>) -> Planned<'_> {
        let problem = self.case.problem;
        Planned {
            file: self.file(&drafting.folder, drafting.policy),
            deed: match self.deed {
                Deed::Write { .. } => PlannedDeed::Write,
                Deed::Remake { .. } => PlannedDeed::Remake,
                Deed::Append { .. } => PlannedDeed::Append,
                Deed::WriteBeside { .. } => PlannedDeed::WriteBeside,
                Deed::Record { .. } | Deed::Leave { .. } => PlannedDeed::Leave,
            },
            team: &problem.team.title,
            cause: &problem.cause.title,
            problem: &problem.signature.title,
            incidents: Evidence::incidents(self.fresh).len(),
        }
    }

    /// Does it; the entry to be recorded, if there is something to record.
    fn perform(&self, drafting: &Drafting<'_>, author: &Author) -> anyhow::Result<Option<Entry>> {
        let folder = &drafting.folder;
        if let Written::Kept(path) = self.deed.perform(folder)? {
            return Err(anyhow!(request_faults::draft_changed(&path.display())));
        }
        self.tell(folder, drafting.language);
        if self.is_idle() {
            return Ok(None);
        }
        let writing = NewWriting {
            evidence: self.fresh,
            left_out: self.left_out.clone(),
            request: self.known,
            file: self.file(folder, drafting.policy),
            improvement: drafting.improvement,
        };
        Ok(Some(request_entry(author, self.case.problem, writing)?))
    }

    /// Says what was done, unless it is what everybody expects.
    fn tell(&self, folder: &DraftFolder, language: Language) {
        let (id, path) = (self.request(), self.deed.path(folder));
        let incidents = Evidence::incidents(self.fresh).join(", ");
        match self.deed {
            Deed::Write { .. } if self.known.is_some() => say(&render::draft_was_gone(&path, language)),
            Deed::Remake { .. } => say(&render::draft_made_anew(&path, &incidents, language)),
            Deed::Append { .. } => say(&render::draft_added_to(&path, &incidents, language)),
            Deed::WriteBeside { .. } => say(&render::draft_beside(id, &path, &incidents, language)),
            Deed::Record { .. } => say(&render::draft_kept(&path, language)),
            Deed::Write { .. } | Deed::Leave { .. } => {}
        }
    }
}

fn case<'a>(
    problem: &'a Problem<'a>,
    request: Option<&'a Request>,
    sources: CaseSources<'a>,
    drafting: &Drafting<'a>,
) -> Result<RequestCase<'a>, DraftingError> {
    RequestCase::of(problem, request, drafting.improvement, sources)
        .ok_or_else(|| DraftingError::NoEvidence(problem.id.clone()))
}

/// What was done.
pub(super) struct Performed {
    /// What is to be recorded of it.
    pub(super) entries: Vec<Entry>,
    /// Why not all was done.
    pub(super) trouble: Option<anyhow::Error>,
}

impl Performed {
    /// Does one task after the other, until one can't be done: that and those behind it are taken
    /// off the list.
    pub(super) fn all(tasks: &mut Vec<Task<'_>>, drafting: &Drafting<'_>, author: &Author) -> Self {
        let mut entries = Vec::new();
        let mut failed = None;
        for (place, task) in tasks.iter().enumerate() {
            match task.perform(drafting, author) {
                Ok(entry) => entries.extend(entry),
                Err(error) => {
                    failed = Some((place, error));
                    break;
                }
            }
        }
        if let Some((place, _)) = failed {
            tasks.truncate(place);
        }
        Self { entries, trouble: failed.map(|(_, error)| error) }
    }
}

/// A file of the policy's folder as the ledger keeps it.
pub(super) fn relative(path: &Path, policy: &Policy) -> String {
    let home = policy.path.with_file_name("");
    path.strip_prefix(&home).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

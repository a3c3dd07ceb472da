use std::path::Path;

use anyhow::anyhow;

use super::deed::{Deed, Drafting};
use crate::assess::{EscalationPlan, Evidence, LedgerState, Problem, RequestCase};
use crate::domain::{Language, Policy, RequestStatus};
use crate::ledger::{Author, DraftFolder, Entry, NewWriting, Written, request_entry, text_digest};
use crate::output::say;
use crate::render;
use crate::render::requests::{Planned, PlannedDeed};

/// One request, and what is done for it.
pub(super) struct Task<'a> {
    pub(super) problem: &'a Problem<'a>,
    pub(super) status: RequestStatus,
    pub(super) case: RequestCase<'a>,
    pub(super) deed: Deed,
    /// The incidents that nobody asked about before.
    fresh: Vec<&'a str>,
    /// Whether it was asked before.
    known: bool,
}

/// All that is to be done.
pub(super) fn tasks<'a>(
    plan: &'a EscalationPlan<'a>,
    state: &'a LedgerState,
    drafting: &'a Drafting<'a>,
) -> anyhow::Result<Vec<Task<'a>>> {
    let mut tasks = Vec::new();
    for problem in &plan.problems {
        let case = drafting.case(problem, None, state)?;
        let deed = drafting.first(&case)?;
        let fresh = problem.incidents();
        tasks.push(Task { problem, status: RequestStatus::Draft, case, deed, fresh, known: false });
    }
    for continued in &plan.continued {
        let (problem, request) = (&continued.problem, continued.request);
        let case = drafting.case(problem, Some(request), state)?;
        let deed = drafting.next(continued, &case)?;
        let fresh = Evidence::incidents(&continued.fresh);
        tasks.push(Task { problem, status: request.status(), case, deed, fresh, known: true });
    }
    Ok(tasks)
}

impl Task<'_> {
    /// The file, as the ledger keeps it: from the policy on, so that both can move together.
    pub(super) fn file(&self, folder: &DraftFolder, policy: &Policy) -> String {
        relative(&self.deed.path(folder), policy)
    }

    /// What would be done.
    pub(super) fn planned(&self, drafting: &Drafting<'_>) -> Planned<'_> {
        Planned {
            file: self.file(&drafting.folder, drafting.policy),
            deed: match self.deed {
                Deed::New { .. } => PlannedDeed::New,
                Deed::Anew { .. } => PlannedDeed::Anew,
                Deed::Below { .. } | Deed::Told { .. } => PlannedDeed::Below,
                Deed::Beside { .. } => PlannedDeed::Beside,
                Deed::Nothing { .. } => PlannedDeed::Nothing,
            },
            team: &self.problem.team.title,
            cause: &self.problem.cause.title,
            problem: &self.problem.signature.title,
            incidents: self.fresh.len(),
        }
    }

    /// Does it; the entry to be recorded, if there is something to record.
    fn perform(&mut self, drafting: &Drafting<'_>, author: &Author) -> anyhow::Result<Option<Entry>> {
        let (folder, language) = (&drafting.folder, drafting.language);
        let written = self.deed.perform(folder)?;
        if let Written::Kept(path) = written {
            let standing = match &self.deed {
                Deed::New { name, .. } => folder.read(name)?,
                _ => None,
            };
            let Some(draft) = standing else {
                return Err(anyhow!(
                    "`{}` was changed meanwhile and is left as it is; run again",
                    path.display()
                ));
            };
            say(&render::draft_kept(&path, language));
            self.deed = Deed::Told { draft };
        } else {
            self.tell(folder, language);
        }
        if matches!(self.deed, Deed::Nothing { .. }) {
            return Ok(None);
        }
        let writing = NewWriting {
            incidents: self.fresh.clone(),
            file: self.file(folder, drafting.policy),
            digest: self.deed.is_whole().then(|| text_digest(self.deed.text())),
            improvement: drafting.improvement,
        };
        Ok(Some(request_entry(author, self.problem, writing)?))
    }

    /// Says what was done, unless it is what everybody expects.
    fn tell(&self, folder: &DraftFolder, language: Language) {
        let (id, path) = (self.problem.id.as_str(), self.deed.path(folder));
        let incidents = self.fresh.join(", ");
        match self.deed {
            Deed::New { .. } if self.known => say(&render::draft_was_gone(&path, language)),
            Deed::New { .. } => {}
            Deed::Anew { .. } => say(&render::draft_made_anew(&path, &incidents, language)),
            Deed::Below { .. } | Deed::Told { .. } => {
                say(&render::draft_added_to(&path, &incidents, language));
            }
            Deed::Beside { .. } => say(&render::draft_beside(id, &path, &incidents, language)),
            Deed::Nothing { .. } => say(&render::nothing_came(id, language)),
        }
    }
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
        for (place, task) in tasks.iter_mut().enumerate() {
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
fn relative(path: &Path, policy: &Policy) -> String {
    let home = policy.path.with_file_name("");
    path.strip_prefix(&home).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

use super::annotate::happened_later;
use super::body::{RequestBody, RequestStatusBody};
use super::{Author, Entry, Kind, LedgerError, Moment, WritingFault};
use crate::assess::{Evidence, LedgerState, Problem};
use crate::domain::{Instant, RequestStatus, nearest};

/// What was written about a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewWriting<'a> {
    /// The breaches that nobody asked about before.
    pub evidence: &'a [Evidence<'a>],
    /// The file that tells of them, relative to the policy.
    pub file: String,
    /// What the person asks for in their own words.
    pub improvement: Option<&'a str>,
}

/// The entry of a request, or of what came later of an open one.
pub fn request_entry(
    author: &Author,
    problem: &Problem<'_>,
    writing: NewWriting<'_>,
) -> Result<Entry, LedgerError> {
    let body = RequestBody {
        request: problem.id.clone(),
        team: problem.team.id.clone(),
        cause: problem.cause.id.clone(),
        signature: problem.signature.parts(),
        incidents: Evidence::incidents(writing.evidence).into_iter().map(str::to_owned).collect(),
        breaches: writing
            .evidence
            .iter()
            .map(|one| [one.incident().to_owned(), one.breach.objective.clone()])
            .collect(),
        draft: writing.file,
        improvement: writing.improvement.map(str::to_owned),
    };
    Entry::new(author, Kind::Request(body))
}

/// The entry that marks how far a request got. All faults are found at once.
pub fn mark(
    state: &LedgerState,
    author: &Author,
    request: &str,
    status: RequestStatus,
    happened: Option<Instant>,
    note: Option<&str>,
) -> Result<Entry, Vec<WritingFault>> {
    let mut faults: Vec<WritingFault> = happened_later(happened, author).into_iter().collect();
    let known = state.requests().iter().find(|known| known.id == request);
    match known {
        None => {
            let known = state.requests().iter().map(|known| known.id.as_str());
            faults.push(WritingFault::UnknownRequest {
                id: request.to_owned(),
                nearest: nearest(request, known),
            });
        }
        // The same at another time puts that time right.
        Some(known) if known.status() == status && happened.is_none_or(|at| at == known.since()) => {
            faults.push(WritingFault::MarkedAlready { id: request.to_owned(), status: status.word() });
        }
        Some(_) => {}
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let body = RequestStatusBody {
        request: request.to_owned(),
        status: status.word().to_owned(),
        after: known.and_then(|known| known.steps.last()).map(|step| step.entry.to_string()),
        happened: happened.map(Moment),
        note: note.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned),
    };
    Entry::new(author, Kind::RequestStatus(body)).map_err(|error| vec![error.into()])
}

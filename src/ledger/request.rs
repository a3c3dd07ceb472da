use super::body::RequestBody;
use super::{Author, Entry, Kind, LedgerError};
use crate::assess::{Evidence, Problem};
use crate::domain::Request;

/// What was written about a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewWriting<'a> {
    /// The breaches that nobody asked about before.
    pub evidence: &'a [Evidence<'a>],
    /// The breaches that were asked about before and are left out now.
    pub left_out: Vec<[String; 2]>,
    /// What was written of the request until now.
    pub request: Option<&'a Request>,
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
        left_out: writing.left_out,
        after: writing.request.and_then(|request| request.writings.last()).map(|last| last.entry.to_string()),
        draft: writing.file,
        improvement: writing.improvement.map(str::to_owned),
    };
    Entry::new(author, Kind::Request(body))
}

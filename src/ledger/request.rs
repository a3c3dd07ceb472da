use super::body::RequestBody;
use super::{Author, Entry, Kind, LedgerError};
use crate::assess::Problem;

/// The entry of a request whose draft stands at `draft`, a path relative to the policy.
pub fn request_entry(author: &Author, problem: &Problem<'_>, draft: &str) -> Result<Entry, LedgerError> {
    let body = RequestBody {
        request: problem.id.clone(),
        team: problem.team.id.clone(),
        cause: problem.cause.id.clone(),
        signature: problem.signature.parts(),
        incidents: problem.incidents().into_iter().map(str::to_owned).collect(),
        draft: draft.to_owned(),
    };
    Entry::new(author, Kind::Request(body))
}

use super::body::RetractionBody;
use super::subject::Subject;
use super::{Author, Entry, Kind, WritingFault};
use crate::assess::LedgerState;
use crate::domain::{Annotation, is_blank};

/// That a person takes back what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRetraction {
    /// What it was about.
    pub subject: Subject,
    /// Why, in their words.
    pub why: String,
}

/// The entries that take back everything that stands about the subject, also where its breaches
/// were withdrawn. All faults are found at once.
pub fn retract(
    state: &LedgerState,
    author: &Author,
    new: &NewRetraction,
) -> Result<Vec<Entry>, Vec<WritingFault>> {
    let why = new.why.trim();
    let empty = is_blank(why).then_some(WritingFault::EmptyWhy);
    let standing = match (new.subject.annotated(state), empty) {
        (Ok(standing), None) => standing,
        (found, empty) => return Err(found.err().into_iter().chain(empty).collect()),
    };
    let entry = |annotation: &Annotation| {
        let body = RetractionBody {
            incident: annotation.incident.clone(),
            objective: annotation.objective.clone(),
            why: why.to_owned(),
            supersedes: annotation.entry.to_string(),
        };
        Entry::new(author, Kind::AnnotationRetracted(body)).map_err(|error| vec![error.into()])
    };
    standing.into_iter().map(entry).collect()
}

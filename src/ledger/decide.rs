use super::body::DecisionBody;
use super::subject::Subject;
use super::{Author, Entry, Kind, WritingFault};
use crate::assess::LedgerState;
use crate::domain::{Annotation, Fix, is_blank};

/// What a person decided about a fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// What it is about.
    pub subject: Subject,
    /// Whether something must be fixed.
    pub required: bool,
    /// Why, in their words.
    pub why: String,
}

/// The entries that record a decision: one for each annotation that stands about the subject, in
/// place of every decision that stands on it. All faults are found at once.
pub fn decide(
    state: &LedgerState,
    author: &Author,
    new: &NewDecision,
) -> Result<Vec<Entry>, Vec<WritingFault>> {
    let mut faults: Vec<WritingFault> = new.subject.breached(state).err().into_iter().collect();
    let why = new.why.trim();
    if is_blank(why) {
        faults.push(WritingFault::EmptyWhy);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let fix = if new.required { Fix::Required } else { Fix::NotRequired };
    let standing = new.subject.annotated(state).map_err(|fault| vec![fault])?;
    let decided =
        |annotation: &&Annotation| annotation.decision.as_ref().is_none_or(|decision| decision.fix != fix);
    let open: Vec<&Annotation> = standing.iter().copied().filter(decided).collect();
    if open.is_empty() {
        let by =
            standing.iter().find_map(|annotation| annotation.decision.as_ref()).map(|last| last.by.clone());
        let id = new.subject.incident.clone();
        return Err(vec![WritingFault::DecidedAlready { id, fix: fix.word(), by: by.unwrap_or_default() }]);
    }
    let entry = |annotation: &Annotation| {
        let mut superseded =
            state.decisions_on(annotation).into_iter().map(|decision| decision.entry.to_string());
        let body = DecisionBody {
            incident: annotation.incident.clone(),
            objective: annotation.objective.clone(),
            annotation: annotation.entry.to_string(),
            fix: fix.word().to_owned(),
            why: why.to_owned(),
            supersedes: superseded.next(),
            also_supersedes: superseded.collect(),
        };
        Entry::new(author, Kind::Decision(body)).map_err(|error| vec![error.into()])
    };
    open.into_iter().map(entry).collect()
}

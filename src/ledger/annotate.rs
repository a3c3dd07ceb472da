use super::body::AnnotationBody;
use super::subject::Subject;
use super::{Author, Entry, Kind, Moment, WritingFault};
use crate::assess::LedgerState;
use crate::domain::{Cause, EntryId, Fix, Instant, Policy, Retraction, nearest};

/// What a person wants recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewAnnotation {
    /// What it is about.
    pub subject: Subject,
    /// The cause by its name or title in the policy.
    pub cause: String,
    /// Why, in their words.
    pub reason: String,
    /// What would help, in their words.
    pub improvement: Option<String>,
    /// Whether something must be fixed, where they overrule the cause.
    pub fix: Option<Fix>,
    /// When it was learnt, where that was earlier.
    pub happened: Option<Instant>,
    /// What stood about the subject when the person was asked (see [`Subject::stands`]): if something
    /// else stands by now, somebody wrote meanwhile. `None` where nobody was shown anything.
    pub seen: Option<Vec<EntryId>>,
}

/// The entry that records what a person wrote, in place of what stood about the same: about one
/// objective what was written about it alone, about an incident all of it. All faults are found at
/// once.
pub fn annotate(
    state: &LedgerState,
    policy: &Policy,
    author: &Author,
    new: &NewAnnotation,
) -> Result<Entry, Vec<WritingFault>> {
    let mut faults: Vec<WritingFault> = new.subject.breached(state).err().into_iter().collect();
    let cause = known_cause(policy, &new.cause).map_err(|fault| faults.push(fault)).ok();
    let reason = new.reason.trim();
    if reason.is_empty() {
        faults.push(WritingFault::EmptyReason);
    }
    faults.extend(happened_later(new.happened, author));
    faults.extend(written_meanwhile(state, new));
    let (Some(cause), true) = (cause, faults.is_empty()) else { return Err(faults) };
    let mut superseded = new.subject.standing(state).into_iter().map(|known| known.entry.to_string());
    let improvement = new.improvement.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let body = AnnotationBody {
        incident: new.subject.incident.clone(),
        objective: new.subject.objective.clone(),
        cause: cause.id.clone(),
        reason: reason.to_owned(),
        improvement: improvement.map(str::to_owned),
        fix: new.fix.unwrap_or(cause.fix).word().to_owned(),
        happened: new.happened.map(Moment),
        supersedes: superseded.next(),
        also_supersedes: superseded.collect(),
        after: last_retraction(state, new).map(|retraction| retraction.entry.to_string()),
    };
    Entry::new(author, Kind::Annotation(body)).map_err(|error| vec![error.into()])
}

/// The cause of this name or title.
pub fn known_cause<'a>(policy: &'a Policy, cause: &str) -> Result<&'a Cause, WritingFault> {
    let ids = || policy.causes.iter().map(|cause| cause.id.as_str());
    policy.find_cause(cause).ok_or_else(|| WritingFault::UnknownCause {
        cause: cause.to_owned(),
        nearest: nearest(cause, ids()),
        known: ids().map(str::to_owned).collect(),
    })
}

/// The last time that something about the incident was taken back, where nothing stands about the
/// subject.
fn last_retraction<'a>(state: &'a LedgerState, new: &NewAnnotation) -> Option<&'a Retraction> {
    if !new.subject.standing(state).is_empty() {
        return None;
    }
    let retractions = state.retractions(&new.subject.incident).iter();
    retractions.max_by_key(|retraction| (retraction.at, retraction.entry))
}

/// That the person didn't see what stands.
fn written_meanwhile(state: &LedgerState, new: &NewAnnotation) -> Option<WritingFault> {
    let seen = new.seen.as_ref()?;
    if new.subject.stands(state) == *seen {
        return None;
    }
    let unseen = |entry: EntryId| !seen.contains(&entry);
    let by = new.subject.standing(state).into_iter().find_map(|annotation| match &annotation.decision {
        _ if unseen(annotation.entry) => Some(annotation.by.clone()),
        Some(decision) if unseen(decision.entry) => Some(decision.by.clone()),
        _ => None,
    });
    Some(WritingFault::WrittenMeanwhile { id: new.subject.incident.clone(), by })
}

/// Nothing is written before it is learnt.
pub(super) fn happened_later(happened: Option<Instant>, author: &Author) -> Option<WritingFault> {
    let happened = happened.filter(|happened| *happened > author.at)?;
    Some(WritingFault::HappenedLater {
        happened: Moment(happened).to_string(),
        now: Moment(author.at).to_string(),
    })
}

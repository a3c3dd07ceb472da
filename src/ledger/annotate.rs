use chrono::SecondsFormat;

use super::body::AnnotationBody;
use super::subject::Subject;
use super::{Author, Entry, Kind, Moment, WritingFault};
use crate::assess::LedgerState;
use crate::domain::{Cause, EntryId, Fix, Instant, Policy, Retraction, Zone, is_blank, nearest};

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
    if is_blank(reason) {
        faults.push(WritingFault::EmptyReason);
    }
    faults.extend(later(new.happened, author, |at| local(at, policy.zone)));
    faults.extend(happened_before(state, policy.zone, &new.subject, new.happened));
    faults.extend(written_meanwhile(state, new));
    let (Some(cause), true) = (cause, faults.is_empty()) else { return Err(faults) };
    let mut superseded = new.subject.standing(state).into_iter().map(|known| known.entry.to_string());
    let improvement = new.improvement.as_deref().map(str::trim).filter(|text| !is_blank(text));
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
pub(super) fn known_cause<'a>(policy: &'a Policy, cause: &str) -> Result<&'a Cause, WritingFault> {
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

/// What is wrong with the parts of an answer that are given, whatever it is about.
#[must_use]
pub fn given_faults(
    policy: &Policy,
    author: &Author,
    cause: Option<&str>,
    reason: Option<&str>,
    happened: Option<Instant>,
) -> Vec<WritingFault> {
    let mut faults: Vec<WritingFault> =
        cause.and_then(|cause| known_cause(policy, cause).err()).into_iter().collect();
    if reason.is_some_and(is_blank) {
        faults.push(WritingFault::EmptyReason);
    }
    faults.extend(later(happened, author, |at| local(at, policy.zone)));
    faults
}

/// Nothing is learnt of an incident before it is opened. People don't write seconds, nor the time of
/// a day: its minute and the first instant of its day are not before it.
#[must_use]
pub fn happened_before(
    state: &LedgerState,
    zone: Zone,
    subject: &Subject,
    happened: Option<Instant>,
) -> Option<WritingFault> {
    let minute = |at: Instant| at.epoch().0.div_euclid(60);
    let happened = happened?;
    let held = state.of_incident(&subject.incident);
    let opened = held.iter().map(|held| held.breach.opened()).min()?;
    let is_its_day = || zone.midnight(zone.date(opened)) == Some(happened);
    if minute(happened) >= minute(opened) || is_its_day() {
        return None;
    }
    Some(WritingFault::HappenedBefore {
        id: subject.incident.clone(),
        happened: local(happened, zone),
        opened: local(opened, zone),
    })
}

/// Nothing is written before it happens.
pub(super) fn later(
    happened: Option<Instant>,
    author: &Author,
    written: impl Fn(Instant) -> String,
) -> Option<WritingFault> {
    let happened = happened.filter(|happened| *happened > author.at)?;
    Some(WritingFault::HappenedLater { happened: written(happened), now: written(author.at) })
}

/// A moment as people have it on their clocks.
pub(super) fn local(at: Instant, zone: Zone) -> String {
    zone.at(at).to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{minute, policy, recorded, state};

    #[test]
    fn nothing_is_learnt_before_there_is_an_incident() {
        let zone = policy().zone;
        let at =
            |minutes, seconds: i64| Instant::from_nanos(minute(minutes).nanos() + seconds * 1_000_000_000);
        let mut breach = recorded("A", "", 980);
        breach.stages = vec![("opened".to_owned(), at(980, 31))];
        let state = state([breach]);
        let subject = Subject { incident: "A".to_owned(), objective: None };
        let fault = |happened| happened_before(&state, zone, &subject, Some(happened));
        // The day and the minute that people write for a moment in it.
        for near in [minute(980), zone.midnight(zone.date(minute(980))).unwrap()] {
            assert!(fault(near).is_none());
        }
        assert_eq!(
            fault(at(979, 59)).unwrap().to_string(),
            "`2026-11-01T16:19:59+09:00` is before incident `A` was opened, `2026-11-01T16:20:31+09:00`; \
             write when the reason was learnt, or leave it out"
        );
    }
}

use std::collections::{BTreeMap, HashMap};

use super::{LedgerState, Signature};
use crate::domain::{Annotation, Instant, RecordedBreach, Span};

/// How far back the same problem is looked for: 30 days.
const LOOK_BACK: Span = Span::from_nanos(30 * 86_400 * 1_000_000_000);

/// An earlier incident of the same problem.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// What it missed. Of several breaches one that something was written about, then one of the
    /// same objective, then the latest.
    pub breach: &'a RecordedBreach,
    /// What was written about it then.
    pub annotation: Option<&'a Annotation>,
}

/// The breaches of a ledger by the problem that they are of, for many questions in a row.
#[derive(Debug)]
pub struct Recurrences<'a> {
    state: &'a LedgerState,
    /// The breaches of each problem, by the start of the clock.
    problems: HashMap<Signature, Vec<&'a RecordedBreach>>,
}

impl<'a> Recurrences<'a> {
    /// All that the ledger has. Breaches that were withdrawn don't count.
    #[must_use]
    pub fn of(state: &'a LedgerState) -> Self {
        let mut breaches: Vec<&'a RecordedBreach> = state.active().collect();
        breaches.sort_by_key(|breach| breach.from);
        let mut problems: HashMap<Signature, Vec<&'a RecordedBreach>> = HashMap::new();
        for breach in breaches {
            problems.entry(Signature::of(breach)).or_default().push(breach);
        }
        Self { state, problems }
    }

    /// Only those that matter to one breach: much faster for a single question.
    #[must_use]
    pub fn around(state: &'a LedgerState, breach: &RecordedBreach) -> Self {
        let signature = Signature::of(breach);
        let (since, until) = Self::reach(breach);
        let mut found: Vec<&'a RecordedBreach> = state
            .active()
            .filter(|other| (since..until).contains(&other.from) && signature.fits(other))
            .collect();
        found.sort_by_key(|breach| breach.from);
        Self { state, problems: HashMap::from([(signature, found)]) }
    }

    /// From when to when, half-open, the clocks of earlier incidents may have started.
    #[must_use]
    pub const fn reach(breach: &RecordedBreach) -> (Instant, Instant) {
        (Instant::from_nanos(breach.from.nanos().saturating_sub(LOOK_BACK.nanos())), breach.from)
    }

    /// Other incidents of the problem whose clock started in the 30 days before that of this
    /// breach, each once, the newest first.
    #[must_use]
    pub fn before(&self, breach: &RecordedBreach) -> Vec<Earlier<'a>> {
        let Some(same) = self.problems.get(&Signature::of(breach)) else { return Vec::new() };
        let (since, until) = Self::reach(breach);
        let first = same.partition_point(|other| other.from < since);
        let end = same.partition_point(|other| other.from < until);
        let mut incidents: BTreeMap<&'a str, Earlier<'a>> = BTreeMap::new();
        for &other in same.get(first..end).unwrap_or_default() {
            if other.incident == breach.incident {
                continue;
            }
            let annotation = self.state.annotation_for(&other.incident, &other.objective);
            let found = Earlier { breach: other, annotation };
            let weight = |one: &Earlier<'_>| {
                (one.annotation.is_some(), one.breach.objective == breach.objective, one.breach.from)
            };
            let held = incidents.entry(&other.incident).or_insert(found);
            if weight(&found) > weight(held) {
                *held = found;
            }
        }
        let mut earlier: Vec<Earlier<'a>> = incidents.into_values().collect();
        earlier.sort_by_key(|one| std::cmp::Reverse(one.breach.from));
        earlier
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{annotation, minute, recorded, state};
    use crate::domain::{EntryId, Fix, Withdrawal};

    const DAY: i64 = 24 * 60;

    /// The earlier incidents and what was written about them; asked of either index.
    fn earlier(state: &LedgerState, breach: &RecordedBreach) -> Vec<String> {
        let shown = |index: &Recurrences<'_>| -> Vec<String> {
            let show = |one: &Earlier<'_>| {
                let written = one.annotation.map_or("-", |annotation| &annotation.reason);
                format!("{} {} {written}", one.breach.incident, one.breach.objective)
            };
            index.before(breach).iter().map(show).collect()
        };
        let (all, only) = (shown(&Recurrences::of(state)), shown(&Recurrences::around(state, breach)));
        assert_eq!(all, only);
        all
    }

    #[test]
    fn the_same_problem_of_other_incidents_in_thirty_days_is_found_newest_first() {
        let now = recorded("now", "web0123 disk 91%", 40 * DAY);
        let ledger = state([
            recorded("edge", "web0456 disk 97%", 10 * DAY),
            recorded("too old", "web0456 disk 97%", 10 * DAY - 1),
            recorded("yesterday", "ｗｅｂ1 DISK 3%", 39 * DAY),
            recorded("another problem", "web0123 ping", 39 * DAY),
            RecordedBreach {
                customer: Some("Globex".into()),
                ..recorded("theirs", "web1 disk 1%", 39 * DAY)
            },
            RecordedBreach { service: Some("db".into()), ..recorded("elsewhere", "web1 disk 1%", 39 * DAY) },
            recorded("at once", "web0123 disk 91%", 40 * DAY),
            recorded("later", "web0123 disk 91%", 41 * DAY),
            now.clone(),
        ]);
        assert_eq!(earlier(&ledger, &now), ["yesterday first-response -", "edge first-response -"]);
    }

    #[test]
    fn an_incident_comes_once_with_what_was_written_about_it() {
        let now = recorded("now", "disk", 10 * DAY);
        let of = |incident: &str, objective: &str, day: i64| RecordedBreach {
            objective: objective.into(),
            ..recorded(incident, "disk", day * DAY)
        };
        let mut ledger = state([
            of("A", "resolve", 5),
            of("A", "first-response", 5),
            of("B", "resolve", 6),
            of("B", "first-response", 6),
            of("now", "resolve", 9),
            now.clone(),
        ]);
        assert_eq!(earlier(&ledger, &now), ["B first-response -", "A first-response -"]);
        let about = annotation("A", "other", Fix::Review, "slow switch");
        ledger.take_annotation(Annotation { objective: Some("resolve".into()), ..about }, &[]);
        ledger.take_annotation(annotation("B", "other", Fix::Review, "alert storm"), &[]);
        assert_eq!(earlier(&ledger, &now), ["B first-response alert storm", "A resolve slow switch"]);
    }

    #[test]
    fn a_breach_that_was_withdrawn_does_not_count() {
        let now = recorded("now", "disk", 10 * DAY);
        let mut ledger = state([recorded("A", "disk", 9 * DAY), now.clone()]);
        assert_eq!(earlier(&ledger, &now).len(), 1);
        let why = Withdrawal { verdict: "met".into(), as_of: minute(20 * DAY), policy: "0".repeat(64) };
        ledger.take_withdrawal(EntryId::from_bytes([99; 16]), "A", "first-response", why);
        assert!(earlier(&ledger, &now).is_empty());
    }
}

use std::collections::BTreeMap;

use super::{LedgerState, Occurrence, ProblemBreaches, Signature, Surveyed};
use crate::domain::{Instant, RecordedBreach, Request, RequestStatus, Span, Zone};

/// Whether what was asked for helped: the incidents of the problem in as many days before it was
/// done as after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixEffect<'a> {
    /// The request.
    pub request: &'a Request,
    /// When it was done.
    pub done: Instant,
    /// How many times 24 hours are looked at on either side; 0 where not even one is known.
    pub days: i64,
    /// Those before.
    pub before: Occurred,
    /// Those after.
    pub after: Occurred,
    /// All that missed an objective since it was done, also outside those days, in the order in
    /// which they were opened.
    pub recurrences: Vec<Recurrence<'a>>,
    /// Whether all incidents are counted, or only those that missed an objective.
    pub counts_all: bool,
    /// How many of those days have no incident of any kind in the exports: perhaps one is missing.
    pub empty_days: usize,
}

/// What came in some days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occurred {
    /// Incidents of the problem.
    pub incidents: usize,
    /// Those among them that missed an objective.
    pub breached: usize,
}

/// An incident that missed an objective though the fix was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence<'a> {
    /// The incident.
    pub incident: String,
    /// When it was opened.
    pub opened: Instant,
    /// The cause by its name in the policy; `None` where nobody has written one yet.
    pub cause: Option<&'a str>,
}

/// What can be said of an effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixOutcome {
    /// Not a whole day is known on both sides.
    TooEarly,
    /// Fewer than ten incidents in all.
    TooFew,
    /// Fewer breached incidents than before.
    Fewer,
    /// As many as before.
    Same,
    /// More than before.
    More,
}

/// An incident of the problem, whoever tells of it.
#[derive(Clone, Copy)]
struct Known<'a> {
    opened: Instant,
    breached: bool,
    cause: Option<&'a str>,
}

impl<'a> FixEffect<'a> {
    /// The least number of incidents that tell anything, and of breached ones that a percentage is
    /// made of.
    pub const ENOUGH: usize = 10;
    /// The most days that are looked at on either side.
    pub const MOST_DAYS: i64 = 90;
    const DAY: i64 = 86_400 * 1_000_000_000;

    /// The effects of all requests that are done: those whose problem came back first, then those
    /// done last. `found` is what the exports tell.
    #[must_use]
    pub fn of(
        state: &'a LedgerState,
        requests: &[&'a Request],
        (as_of, zone): (Instant, Zone),
        found: Option<&Surveyed>,
    ) -> Vec<Self> {
        let known = match found {
            // Up to the newest incident: what came later stands in no export.
            Some(surveyed) => surveyed.span,
            None => state.breaches().map(|held| held.breach.opened()).min().map(|first| (first, as_of)),
        };
        let signatures = requests.iter().map(|request| Signature::from_parts(&request.signature)).collect();
        let breaches = ProblemBreaches::of(state, &signatures, as_of);
        let mut effects: Vec<Self> = requests
            .iter()
            .filter(|request| request.status() == RequestStatus::Done && request.since() <= as_of)
            .map(|request| {
                let signature = Signature::from_parts(&request.signature);
                Self::of_one(
                    state,
                    request,
                    breaches.of_problem(&signature),
                    known,
                    found.map(|found| (found, found.of(&signature))),
                    zone,
                )
            })
            .collect();
        effects.sort_by(|a, b| {
            b.recurrences
                .len()
                .cmp(&a.recurrences.len())
                .then_with(|| b.done.cmp(&a.done))
                .then_with(|| a.request.id.cmp(&b.request.id))
        });
        effects
    }

    fn of_one(
        state: &'a LedgerState,
        request: &'a Request,
        breaches: &[&'a RecordedBreach],
        known: Option<(Instant, Instant)>,
        found: Option<(&Surveyed, &[Occurrence])>,
        zone: Zone,
    ) -> Self {
        let done = request.since();
        let mut incidents: BTreeMap<&str, Known<'a>> = BTreeMap::new();
        for one in found.map(|(_, occurrences)| occurrences).unwrap_or_default() {
            let known = Known { opened: one.opened, breached: !one.missed.is_empty(), cause: None };
            incidents.insert(&one.incident, known);
        }
        for breach in breaches {
            let first = Known { opened: breach.opened(), breached: true, cause: None };
            let held = incidents.entry(&breach.incident).or_insert(first);
            held.breached = true;
            let annotation = state.annotation_for(&breach.incident, &breach.objective);
            held.cause = held.cause.or(annotation.map(|annotation| annotation.cause.as_str()));
        }
        let days = known.map_or(0, |(first, last)| {
            let whole = |span: Span| span.nanos().max(0) / Self::DAY;
            whole(done.since(first)).min(whole(last.since(done))).min(Self::MOST_DAYS)
        });
        let width = Span::from_nanos(days * Self::DAY);
        let within = |from: Instant, to: Instant| {
            let mut occurred = Occurred::default();
            for one in incidents.values().filter(|one| (from..to).contains(&one.opened)) {
                occurred.incidents += 1;
                occurred.breached += usize::from(one.breached);
            }
            occurred
        };
        let mut recurrences: Vec<Recurrence<'a>> = incidents
            .iter()
            .filter(|(_, one)| one.breached && one.opened >= done)
            .map(|(incident, one)| Recurrence {
                incident: (*incident).to_owned(),
                opened: one.opened,
                cause: one.cause,
            })
            .collect();
        recurrences.sort_by(|a, b| (a.opened, &a.incident).cmp(&(b.opened, &b.incident)));
        Self {
            request,
            done,
            days,
            before: within(done.minus(width), done),
            after: within(done, done.plus(width)),
            recurrences,
            counts_all: found.is_some(),
            empty_days: found
                .map_or(0, |(found, _)| found.empty_days(done.minus(width), done.plus(width), zone)),
        }
    }

    /// What can be said of it.
    #[must_use]
    pub fn outcome(&self) -> FixOutcome {
        let (before, after) = (self.before, self.after);
        if self.days == 0 {
            return FixOutcome::TooEarly;
        }
        if before.incidents + after.incidents < Self::ENOUGH {
            return FixOutcome::TooFew;
        }
        match after.breached.cmp(&before.breached) {
            std::cmp::Ordering::Less => FixOutcome::Fewer,
            std::cmp::Ordering::Equal => FixOutcome::Same,
            std::cmp::Ordering::Greater => FixOutcome::More,
        }
    }

    /// How many of a count there were a day; `None` where no day was looked at.
    #[must_use]
    pub fn per_day(&self, count: usize) -> Option<f64> {
        (self.days > 0).then(|| count as f64 / self.days as f64)
    }

    /// By how many percent the breached incidents became more, rounded towards zero; less than
    /// nothing where they became fewer. `None` on small numbers.
    #[must_use]
    pub fn change(&self) -> Option<i64> {
        if self.before.breached < Self::ENOUGH
            || matches!(self.outcome(), FixOutcome::TooEarly | FixOutcome::TooFew)
        {
            return None;
        }
        let [before, after] =
            [self.before.breached, self.after.breached].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        (after.checked_sub(before)?).checked_mul(100)?.checked_div(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{annotation, minute, policy, recorded, request, state, step};
    use crate::domain::Fix;

    const DAY: i64 = 24 * 60;
    const DONE: i64 = 30 * DAY;

    /// A request about the problem of [`recorded`], done on day 30.
    fn done() -> Request {
        let signature = Signature::of(&recorded("A", "disk 1%", 0)).parts();
        Request { signature, steps: vec![step(RequestStatus::Done, DONE)], ..request("REQ-1", &["A"]) }
    }

    /// Exports that reach from day to day, with incidents of the problem on these days: breached
    /// ones and others.
    fn surveyed(from: i64, to: i64, breached: &[i64], met: &[i64]) -> Surveyed {
        let one = |(day, missed): (i64, Vec<usize>)| Occurrence {
            incident: format!("X-{day}-{}", missed.len()),
            opened: minute(day * DAY),
            missed,
        };
        let late = breached.iter().map(|&day| (day, vec![0]));
        let kept = met.iter().map(|&day| (day, Vec::new()));
        let occurrences: Vec<Occurrence> = late.chain(kept).map(one).collect();
        Surveyed::for_tests(
            (minute(from * DAY), minute(to * DAY)),
            Signature::of(&recorded("A", "disk 1%", 0)),
            occurrences,
        )
    }

    fn effect<'a>(state: &'a LedgerState, request: &'a Request, found: Option<&Surveyed>) -> FixEffect<'a> {
        FixEffect::of(state, &[request], (minute(50 * DAY), policy().zone), found).remove(0)
    }

    #[test]
    fn as_many_days_are_counted_before_as_after() {
        let (ledger, request) = (LedgerState::default(), done());
        let late: Vec<i64> = (0..30).collect();
        let found = surveyed(0, 45, &late, &[30, 40, 44, 45]);
        let effect = effect(&ledger, &request, Some(&found));
        assert_eq!(effect.days, 15, "the exports end on day 45");
        assert_eq!(effect.before, Occurred { incidents: 15, breached: 15 });
        assert_eq!(effect.after, Occurred { incidents: 3, breached: 0 }, "the end itself is not in it");
        assert_eq!((effect.outcome(), effect.change()), (FixOutcome::Fewer, Some(-100)));
        assert!(effect.counts_all && effect.recurrences.is_empty());
        assert_eq!(effect.empty_days, 29, "of other incidents nothing is known here");
    }

    #[test]
    fn small_numbers_tell_nothing_and_make_no_percentage() {
        let (ledger, request) = (LedgerState::default(), done());
        let of = |breached: &[i64], met: &[i64]| {
            let found = surveyed(0, 60, breached, met);
            let effect = effect(&ledger, &request, Some(&found));
            (effect.outcome(), effect.change())
        };
        assert_eq!(of(&[20, 21, 22, 23, 24, 25, 26, 27, 28], &[]), (FixOutcome::TooFew, None));
        assert_eq!(of(&[20, 21, 22, 23, 24, 25, 26, 27, 28], &[29]), (FixOutcome::Fewer, None));
        assert_eq!(of(&[19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 31], &[]), (FixOutcome::Fewer, Some(-90)));
        assert_eq!(of(&[20, 31], &[21, 22, 23, 24, 25, 26, 27, 28]), (FixOutcome::Same, None));
        assert_eq!(of(&[31], &[21, 22, 23, 24, 25, 26, 27, 28, 29]), (FixOutcome::More, None));
        let early = surveyed(0, 30, &[20], &[]);
        assert_eq!(effect(&ledger, &request, Some(&early)).outcome(), FixOutcome::TooEarly);
    }

    #[test]
    fn what_came_back_is_told_with_its_cause_wherever_it_is_known_from() {
        let request = done();
        let mut ledger = state([
            recorded("A", "disk 1%", 0),
            recorded("B", "disk 2%", DONE),
            recorded("C", "disk 3%", DONE + 60),
            recorded("other", "ping", DONE + 60),
        ]);
        ledger.take_annotation(annotation("C", "other", Fix::Review, "why"), &[]);
        let found = surveyed(0, 50, &[33], &[]);
        let effect = effect(&ledger, &request, Some(&found));
        let came: Vec<(&str, Option<&str>)> =
            effect.recurrences.iter().map(|one| (one.incident.as_str(), one.cause)).collect();
        assert_eq!(came, [("B", None), ("C", Some("other")), ("X-33-1", None)]);
        assert_eq!((effect.before.breached, effect.after.breached), (0, 3), "A is more than 20 days before");
    }

    #[test]
    fn without_exports_only_what_the_ledger_has_is_counted() {
        let request = done();
        let ledger = state([recorded("A", "disk 1%", 15 * DAY), recorded("B", "disk 2%", 31 * DAY)]);
        let effect = effect(&ledger, &request, None);
        assert_eq!((effect.days, effect.counts_all), (15, false));
        assert_eq!((effect.before.breached, effect.after.breached), (1, 1));
        assert_eq!(effect.outcome(), FixOutcome::TooFew);
    }

    #[test]
    fn those_that_came_back_stand_first() {
        let quiet = Request { id: "REQ-0".into(), signature: ["x".into(), "y".into(), "z".into()], ..done() };
        let (back, open) = (done(), request("REQ-2", &["A"]));
        let ledger = state([recorded("A", "disk 1%", 31 * DAY)]);
        let effects =
            FixEffect::of(&ledger, &[&quiet, &back, &open], (minute(50 * DAY), policy().zone), None);
        let ids: Vec<&str> = effects.iter().map(|effect| effect.request.id.as_str()).collect();
        assert_eq!(ids, ["REQ-1", "REQ-0"], "what isn't done has no effect");
    }
}

use super::choice::Candidates;
use super::exclusions::Exclusions;
use crate::domain::{Incident, Instant, Policy, Promise, Span, StageId, Stamp, Target};

/// What shows without a clock that an incident met all objectives, as most do: no calendar, no pause
/// and no exclusion makes more time count than went by.
///
/// Judged in full are those that more is told of: with more than nine tenths of the time by the clock
/// on the wall, which may be near misses; with notes about their stamps; where an exclusion holds, as
/// a report counts what it moved; where pauses are sums or can't be read, which may be unknown; and
/// where the severity changed, as another target may decide.
#[derive(Debug)]
pub(super) struct ClearlyMet {
    /// One for each objective.
    limits: Vec<Limit>,
}

#[derive(Debug)]
struct Limit {
    from: StageId,
    to: StageId,
    /// The longest time that is no near miss.
    time: Span,
    target: usize,
}

/// When a clock of an incident started and stopped, and the place of the target that decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ClockRun {
    pub(super) from: Instant,
    pub(super) to: Instant,
    pub(super) target: usize,
}

impl ClearlyMet {
    /// For incidents with these targets and exclusions. `None` where more has to be known of each.
    pub(super) fn of(policy: &Policy, candidates: &[Candidates], exclusions: &Exclusions) -> Option<Self> {
        if exclusions.may_drop() {
            return None;
        }
        let limits = policy.objectives.iter().zip(candidates).map(|(objective, candidates)| {
            let &target = candidates.places().first()?;
            let Target { promise: Promise::Within(span), since: None, until: None, .. } =
                &objective.targets[target]
            else {
                return None;
            };
            Some(Limit { from: objective.from, to: objective.to, time: span.nine_tenths(), target })
        });
        Some(Self { limits: limits.collect::<Option<_>>()? })
    }

    /// Whether the incident is one, as of then. Of such an incident no stamp is looked at but those
    /// where clocks start and stop.
    #[inline]
    pub(super) fn holds(&self, incident: &Incident<'_>, as_of: Instant, exclusions: &Exclusions) -> bool {
        incident.notes.is_empty()
            && incident.severities.is_empty()
            && incident.pauses.sums.is_empty()
            && incident.pauses.stretches.is_some()
            && self
                .limits
                .iter()
                .all(|limit| limit.run(incident, as_of).is_some_and(|run| !exclusions.hold(run.from, run.to)))
    }

    /// The clocks of such an incident, by objective.
    pub(super) fn runs(&self, incident: &Incident<'_>, as_of: Instant) -> impl Iterator<Item = ClockRun> {
        self.limits.iter().filter_map(move |limit| limit.run(incident, as_of))
    }
}

impl Limit {
    #[inline]
    fn run(&self, incident: &Incident<'_>, as_of: Instant) -> Option<ClockRun> {
        let (Stamp::At(from), Stamp::At(to)) = (incident.stamp(self.from), incident.stamp(self.to)) else {
            return None;
        };
        let took = to.since(from);
        let is_clear = to <= as_of && took >= Span::ZERO && took <= self.time;
        is_clear.then_some(ClockRun { from, to, target: self.target })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::clock_desk::{Ticket, exclusion, hour, minute, minutes, policy};
    use crate::assess::{Assessor, Intake, Question};
    use crate::domain::{Exclusion, ExclusionEffect, Pause};

    /// Whether the ticket is counted without a verdict, as of the hour 1000.
    fn is_clear(exclusions: Vec<Exclusion>, ticket: &Ticket) -> bool {
        let policy = policy(exclusions);
        let assessor = Assessor::new(Question::of(&policy, hour(1000)));
        let mut tally = assessor.begin();
        ticket.look(&policy, |incident| assessor.take(&mut tally, incident));
        assert_eq!(tally.incidents, 1);
        tally.latest().is_empty()
    }

    #[test]
    fn nine_tenths_of_the_time_are_clear_and_more_are_not() {
        let ticket = |resolved| Ticket::new("A", hour(0), resolved);
        assert!(is_clear(Vec::new(), &ticket(Some(hour(9)))));
        assert!(is_clear(Vec::new(), &ticket(Some(hour(0)))));
        assert!(!is_clear(Vec::new(), &ticket(Some(minute(9 * 60 + 1)))));
        assert!(!is_clear(Vec::new(), &ticket(Some(hour(-1)))));
        assert!(!is_clear(Vec::new(), &ticket(None)));
        assert!(!is_clear(Vec::new(), &Ticket::new("A", hour(999), Some(hour(1001)))));
    }

    #[test]
    fn what_may_hang_on_a_clock_is_not_clear() {
        let ticket = Ticket::new("A", hour(0), Some(hour(1)));
        let pauses = vec![Pause { from: hour(0), to: None }];
        assert!(is_clear(Vec::new(), &Ticket { pauses, ..ticket.clone() }));
        let sums = vec![(StageId::OPENED, Some(minutes(5)))];
        assert!(!is_clear(Vec::new(), &Ticket { sums, ..ticket.clone() }));
        let severities = vec![(hour(0), "high"), (hour(1), "critical")];
        assert!(!is_clear(Vec::new(), &Ticket { severities, ..ticket.clone() }));
        let excluded = |effect, from, to| is_clear(vec![exclusion(effect, "", from, to)], &ticket);
        assert!(!excluded(ExclusionEffect::StopClock, 0, 5));
        assert!(excluded(ExclusionEffect::StopClock, 1, 5));
        assert!(!excluded(ExclusionEffect::Drop, 500, 501));
    }
}

use std::collections::BTreeMap;

use crate::domain::{Instant, Policy, RecordedBreach, Span};

/// Where the time went in several incidents, step by step from stage to stage, by the clock on the
/// wall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageTimes<'a> {
    /// The steps, in the policy's order of stages, between stages that one of the incidents has.
    pub steps: Vec<StageStep<'a>>,
    /// Breaches of which it can't be told in which step the target was crossed, since a stage on
    /// the way was not recorded.
    pub untold: usize,
}

/// From one stage to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageStep<'a> {
    /// The stage that it begins with, by its name in the policy.
    pub from: &'a str,
    /// The stage that it ends with.
    pub to: &'a str,
    /// How long it took in each incident that has both stages, the shortest first.
    pub took: Vec<Span>,
    /// How many incidents passed it without both stages recorded, or with the second before the
    /// first.
    pub unrecorded: usize,
    /// How many breaches crossed their target in it.
    pub crossed: usize,
}

impl StageStep<'_> {
    /// The time in the middle: of an even number half-way between the two in the middle.
    #[must_use]
    pub fn median(&self) -> Option<Span> {
        let (last, half) = (self.took.len().checked_sub(1)?, self.took.len() / 2);
        let (low, high) = (self.took.get(last / 2)?, self.took.get(half)?);
        Some(Span::from_nanos(low.nanos() + (high.nanos() - low.nanos()) / 2))
    }

    /// The longest time.
    #[must_use]
    pub fn longest(&self) -> Option<Span> {
        self.took.last().copied()
    }

    /// All of it together.
    #[must_use]
    pub fn total(&self) -> Span {
        self.took.iter().fold(Span::ZERO, |sum, span| sum.plus(*span))
    }
}

impl<'a> StageTimes<'a> {
    /// The times of the incidents of these breaches; of each by the breach that was looked at last.
    #[must_use]
    pub fn of<'b>(breaches: impl IntoIterator<Item = &'b RecordedBreach>, policy: &'a Policy) -> Self {
        let breaches: Vec<&RecordedBreach> = breaches.into_iter().collect();
        let mut newest: BTreeMap<&str, &RecordedBreach> = BTreeMap::new();
        for &breach in &breaches {
            let held = newest.entry(&breach.incident).or_insert(breach);
            if held.as_of < breach.as_of {
                *held = breach;
            }
        }
        let stages: Vec<&str> = policy
            .stages
            .iter()
            .filter(|(stage, _)| !policy.stages.is_deadline(*stage))
            .map(|(_, name)| name)
            .filter(|name| newest.values().any(|breach| stamp(breach, name).is_some()))
            .collect();
        let steps = stages.windows(2).filter_map(|pair| {
            let &[from, to] = pair else { return None };
            Some(StageStep { from, to, ..StageStep::default() })
        });
        let mut times = Self { steps: steps.collect(), untold: 0 };
        for breach in newest.values() {
            times.take_incident(&stamps(breach, &stages));
        }
        for breach in &breaches {
            times.take_crossing(&stamps(breach, &stages), breach);
        }
        for step in &mut times.steps {
            step.took.sort_unstable();
        }
        times
    }

    /// The step in which most targets were crossed; `None` where none is known to have been.
    #[must_use]
    pub fn worst(&self) -> Option<&StageStep<'a>> {
        // Of several the first.
        self.steps.iter().rev().filter(|step| step.crossed > 0).max_by_key(|step| step.crossed)
    }

    fn take_incident(&mut self, stamps: &[Option<Instant>]) {
        let reached = stamps.iter().rposition(Option::is_some).unwrap_or(0);
        for ((place, step), pair) in self.steps.iter_mut().enumerate().zip(stamps.windows(2)) {
            match pair {
                [Some(from), Some(to)] if to >= from => step.took.push(to.since(*from)),
                // It hasn't come so far.
                _ if place >= reached => {}
                _ => step.unrecorded += 1,
            }
        }
    }

    fn take_crossing(&mut self, stamps: &[Option<Instant>], breach: &RecordedBreach) {
        let late = stamps.iter().position(|stamp| stamp.is_some_and(|at| at > breach.last_in_time));
        let step = match late {
            // A stage that comes after what was promised doesn't tell on which way to it time ran out.
            Some(late) if stamps[late] > breach.reached && breach.reached.is_some() => None,
            Some(late) => late.checked_sub(1).filter(|&before| stamps[before].is_some()),
            // Nothing has happened since: it stands behind the last stage that was reached.
            None => stamps.iter().rposition(Option::is_some),
        };
        match step.and_then(|step| self.steps.get_mut(step)) {
            Some(step) => step.crossed += 1,
            None => self.untold += 1,
        }
    }
}

/// When a stage was reached. What lies behind the moment of the check had not happened.
fn stamp(breach: &RecordedBreach, name: &str) -> Option<Instant> {
    let reached = breach.stages.iter().find(|(stage, _)| stage == name).map(|&(_, at)| at);
    reached.filter(|at| *at <= breach.as_of)
}

fn stamps(breach: &RecordedBreach, stages: &[&str]) -> Vec<Option<Instant>> {
    stages.iter().map(|name| stamp(breach, name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{minute, minutes, policy, recorded};

    fn went(incident: &str, stages: &[(&str, i64)]) -> RecordedBreach {
        let stages = stages.iter().map(|&(name, at)| (name.to_owned(), minute(at))).collect();
        RecordedBreach { stages, ..recorded(incident, "disk", 0) }
    }

    /// From, to, minutes, unrecorded, crossed.
    fn steps(breaches: &[RecordedBreach]) -> Vec<(String, Vec<i64>, usize, usize)> {
        let policy = policy();
        let tell = |step: &StageStep<'_>| {
            let took = step.took.iter().map(|took| took.whole_seconds() / 60).collect();
            (format!("{} {}", step.from, step.to), took, step.unrecorded, step.crossed)
        };
        StageTimes::of(breaches, &policy).steps.iter().map(tell).collect()
    }

    #[test]
    fn the_time_of_each_step_is_told_and_where_the_target_was_crossed() {
        let breaches = [
            went("A", &[("opened", 0), ("acknowledged", 5), ("notified", 10), ("responded", 90)]),
            went("B", &[("opened", 0), ("acknowledged", 31), ("notified", 40), ("responded", 50)]),
        ];
        assert_eq!(
            steps(&breaches),
            [
                ("opened acknowledged".into(), vec![5, 31], 0, 1),
                ("acknowledged notified".into(), vec![5, 9], 0, 0),
                ("notified responded".into(), vec![10, 80], 0, 1),
            ]
        );
    }

    #[test]
    fn a_stage_that_was_not_recorded_is_not_put_on_the_next_one() {
        let breaches = [
            went("A", &[("opened", 0), ("acknowledged", 5), ("notified", 10), ("responded", 90)]),
            went("B", &[("opened", 0), ("acknowledged", 5), ("responded", 90)]),
            went("C", &[("opened", 0), ("acknowledged", 5), ("notified", 3), ("responded", 90)]),
        ];
        assert_eq!(
            steps(&breaches),
            [
                ("opened acknowledged".into(), vec![5, 5, 5], 0, 0),
                ("acknowledged notified".into(), vec![5], 2, 0),
                ("notified responded".into(), vec![80, 87], 1, 2),
            ]
        );
        assert_eq!(StageTimes::of(&breaches, &policy()).untold, 1);
    }

    #[test]
    fn what_is_open_stands_behind_the_last_stage_it_reached() {
        let breaches = [
            went("A", &[("opened", 0), ("acknowledged", 5)]),
            went("B", &[("opened", 0), ("acknowledged", 5), ("responded", 90)]),
        ];
        assert_eq!(
            steps(&breaches),
            [
                ("opened acknowledged".into(), vec![5, 5], 0, 0),
                ("acknowledged responded".into(), vec![85], 0, 2)
            ]
        );
        // No stage behind it is known.
        assert_eq!(StageTimes::of(&breaches[..1], &policy()).untold, 1);
        assert_eq!(StageTimes::of(&[], &policy()), StageTimes::default());
    }

    #[test]
    fn a_stage_reached_at_the_deadline_was_in_time_and_an_incident_counts_once() {
        let first = went("A", &[("opened", 0), ("acknowledged", 30), ("responded", 31)]);
        let second = RecordedBreach { objective: "resolve".into(), ..first.clone() };
        assert_eq!(
            steps(&[first, second]),
            [
                ("opened acknowledged".into(), vec![30], 0, 0),
                ("acknowledged responded".into(), vec![1], 0, 2),
            ]
        );
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between() {
        let of = |took: &[i64]| {
            let took = took.iter().map(|&took| minutes(took)).collect();
            StageStep { took, ..StageStep::default() }.median()
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), Some(minutes(7)));
        assert_eq!(of(&[7, 9]), Some(minutes(8)));
        assert_eq!(of(&[1, 7, 100]), Some(minutes(7)));
    }
}

use crate::domain::{Instant, Policy, RecordedBreach, Span};

/// How an incident went from stage to stage, by the clock on the wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The stages it reached, in the order of time.
    pub steps: Vec<Step<'a>>,
}

/// A stage that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// Its name in the policy.
    pub stage: &'a str,
    /// When it was reached.
    pub at: Instant,
    /// How long that took from the stage before; `None` for the first.
    pub took: Option<Span>,
    /// The objectives whose time ran out in this step.
    pub missed: Vec<&'a str>,
}

impl<'a> Passage<'a> {
    /// How the incident of these breaches went, by the breach that was looked at last. Stamps that
    /// only say by when something was due are left out.
    #[must_use]
    pub fn of(breaches: &[&'a RecordedBreach], policy: &Policy) -> Self {
        let Some(newest) = breaches.iter().max_by_key(|breach| breach.as_of) else {
            return Self { steps: Vec::new() };
        };
        let due = |name: &str| {
            policy.stages.find(name).is_some_and(|stage| policy.stages.is_deadline(stage))
                || breaches.iter().any(|breach| breach.target.by.as_deref() == Some(name))
        };
        let mut stamps: Vec<&(String, Instant)> =
            newest.stages.iter().filter(|(name, at)| !due(name) && *at <= newest.as_of).collect();
        stamps.sort_by_key(|(_, at)| *at);
        let mut before: Option<Instant> = None;
        let steps = stamps
            .into_iter()
            .map(|(stage, at)| {
                let ran_out = |breach: &&&RecordedBreach| {
                    breach.last_in_time < *at && before.is_none_or(|before| before <= breach.last_in_time)
                };
                let missed = breaches.iter().filter(ran_out).map(|breach| &*breach.objective).collect();
                let took = before.map(|before| at.since(before));
                before = Some(*at);
                Step { stage, at: *at, took, missed }
            })
            .collect();
        Self { steps }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{minute, minutes, policy, recorded};

    fn went(stages: &[(&str, i64)]) -> RecordedBreach {
        let stages = stages.iter().map(|&(name, at)| (name.to_owned(), minute(at))).collect();
        RecordedBreach { stages, ..recorded("A", "disk", 0) }
    }

    /// Stage, minutes it took, objectives missed.
    fn steps(breaches: &[&RecordedBreach]) -> Vec<(String, Option<i64>, String)> {
        Passage::of(breaches, &policy())
            .steps
            .iter()
            .map(|step| {
                let took = step.took.map(|took| took.whole_seconds() / 60);
                (step.stage.to_owned(), took, step.missed.join(" "))
            })
            .collect()
    }

    fn step(stage: &str, took: Option<i64>, missed: &str) -> (String, Option<i64>, String) {
        (stage.to_owned(), took, missed.to_owned())
    }

    #[test]
    fn the_time_ran_out_in_the_step_that_passes_the_deadline() {
        let breach = went(&[("opened", 0), ("acknowledged", 5), ("responded", 90), ("closed", 100)]);
        assert_eq!(
            steps(&[&breach]),
            [
                step("opened", None, ""),
                step("acknowledged", Some(5), ""),
                step("responded", Some(85), "first-response"),
                step("closed", Some(10), ""),
            ]
        );
    }

    #[test]
    fn a_stage_reached_at_the_deadline_was_in_time() {
        let breach = went(&[("opened", 0), ("acknowledged", 30), ("responded", 31)]);
        assert_eq!(steps(&[&breach])[1], step("acknowledged", Some(30), ""));
        assert_eq!(steps(&[&breach])[2], step("responded", Some(1), "first-response"));
    }

    #[test]
    fn stages_stand_in_the_order_of_time_and_a_missing_one_is_no_step() {
        let breach = went(&[("opened", 0), ("responded", 50), ("acknowledged", 20)]);
        assert_eq!(
            steps(&[&breach]),
            [
                step("opened", None, ""),
                step("acknowledged", Some(20), ""),
                step("responded", Some(30), "first-response")
            ]
        );
        // Nothing has happened since the time ran out.
        let open = went(&[("opened", 0), ("acknowledged", 20)]);
        assert!(steps(&[&open]).iter().all(|(_, _, missed)| missed.is_empty()));
        assert!(steps(&[]).is_empty());
    }

    #[test]
    fn each_objective_runs_out_in_its_own_step_and_due_times_are_no_steps() {
        let first = went(&[("opened", 0), ("responded", 90)]);
        let mut second = went(&[("opened", 0), ("responded", 90), ("due", 10), ("resolved", 300)]);
        second.objective = "resolve".into();
        second.deadline = minute(240);
        second.last_in_time = minute(240);
        second.as_of = minute(2000);
        second.target.by = Some("due".into());
        assert_eq!(
            steps(&[&first, &second]),
            [
                step("opened", None, ""),
                step("responded", Some(90), "first-response"),
                step("resolved", Some(210), "resolve")
            ]
        );
        assert_eq!(Passage::of(&[&first], &policy()).steps[1].took, Some(minutes(90)));
    }
}

use std::str::FromStr;

use crate::assess::{Breaches, Report};
use crate::domain::Span;
use crate::policy_file::parse_duration;
use crate::words::fail_on as words;

/// A condition of `slo check` or `slo report` that makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FailOn {
    /// An incident is breached.
    Breach,
    /// An objective missed its goal.
    Goal,
    /// A pending incident has little time left on its clock: at most so much, or less than a tenth
    /// of its target.
    AtRisk(Option<Span>),
    /// A recorded breach has waited so long for its cause.
    Unannotated(Span),
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            None if text == "breach" => Ok(Self::Breach),
            None if text == "goal" => Ok(Self::Goal),
            None if text == "at-risk" => Ok(Self::AtRisk(None)),
            Some(("at-risk", left)) => Ok(Self::AtRisk(Some(duration(left, "30m", "2h")?))),
            Some(("unannotated", age)) => Ok(Self::Unannotated(duration(age, "2d", "12h")?)),
            Some(("undecided" | "unrequested" | "unanswered", _)) => Err(words::answered_by_status()),
            _ => Err(words::conditions_of_check()),
        }
    }
}

impl FailOn {
    /// Whether it holds of a report. `pending` are the incidents that may be at risk; `has_waited` tells
    /// whether a breach in the ledger has waited longer than a time for its cause.
    pub(super) fn holds(
        self,
        report: &Report,
        pending: &Breaches,
        has_waited: impl FnOnce(Span) -> bool,
    ) -> bool {
        match self {
            Self::Breach => !report.breaches.is_empty(),
            Self::Goal => report.objectives.iter().any(|objective| objective.goal_met() == Some(false)),
            Self::AtRisk(most) => pending
                .iter()
                .map(|pending| &pending.breach.reading)
                .any(|reading| most.map_or_else(|| reading.is_close(), |most| reading.left() <= most)),
            Self::Unannotated(longest) => has_waited(longest),
        }
    }
}

/// A duration; the other two would be.
fn duration(text: &str, one: &str, other: &str) -> Result<Span, String> {
    parse_duration(text).ok_or_else(|| words::no_duration(text, one, other))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::assess::sample;

    fn condition(text: &str) -> FailOn {
        text.parse().unwrap()
    }

    /// Whether it holds so many minutes after an incident that may take 30 was opened.
    fn holds(text: &str, minute: i64) -> bool {
        let tickets = [("A", 0, None, "open"), ("met", 0, Some(1), "closed")];
        let policy = sample::policy();
        let (report, _) = sample::run(&policy, HashSet::new(), "a.csv", &tickets, sample::minute(minute));
        condition(text).holds(&report, &report.pending, |_| false)
    }

    #[test]
    fn conditions_are_read_by_their_words() {
        assert_eq!(condition("at-risk"), FailOn::AtRisk(None));
        assert_eq!(condition("at-risk=30m"), FailOn::AtRisk(Some(sample::minutes(30))));
        for (wrong, says) in [
            ("at-risk=", "`` isn't a duration"),
            ("at-risk=soon", "`soon` isn't a duration such as 30m or 2h"),
            ("unannotated=soon", "`soon` isn't a duration such as 2d or 12h"),
            ("undecided=2d", "`slo status` answers it"),
            ("risk", "expected breach, goal, at-risk, at-risk=DURATION"),
        ] {
            let error = wrong.parse::<FailOn>().unwrap_err();
            assert!(error.contains(says), "{error}");
        }
    }

    #[test]
    fn more_than_nine_tenths_used_is_at_risk() {
        assert!(!holds("at-risk", 27));
        assert!(holds("at-risk", 28));
        assert!(holds("at-risk", 30), "on target there is still a chance");
        assert!(!holds("at-risk", 31), "a breach is no risk any more");
        assert!(holds("breach", 31));
    }

    #[test]
    fn so_much_left_or_less_is_at_risk() {
        assert!(!holds("at-risk=10m", 19));
        assert!(holds("at-risk=10m", 20));
        assert!(!holds("at-risk=10m", 31));
    }
}

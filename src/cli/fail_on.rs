use std::str::FromStr;

use crate::assess::Report;
use crate::domain::Span;
use crate::policy_file::parse_duration;

/// A condition of `slo check` that makes the exit code 1.
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
            Some(("at-risk", left)) => Ok(Self::AtRisk(Some(duration(left, "30m or 2h")?))),
            Some(("unannotated", age)) => Ok(Self::Unannotated(duration(age, "2d or 12h")?)),
            Some(("undecided" | "unrequested" | "unanswered", _)) => {
                Err("hangs on what people wrote; `slo status` answers it".to_owned())
            }
            _ => Err("expected breach, goal, at-risk, at-risk=DURATION such as at-risk=30m, or \
                      unannotated=DURATION such as unannotated=2d"
                .to_owned()),
        }
    }
}

impl FailOn {
    /// Whether what was found in the exports fulfils the condition.
    pub(super) fn holds(self, report: &Report) -> bool {
        match self {
            Self::Breach => !report.breaches.is_empty(),
            Self::Goal => report.objectives.iter().any(|objective| objective.goal_met() == Some(false)),
            Self::AtRisk(most) => report
                .pending
                .iter()
                .map(|pending| &pending.breach.reading)
                .any(|reading| most.map_or_else(|| reading.is_close(), |most| reading.left() <= most)),
            Self::Unannotated(_) => false,
        }
    }
}

/// A duration; `such_as` are two that would be.
fn duration(text: &str, such_as: &str) -> Result<Span, String> {
    parse_duration(text).ok_or_else(|| format!("`{text}` isn't a duration such as {such_as}"))
}

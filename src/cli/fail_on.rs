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
    /// A recorded breach has waited so long for its cause.
    Unannotated(Span),
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            None if text == "breach" => Ok(Self::Breach),
            None if text == "goal" => Ok(Self::Goal),
            Some(("unannotated", age)) => {
                let age = parse_duration(age)
                    .ok_or_else(|| format!("`{age}` isn't a duration such as 2d or 12h"))?;
                Ok(Self::Unannotated(age))
            }
            Some(("undecided" | "unrequested" | "unanswered", _)) => {
                Err("hangs on what people wrote; `slo status` answers it".to_owned())
            }
            _ if text == "at-risk" => Err("`at-risk` is not supported by this version of slo".to_owned()),
            _ => Err("expected breach, goal or unannotated=DURATION such as unannotated=2d".to_owned()),
        }
    }
}

impl FailOn {
    /// Whether what was found in the exports fulfils the condition.
    pub(super) fn holds(self, report: &Report) -> bool {
        match self {
            Self::Breach => !report.breaches.is_empty(),
            Self::Goal => report.objectives.iter().any(|objective| objective.goal_met() == Some(false)),
            Self::Unannotated(_) => false,
        }
    }
}

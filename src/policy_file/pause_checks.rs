//! Whether the pauses that an export tells of can be counted by the objectives.

use std::ops::Range;

use super::faults::Faults;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Objective, PauseColumns, Promise, StageId, Stages, Target};

/// Refuses sums of pauses that objectives can't count; `seconds` is where they stand.
pub(super) fn check_sums(
    pauses: &PauseColumns,
    seconds: &Range<usize>,
    objectives: &[(Objective, Range<usize>)],
    stages: &Stages,
    faults: &mut Faults<'_>,
) {
    let has_sum = |stage: StageId| pauses.sums.iter().any(|(known, _)| *known == stage);
    let counting = || {
        let ends = |objective: &Objective| has_sum(objective.from) || has_sum(objective.to);
        objectives.iter().filter(move |(objective, _)| objective.pauses && ends(objective))
    };
    let first =
        |wanted: fn(&Target) -> bool| counting().find(|(objective, _)| objective.targets.iter().any(wanted));
    if !pauses.sums_in_hours
        && let Some((objective, place)) = first(|target| target.calendar.is_some())
    {
        let message = "it can't be told how much of the paused seconds lies in the hours of a calendar";
        let fault =
            faults.error(Code::Pauses, message, Label::new(seconds.clone(), "sums without their times"));
        let label = format!("{} has a target with a calendar", quoted(&objective.id));
        fault.further.push(Label::new(place.clone(), label));
        fault.help = Some(
            "if the export counts only hours of the calendar, write `seconds_count = \"calendar-hours\"`; if it \
             counts all time (\"all-time\"), closed hours are in the sums and can't be taken out: use \
             `intervals`, or write `pauses = \"ignored\"` in the objective"
                .to_owned(),
        );
    }
    let is_unbound =
        |target: &Target| target.calendar.is_none() && matches!(target.promise, Promise::Within(_));
    if pauses.sums_in_hours
        && let Some((objective, place)) = first(is_unbound)
    {
        let message = "the paused seconds count hours of a calendar, but not every clock runs in one";
        let fault = faults.warning(Code::Pauses, message, Label::new(seconds.clone(), "hours of a calendar"));
        let label = format!("{} has a target without a calendar", quoted(&objective.id));
        fault.further.push(Label::new(place.clone(), label));
        fault.help =
            Some("pauses outside those hours are not taken off; give the target its calendar".to_owned());
    }
    for (objective, place) in counting() {
        let from = objective.from;
        if from != StageId::OPENED && has_sum(objective.to) && !has_sum(from) {
            let (from, to) = (stages.name(from), stages.name(objective.to));
            let message = format!("what was paused between `{from}` and `{to}` can't be told");
            let fault = faults.error(
                Code::Pauses,
                message,
                Label::new(seconds.clone(), format!("counted from `opened`, and none up to `{from}`")),
            );
            let label = format!("{} begins at `{from}`", quoted(&objective.id));
            fault.further.push(Label::new(place.clone(), label));
            fault.help = Some(format!(
                "add the column of `{from}` to `seconds`, leave that of `{to}` out, or write \
                 `pauses = \"ignored\"` in the objective"
            ));
        }
    }
}

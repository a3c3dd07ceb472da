//! Whether the pauses that an export tells of can be counted by the objectives.

use std::ops::Range;

use super::faults::Faults;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Objective, PauseColumns, Promise, StageId, Stages, Target};
use crate::words::policy_pauses;

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
        let sums = Label::new(seconds.clone(), policy_pauses::sums_without_times());
        let fault = faults.error(Code::Pauses, policy_pauses::not_of_calendar(), sums);
        let label = policy_pauses::with_calendar(&quoted(&objective.id));
        fault.further.push(Label::new(place.clone(), label));
        fault.help = Some(policy_pauses::calendar_hours());
    }
    let is_unbound =
        |target: &Target| target.calendar.is_none() && matches!(target.promise, Promise::Within(_));
    if pauses.sums_in_hours
        && let Some((objective, place)) = first(is_unbound)
    {
        let sums = Label::new(seconds.clone(), policy_pauses::hours_of_calendar());
        let fault = faults.warning(Code::Pauses, policy_pauses::not_every_clock(), sums);
        let label = policy_pauses::without_calendar(&quoted(&objective.id));
        fault.further.push(Label::new(place.clone(), label));
        fault.help = Some(policy_pauses::give_calendar());
    }
    for (objective, place) in counting() {
        let from = objective.from;
        if from != StageId::OPENED && has_sum(objective.to) && !has_sum(from) {
            let (from, to) = (stages.name(from), stages.name(objective.to));
            let sums = Label::new(seconds.clone(), policy_pauses::counted_from_opened(from));
            let fault = faults.error(Code::Pauses, policy_pauses::between(from, to), sums);
            let label = policy_pauses::begins_at(&quoted(&objective.id), from);
            fault.further.push(Label::new(place.clone(), label));
            fault.help = Some(policy_pauses::add_column(from, to));
        }
    }
}

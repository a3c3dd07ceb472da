use serde::Serialize;

use super::Setting;
use super::steps::word;
use crate::assess::Evidence;
use crate::domain::{Objective, Policy, Resolved, Span, StageId};
use crate::render::duration;
use crate::render::json::exact::Seconds;

/// One breach of the evidence, with its arithmetic.
#[derive(Debug, Serialize)]
pub(super) struct Evidenced<'a> {
    /// From 1.
    number: usize,
    incident: &'a str,
    objective: &'a str,
    severity: Option<&'a str>,
    opened: String,
    target: String,
    target_s: Seconds,
    actual: String,
    actual_s: Seconds,
    over: String,
    over_s: Seconds,
    /// The time in between that didn't count: out of hours, paused, excluded. None where all did.
    not_counted: Option<String>,
    not_counted_s: Option<Seconds>,
    open: bool,
    /// The stages that the clock ran between, when it started, when it would have been in time, and
    /// when it ended.
    from_stage: String,
    to_stage: String,
    from: String,
    deadline: String,
    reached: Option<String>,
    /// Until when it was measured while it was open.
    as_of: String,
    /// Where the incident and the target stand.
    source: &'a str,
    source_row: u64,
    policy_line: usize,
}

impl<'a> Evidenced<'a> {
    pub(super) fn of(number: usize, one: &Evidence<'a>, setting: &Setting<'a>) -> Self {
        let Setting { policy, language, times } = setting;
        let breach = one.breach;
        let objective = objective(policy, &breach.objective);
        let stage = |of: fn(&Objective) -> StageId| {
            objective.map(|found| word(policy.stages.name(of(found)), *language)).unwrap_or_default()
        };
        // Where clocks were changed meanwhile, times alone wouldn't add up, and of those in the hour
        // that they went back there are two.
        let end = breach.reached.unwrap_or(breach.as_of);
        let zone = policy.zone;
        let not_counted =
            Some(end.since(breach.from).minus(breach.elapsed)).filter(|span| *span > Span::ZERO);
        let twice = |at| matches!(zone.resolve(zone.at(at).naive_local()), Resolved::Overlap(_));
        let changed = zone.at(breach.from).offset() != zone.at(end).offset()
            || [breach.from, breach.deadline, end].into_iter().any(twice);
        let moment = |at| if changed { times.rfc3339(at) } else { times.exact(at) };
        Self {
            number,
            incident: &breach.incident,
            objective: objective.map_or(&breach.objective, |found| &found.title),
            severity: breach.severity.as_deref(),
            opened: times.minute(breach.opened()),
            target: duration(breach.target.within, *language),
            target_s: Seconds(breach.target.within),
            actual: duration(breach.elapsed, *language),
            actual_s: Seconds(breach.elapsed),
            over: duration(breach.over, *language),
            over_s: Seconds(breach.over),
            not_counted: not_counted.map(|span| duration(span, *language)),
            not_counted_s: not_counted.map(Seconds),
            open: breach.open,
            from_stage: stage(|objective| objective.from),
            to_stage: stage(|objective| objective.to),
            from: moment(breach.from),
            deadline: moment(breach.deadline),
            reached: breach.reached.map(moment),
            as_of: moment(breach.as_of),
            source: &breach.source,
            source_row: breach.row,
            policy_line: breach.target.line,
        }
    }
}

fn objective<'a>(policy: &'a Policy, id: &str) -> Option<&'a Objective> {
    policy.objectives.iter().find(|known| known.id == id)
}

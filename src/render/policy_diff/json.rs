use serde::Serialize;

use super::ComparedPolicies;
use crate::assess::{Counts, Flip, FlipGroup, Mark, ObjectiveDiff, Rate};
use crate::domain::{Instant, Policy};
use crate::render::RenderError;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::head::Head;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// What changes as JSON, under the schema `slo.policy-diff/1`: fields may be added, none is removed
/// or changes its meaning. All flips are in it. `program` is its name and version.
pub fn policy_diff_json(compared: &ComparedPolicies<'_>, program: &str) -> Result<Vec<u8>, RenderError> {
    let ComparedPolicies { old, new, exports, as_of, diff } = compared;
    let times = &LocalTimes::new(new.zone);
    pretty(&Document {
        head: Head::new("slo.policy-diff/1", program, times, (*as_of, new.zone)),
        old: PolicyEntry::of(old),
        new: PolicyEntry::of(new),
        exports,
        incidents: IncidentsEntry { both: diff.compared, only_old: diff.only_old, only_new: diff.only_new },
        objectives: diff.objectives.iter().map(ObjectiveEntry::of).collect(),
        customers: diff.groups.iter().map(|group| GroupEntry::of(group, &diff.objectives)).collect(),
        flips: diff.flips.iter().map(|flip| FlipEntry::of(flip, &diff.objectives, times)).collect(),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    old: PolicyEntry<'a>,
    new: PolicyEntry<'a>,
    exports: &'a [String],
    incidents: IncidentsEntry,
    objectives: Vec<ObjectiveEntry<'a>>,
    customers: Vec<GroupEntry<'a>>,
    flips: Vec<FlipEntry<'a>>,
}

#[derive(Serialize)]
struct PolicyEntry<'a> {
    name: &'a str,
    path: String,
    sha256: &'a str,
}

#[derive(Serialize)]
struct IncidentsEntry {
    both: u64,
    only_old: u64,
    only_new: u64,
}

#[derive(Serialize)]
struct ObjectiveEntry<'a> {
    id: &'a str,
    title: &'a str,
    /// `kept`, `added` or `removed`.
    change: &'static str,
    before: Option<CountsEntry>,
    after: Option<CountsEntry>,
}

#[derive(Serialize)]
struct CountsEntry {
    judged: u64,
    met: u64,
    breached: u64,
    pending: u64,
    unknown: u64,
    uncovered: u64,
    excluded: u64,
    rate: Option<f64>,
}

#[derive(Serialize)]
struct GroupEntry<'a> {
    objective: &'a str,
    customer: Option<&'a str>,
    changes: Vec<ChangeEntry>,
}

#[derive(Serialize)]
struct ChangeEntry {
    before: &'static str,
    after: &'static str,
    incidents: u64,
}

#[derive(Serialize)]
struct FlipEntry<'a> {
    incident: &'a str,
    objective: &'a str,
    customer: Option<&'a str>,
    service: Option<&'a str>,
    severity: Option<&'a str>,
    opened: Option<Moment<'a>>,
    before: MarkEntry,
    after: MarkEntry,
}

#[derive(Serialize)]
struct MarkEntry {
    verdict: &'static str,
    target_s: Option<Seconds>,
    elapsed_s: Option<Seconds>,
    over_s: Option<Seconds>,
}

impl<'a> PolicyEntry<'a> {
    fn of(policy: &'a Policy) -> Self {
        Self { name: &policy.name, path: policy.path.display().to_string(), sha256: &policy.sha256 }
    }
}

impl<'a> ObjectiveEntry<'a> {
    fn of(objective: &'a ObjectiveDiff) -> Self {
        let counts = |counts: Counts| CountsEntry {
            judged: counts.judged(),
            met: counts.met,
            breached: counts.breached,
            pending: counts.pending,
            unknown: counts.unknown,
            uncovered: counts.uncovered,
            excluded: counts.excluded,
            rate: counts.rate().map(Rate::quotient),
        };
        Self {
            id: &objective.id,
            title: &objective.title,
            change: match (objective.before, objective.after) {
                (None, _) => "added",
                (_, None) => "removed",
                _ => "kept",
            },
            before: objective.before.map(counts),
            after: objective.after.map(counts),
        }
    }
}

impl<'a> GroupEntry<'a> {
    fn of(group: &'a FlipGroup, objectives: &'a [ObjectiveDiff]) -> Self {
        let change = |before, after, incidents| ChangeEntry { before, after, incidents };
        let named =
            [change("met", "breached", group.newly_breached), change("breached", "met", group.newly_met)];
        let others = group
            .others
            .iter()
            .map(|&(before, after, incidents)| change(before.word(), after.word(), incidents));
        Self {
            objective: id(objectives, group.objective),
            customer: filled(&group.customer),
            changes: named.into_iter().filter(|change| change.incidents > 0).chain(others).collect(),
        }
    }
}

impl<'a> FlipEntry<'a> {
    fn of(flip: &'a Flip, objectives: &'a [ObjectiveDiff], times: &'a LocalTimes) -> Self {
        let mark = |mark: Mark| MarkEntry {
            verdict: mark.verdict.word(),
            target_s: mark.target().map(Seconds),
            elapsed_s: mark.elapsed().map(Seconds),
            over_s: mark.target().map(|_| Seconds(mark.over())),
        };
        Self {
            incident: &flip.incident,
            objective: id(objectives, flip.objective),
            customer: filled(&flip.customer),
            service: filled(&flip.service),
            severity: filled(&flip.severity),
            opened: flip.opened.map(|at: Instant| Moment(times, at)),
            before: mark(flip.before),
            after: mark(flip.after),
        }
    }
}

/// A text, where there is one.
fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn id(objectives: &[ObjectiveDiff], place: usize) -> &str {
    objectives.get(place).map_or("", |objective| &objective.id)
}

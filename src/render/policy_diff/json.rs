use serde::Serialize;

use super::ComparedPolicies;
use crate::assess::{Counts, CustomerDiff, Flip, Mark, ObjectiveDiff, Rate};
use crate::domain::{Instant, Policy};
use crate::render::RenderError;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::head::Head;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// What changes as JSON, under the schema `slo.policy-diff/1`: fields may be added, none is removed
/// or changes its meaning. All customers
/// and flips are in it. `program` is its name and version.
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
        customers: diff.customers.iter().map(|one| CustomerEntry::of(one, &diff.objectives)).collect(),
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
    customers: Vec<CustomerEntry<'a>>,
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
struct CustomerEntry<'a> {
    objective: &'a str,
    customer: Option<&'a str>,
    before: Option<CountsEntry>,
    after: Option<CountsEntry>,
    flips: FlipsEntry,
    /// The flips again, by the verdicts before and after.
    changes: Vec<ChangeEntry>,
}

#[derive(Serialize)]
struct FlipsEntry {
    met_to_breached: u64,
    breached_to_met: u64,
    other: u64,
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

impl CountsEntry {
    fn of(counts: Counts) -> Self {
        Self {
            judged: counts.judged(),
            met: counts.met,
            breached: counts.breached,
            pending: counts.pending,
            unknown: counts.unknown,
            uncovered: counts.uncovered,
            excluded: counts.excluded,
            rate: counts.rate().map(Rate::quotient),
        }
    }
}

impl<'a> ObjectiveEntry<'a> {
    fn of(objective: &'a ObjectiveDiff) -> Self {
        Self {
            id: &objective.id,
            title: &objective.title,
            change: match (objective.before, objective.after) {
                (None, _) => "added",
                (_, None) => "removed",
                _ => "kept",
            },
            before: objective.before.map(CountsEntry::of),
            after: objective.after.map(CountsEntry::of),
        }
    }
}

impl<'a> CustomerEntry<'a> {
    fn of(one: &'a CustomerDiff, objectives: &'a [ObjectiveDiff]) -> Self {
        let change = |before, after, incidents| ChangeEntry { before, after, incidents };
        let named = [change("met", "breached", one.newly_breached), change("breached", "met", one.newly_met)];
        let others = one
            .others
            .iter()
            .map(|&(before, after, incidents)| change(before.word(), after.word(), incidents));
        Self {
            objective: id(objectives, one.objective),
            customer: filled(&one.customer),
            before: one.before.map(CountsEntry::of),
            after: one.after.map(CountsEntry::of),
            flips: FlipsEntry {
                met_to_breached: one.newly_breached,
                breached_to_met: one.newly_met,
                other: one.other_flips(),
            },
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

//! From incidents to verdicts and counts, with what a report keeps of breaches.

use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use slo::assess::{Assessor, GroupKey, Intake, Question};
use slo::domain::{FieldId, Incident, Pause, Pauses, Policy, Position, Stamp};

use crate::incidents::{self, Row};
use crate::policies;

/// What an incident borrows.
struct Prepared<'a> {
    fields: Vec<Option<&'a str>>,
    stamps: Vec<Stamp>,
    pauses: Vec<Pause>,
    row: u32,
}

pub(crate) fn bench(criterion: &mut Criterion) {
    let rows = incidents::rows(20_000);
    let mut group = criterion.benchmark_group("judge");
    group.throughput(Throughput::Elements(rows.len() as u64));
    let (plain, clock) = (policies::plain(), policies::clock());
    run(&mut group, "plain", &plain, &rows, Vec::new());
    let keys = ["customer", "service", "assignee"].map(|name| plain.fields.find(name).unwrap());
    run(&mut group, "grouped", &plain, &rows, keys.map(GroupKey::Field).to_vec());
    run(&mut group, "with a calendar, pauses and exclusions", &clock, &rows, Vec::new());
}

fn run(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    policy: &Policy,
    rows: &[Row],
    group_by: Vec<GroupKey>,
) {
    let assessor = Assessor::new(Question { group_by, ..Question::of(policy, policies::as_of()) });
    let prepared: Vec<Prepared<'_>> =
        (0..).zip(rows).map(|(place, row)| prepare(policy, row, place)).collect();
    let incidents: Vec<Incident<'_>> = rows.iter().zip(&prepared).map(incident).collect();
    group.bench_function(name, |bench| {
        bench.iter_with_large_drop(|| {
            let mut tally = assessor.begin();
            for incident in &incidents {
                assessor.take(&mut tally, incident);
            }
            tally
        });
    });
}

fn prepare<'a>(policy: &Policy, row: &'a Row, place: u32) -> Prepared<'a> {
    let mut fields = vec![None; policy.fields.len()];
    let names = ["title", "customer", "service", "severity", "status", "assignee"];
    for (name, text) in names.iter().zip(&row.texts[1..]) {
        let field: FieldId = policy.fields.find(name).unwrap();
        fields[field.index()] = Some(text.as_str());
    }
    let mut stamps = vec![Stamp::Absent; policy.stages.len()];
    for (name, moment) in ["opened", "acknowledged", "responded", "resolved"].iter().zip(row.stages) {
        let stage = policy.stages.find(name).unwrap();
        stamps[stage.index()] = moment.map_or(Stamp::Absent, Stamp::At);
    }
    let pauses = row.hold.map(|(from, to)| Pause { from, to: Some(to) }).into_iter().collect();
    Prepared { fields, stamps, pauses, row: place }
}

fn incident<'a>((row, prepared): (&'a Row, &'a Prepared<'a>)) -> Incident<'a> {
    Incident {
        id: &row.texts[0],
        fields: &prepared.fields,
        stamps: &prepared.stamps,
        written: &(),
        pauses: Pauses { stretches: Some(&prepared.pauses), sums: &[] },
        severities: &[],
        notes: &[],
        position: Position { source: 0, block: 0, row: prepared.row },
    }
}

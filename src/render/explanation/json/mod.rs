mod objective;

use std::collections::BTreeMap;

use serde::Serialize;

use self::objective::ObjectiveEntry;
use super::{Explained, ExplainedSource};
use crate::domain::{BreachRecord, NoteKind, Stamp};
use crate::render::RenderError;
use crate::render::json::exact::{Moment, Seconds};
use crate::render::json::head::Head;
use crate::render::json::pretty;
use crate::render::time::LocalTimes;

/// An explanation as JSON, under the schema `slo.explain/1`: fields may be added, none is removed
/// or changes its meaning. `program` is its name and version.
pub fn explanation_json(explained: &Explained<'_>, program: &str) -> Result<Vec<u8>, RenderError> {
    let Explained { policy, incident, .. } = *explained;
    let times = &LocalTimes::new(policy.zone);
    let note = |kind: &NoteKind| match kind {
        NoteKind::Unreadable(reason) => reason.clone(),
        NoteKind::Gap => "gap".to_owned(),
        NoteKind::Overlap => "overlap".to_owned(),
        NoteKind::NeverEnded => "never-ended".to_owned(),
        NoteKind::UnknownStatus => "unknown-status".to_owned(),
    };
    pretty(&Document {
        head: Head::new("slo.explain/1", program, times, (explained.as_of, policy.zone)),
        policy: PolicyEntry {
            name: &policy.name,
            path: policy.path.display().to_string(),
            sha256: &policy.sha256,
        },
        incident: &incident.id,
        source: source(explained),
        fields: policy
            .fields
            .iter()
            .map(|(field, name)| (name, incident.field(field)))
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        stages: policy
            .stages
            .iter()
            .filter_map(|(stage, name)| {
                let written = incident.written.get(stage.index()).and_then(Option::as_deref);
                let at = match incident.stamps.get(stage.index()).copied().unwrap_or(Stamp::Absent) {
                    Stamp::At(at) => Some(Moment(times, at)),
                    Stamp::Unreadable => None,
                    Stamp::Absent => return None,
                };
                Some(StageEntry { stage: name, at, written })
            })
            .collect(),
        pauses: incident.pauses.as_ref().map(|pauses| {
            let entry = |pause: &crate::domain::Pause| PauseEntry {
                from: Moment(times, pause.from),
                to: pause.to.map(|to| Moment(times, to)),
            };
            pauses.iter().map(entry).collect()
        }),
        severities: incident
            .severities
            .iter()
            .map(|(at, text)| SeverityEntry {
                from: Moment(times, *at),
                severity: policy.severities.name_of(text),
            })
            .collect(),
        notes: incident
            .notes
            .iter()
            .map(|found| NoteEntry { column: &found.column, value: &found.value, note: note(&found.kind) })
            .collect(),
        objectives: explained
            .explanation
            .objectives
            .iter()
            .map(|objective| ObjectiveEntry::of(objective, policy, times))
            .collect(),
        after_as_of: explained.explanation.is_after_as_of,
        recorded: recorded(explained, times),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    policy: PolicyEntry<'a>,
    incident: &'a str,
    source: SourceEntry<'a>,
    fields: BTreeMap<&'a str, &'a str>,
    stages: Vec<StageEntry<'a>>,
    /// None where they can't be read.
    pauses: Option<Vec<PauseEntry<'a>>>,
    severities: Vec<SeverityEntry<'a>>,
    notes: Vec<NoteEntry<'a>>,
    objectives: Vec<ObjectiveEntry<'a>>,
    /// Whether it was opened after as-of, so that nothing is judged.
    after_as_of: bool,
    /// What the ledger holds, where it was found there.
    recorded: Vec<RecordedEntry<'a>>,
}

#[derive(Serialize)]
struct RecordedEntry<'a> {
    entry: String,
    objective: &'a str,
    as_of: Moment<'a>,
    target_s: Seconds,
    elapsed_s: Seconds,
    policy_sha256: &'a str,
    /// None where it still counts.
    withdrawn: Option<WithdrawnEntry<'a>>,
}

#[derive(Serialize)]
struct WithdrawnEntry<'a> {
    verdict: &'a str,
    as_of: Moment<'a>,
}

#[derive(Serialize)]
struct PolicyEntry<'a> {
    name: &'a str,
    path: String,
    sha256: &'a str,
}

#[derive(Serialize)]
struct SourceEntry<'a> {
    path: &'a str,
    row: u64,
    /// The entries of the ledger, where it was found there.
    ledger_entries: Vec<String>,
}

#[derive(Serialize)]
struct StageEntry<'a> {
    stage: &'a str,
    /// None where it can't be read.
    at: Option<Moment<'a>>,
    written: Option<&'a str>,
}

#[derive(Serialize)]
struct PauseEntry<'a> {
    from: Moment<'a>,
    to: Option<Moment<'a>>,
}

#[derive(Serialize)]
struct SeverityEntry<'a> {
    from: Moment<'a>,
    severity: &'a str,
}

#[derive(Serialize)]
struct NoteEntry<'a> {
    column: &'a str,
    value: &'a str,
    note: String,
}

fn recorded<'a>(explained: &Explained<'a>, times: &'a LocalTimes) -> Vec<RecordedEntry<'a>> {
    let ExplainedSource::Ledger(records) = explained.source else { return Vec::new() };
    let entry = |record: &'a BreachRecord| RecordedEntry {
        entry: record.entry.to_string(),
        objective: &record.breach.objective,
        as_of: Moment(times, record.breach.as_of),
        target_s: Seconds(record.breach.target.within),
        elapsed_s: Seconds(record.breach.elapsed),
        policy_sha256: &record.breach.policy,
        withdrawn: record.withdrawn.as_ref().map(|withdrawn| WithdrawnEntry {
            verdict: &withdrawn.verdict,
            as_of: Moment(times, withdrawn.as_of),
        }),
    };
    records.iter().map(entry).collect()
}

fn source<'a>(explained: &Explained<'a>) -> SourceEntry<'a> {
    match explained.source {
        ExplainedSource::Export(path, row) => SourceEntry { path, row, ledger_entries: Vec::new() },
        ExplainedSource::Ledger(records) => {
            let latest = records.iter().max_by_key(|record| record.as_of());
            let (path, row) =
                latest.map_or(("", 0), |record| (record.breach.source.as_str(), record.breach.row));
            let ledger_entries = records.iter().map(|record| record.entry.to_string()).collect();
            SourceEntry { path, row, ledger_entries }
        }
    }
}

//! Whole exports, from bytes to incidents, in blocks of many sizes.

mod changing;
mod encodings;
mod episodes;
mod events;
mod faults;
mod ids;
mod json;
mod pairs;
mod pauses;
mod records;
mod several_rows;
mod sheets;
mod snapshots;
mod splits;
mod stamps;

use std::io::Cursor;

use super::blocks::Sizes;
use super::export::read_origin;
use super::origin::Origin;
use super::{IdSet, ReadOptions, SourceError};
use crate::assess::{Intake, SourceSummary};
use crate::domain::{
    FieldId, Fields, Incident, Instant, Mapping, NoteKind, Pause, Policy, Position, Span, StageId, Stages,
    Stamp, Zone,
};

/// Keeps the incidents that it takes in.
struct Keeping;

/// An incident as a test wants to see it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    row: u64,
    id: String,
    title: String,
    severity: String,
    /// `09:00 高` for each.
    severities: Vec<String>,
    /// `name=2026-05-01 09:00` for each stage with a stamp.
    stamps: Vec<String>,
    /// The same as the export writes them.
    written: Vec<String>,
    /// `09:00-09:30` for each pause, `?` for those that can't be read, and `name=30s` for sums.
    pauses: Vec<String>,
    notes: Vec<String>,
    /// The row of each note that has one of its own.
    note_rows: Vec<u64>,
    repeated: bool,
}

impl Intake for Keeping {
    /// With the positions of the incident and of its notes.
    type Tally = Vec<(Position, Vec<Position>, Seen)>;

    fn begin(&self) -> Self::Tally {
        Vec::new()
    }

    fn take(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        tally.push((incident.position, notes_of(incident), seen(incident, false)));
    }

    fn take_repeated(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        tally.push((incident.position, notes_of(incident), seen(incident, true)));
    }

    fn merge(&self, into: &mut Self::Tally, other: Self::Tally) {
        into.extend(other);
    }
}

fn notes_of(incident: &Incident<'_>) -> Vec<Position> {
    incident.notes.iter().filter_map(|note| note.position).collect()
}

fn seen(incident: &Incident<'_>, repeated: bool) -> Seen {
    let (policy, zone) = (policy(), Zone::named("Asia/Tokyo").unwrap());
    let stamp = |(place, stamp): (usize, &Stamp)| {
        let name = policy.stages.iter().nth(place).map(|(_, name)| name)?;
        match stamp {
            Stamp::Absent => None,
            Stamp::At(at) => Some(format!("{name}={}", zone.at(*at).format("%Y-%m-%d %H:%M"))),
            Stamp::Unreadable => Some(format!("{name}=?")),
        }
    };
    let written = |(stage, name): (StageId, &str)| {
        let written = incident.written(stage);
        (!written.is_empty()).then(|| format!("{name} `{written}`"))
    };
    let time = |at: Instant| zone.at(at).format("%H:%M").to_string();
    let pause = |pause: &Pause| format!("{}-{}", time(pause.from), pause.to.map(time).unwrap_or_default());
    let sum = |&(stage, sum): &(StageId, Option<Span>)| {
        let sum = sum.map_or("?".to_owned(), |sum| format!("{}s", sum.whole_seconds()));
        format!("{}={sum}", policy.stages.name(stage))
    };
    let stretches = match incident.pauses.stretches {
        Some(pauses) => pauses.iter().map(pause).collect(),
        None => vec!["?".to_owned()],
    };
    let note = |note: &crate::domain::StampNote| match &note.kind {
        NoteKind::Unreadable(reason) => format!("{} `{}` {reason}", note.column, note.value),
        kind => format!("{} `{}` {kind:?}", note.column, note.value),
    };
    Seen {
        row: 0,
        id: incident.id.to_owned(),
        title: incident.field(FieldId::TITLE).to_owned(),
        severity: incident.field(FieldId::SEVERITY).to_owned(),
        severities: incident.severities.iter().map(|&(at, text)| format!("{} {text}", time(at))).collect(),
        written: policy.stages.iter().filter_map(written).collect(),
        stamps: incident.stamps.iter().enumerate().filter_map(stamp).collect(),
        pauses: stretches.into_iter().chain(incident.pauses.sums.iter().map(sum)).collect(),
        notes: incident.notes.iter().map(note).collect(),
        note_rows: Vec::new(),
        repeated,
    }
}

/// What an export gave, as far as it must not depend on how it was cut.
#[derive(Clone, Debug, PartialEq)]
struct Outcome {
    incidents: Vec<Seen>,
    summary: SourceSummary,
    /// Row, column, value and reason.
    unreadable: Vec<(u64, Option<String>, Option<String>, String)>,
    ids: u64,
}

impl Outcome {
    fn ids(&self) -> Vec<&str> {
        self.incidents.iter().map(|incident| incident.id.as_str()).collect()
    }

    fn rows(&self) -> Vec<u64> {
        self.incidents.iter().map(|incident| incident.row).collect()
    }

    fn reasons(&self) -> Vec<String> {
        let reason = |(row, column, value, reason): &(u64, Option<String>, Option<String>, String)| {
            format!(
                "{row} {} {}: {reason}",
                column.as_deref().unwrap_or("-"),
                value.as_deref().unwrap_or("-")
            )
        };
        self.unreadable.iter().map(reason).collect()
    }
}

fn policy() -> Policy {
    let mapping =
        Mapping { id: Some(crate::domain::IdColumns::One(vec!["id".to_owned()])), ..Mapping::default() };
    Policy { mapping, ..Policy::for_tests(Stages::with([]), Fields::with([])) }
}

fn stage(name: &str) -> StageId {
    policy().stages.find(name).unwrap()
}

fn read_as(
    bytes: &[u8],
    policy: &Policy,
    later: &IdSet,
    threads: usize,
    block: usize,
) -> Result<Outcome, SourceError> {
    read_as_of(bytes, policy, later, (threads, block), Instant::LAST)
}

/// The same, as of some moment.
fn read_as_of(
    bytes: &[u8],
    policy: &Policy,
    later: &IdSet,
    (threads, block): (usize, usize),
    as_of: Instant,
) -> Result<Outcome, SourceError> {
    let origin = Origin::of_stream(Box::new(Cursor::new(bytes.to_vec())));
    let options = ReadOptions { source: 0, threads, digest: true, sheet: None, as_of, later };
    let sizes = Sizes { block, record: 4096.max(block) };
    let read = read_origin(origin, policy, &Keeping, &options, sizes)?;
    let mut incidents: Vec<Seen> = read
        .tally
        .into_iter()
        .map(|(position, notes, seen)| {
            let note_rows = notes.into_iter().map(|note| read.rows.row(note)).collect();
            Seen { row: read.rows.row(position), note_rows, ..seen }
        })
        .collect();
    incidents.sort();
    let unreadable = read
        .unreadable
        .into_iter()
        .map(|row| (row.row, row.column, row.value, row.reason.to_string()))
        .collect();
    Ok(Outcome { incidents, summary: read.summary, unreadable, ids: read.ids.len() })
}

/// Reads an export in blocks of several sizes and on several threads, which must all agree.
fn read_with(bytes: &[u8], policy: &Policy, later: &IdSet) -> Result<Outcome, SourceError> {
    let whole = read_as(bytes, policy, later, 1, 1 << 20);
    for (threads, block) in [(1, 16), (3, 16), (2, 40), (4, 100)] {
        match (&whole, read_as(bytes, policy, later, threads, block)) {
            (Ok(whole), Ok(pieces)) => assert_eq!(whole, &pieces, "{threads} threads, blocks of {block}"),
            (Err(whole), Err(pieces)) => {
                assert_eq!(whole.to_string(), pieces.to_string(), "{threads}, {block}");
            }
            (whole, pieces) => panic!("{whole:?} but {pieces:?} on {threads} threads in blocks of {block}"),
        }
    }
    whole
}

fn read(bytes: impl AsRef<[u8]>) -> Outcome {
    read_with(bytes.as_ref(), &policy(), &IdSet::default()).unwrap()
}

fn error(bytes: impl AsRef<[u8]>) -> String {
    read_with(bytes.as_ref(), &policy(), &IdSet::default()).unwrap_err().to_string()
}

use crate::assess::{Intake, SourceSummary, UnreadableRow};
use crate::domain::{Instant, Policy, Rows};

use super::blocks::Sizes;
use super::columns::Columns;
use super::csv::Quoting;
use super::events::read_events;
use super::headless::headless;
use super::origin::Origin;
use super::pairs::read_pairs;
use super::prepared::Prepared;
use super::readings::Readings;
use super::recognised::Recognised;
use super::refusals::Refusals;
use super::row_index::RowIndex;
use super::single::read_single;
use super::snapshots::read_snapshots;
use super::{IdSet, Input, SourceError};

/// How an export is read.
#[derive(Clone, Copy, Debug)]
pub struct ReadOptions<'a> {
    /// Its place among the exports of the run, from 0.
    pub source: u32,
    /// On how many threads at most.
    pub threads: usize,
    /// Whether the SHA-256 of its bytes is wanted.
    pub digest: bool,
    /// Which sheet of a workbook is read, by its name or its number from 1; otherwise the first.
    pub sheet: Option<&'a str>,
    /// The moment that counts as now: where rows are events, later ones have not happened yet.
    pub as_of: Instant,
    /// The ids in exports that are named later: their incidents are taken from there.
    pub later: &'a IdSet,
}

/// What an export gave.
#[derive(Debug)]
pub struct ExportRead<T> {
    /// The intake's tally of all incidents.
    pub tally: T,
    /// What the export was. `unreadable` counts the rows in this value's list; the intake counts
    /// those with a bad stamp. `incidents` counts each id once: those taken, those that repeat,
    /// and those that were replaced.
    pub summary: SourceSummary,
    /// The numbers of rows.
    pub rows: RowIndex,
    /// The rows that have no readable incident: with too few or too many cells, without an id, or
    /// with one that repeats. In order.
    pub unreadable: Vec<UnreadableRow>,
    /// All ids of the export.
    pub ids: IdSet,
}

/// What the rows of an export gave, however they make incidents.
pub(super) struct Gathered<T> {
    pub(super) tally: T,
    pub(super) ids: IdSet,
    pub(super) rows: u64,
    pub(super) taken: u64,
    pub(super) replaced: u64,
    /// Rows that belong to no incident: events before an episode, recoveries without a problem.
    pub(super) outside: u64,
    /// The activities with their rows, where rows are events.
    pub(super) activities: Vec<(String, u64)>,
    pub(super) refusals: Refusals,
    pub(super) index: RowIndex,
    pub(super) encoding: String,
}

/// Reads an export and hands its incidents to `intake`.
pub fn read_export<I: Intake>(
    input: &Input,
    policy: &Policy,
    intake: &I,
    options: &ReadOptions<'_>,
) -> Result<ExportRead<I::Tally>, SourceError> {
    read_origin(Origin::new(input)?, policy, intake, options, Sizes::default())
}

/// Reads an export, cut into blocks of these sizes.
pub(super) fn read_origin<I: Intake>(
    origin: Origin,
    policy: &Policy,
    intake: &I,
    options: &ReadOptions<'_>,
    sizes: Sizes,
) -> Result<ExportRead<I::Tally>, SourceError> {
    let mut readings = Readings::new(origin, policy, options, sizes);
    let read = read_all(&mut readings, policy, intake, options);
    // What seems to be wrong with a file that changes is but half of something.
    readings.changed().map_or(read, Err)
}

fn read_all<I: Intake>(
    readings: &mut Readings<'_>,
    policy: &Policy,
    intake: &I,
    options: &ReadOptions<'_>,
) -> Result<ExportRead<I::Tally>, SourceError> {
    let mut opening = readings.open()?;
    if opening.about.header.is_empty() {
        return headless(opening, readings, intake);
    }
    let mut recognised = Recognised::of(&opening.about, policy);
    let quoting = recognised.quoting(&opening.about);
    let likely = recognised.mapping.encoding.clone().filter(|_| policy.mapping.encoding.is_none());
    if quoting == Quoting::FirstQuote || likely.is_some() {
        opening = readings.reopen(opening, quoting, likely.as_deref())?;
    }
    if let (Some(key), None) = (&recognised.mapping.zone_key, opening.about.delimiter) {
        let (zone, again) = readings.envelope_text(opening, key)?;
        opening = again;
        recognised.take_zone(zone.as_deref(), &opening.about.path)?;
    }
    if let Some(list) = recognised.list(&opening.about, policy) {
        opening.within(list);
        if opening.about.header.is_empty() {
            return headless(opening, readings, intake);
        }
    }
    let prepared = Prepared::new(&mut opening, policy, &recognised, options)
        .map_err(|error| recognised.told_of_ties(error))?;
    let blocks = opening.blocks;
    let Columns { events, pairs, .. } = prepared.plan.columns;
    let gathered = match (&prepared.plan.mapping.rows, events, pairs) {
        (Rows::Events(rows), Some(columns), _) => {
            read_events(&prepared, rows, columns, blocks, readings, intake)?
        }
        (Rows::Pairs(rows), _, Some(columns)) => {
            read_pairs(&prepared, rows, columns, blocks, readings, intake)?
        }
        (Rows::Snapshots { .. }, ..) => read_snapshots(&prepared, blocks, readings, intake)?,
        (Rows::One | Rows::Events(_) | Rows::Pairs(_), ..) => {
            read_single(&prepared, blocks, readings, intake)?
        }
    };
    let about = &prepared.about;
    let summary = SourceSummary {
        path: about.path.clone(),
        format: about.format,
        preset: recognised.summary(),
        row_cap: recognised.mapping.quirks.row_cap,
        severities: recognised.mapping.severities.clone(),
        sheet: about.source_sheet(),
        title_rows: about.title_rows,
        encoding: gathered.encoding,
        date_order: prepared.date_order(),
        rows: gathered.rows,
        incidents: gathered.taken + gathered.replaced,
        unreadable: gathered.refusals.len(),
        replaced: gathered.replaced,
        outside: gathered.outside,
        stage_columns: prepared.plan.stage_columns(),
        pause_columns: prepared.plan.pause_columns(),
        activities: gathered.activities,
        sha256: readings.sha256(),
    };
    let unreadable = gathered.refusals.listed(&prepared.plan, &gathered.index);
    Ok(ExportRead { tally: gathered.tally, summary, rows: gathered.index, unreadable, ids: gathered.ids })
}

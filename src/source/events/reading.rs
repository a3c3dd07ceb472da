use std::collections::HashMap;

use super::super::assembly::{AmbiguousDate, Assembly};
use super::super::blocks::BlockSource;
use super::super::cells::{Cells, MISFIT};
use super::super::columns::EventCells;
use super::super::export::Gathered;
use super::super::parser::RowTaker;
use super::super::plan::Plan;
use super::super::prepared::Prepared;
use super::super::readings::Readings;
use super::super::refusals::Refusals;
use super::super::stamp_cell::wrong_type;
use super::super::time::TimeCell;
use super::super::{IdSet, SourceError};
use super::episodes::{Episodes, episodes};
use super::event::{ClockShift, Event};
use super::first_cells::{FirstCells, Keeping};
use super::history::History;
use super::meanings::Meanings;
use super::seen_activities::SeenActivities;
use super::telling::Telling;
use super::texts::Texts;
use crate::assess::Intake;
use crate::domain::{EventRows, FieldId, Instant, Position, StageId};
use crate::words::unreadable_rows;

/// Reads an export in which each row is something that happened to an incident.
pub(in crate::source) fn read_events<I: Intake>(
    prepared: &Prepared<'_>,
    rows: &EventRows,
    columns: EventCells,
    blocks: BlockSource,
    readings: &mut Readings<'_>,
    intake: &I,
) -> Result<Gathered<I::Tally>, SourceError> {
    let (plan, as_of) = (&prepared.plan, readings.options.as_of);
    let (meanings, keeping) = (Meanings::of(rows), Keeping::new(plan, as_of.min(LAST_TIMED)));
    let common = Common { plan, columns, meanings: &meanings, keeping: &keeping, as_of };
    let pass = prepared.pass(blocks, || Events::new(common))?;
    readings.keep_digest();
    let merged = pass.takers.into_iter().reduce(Events::merge);
    let all = merged.unwrap_or_else(|| Events::new(common));
    let (index, encoding) = (pass.index, pass.encoding);
    let Settled { tally, ids, rows, taken, replaced, outside, activities, refusals } = all
        .settle(intake, readings.options.later)
        .map_err(|(position, date)| prepared.ambiguous(position, date, &index, &encoding))?;
    Ok(Gathered { tally, ids, rows, taken, replaced, outside, activities, refusals, index, encoding })
}

/// Events whose time can't be read stand behind this moment.
const LAST_TIMED: Instant = Instant::from_nanos(i64::MAX - 1);

/// What all workers share.
#[derive(Clone, Copy)]
struct Common<'a> {
    plan: &'a Plan<'a>,
    columns: EventCells,
    meanings: &'a Meanings<'a>,
    keeping: &'a Keeping<'a>,
    as_of: Instant,
}

/// Takes exports in which an incident has a row for each thing that happened.
struct Events<'a> {
    common: Common<'a>,
    histories: HashMap<Box<str>, History>,
    activities: Texts,
    /// What must be known of an activity while rows are read, by its place.
    bearings: Vec<Bearing>,
    seen: SeenActivities,
    severities: Texts,
    rows: u64,
    refusals: Refusals,
}

/// What must be known of an activity while rows are read.
#[derive(Clone, Copy)]
struct Bearing {
    /// Whether it opens incidents by its name.
    opens: bool,
    /// Whether it reaches any stage.
    reaches: bool,
    /// Whether an event of it counts though it is later than as-of: as one that opens an incident,
    /// or tells one from the next.
    counts_later: bool,
}

/// What all incidents gave.
struct Settled<T> {
    tally: T,
    ids: IdSet,
    rows: u64,
    taken: u64,
    replaced: u64,
    outside: u64,
    activities: Vec<(String, u64)>,
    refusals: Refusals,
}

impl<'a> Events<'a> {
    /// Begins a reading.
    fn new(common: Common<'a>) -> Self {
        let mut severities = Texts::default();
        // The place of the empty text is that of no severity.
        severities.keep("");
        Self {
            common,
            histories: HashMap::new(),
            activities: Texts::default(),
            bearings: Vec::new(),
            seen: SeenActivities::default(),
            severities,
            rows: 0,
            refusals: Refusals::default(),
        }
    }

    /// Adds what another worker took.
    fn merge(mut self, other: Self) -> Self {
        let activities = self.activities.merge(&other.activities);
        let severities = self.severities.merge(&other.severities);
        let keeping = self.common.keeping;
        #[expect(clippy::iter_over_hash_type, reason = "each id is merged by itself")]
        for (id, mut theirs) in other.histories {
            theirs.translate(&activities, &severities);
            if let Some(ours) = self.histories.get_mut(&id) {
                ours.merge(theirs, keeping);
            } else {
                self.histories.insert(id, theirs);
            }
        }
        self.seen.merge(&other.seen, &activities);
        self.rows += other.rows;
        self.refusals.merge(other.refusals);
        self
    }

    /// Hands the incidents to `intake`, in the order of their first rows. The error is a date that
    /// can't be read, and the first row of the incident it stands in.
    fn settle<I: Intake>(
        self,
        intake: &I,
        later: &IdSet,
    ) -> Result<Settled<I::Tally>, (Position, AmbiguousDate)> {
        let Self { common, histories, activities, severities, seen, rows, refusals, .. } = self;
        let Common { plan, columns, meanings, as_of, .. } = common;
        let telling = Telling::new(plan, columns, meanings, (&activities, &severities), as_of);
        let mut histories: Vec<_> = histories.into_iter().collect();
        histories.sort_unstable_by_key(|(_, history)| history.first_row);
        let (mut tally, mut ids, mut taken, mut replaced) = (intake.begin(), IdSet::default(), 0, 0);
        let mut assembly = Assembly::new(plan);
        let mut outside = 0;
        let newest_first = is_newest_first(&histories);
        for (id, mut history) in histories {
            history.sort();
            let episodes = if meanings.rows.episodes {
                let Episodes { incidents, before } =
                    episodes(&id, history, &telling, common.keeping, newest_first);
                outside += before;
                incidents
            } else {
                vec![(id, history)]
            };
            for (id, history) in episodes {
                ids.insert(&id);
                if later.contains(&id) {
                    replaced += 1;
                    continue;
                }
                taken += 1;
                let position = history.first_row;
                let course = telling.course(&history);
                assembly
                    .of_course(&id, &history.cells, &course, position, |incident| {
                        intake.take(&mut tally, incident);
                    })
                    .map_err(|date| (position, date))?;
            }
        }
        let activities = seen.listed(&activities, meanings);
        Ok(Settled { tally, ids, rows, taken, replaced, outside, activities, refusals })
    }

    /// The place of an activity, and what must be known of it.
    fn activity(&mut self, text: &str) -> (u32, Bearing) {
        let place = self.activities.keep(text);
        self.seen.add(place);
        if self.bearings.len() < self.activities.len() {
            let Common { plan, meanings, .. } = self.common;
            let meaning = meanings.of_activity(text);
            let opens = meaning.stages.contains(&StageId::OPENED);
            let divides = meaning.reopens
                || meaning.stages.iter().any(|&stage| plan.policy.stages.is_resolution(stage));
            self.bearings.push(Bearing {
                opens,
                reaches: !meaning.stages.is_empty(),
                counts_later: opens || (meanings.rows.episodes && divides),
            });
        }
        (place, self.bearings[place as usize])
    }
}

/// Whether the newest rows of an export come first: by what its first and its last event tell.
fn is_newest_first(histories: &[(Box<str>, History)]) -> bool {
    let events = || histories.iter().flat_map(|(_, history)| &history.events);
    let first = events().min_by_key(|event| event.position);
    first.zip(events().max_by_key(|event| event.position)).is_some_and(|(first, last)| first.at > last.at)
}

impl RowTaker for Events<'_> {
    fn take(&mut self, cells: &impl Cells, position: Position) -> Result<(), AmbiguousDate> {
        self.rows += 1;
        let Common { plan, columns, keeping, as_of, .. } = self.common;
        let mut joined = String::new();
        let Some(id) = self.refusals.id_of(plan, cells, position, &mut joined) else { return Ok(()) };
        let (activity, bearing) = self.activity(plan.text(cells.cell(columns.activity)).unwrap_or_default());
        let written = cells.cell(columns.at).unwrap_or_default().trim();
        let misfit = written.strip_prefix(MISFIT);
        let (written, cell) = match misfit {
            Some(value) => (value, TimeCell::Unreadable(wrong_type(value, plan.column(columns.at), false))),
            None => (written, plan.times.read(written)),
        };
        let (at, shift) = match cell {
            TimeCell::At(at) => (Ok(at), None),
            TimeCell::Gap(at) => (Ok(at), Some(ClockShift::Gap)),
            TimeCell::Overlap(at) => (Ok(at), Some(ClockShift::Overlap)),
            TimeCell::Missing => (Err(unreadable_rows::event_untimed()), None),
            TimeCell::Unreadable(reason) => (Err(reason), None),
            TimeCell::Ambiguous => {
                return Err(AmbiguousDate { column: columns.at, value: written.to_owned() });
            }
        };
        let order = (at.as_ref().map_or(Instant::LAST, |&at| at.min(LAST_TIMED)), position);
        let known = self.histories.contains_key(id);
        if !known {
            self.histories.insert(id.into(), History::new(order, cells, keeping));
        }
        let Some(history) = self.histories.get_mut(id) else { return Ok(()) };
        let is_first = !known || order < history.cells.order;
        if known {
            history.add(order, cells, keeping);
        }
        let at = match at {
            Ok(at) => at,
            Err(reason) => {
                history.push_untimed(position, activity, written);
                self.refusals.add_cell(position, columns.at, written, reason);
                return Ok(());
            }
        };
        let in_episodes = self.common.meanings.rows.episodes;
        if in_episodes && (at <= as_of || bearing.opens) {
            history.rows.push(FirstCells::of(order, cells, keeping));
        }
        let may_open = is_first && !in_episodes;
        if at > as_of && !may_open && !bearing.counts_later {
            return Ok(());
        }
        let severity = plan.columns.fields.get(FieldId::SEVERITY.index()).copied().flatten();
        let severity = severity.and_then(|column| plan.severity(cells.cell(column)));
        let severity = severity.map_or(0, |severity| self.severities.keep(severity));
        let written = if is_first || bearing.reaches || shift.is_some() { written } else { "" };
        history.push(Event { at, position, activity, severity, written: (0, 0), shift }, written);
        Ok(())
    }

    fn refuse(&mut self, position: Position, reason: String) {
        self.rows += 1;
        self.refusals.add(position, reason);
    }
}

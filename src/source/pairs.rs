use std::collections::{HashMap, HashSet};

use crate::assess::Intake;
use crate::domain::{IncidentPart, NoteKind, PairRows, Position, Stamp, StampNote, normal};

use super::assembly::{AmbiguousDate, Assembly};
use super::blocks::BlockSource;
use super::cells::{Cells, MISFIT};
use super::columns::PairCells;
use super::course::{Course, ReachedStage};
use super::export::Gathered;
use super::parser::RowTaker;
use super::plan::Plan;
use super::prepared::Prepared;
use super::readings::Readings;
use super::refusals::Refusals;
use super::repeat::Repeat;
use super::row_index::RowIndex;
use super::time::TimeCell;
use super::{IdSet, SourceError};
use crate::words::unreadable_rows as words;

/// Reads an export in which a problem and its recovery are rows of their own.
pub(super) fn read_pairs<I: Intake>(
    prepared: &Prepared<'_>,
    rows: &PairRows,
    columns: PairCells,
    blocks: BlockSource,
    readings: &mut Readings<'_>,
    intake: &I,
) -> Result<Gathered<I::Tally>, SourceError> {
    let plan = &prepared.plan;
    let set = |values: &[String]| values.iter().map(|value| normal(value).into_owned()).collect();
    let values = Values { rows, recovery: set(&rows.recovery), problem: set(&rows.problem) };
    let pass = prepared.pass(blocks, || Pairs::new(plan, columns, &values))?;
    readings.keep_digest();
    let merged = pass.takers.into_iter().reduce(Pairs::merge);
    let mut all = merged.unwrap_or_else(|| Pairs::new(plan, columns, &values));
    let (index, encoding) = (pass.index, pass.encoding);
    let done = all
        .settle(rows, intake, readings.options.later, &index)
        .map_err(|(position, date)| prepared.ambiguous(position, date, &index, &encoding))?;
    let Joined { tally, ids, taken, replaced, outside } = done;
    let Pairs { rows, refusals, .. } = all;
    let activities = Vec::new();
    Ok(Gathered { tally, ids, rows, taken, replaced, outside, activities, refusals, index, encoding })
}

/// What tells problems from recoveries, in the form of [`normal`].
struct Values<'a> {
    rows: &'a PairRows,
    recovery: HashSet<String>,
    problem: HashSet<String>,
}

impl Values<'_> {
    /// Why a row is neither.
    fn neither(&self) -> String {
        let (problem, recovery) = (words::listed(&self.rows.problem), words::listed(&self.rows.recovery));
        words::neither(&problem, &recovery)
    }
}

/// Takes rows of problems and of recoveries, in any order.
struct Pairs<'a> {
    plan: &'a Plan<'a>,
    columns: PairCells,
    values: &'a Values<'a>,
    wanted: Vec<usize>,
    problems: HashMap<Box<str>, Repeat>,
    /// The recoveries by their ids.
    recoveries: HashMap<Box<str>, Repeat>,
    /// The columns that are kept of recoveries.
    recovery_columns: [usize; 1],
    rows: u64,
    refusals: Refusals,
}

/// What problems and their recoveries gave.
struct Joined<T> {
    tally: T,
    ids: IdSet,
    taken: u64,
    replaced: u64,
    outside: u64,
}

impl<'a> Pairs<'a> {
    /// Begins a reading.
    fn new(plan: &'a Plan<'a>, columns: PairCells, values: &'a Values<'a>) -> Self {
        Self {
            plan,
            columns,
            values,
            wanted: plan.wanted(),
            problems: HashMap::new(),
            recoveries: HashMap::new(),
            recovery_columns: [columns.at],
            rows: 0,
            refusals: Refusals::default(),
        }
    }

    /// Adds what another worker took.
    fn merge(mut self, other: Self) -> Self {
        merge_all(&mut self.problems, other.problems);
        merge_all(&mut self.recoveries, other.recoveries);
        self.rows += other.rows;
        self.refusals.merge(other.refusals);
        self
    }

    /// Hands the problems to `intake`, in their order. The error is a date that can't be read, and
    /// where it stands.
    fn settle<I: Intake>(
        &mut self,
        rows: &PairRows,
        intake: &I,
        later: &IdSet,
        index: &RowIndex,
    ) -> Result<Joined<I::Tally>, (Position, AmbiguousDate)> {
        let mut problems: Vec<_> = self.problems.drain().collect();
        problems.sort_unstable_by_key(|(_, repeat)| repeat.first.0);
        let (mut tally, mut ids, mut taken, mut replaced) = (intake.begin(), IdSet::default(), 0, 0);
        let mut assembly = Assembly::new(self.plan);
        let id_column = self.plan.columns.id.first;
        for (id, repeat) in self.recoveries.iter_mut().filter(|(_, repeat)| repeat.is_repeated()) {
            repeat.refuse(id, id_column, index, &mut self.refusals);
        }
        for (id, _) in &problems {
            ids.insert(id);
        }
        let mut referred: HashSet<&str> = HashSet::new();
        for (id, mut repeat) in problems {
            let is_repeated = repeat.is_repeated();
            if is_repeated {
                repeat.refuse(&id, id_column, index, &mut self.refusals);
            }
            let (position, cells) = repeat.first;
            let found = self.recovery_of(&cells).and_then(|named| self.recoveries.get_key_value(named));
            referred.extend(found.map(|(id, _)| &**id));
            if later.contains(&id) {
                replaced += 1;
                continue;
            }
            taken += 1;
            let course = self.course(rows, &cells, &ids).map_err(|date| (position, date))?;
            let taking = assembly.of_course(&id, &cells, &course, position, |incident| {
                if is_repeated {
                    intake.take_repeated(&mut tally, incident);
                } else {
                    intake.take(&mut tally, incident);
                }
            });
            taking.map_err(|date| (position, date))?;
        }
        let once = self.recoveries.iter().filter(|(_, repeat)| !repeat.is_repeated());
        let alone = once.filter(|(id, _)| !referred.contains(&***id)).count();
        let outside = u64::try_from(alone).unwrap_or(u64::MAX);
        Ok(Joined { tally, ids, taken, replaced, outside })
    }

    /// The id of a problem's recovery, if it has one.
    fn recovery_of<'c>(&self, cells: &'c impl Cells) -> Option<&'c str> {
        let named = self.plan.text(cells.cell(self.columns.refers))?;
        (named != "0" && !self.plan.times.is_missing(named)).then_some(named)
    }

    /// What the recovery tells of a problem, among problems with these ids.
    fn course<'c>(
        &'c self,
        rows: &PairRows,
        cells: &'c impl Cells,
        problems: &IdSet,
    ) -> Result<Course<'c>, AmbiguousDate> {
        let part = IncidentPart::Stage(rows.stage);
        let mut course = Course { pauses: Some(Vec::new()), ..Course::default() };
        let mut note = |column: usize, value: &str, position, kind| {
            let (column, value) = (self.plan.column(column).to_owned(), value.to_owned());
            course.notes.push(StampNote { part, column, value, position, kind });
        };
        let (stamp, written) = match self.recovery_of(cells) {
            None => (Stamp::Absent, ""),
            Some(named) => match self.recoveries.get(named) {
                None => {
                    let reason = if problems.contains(named) {
                        words::no_recovery(self.plan.column(self.columns.which))
                    } else {
                        words::recovery_not_there()
                    };
                    note(self.columns.refers, named, None, NoteKind::Unreadable(reason));
                    (Stamp::Unreadable, named)
                }
                Some(repeat) if repeat.is_repeated() => {
                    let kind = NoteKind::Unreadable(words::recovery_repeated());
                    note(self.columns.refers, named, None, kind);
                    (Stamp::Unreadable, named)
                }
                Some(Repeat { first: (position, cells), .. }) => {
                    let written = cells.cell(self.columns.at).unwrap_or_default();
                    let written = written.strip_prefix(MISFIT).unwrap_or(written);
                    let (stamp, kind) = match self.plan.times.read(written) {
                        TimeCell::At(at) => (Stamp::At(at), None),
                        TimeCell::Gap(at) => (Stamp::At(at), Some(NoteKind::Gap)),
                        TimeCell::Overlap(at) => (Stamp::At(at), Some(NoteKind::Overlap)),
                        TimeCell::Missing => {
                            (Stamp::Unreadable, Some(NoteKind::Unreadable(words::recovery_untimed())))
                        }
                        TimeCell::Unreadable(reason) => {
                            (Stamp::Unreadable, Some(NoteKind::Unreadable(reason)))
                        }
                        TimeCell::Ambiguous => {
                            let value = written.trim().to_owned();
                            return Err(AmbiguousDate { column: self.columns.at, value });
                        }
                    };
                    if let Some(kind) = kind {
                        note(self.columns.at, written, Some(*position), kind);
                    }
                    (stamp, written)
                }
            },
        };
        course.stages.push(ReachedStage { stage: rows.stage, stamp, written });
        Ok(course)
    }
}

/// Adds a row to those of its id.
fn add(
    rows: &mut HashMap<Box<str>, Repeat>,
    id: &str,
    position: Position,
    cells: &impl Cells,
    columns: &[usize],
) {
    if let Some(repeat) = rows.get_mut(id) {
        repeat.add(position, cells, columns);
    } else {
        rows.insert(id.into(), Repeat::new(position, cells, columns));
    }
}

/// Adds the rows that another worker took.
fn merge_all(into: &mut HashMap<Box<str>, Repeat>, other: HashMap<Box<str>, Repeat>) {
    #[expect(clippy::iter_over_hash_type, reason = "each id is merged by itself")]
    for (id, theirs) in other {
        match into.get_mut(&id) {
            Some(ours) => ours.merge(theirs),
            None => {
                into.insert(id, theirs);
            }
        }
    }
}

impl RowTaker for Pairs<'_> {
    fn take(&mut self, cells: &impl Cells, position: Position) -> Result<(), AmbiguousDate> {
        self.rows += 1;
        let mut joined = String::new();
        let Some(id) = self.refusals.id_of(self.plan, cells, position, &mut joined) else { return Ok(()) };
        // What means "nothing" elsewhere, such as `0`, may well be what a recovery has there.
        let which = cells.cell(self.columns.which).unwrap_or_default().trim();
        let (plain, values) = (normal(which), self.values);
        if values.recovery.contains(&*plain) {
            add(&mut self.recoveries, id, position, cells, &self.recovery_columns);
        } else if !values.problem.is_empty() && !values.problem.contains(&*plain) {
            self.refusals.add_cell(position, self.columns.which, which, values.neither());
        } else {
            add(&mut self.problems, id, position, cells, &self.wanted);
        }
        Ok(())
    }

    fn refuse(&mut self, position: Position, reason: String) {
        self.rows += 1;
        self.refusals.add(position, reason);
    }
}

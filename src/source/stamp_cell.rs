use crate::domain::{Instant, NoteKind, Stamp};

use super::assembly::AmbiguousDate;
use super::cells::MISFIT;
use super::plan::Plan;
use super::time::TimeCell;
use crate::words::unreadable_rows as words;

/// What a cell tells of the time of a stage.
pub(super) struct StampCell<'a> {
    pub(super) stamp: Stamp,
    /// The part of the cell that it is read from.
    pub(super) written: &'a str,
    /// What is to be known about it.
    pub(super) kind: Option<NoteKind>,
}

impl<'a> StampCell<'a> {
    /// Reads the cell of a column. Of several times, each on its line, the earliest counts, and those
    /// that are not yet count for nothing; where one can't be read, it isn't known which is the
    /// earliest.
    pub(super) fn read(plan: &Plan<'_>, column: usize, cell: &'a str) -> Result<Self, AmbiguousDate> {
        if !plan.lists.contains(&column) {
            return Self::one(plan, column, cell);
        }
        let mut earliest = Self { stamp: Stamp::Absent, written: "", kind: None };
        let mut first: Option<Instant> = None;
        for line in cell.split('\n') {
            let told = Self::one(plan, column, line)?;
            match told.stamp {
                Stamp::Absent => {}
                Stamp::Unreadable => return Ok(told),
                Stamp::At(at) if first.is_some_and(|first| first <= at) => {}
                Stamp::At(at) => (first, earliest) = (Some(at), told),
            }
        }
        Ok(earliest)
    }

    fn one(plan: &Plan<'_>, column: usize, text: &'a str) -> Result<Self, AmbiguousDate> {
        if let Some(misfit) = text.strip_prefix(MISFIT) {
            let reason = wrong_type(misfit, plan.column(column), plan.lists.contains(&column));
            let kind = Some(NoteKind::Unreadable(reason));
            return Ok(Self { stamp: Stamp::Unreadable, written: misfit, kind });
        }
        let (stamp, kind) = match plan.times.read(text) {
            TimeCell::At(at) => (Stamp::At(at), None),
            TimeCell::Missing => (Stamp::Absent, None),
            TimeCell::Gap(at) => (Stamp::At(at), Some(NoteKind::Gap)),
            TimeCell::Overlap(at) => (Stamp::At(at), Some(NoteKind::Overlap)),
            TimeCell::Unreadable(reason) => (Stamp::Unreadable, Some(NoteKind::Unreadable(reason))),
            TimeCell::Ambiguous => return Err(AmbiguousDate { column, value: text.trim().to_owned() }),
        };
        Ok(Self { stamp, written: text, kind })
    }
}

/// Why a JSON value is no time.
pub(super) fn wrong_type(value: &str, column: &str, in_list: bool) -> String {
    if in_list {
        return words::no_list_of_times(column);
    }
    match value.as_bytes().first() {
        Some(b'{') => words::object_for_time(column),
        Some(b'[') => words::array_for_time(column),
        _ => words::no_object_with_time(column),
    }
}

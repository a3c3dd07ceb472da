use std::borrow::Cow;

use crate::domain::{CountUnit, IncidentPart, Instant, NoteKind, Pause, Pauses, Span, StageId, StampNote};

use super::assembly::AmbiguousDate;
use super::cells::{Cells, MISFIT};
use super::columns::{SecondsCell, read_seconds};
use super::plan::Plan;
use super::time::{LastTime, TimeCell, TimeReader};
use crate::words::unreadable_rows as words;

/// What may stand between the times in a cell, the surest first.
pub(super) const SEPARATORS: [char; 4] = ['\n', ';', '|', ','];

/// The pauses that the columns of a row tell of, in memory that is used again for each.
#[derive(Debug, Default)]
pub(super) struct RowPauses {
    stretches: Vec<Pause>,
    sums: Vec<(StageId, Option<Span>)>,
    unreadable: bool,
    /// The beginnings and ends read last, by the place of their columns.
    last: Vec<[LastTime; 2]>,
}

/// A cell with the beginnings or ends of pauses.
#[derive(Clone, Copy)]
struct TimesCell<'a> {
    column: usize,
    /// `None` where the row has nothing for the column.
    text: Option<&'a str>,
}

/// One time of such a cell.
#[derive(Clone, Copy)]
struct Entry<'a> {
    cell: TimesCell<'a>,
    text: &'a str,
}

/// Why pauses can't be read.
enum Fault<'a> {
    /// For what stands in a cell: its column, what is wrong of it, and the reason.
    Cell(usize, Cow<'a, str>, String),
    Ambiguous(AmbiguousDate),
}

impl RowPauses {
    /// Memory for the rows of this plan.
    pub(super) fn new(plan: &Plan<'_>) -> Self {
        let last = vec![Default::default(); plan.columns.pauses.stretches.len()];
        Self { last, ..Self::default() }
    }

    /// Reads the pauses of a row in place of those before, and adds what is to be known about them
    /// to `notes`.
    #[inline]
    pub(super) fn read(
        &mut self,
        plan: &Plan<'_>,
        cells: &impl Cells,
        notes: &mut Vec<StampNote>,
    ) -> Result<(), AmbiguousDate> {
        self.clear();
        if plan.columns.pauses.is_empty() { Ok(()) } else { self.add_told(plan, cells, notes) }
    }

    /// Apart from the question whether there are any, as in most exports there are none.
    #[inline(never)]
    fn add_told(
        &mut self,
        plan: &Plan<'_>,
        cells: &impl Cells,
        notes: &mut Vec<StampNote>,
    ) -> Result<(), AmbiguousDate> {
        for (place, &(from, to)) in plan.columns.pauses.stretches.iter().enumerate() {
            let cell = |column| TimesCell { column, text: cells.cell(column) };
            let (from, to) = (cell(from), cell(to));
            if from.has_nothing() && to.has_nothing() {
                continue;
            }
            if let Some(pause) = self.plain_pause(plan, place, from, to) {
                self.stretches.push(pause);
                continue;
            }
            match self.stretches(plan, from, to, notes) {
                Ok(()) => {}
                Err(Fault::Ambiguous(date)) => return Err(date),
                Err(Fault::Cell(column, value, reason)) => {
                    self.unreadable = true;
                    let kind = NoteKind::Unreadable(reason);
                    notes.push(note(plan, IncidentPart::Pauses, column, &value, kind));
                }
            }
        }
        for &(stage, column) in &plan.columns.pauses.sums {
            self.sum(plan, stage, column, cells.cell(column).unwrap_or_default(), notes);
        }
        Ok(())
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.stretches.clear();
        self.sums.clear();
        self.unreadable = false;
    }

    /// Adds pauses that something else than the columns tells of; `None` where they can't be read.
    pub(super) fn add(&mut self, pauses: Option<&[Pause]>) {
        match pauses {
            Some(pauses) => self.stretches.extend(pauses),
            None => self.unreadable = true,
        }
    }

    /// What was read.
    pub(super) fn pauses(&self) -> Pauses<'_> {
        Pauses { stretches: (!self.unreadable).then_some(&self.stretches), sums: &self.sums }
    }

    /// The pause of a pair of cells that hold one time each, both in one of the common forms.
    fn plain_pause(
        &mut self,
        plan: &Plan<'_>,
        place: usize,
        from: TimesCell<'_>,
        to: TimesCell<'_>,
    ) -> Option<Pause> {
        let [last_from, last_to] = self.last.get_mut(place)?;
        let from = plan.times.read_moment(from.text?, last_from)?;
        let to = plan.times.read_moment(to.text?, last_to)?;
        (from <= to).then_some(Pause { from, to: Some(to) })
    }

    fn stretches<'a>(
        &mut self,
        plan: &Plan<'_>,
        from: TimesCell<'a>,
        to: TimesCell<'a>,
        notes: &mut Vec<StampNote>,
    ) -> Result<(), Fault<'a>> {
        for cell in [from, to] {
            if let Some(misfit) = cell.misfit() {
                let reason = words::no_pause_times(plan.column(cell.column));
                return Err(Fault::Cell(cell.column, misfit.into(), reason));
            }
        }
        let (beginnings, mut ends) = (from.entries(&plan.times), to.entries(&plan.times));
        let counts = (beginnings.clone().count(), ends.clone().count());
        if from.text.is_some() && to.text.is_some() && counts.0 != counts.1 {
            let reason = words::unlike_counts(counts.0, plan.column(to.column), counts.1);
            return Err(Fault::Cell(from.column, from.in_line(), reason));
        }
        let nothing = |cell| Entry { cell, text: "" };
        let mut beginnings = beginnings.fuse();
        for _ in 0..counts.0.max(counts.1) {
            let beginning = beginnings.next().unwrap_or_else(|| nothing(from));
            let end = ends.next().unwrap_or_else(|| nothing(to));
            self.stretches.extend(Self::pause(plan, beginning, end, notes)?);
        }
        Ok(())
    }

    fn pause<'a>(
        plan: &Plan<'_>,
        beginning: Entry<'a>,
        end: Entry<'a>,
        notes: &mut Vec<StampNote>,
    ) -> Result<Option<Pause>, Fault<'a>> {
        match (beginning.read(plan, notes)?, end.read(plan, notes)?) {
            (None, None) => Ok(None),
            (None, Some(_)) => {
                let begins = plan.column(beginning.cell.column);
                Err(end.broken(words::pause_without_beginning(begins)))
            }
            (Some(from), Some(to)) if to < from => Err(end.broken(words::pause_ends_early(beginning.text))),
            (Some(from), to) => {
                if to.is_none() {
                    notes.push(beginning.note(plan, NoteKind::NeverEnded));
                }
                Ok(Some(Pause { from, to }))
            }
        }
    }

    fn sum(
        &mut self,
        plan: &Plan<'_>,
        stage: StageId,
        column: usize,
        cell: &str,
        notes: &mut Vec<StampNote>,
    ) {
        let reason = match read_seconds(cell, CountUnit::Seconds, &plan.times) {
            SecondsCell::Missing => return,
            SecondsCell::After(sum) => {
                self.sums.push((stage, Some(sum)));
                return;
            }
            SecondsCell::Negative => words::negative_pause(),
            SecondsCell::Unreadable(reason) => reason,
        };
        self.sums.push((stage, None));
        let cell = cell.strip_prefix(MISFIT).unwrap_or(cell);
        notes.push(note(plan, IncidentPart::PausedUpTo(stage), column, cell, NoteKind::Unreadable(reason)));
    }
}

impl<'a> TimesCell<'a> {
    /// Whether the cell is empty, or not there.
    fn has_nothing(self) -> bool {
        self.text.is_none_or(str::is_empty)
    }

    /// What stands in the cell although it can't.
    fn misfit(self) -> Option<&'a str> {
        let (_, behind) = self.text?.split_once(MISFIT)?;
        behind.split('\n').next()
    }

    /// The cell without the line breaks that part its times.
    fn in_line(self) -> Cow<'a, str> {
        let text = self.text.unwrap_or_default().trim();
        if !text.contains('\n') {
            return text.into();
        }
        text.split('\n').map(str::trim).collect::<Vec<_>>().join("; ").into()
    }

    /// The times in the cell: one a line, or with `;` or `|` between them, or with `,` if the cell
    /// is no time as a whole.
    fn entries(self, times: &TimeReader) -> impl Iterator<Item = Entry<'a>> + Clone + use<'a> {
        let text = self.text.unwrap_or_default();
        let separator = SEPARATORS.into_iter().find(|&separator| text.contains(separator));
        let separator = separator.filter(|&separator| {
            // A comma may stand within a time.
            separator != ',' || matches!(times.read(text), TimeCell::Unreadable(_))
        });
        let entry = move |text: &'a str| Entry { cell: self, text: text.trim() };
        text.split(move |char| Some(char) == separator).map(entry)
    }
}

impl<'a> Entry<'a> {
    fn read(self, plan: &Plan<'_>, notes: &mut Vec<StampNote>) -> Result<Option<Instant>, Fault<'a>> {
        let (at, kind) = match plan.times.read(self.text) {
            TimeCell::Missing => return Ok(None),
            TimeCell::At(at) => return Ok(Some(at)),
            TimeCell::Gap(at) => (at, NoteKind::Gap),
            TimeCell::Overlap(at) => (at, NoteKind::Overlap),
            TimeCell::Unreadable(reason) => return Err(self.broken(reason)),
            TimeCell::Ambiguous => {
                let date = AmbiguousDate { column: self.cell.column, value: self.text.to_owned() };
                return Err(Fault::Ambiguous(date));
            }
        };
        notes.push(self.note(plan, kind));
        Ok(Some(at))
    }

    /// The fault of this time. In a cell with others it is named, unless each has its line: then it
    /// stands for itself.
    fn broken(self, reason: String) -> Fault<'a> {
        let cell = self.cell.text.unwrap_or_default();
        if cell.contains('\n') || cell.trim() == self.text {
            return Fault::Cell(self.cell.column, self.text.into(), reason);
        }
        Fault::Cell(self.cell.column, cell.into(), words::one_of_several(self.text, &reason))
    }

    fn note(self, plan: &Plan<'_>, kind: NoteKind) -> StampNote {
        note(plan, IncidentPart::Pauses, self.cell.column, self.text, kind)
    }
}

fn note(plan: &Plan<'_>, part: IncidentPart, column: usize, value: &str, kind: NoteKind) -> StampNote {
    let (column, value) = (plan.column(column).to_owned(), value.to_owned());
    StampNote { part, column, value, position: None, kind }
}

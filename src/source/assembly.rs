use std::collections::HashSet;

use crate::domain::{
    FieldId, FieldTexts, Incident, IncidentPart, NoteKind, Position, StageId, Stamp, StampNote,
    WrittenStamps, normal,
};

use super::cells::{Cells, MISFIT};
use super::columns::{SecondsCell, read_seconds};
use super::course::Course;
use super::plan::{CountedStage, Plan};
use super::row_pauses::RowPauses;
use super::stamp_cell::StampCell;
use super::time::LastTime;
use crate::words::unreadable_rows;

/// Makes incidents of rows, in memory that is used again for each.
pub(super) struct Assembly<'p> {
    plan: &'p Plan<'p>,
    stamps: Vec<Stamp>,
    /// The times read last, by their place in the plan's stamped stages.
    last: Vec<LastTime>,
    pauses: RowPauses,
    notes: Vec<StampNote>,
}

/// A date whose day and month can't be told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AmbiguousDate {
    pub(super) column: usize,
    pub(super) value: String,
}

impl<'p> Assembly<'p> {
    /// An assembly by this plan.
    pub(super) fn new(plan: &'p Plan<'p>) -> Self {
        let stamps = vec![Stamp::Absent; plan.policy.stages.len()];
        let last = vec![LastTime::default(); plan.stamped.len()];
        Self { plan, stamps, last, pauses: RowPauses::new(plan), notes: Vec::new() }
    }

    /// Hands the incident of a row to `take`.
    pub(super) fn incident<R>(
        &mut self,
        id: &str,
        cells: &impl Cells,
        position: Position,
        take: impl FnOnce(&Incident<'_>) -> R,
    ) -> Result<R, AmbiguousDate> {
        self.notes.clear();
        self.stamp(cells)?;
        self.note_status(cells);
        self.count_all(cells);
        self.pauses.read(self.plan, cells, &mut self.notes)?;
        let row = Row { plan: self.plan, cells };
        Ok(take(&Incident {
            id,
            fields: &row,
            stamps: &self.stamps,
            written: &row,
            pauses: self.pauses.pauses(),
            severities: &[],
            notes: &self.notes,
            position,
        }))
    }

    /// The same, of what several rows tell together; `cells` are what they tell of each column.
    pub(super) fn of_course<R>(
        &mut self,
        id: &str,
        cells: &impl Cells,
        course: &Course<'_>,
        position: Position,
        take: impl FnOnce(&Incident<'_>) -> R,
    ) -> Result<R, AmbiguousDate> {
        self.notes.clear();
        self.stamp(cells)?;
        self.note_status(cells);
        for reached in &course.stages {
            self.stamps[reached.stage.index()] = reached.stamp;
        }
        self.count_all(cells);
        self.pauses.read(self.plan, cells, &mut self.notes)?;
        self.pauses.add(course.pauses.as_deref());
        self.notes.extend_from_slice(&course.notes);
        let row = Row { plan: self.plan, cells };
        Ok(take(&Incident {
            id,
            fields: &row,
            stamps: &self.stamps,
            written: &WrittenCourse { course, row: &row },
            pauses: self.pauses.pauses(),
            severities: &course.severities,
            notes: &self.notes,
            position,
        }))
    }

    fn stamp(&mut self, cells: &impl Cells) -> Result<(), AmbiguousDate> {
        for (&(stage, column), last) in self.plan.stamped.iter().zip(&mut self.last) {
            let Some(cell) = cells.cell(column) else {
                self.stamps[stage.index()] = Stamp::Absent;
                continue;
            };
            if let Some(at) = self.plan.times.read_moment(cell, last) {
                self.stamps[stage.index()] = Stamp::At(at);
                continue;
            }
            let told = StampCell::read(self.plan, column, cell)?;
            self.stamps[stage.index()] = told.stamp;
            if let Some(kind) = told.kind {
                let column = self.plan.column(column).to_owned();
                self.notes.push(StampNote {
                    part: IncidentPart::Stage(stage),
                    column,
                    value: told.written.to_owned(),
                    position: None,
                    kind,
                });
            }
        }
        for (stage, column, is) in &self.plan.conditional {
            let value = normal(cells.cell(*column).unwrap_or_default().trim());
            if !is.iter().any(|wanted| *wanted == *value) {
                self.stamps[stage.index()] = Stamp::Absent;
                self.notes.retain(|note| note.part != IncidentPart::Stage(*stage));
            }
        }
        Ok(())
    }

    /// Notes a status that the tool is not known to have, where all are known.
    #[inline]
    fn note_status(&mut self, cells: &impl Cells) {
        if let Some((column, known)) = &self.plan.statuses {
            self.note_if_unknown(*column, known, cells);
        }
    }

    #[inline(never)]
    fn note_if_unknown(&mut self, column: usize, known: &HashSet<String>, cells: &impl Cells) {
        let Some(status) = self.plan.status(cells.cell(column)) else { return };
        if !known.contains(&*normal(status)) {
            self.notes.push(StampNote {
                part: IncidentPart::Status,
                column: self.plan.column(column).to_owned(),
                value: status.to_owned(),
                position: None,
                kind: NoteKind::UnknownStatus,
            });
        }
    }

    #[inline]
    fn count_all(&mut self, cells: &impl Cells) {
        for &counted in &self.plan.counted {
            self.count(counted, cells);
        }
    }

    /// Stamps a stage that is given as the time after another.
    #[inline(never)]
    fn count(&mut self, CountedStage { stage, after, column, unit }: CountedStage, cells: &impl Cells) {
        let cell = cells.cell(column).unwrap_or_default();
        let base = self.stamps[after.index()];
        let (stamp, reason) = match (base, read_seconds(cell, unit, &self.plan.times)) {
            (Stamp::Absent, _) | (_, SecondsCell::Missing) => (Stamp::Absent, None),
            (_, SecondsCell::Negative) => (Stamp::Unreadable, Some(unreadable_rows::negative_count())),
            (_, SecondsCell::Unreadable(reason)) => (Stamp::Unreadable, Some(reason)),
            (Stamp::At(at), SecondsCell::After(span)) => (Stamp::At(at.plus(span)), None),
            (Stamp::Unreadable, SecondsCell::After(_)) => {
                let after = self.plan.policy.stages.name(after);
                (Stamp::Unreadable, Some(unreadable_rows::counted_from_unreadable(after)))
            }
        };
        self.stamps[stage.index()] = stamp;
        let Some(reason) = reason else { return };
        let value = cell.strip_prefix(MISFIT).unwrap_or(cell).to_owned();
        let column = self.plan.column(column).to_owned();
        self.notes.push(StampNote {
            part: IncidentPart::Stage(stage),
            column,
            value,
            position: None,
            kind: NoteKind::Unreadable(reason),
        });
    }
}

/// What a row tells as it is written.
struct Row<'a, C> {
    plan: &'a Plan<'a>,
    cells: &'a C,
}

impl<C: Cells> FieldTexts for Row<'_, C> {
    fn text(&self, field: FieldId) -> Option<&str> {
        let column = self.plan.columns.fields.get(field.index()).copied().flatten()?;
        let cell = self.cells.cell(column);
        match field {
            FieldId::SEVERITY => self.plan.severity(cell),
            FieldId::STATUS => self.plan.status(cell),
            _ => self.plan.text(cell),
        }
    }
}

impl<C: Cells> WrittenStamps for Row<'_, C> {
    fn written(&self, stage: StageId) -> Option<&str> {
        let column = self.plan.column_of(stage)?;
        let cell = self.cells.cell(column)?;
        if cell.starts_with(MISFIT) || self.plan.lists.contains(&column) {
            return StampCell::read(self.plan, column, cell).ok().map(|told| told.written);
        }
        Some(cell)
    }

    fn written_sum(&self, stage: StageId) -> Option<&str> {
        let sums = &self.plan.columns.pauses.sums;
        self.cells.cell(sums.iter().find(|(known, _)| *known == stage)?.1)
    }
}

/// The stamps that several rows tell together, as they are written.
struct WrittenCourse<'a, C> {
    course: &'a Course<'a>,
    row: &'a Row<'a, C>,
}

impl<C: Cells> WrittenStamps for WrittenCourse<'_, C> {
    fn written(&self, stage: StageId) -> Option<&str> {
        match self.course.stages.iter().find(|reached| reached.stage == stage) {
            Some(reached) => (!reached.written.is_empty()).then_some(reached.written),
            None => self.row.written(stage),
        }
    }

    fn written_sum(&self, stage: StageId) -> Option<&str> {
        self.row.written_sum(stage)
    }
}

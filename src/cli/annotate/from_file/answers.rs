use std::ops::Range;

use super::cell_fault::{CellFault, Reason};
use super::fix_word::fix_word;
use super::moments::Moments;
use crate::domain::{Fix, Instant, WorklistColumn, Zone};
use crate::source::{Worklist, WorklistRow};

/// What people filled in.
pub(super) struct Answers {
    pub(super) worklist: Worklist,
    /// What the rows say that were filled in, in order.
    pub(super) rows: Vec<Answer>,
    /// How many rows nobody filled in.
    pub(super) not_filled_in: usize,
    /// What is wrong with rows whatever the ledger says.
    pub(super) faults: Vec<CellFault>,
}

/// What one row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) row: u64,
    /// As it stands there; empty where nothing does.
    pub(super) incident: String,
    /// As it stands there; empty where the whole incident is meant.
    pub(super) objective: String,
    /// When the incident was opened, where that can be told.
    pub(super) opened: Option<Opened>,
    pub(super) cause: String,
    pub(super) reason: String,
    pub(super) improvement: Option<String>,
    pub(super) fix: Option<Fix>,
    pub(super) happened: Option<Instant>,
}

/// When an incident was opened, as a row has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// As it stands there.
    pub(super) cell: String,
    /// What that means.
    pub(super) stretch: Range<Instant>,
}

impl Answers {
    /// Those of a worklist, whose times without an offset are of this zone.
    pub(super) fn of(worklist: Worklist, zone: Zone) -> anyhow::Result<Self> {
        let moments = Moments::of(zone)?;
        let mut faults: Vec<CellFault> = worklist.faults.iter().map(CellFault::from).collect();
        let (filled, empty): (Vec<_>, Vec<_>) = worklist.rows.iter().partition(|row| row.is_filled_in());
        let rows = filled.into_iter().map(|row| Answer::of(row, &moments, &mut faults)).collect();
        let not_filled_in = empty.len();
        Ok(Self { worklist, rows, not_filled_in, faults })
    }

    /// What stands where the incidents are named.
    pub(super) fn incidents(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| row.incident.as_str()).filter(|incident| !incident.is_empty())
    }
}

impl Answer {
    fn of(row: &WorklistRow, moments: &Moments, faults: &mut Vec<CellFault>) -> Self {
        let text = |column| row.cell(column).to_owned();
        let mut fault = |column, reason| {
            faults.push(CellFault { row: row.row, column: Some(column), reason });
        };
        if row.cell(WorklistColumn::Incident).is_empty() {
            fault(WorklistColumn::Incident, Reason::NoIncident);
        }
        let fix = row.cell(WorklistColumn::Fix);
        let decided = fix_word(fix);
        if decided.is_none() && !fix.is_empty() {
            fault(WorklistColumn::Fix, Reason::NoFix(fix.to_owned()));
        }
        let happened = moments.read(row.cell(WorklistColumn::Happened)).unwrap_or_else(|reason| {
            fault(WorklistColumn::Happened, reason);
            None
        });
        let cell = row.cell(WorklistColumn::Opened);
        let stretch = moments.stretch(cell).unwrap_or_else(|_| {
            fault(WorklistColumn::Opened, Reason::NoOpening(cell.to_owned()));
            None
        });
        Self {
            row: row.row,
            incident: text(WorklistColumn::Incident),
            objective: text(WorklistColumn::Objective),
            opened: stretch.map(|stretch| Opened { cell: cell.to_owned(), stretch }),
            cause: text(WorklistColumn::Cause),
            reason: text(WorklistColumn::Reason),
            improvement: Some(text(WorklistColumn::Improvement)).filter(|text| !text.is_empty()),
            fix: decided,
            happened,
        }
    }
}

use std::fmt;

use thiserror::Error;

use crate::domain::WorklistColumn;
use crate::ledger::{Subject, WritingFault};
use crate::source::Worklist;
use crate::source::worklist::{RowFault, RowReason};
use crate::words::cell_faults as words;
use crate::words::suggestion::all_quoted;

/// How Japanese worklists say whether something must be fixed.
const REQUIRED: &str = "要";
const NOT_REQUIRED: &str = "不要";

/// What is wrong in one row of a worklist.
#[derive(Debug)]
pub(super) struct CellFault {
    pub(super) row: u64,
    pub(super) column: Option<WorklistColumn>,
    pub(super) reason: Reason,
}

/// What is wrong there.
#[derive(Debug, Error)]
pub(super) enum Reason {
    #[error(transparent)]
    Unread(RowReason),
    #[error("{}", words::no_incident())]
    NoIncident,
    #[error("{}", words::several_incidents(.cell, &all_quoted(.ids)))]
    SeveralIncidents { cell: String, ids: Vec<String> },
    #[error("{}", words::no_cause(&all_quoted(.known)))]
    NoCause { known: Vec<String> },
    #[error("{}", words::no_fix(.0, REQUIRED, NOT_REQUIRED))]
    NoFix(String),
    #[error("{}", words::no_moment(.0))]
    NoMoment(String),
    #[error("{}", words::no_opening(.0))]
    NoOpening(String),
    #[error("{}", words::unclear_date(.0))]
    UnclearDate(String),
    #[error("{}", words::again(&about(.subject), &.unit.place(*.first)))]
    Again { subject: Subject, unit: Unit, first: u64 },
    #[error("{}", words::part_and_whole(.incident, .objective, &.unit.place(*.other)))]
    PartAndWhole { incident: String, objective: String, unit: Unit, other: u64 },
    #[error("{}", words::answered(.incident, .by, .cause))]
    Answered { incident: String, by: String, cause: String },
    #[error("{}", words::taken_back(.incident, .by, .why))]
    TakenBack { incident: String, by: String, why: String },
    #[error("{}", words::opened_elsewhere(.cell, .incident, .opened))]
    OpenedElsewhere { cell: String, incident: String, opened: String },
    #[error(transparent)]
    Ledger(WritingFault),
}

/// A fault with its place, as people are told about it.
pub(super) struct Placed<'a> {
    pub(super) fault: &'a CellFault,
    pub(super) worklist: &'a Worklist,
}

impl From<&RowFault> for CellFault {
    fn from(fault: &RowFault) -> Self {
        Self { row: fault.row, column: fault.column, reason: Reason::Unread(fault.reason.clone()) }
    }
}

impl fmt::Display for Placed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fault: CellFault { row, column, reason }, worklist } = self;
        let place = Unit::of(worklist).place(*row);
        let said = match column {
            Some(column) => words::in_cell(&worklist.path, &place, worklist.headings.name(*column), reason),
            None => words::in_row(&worklist.path, &place, reason),
        };
        f.write_str(&said)
    }
}

/// What a worklist consists of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Unit {
    Row,
    /// Of JSON.
    Object,
}

impl Unit {
    pub(super) fn of(worklist: &Worklist) -> Self {
        if worklist.objects { Self::Object } else { Self::Row }
    }

    fn place(self, number: u64) -> String {
        match self {
            Self::Row => words::row(number),
            Self::Object => words::object(number),
        }
    }
}

fn about(Subject { incident, objective }: &Subject) -> String {
    match objective {
        Some(objective) => words::part(incident, objective),
        None => words::whole(incident),
    }
}

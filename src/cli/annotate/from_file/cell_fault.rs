use std::fmt;

use thiserror::Error;

use crate::domain::WorklistColumn;
use crate::ledger::WritingFault;
use crate::source::Worklist;
use crate::source::worklist::{RowFault, RowReason};

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
    #[error("is empty; say which incident the row is about")]
    NoIncident,
    #[error("`{cell}` may be any of {}; annotate it by `slo annotate ID`, with its id as the ledger has it", quoted(.ids))]
    SeveralIncidents { cell: String, ids: Vec<String> },
    #[error("is empty; say why the response was slow by one of {}", quoted(.known))]
    NoCause { known: Vec<String> },
    #[error(
        "`{0}` is neither yes nor no; write yes, no, 要 or 不要, or leave it empty: then the cause decides"
    )]
    NoFix(String),
    #[error(
        "`{0}` isn't a moment; write a time such as `2026-11-01 09:00` or 2026-11-01T09:00:00+09:00, or a day such as 2026-11-01"
    )]
    NoMoment(String),
    #[error(
        "`{0}` isn't a time, so that nobody can tell whether the id is the right one; write when the incident was opened, such as `2026-11-01 09:00`, or leave it empty"
    )]
    NoOpening(String),
    #[error("day and month of `{0}` can't be told apart; write the year first, such as 2026-11-01")]
    UnclearDate(String),
    #[error("`{about}` stands in {unit} {first} already; leave one of them out")]
    Again { about: String, unit: &'static str, first: u64 },
    #[error(
        "`{incident}` is meant here with its objective `{objective}`, and as a whole in {unit} {other}; name the objective in both"
    )]
    PartAndWhole { incident: String, objective: String, unit: &'static str, other: u64 },
    #[error(
        "`{incident}` has an answer meanwhile: `{cause}`, by `{by}`; leave the row out, or replace such answers by --replace"
    )]
    Answered { incident: String, by: String, cause: String },
    #[error(
        "this answer about `{incident}` was taken back by `{by}`: {why}; leave the row out, or record it again by --replace"
    )]
    TakenBack { incident: String, by: String, why: String },
    #[error(
        "`{cell}` isn't when `{incident}` was opened, which was {opened}; is the id the right one? spreadsheets change some, such as 00042 or 1E5"
    )]
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
        write!(f, "`{}` {} {row}", worklist.path, unit(worklist))?;
        if let Some(column) = column {
            write!(f, ", column `{}`", worklist.headings.name(*column))?;
        }
        write!(f, ": {reason}")
    }
}

/// What a worklist consists of.
pub(super) fn unit(worklist: &Worklist) -> &'static str {
    if worklist.objects { "object" } else { "row" }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

use super::answers::{Answer, Opened};
use super::cell_fault::{CellFault, Reason};
use crate::assess::LedgerState;
use crate::domain::{WorklistColumn, Zone};
use crate::ledger::Subject;
use crate::render::LocalTimes;

/// That a row says of its incident that it was opened at another time than the ledger does: then a
/// spreadsheet made another id of the one that stood there. An empty cell tells nothing.
pub(super) fn elsewhere(
    answer: &Answer,
    subject: Option<&Subject>,
    state: &LedgerState,
    zone: Zone,
) -> Option<CellFault> {
    let subject = subject?;
    let Opened { cell, stretch } = answer.opened.as_ref()?;
    let held = state.of_incident(&subject.incident);
    let first = held.first()?;
    if held.iter().any(|held| stretch.contains(&held.breach.opened())) {
        return None;
    }
    let reason = Reason::OpenedElsewhere {
        cell: cell.clone(),
        incident: subject.incident.clone(),
        opened: LocalTimes::new(zone).rfc3339(first.breach.opened()),
    };
    Some(CellFault { row: answer.row, column: Some(WorklistColumn::Opened), reason })
}

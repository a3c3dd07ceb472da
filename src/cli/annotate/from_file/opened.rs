use chrono::DateTime;

use super::answers::Answer;
use super::cell_fault::{CellFault, Reason};
use crate::assess::LedgerState;
use crate::domain::{Instant, WorklistColumn, Zone};
use crate::ledger::Subject;
use crate::render::LocalTimes;

/// That a row says of its incident that it was opened at another time than the ledger does: then a
/// spreadsheet made another id of the one that stood there. A cell that isn't as worklists are
/// written tells nothing.
pub(super) fn elsewhere(
    answer: &Answer,
    subject: Option<&Subject>,
    state: &LedgerState,
    zone: Zone,
) -> Option<CellFault> {
    let subject = subject?;
    let written = DateTime::parse_from_rfc3339(&answer.opened).ok()?;
    let written = Instant::from_epoch(written.timestamp(), written.timestamp_subsec_nanos())?;
    let held = state.of_incident(&subject.incident);
    let first = held.first()?;
    if held.iter().any(|held| held.breach.opened() == written) {
        return None;
    }
    let reason = Reason::OpenedElsewhere {
        cell: answer.opened.clone(),
        incident: subject.incident.clone(),
        opened: LocalTimes::new(zone).rfc3339(first.breach.opened()),
    };
    Some(CellFault { row: answer.row, column: Some(WorklistColumn::Opened), reason })
}

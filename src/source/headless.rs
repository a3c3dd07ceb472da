use crate::assess::{Intake, SourceSummary};
use crate::domain::Position;

use super::asked::Asked;
use super::assembly::AmbiguousDate;
use super::cells::Cells;
use super::export::ExportRead;
use super::fault::FaultContext;
use super::opening::Opening;
use super::parser::{Layout, RowTaker};
use super::pass::read_blocks;
use super::prepared::layout_of;
use super::readings::Readings;
use super::{IdSet, SourceError};
use crate::words::json_lists;

/// Reads an export in whose beginning no column was found: a JSON list without elements is fine,
/// anything else is an error that is found by reading on.
pub(super) fn headless<I: Intake>(
    opening: Opening,
    readings: &Readings<'_>,
    intake: &I,
) -> Result<ExportRead<I::Tally>, SourceError> {
    let Opening { about, blocks, names, .. } = opening;
    let layout = layout_of(&about, &names, &[], &Asked::default(), Vec::new());
    let pass = read_blocks(blocks, &layout, readings.options, about.heading, || RowCount(0));
    let (index, encoding) = (pass.index, pass.encoding);
    let path = about.path.clone();
    if let Some(fault) = pass.fault {
        let context = FaultContext {
            about: &about,
            index: &index,
            encoding: &encoding,
            zone: None,
            contradictory: false,
        };
        return Err(context.error(fault));
    }
    if matches!(layout, Layout::Csv { .. }) {
        return Err(SourceError::Empty { path });
    }
    if pass.takers.iter().any(|RowCount(rows)| *rows > 0) {
        return Err(SourceError::NoList { path, found: json_lists::valueless_list() });
    }
    let summary = SourceSummary {
        path,
        format: about.format,
        sheet: None,
        title_rows: 0,
        encoding,
        sha256: readings.sha256(),
        ..SourceSummary::default()
    };
    Ok(ExportRead {
        tally: intake.begin(),
        summary,
        rows: index,
        unreadable: Vec::new(),
        ids: IdSet::default(),
    })
}

struct RowCount(u64);

impl RowTaker for RowCount {
    fn take(&mut self, _: &impl Cells, _: Position) -> Result<(), AmbiguousDate> {
        self.0 += 1;
        Ok(())
    }

    fn refuse(&mut self, _: Position, _: String) {
        self.0 += 1;
    }
}

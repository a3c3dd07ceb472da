use crate::assess::{RecognisedPreset, SourceSheet};
use crate::domain::{Position, Preset};

use super::asked::Asked;
use super::assembly::AmbiguousDate;
use super::block::Block;
use super::blocks::Sizes;
use super::cells::Cells;
use super::fault::FaultContext;
use super::opening::{Manner, Opening};
use super::origin::Origin;
use super::parser::{Parser, RowTaker};
use super::prepared::layout_of;
use super::recognised::recognise;
use super::row_index::RowIndex;
use super::{Input, SourceError};

/// The beginning of an export, as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The names of the columns, or the paths of the values of a JSON export.
    pub header: Vec<String>,
    /// The first rows that can be read, each with a cell for each column; empty where there is
    /// nothing.
    pub rows: Vec<Vec<String>>,
    /// `csv`, `json`, `jsonl`, `xlsx` or `ods`.
    pub format: &'static str,
    /// The sheet of a workbook.
    pub sheet: Option<SourceSheet>,
    /// How many rows above the header are titles.
    pub title_rows: u32,
    /// The character encoding, as in [`crate::assess::SourceSummary`].
    pub encoding: String,
    /// What divides the cells of a CSV; a comma where it is a sheet.
    pub delimiter: Option<char>,
    /// The preset by which the export is recognised.
    pub preset: RecognisedPreset,
}

/// Reads the header and up to `rows` rows of an export, without a policy, and recognises it among
/// these presets; of a workbook, those of the `sheet` with this name or number, or of the first.
pub fn sample_export(
    input: &Input,
    rows: usize,
    presets: &[Preset],
    sheet: Option<&str>,
) -> Result<Sample, SourceError> {
    let mut origin = Origin::new(input)?;
    let manner = Manner { sheet, ..Manner::UNKNOWN };
    let Opening { about, mut blocks, names, .. } =
        Opening::new(&mut origin, manner, false, Sizes::default())?;
    let all: Vec<usize> = (0..about.header.len()).collect();
    let layout = layout_of(&about, &names, &all, &Asked::default(), Vec::new());
    let mut parser = Parser::new(&layout, 0);
    let mut taker = SampleRows { columns: about.header.len(), limit: rows, rows: Vec::new() };
    let (mut block, mut counts) = (Block::default(), Vec::new());
    while taker.rows.len() < rows && blocks.next(&mut block) {
        let parsed = parser.parse(&mut block, &mut taker);
        counts.push(parsed.records);
        if let Some(fault) = parsed.fault
            && taker.rows.len() < rows
        {
            let (index, encoding) = (RowIndex::new(about.heading, counts), blocks.text().encoding());
            let context = FaultContext {
                about: &about,
                index: &index,
                encoding: &encoding,
                zone: None,
                contradictory: false,
            };
            return Err(context.error(fault));
        }
    }
    Ok(Sample {
        rows: taker.rows,
        format: about.format,
        sheet: about.source_sheet(),
        title_rows: about.title_rows,
        encoding: blocks.text().encoding(),
        delimiter: about.delimiter.map(char::from),
        preset: recognise(&about, presets),
        header: about.header,
    })
}

struct SampleRows {
    columns: usize,
    limit: usize,
    rows: Vec<Vec<String>>,
}

impl RowTaker for SampleRows {
    fn take(&mut self, cells: &impl Cells, _: Position) -> Result<(), AmbiguousDate> {
        if self.rows.len() < self.limit {
            let cell = |column| cells.cell(column).unwrap_or_default().to_owned();
            self.rows.push((0..self.columns).map(cell).collect());
        }
        Ok(())
    }

    fn refuse(&mut self, _: Position, _: String) {}
}

//! The presets that are known, as a list.

use super::page::{Block, Cell, Column, Table};
use super::{RenderError, Style, table};
use crate::domain::Preset;
use crate::words::presets::Words;

/// The presets as a table for people: what they are for, and which stages such exports carry.
pub fn preset_list(presets: &[Preset], style: &Style) -> Result<Vec<u8>, RenderError> {
    let Words { name, export, stages, file } = Words::of(style.language);
    let rows = presets.iter().map(|preset| {
        let path = preset.path.as_ref().map(|path| path.display().to_string());
        vec![
            Cell::new(&preset.name),
            Cell::new(&preset.title),
            Cell::new(preset_stages(preset).join(", ")),
            Cell::new(path.unwrap_or_default()),
        ]
    });
    let mut rows: Vec<_> = rows.collect();
    let has_own = presets.iter().any(|preset| preset.path.is_some());
    let mut columns = vec![
        Column::left(name),
        Column::left(export).at_least(40),
        Column::left(stages).at_least(12).left_out(1),
        Column::left(file).at_least(16),
    ];
    if !has_own {
        columns.pop();
        for row in &mut rows {
            row.truncate(columns.len());
        }
    }
    let mut bytes = Vec::new();
    table::draw(&[Block::Table(Table { columns, rows, cut: None })], style, &mut bytes)?;
    Ok(bytes)
}

/// The stages that the exports of a preset carry, in order.
#[must_use]
pub fn preset_stages(preset: &Preset) -> Vec<&str> {
    let mapping = &preset.mapping;
    let stages = preset.stages.iter().filter(|(stage, _)| {
        mapping.rows.reach(*stage) || mapping.stages.iter().any(|(known, _)| known == stage)
    });
    stages.map(|(_, name)| name).collect()
}

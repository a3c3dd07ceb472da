//! A page for a terminal: aligned columns that fit its width, and colours where it has them.

mod fit;
mod fold;
mod grid;
mod paint;

use std::io::Write;

use unicode_width::UnicodeWidthStr;

use crate::assess::Report;

use super::page::{Block, Tone, page};
use super::{RenderError, Style, sanitize};
pub(super) use fit::shorten;
pub(crate) use fold::fold;
use paint::painted;

/// Writes a report for a terminal.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    draw(&page(report, style), style, out)
}

/// How many lines blocks take on a terminal.
pub(super) fn height(blocks: &[Block], style: &Style) -> usize {
    let apart = |(place, block): (usize, &Block)| usize::from(stands_apart(block, place));
    blocks.iter().map(|block| lines(block, style).len()).sum::<usize>()
        + blocks.iter().enumerate().map(apart).sum::<usize>()
}

/// Writes blocks for a terminal.
pub(super) fn draw(blocks: &[Block], style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    for (place, block) in blocks.iter().enumerate() {
        if stands_apart(block, place) {
            writeln!(out)?;
        }
        for line in lines(block, style) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Whether a block has an empty line in front of it.
fn stands_apart(block: &Block, place: usize) -> bool {
    matches!(block, Block::Heading(_)) && place > 0
}

/// The lines of a block.
fn lines(block: &Block, style: &Style) -> Vec<String> {
    let text = |text: &str, first: &str, tone: Tone| -> Vec<String> {
        let hang = " ".repeat(first.width());
        fold(&sanitize(text), style.width.map(|width| width.saturating_sub(hang.len())))
            .into_iter()
            .enumerate()
            .map(|(place, line)| {
                format!("{}{}", if place == 0 { first } else { &hang }, painted(&line, tone, style.colour))
            })
            .collect()
    };
    match block {
        Block::Title(title) | Block::Heading(title) => text(title, "", Tone::Strong),
        Block::Line(line, tone) => text(line, "", *tone),
        Block::List(items) => items.iter().flat_map(|item| text(item, "  ", Tone::Plain)).collect(),
        Block::Facts(facts) => {
            let widest = facts.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
            let line = |(name, values): &(&str, Vec<String>)| -> Vec<String> {
                let first = format!("{name}{}", " ".repeat(widest + 2 - name.width()));
                let hang = " ".repeat(widest + 2);
                let firsts = std::iter::once(first).chain(std::iter::repeat(hang));
                values
                    .iter()
                    .zip(firsts)
                    .flat_map(|(value, first)| text(value, &first, Tone::Plain))
                    .collect()
            };
            facts.iter().flat_map(line).collect()
        }
        Block::Table(table) => grid::lines(table, style),
        Block::Picture(_) => Vec::new(),
    }
}

use std::io::Write;

use crate::assess::Report;

use super::page::{Align, Block, Table, Tone, page};
use super::{RenderError, Style, markdown_escape};

/// Writes a report as GitHub-flavoured Markdown.
pub(super) fn write(report: &Report, style: &Style, out: &mut dyn Write) -> Result<(), RenderError> {
    draw(&page(report, style), out)
}

/// Writes blocks as GitHub-flavoured Markdown.
pub(super) fn draw(blocks: &[Block], out: &mut dyn Write) -> Result<(), RenderError> {
    let told = |block: &&Block| match block {
        Block::Line(line, _) => !line.is_empty(),
        Block::Picture(_) => false,
        _ => true,
    };
    for (place, block) in blocks.iter().filter(told).enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Title(title) => writeln!(out, "# {}", markdown_escape(title))?,
            Block::Heading(heading) => writeln!(out, "## {}", markdown_escape(heading))?,
            Block::Line(line, tone) => {
                let line = markdown_escape(line);
                match tone {
                    Tone::Good | Tone::Bad | Tone::Warning => writeln!(out, "**{line}**")?,
                    Tone::Plain | Tone::Strong | Tone::Faint => writeln!(out, "{line}")?,
                }
            }
            Block::List(items) => {
                for item in items {
                    writeln!(out, "- {}", markdown_escape(item))?;
                }
            }
            Block::Facts(facts) => {
                for (name, values) in facts {
                    for value in values {
                        writeln!(out, "- {}: {}", markdown_escape(name), markdown_escape(value))?;
                    }
                }
            }
            Block::Table(table) => rows(table, out)?,
            Block::Picture(_) => {}
        }
    }
    Ok(())
}

fn rows(table: &Table, out: &mut dyn Write) -> Result<(), RenderError> {
    for column in &table.columns {
        write!(out, "| {} ", markdown_escape(&column.title))?;
    }
    writeln!(out, "|")?;
    for column in &table.columns {
        out.write_all(match column.align {
            Align::Left => b"| --- ",
            Align::Right => b"| ---: ",
        })?;
    }
    writeln!(out, "|")?;
    for row in &table.rows {
        for cell in row {
            write!(out, "| {} ", markdown_escape(&cell.text))?;
        }
        writeln!(out, "|")?;
    }
    Ok(())
}

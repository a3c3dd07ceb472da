use comfy_table::{CellAlignment, LineStyle, TableStyle};
use unicode_width::UnicodeWidthStr;

use crate::render::page::{Align, Cell, Column, Table, Tone};
use crate::render::{Style, sanitize};

use super::fit::{GAP, Need, fit, shorten, total};
use super::paint::{mark, paint};

/// The widest cell where the terminal sets no limit.
const WIDEST: usize = 500;

/// A rule below the header, nothing else: lines between columns cost room, and box drawing
/// characters are two columns wide in some Japanese terminals.
const LOOK: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('-').junction('-'));

/// A cell that is safe to show.
struct Shown {
    text: String,
    short: Option<String>,
    tone: Tone,
}

impl Shown {
    fn of(cell: &Cell) -> Self {
        let safe = |text: &str| shorten(&sanitize(text), WIDEST).into_owned();
        Self { text: safe(&cell.text), short: cell.short.as_deref().map(safe), tone: cell.tone }
    }

    fn whole(&self) -> &str {
        &self.text
    }

    fn in_short(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.text)
    }
}

/// The lines of a table.
pub(super) fn lines(table: &Table, style: &Style) -> Vec<String> {
    let rows: Vec<Vec<Shown>> = table.rows.iter().map(|row| row.iter().map(Shown::of).collect()).collect();
    let natural = needs(&table.columns, &rows, Shown::whole);
    let fits =
        |needs: &[Need]| style.width.is_none_or(|width| total(needs.iter().map(|need| need.width)) <= width);
    let Some(width) = style.width.filter(|_| !fits(&natural)) else {
        return draw(&table.columns, &rows, &natural, style, Shown::whole);
    };
    let short = needs(&table.columns, &rows, Shown::in_short);
    let Some(cut) = table.cut.filter(|_| !fits(&short)) else {
        return draw(&table.columns, &rows, &fit(short, width), style, Shown::in_short);
    };
    let (left, right) = short.split_at(cut.min(short.len()));
    let right: Vec<Need> = short.iter().take(1).chain(right).copied().collect();
    let mut lines = draw(&table.columns, &rows, &fit(left.to_vec(), width), style, Shown::in_short);
    lines.push(String::new());
    lines.extend(draw(&table.columns, &rows, &fit(right, width), style, Shown::in_short));
    lines
}

/// The room that each column needs for all it says.
fn needs(columns: &[Column], rows: &[Vec<Shown>], text: fn(&Shown) -> &str) -> Vec<Need> {
    let widest = |place: usize| {
        rows.iter().filter_map(|row| row.get(place)).map(|cell| text(cell).width()).max().unwrap_or(0)
    };
    columns.iter().enumerate().map(|(place, column)| Need::of(place, column, widest(place))).collect()
}

/// Draws the columns that found room.
fn draw(
    columns: &[Column],
    rows: &[Vec<Shown>],
    needs: &[Need],
    style: &Style,
    text: fn(&Shown) -> &str,
) -> Vec<String> {
    let marked = |text: &str, tone| if style.colour { mark(text, tone) } else { text.to_owned() };
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(LOOK);
    drawn.set_header(needs.iter().map(|need| marked(columns[need.place].title, Tone::Strong)));
    for row in rows {
        drawn.add_row(
            needs
                .iter()
                .filter_map(|need| Some((row.get(need.place)?, need.width)))
                .map(|(cell, width)| marked(&shorten(text(cell), width), cell.tone)),
        );
    }
    let last = needs.len().saturating_sub(1);
    for (place, (column, need)) in drawn.column_iter_mut().zip(needs).enumerate() {
        let gap = if place == last { 0 } else { u16::try_from(GAP).unwrap_or(0) };
        column.set_padding((0, gap));
        column.set_cell_alignment(match columns[need.place].align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
    }
    drawn.lines().map(|line| paint(line.trim_end())).collect()
}

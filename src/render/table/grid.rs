use comfy_table::{CellAlignment, LineStyle, TableStyle};
use unicode_width::UnicodeWidthStr;

use crate::render::page::{Align, Cell, Column, Table, Tone};
use crate::render::{Style, sanitize};

use super::fit::{Need, PADDING, fit, shorten, total};
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

/// The lines of a table. One that is too wide is cut a little; else it says things in short, does
/// without columns that say nothing, falls into two parts, or leaves columns out, in this order.
pub(super) fn lines(table: &Table, style: &Style) -> Vec<String> {
    let rows: Vec<Vec<Shown>> = table.rows.iter().map(|row| row.iter().map(Shown::of).collect()).collect();
    let whole = needs(&table.columns, &rows, Shown::whole);
    let draw_whole = |needs: &[Need]| draw(&table.columns, &rows, needs, style, Shown::whole);
    let Some(width) = style.width else { return draw_whole(&whole) };
    let a_little = fit(whole.clone(), width);
    // Numbers lose nothing in short, so that their names are not cut for them.
    if fits(&whole, width) || table.cut.is_none() && hold(&a_little, &whole, width) {
        return draw_whole(&a_little);
    }
    let short = needs(&table.columns, &rows, Shown::in_short);
    let draw_short = |needs: &[Need]| draw(&table.columns, &rows, needs, style, Shown::in_short);
    let lean: Vec<Need> = short.iter().filter(|need| !need.is_empty()).copied().collect();
    let one_piece = if fits(&short, width) { short.clone() } else { lean };
    let fitted = fit(one_piece.clone(), width);
    let Some(cut) = table.cut.filter(|_| !hold(&fitted, &one_piece, width)) else {
        return draw_short(&fitted);
    };
    let (left, right) = short.split_at(cut.min(short.len()));
    let right: Vec<Need> = short.iter().take(1).chain(right).copied().collect();
    let mut lines = draw_short(&fit(left.to_vec(), width));
    lines.push(String::new());
    lines.extend(draw_short(&fit(right, width)));
    lines
}

fn fits(needs: &[Need], width: usize) -> bool {
    total(needs.iter().map(|need| need.width)) <= width
}

/// Whether all columns are still there and fit, each with at least half of its room.
fn hold(needs: &[Need], whole: &[Need], width: usize) -> bool {
    needs.len() == whole.len()
        && fits(needs, width)
        && needs.iter().zip(whole).all(|(need, whole)| need.width * 2 >= whole.width)
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
    drawn.set_header(needs.iter().map(|need| marked(&columns[need.place].title, Tone::Strong)));
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
        // Between two columns there is always one space for the line that isn't drawn.
        column.set_padding((0, if place == last { 0 } else { PADDING }));
        column.set_cell_alignment(match columns[need.place].align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
    }
    drawn.lines().map(|line| paint(line.trim_end())).collect()
}

use chrono::NaiveDate;
use maud::{Markup, html};

use super::{Context, Safe, tone};
use crate::render::page::{Align, Cell, Column, Table, Value};

/// The least width in a terminal from which a column has sentences rather than words.
const LONG: usize = 12;

/// From more columns than these on, paper needs smaller letters.
const MANY: usize = 8;

/// A table in a box of its own, so that a wide one moves in it and not the page.
pub(super) fn table(context: &Context<'_>, id: &str, name: &str, table: &Table) -> Markup {
    let shown: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !column.drawn)
        .map(|(place, _)| place)
        .collect();
    // One row is in order already.
    let sort = (table.rows.len() > 1).then_some(context.words.sort);
    html! {
        div.scroll role="region" tabindex="0" aria-labelledby={ (id) "-name" } {
            table.many[shown.len() > MANY] data-sort=[sort] {
                caption id={ (id) "-name" } { (Safe(name)) }
                thead {
                    tr {
                        @for column in shown.iter().filter_map(|&place| table.columns.get(place)) {
                            th scope="col" class=[column_class(column)] { (Safe(&column.title)) }
                        }
                    }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (turn, &place) in shown.iter().enumerate() {
                                @if let (Some(column), Some(cell)) = (table.columns.get(place), row.get(place)) {
                                    (one(column, cell, turn == 0))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A cell; the first one names its row.
fn one(column: &Column, cell: &Cell, first: bool) -> Markup {
    let class = column_class(column);
    let text = html! {
        @match tone::class(cell.tone) {
            Some(tone) => span class=(tone) { (Safe(&cell.text)) },
            None => (Safe(&cell.text)),
        }
    };
    html! {
        @if first {
            th scope="row" class=[class] data-v=[cell.value.map(key)] { (text) }
        } @else {
            td class=[class] data-v=[cell.value.map(key)] { (text) }
        }
    }
}

/// Numbers lean to the right; what a terminal may cut may be broken into lines here.
fn column_class(column: &Column) -> Option<&'static str> {
    match column.align {
        Align::Right => Some("number"),
        Align::Left => column.least.map(|least| if least < LONG { "text" } else { "text long" }),
    }
}

/// A number that sorts as the value does.
fn key(value: Value) -> String {
    match value {
        Value::Count(number) | Value::PerMille(number) => number.to_string(),
        Value::Difference(number) => number.to_string(),
        Value::Span(span) => span.to_string(),
        Value::Moment(moment) => moment.and_utc().timestamp_millis().to_string(),
        Value::Day(day) => day.signed_duration_since(NaiveDate::default()).num_days().to_string(),
    }
}

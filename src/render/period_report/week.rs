use super::Parts;
use crate::render::chart::{Chart, Picture, WeekGrid};
use crate::render::document::Section;
use crate::render::page::{Block, Cell, Column, Table, Tone, number};

/// At which hours of the week the breached incidents were opened.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, .. } = parts;
    let week = &told.week;
    if week.is_quiet() {
        return None;
    }
    let days = (words.weekdays)();
    let breached = |day: usize, hour: usize| week.hour(day, hour).breached;
    let mut columns = vec![Column::right(words.hour)];
    columns.extend(days.map(Column::right));
    columns.push(Column::right(words.all));
    let rows = (0..24).filter_map(|hour| {
        let counts: Vec<u64> = (0..7).map(|day| breached(day, hour)).collect();
        let all: u64 = counts.iter().sum();
        let cell = |count: u64| number(count).tone(if count == 0 { Tone::Faint } else { Tone::Plain });
        let mut cells = vec![Cell::new(format!("{hour:02}"))];
        cells.extend(counts.into_iter().map(cell));
        cells.push(number(all).tone(Tone::Strong));
        (all > 0).then_some(cells)
    });
    let table = Table { columns, rows: rows.collect(), cut: None };
    let mut counts = [[0; 24]; 7];
    let mut busiest = (0, 0, 0);
    for (day, hours) in counts.iter_mut().enumerate() {
        for (hour, count) in hours.iter_mut().enumerate() {
            *count = breached(day, hour);
            if *count > busiest.0 {
                busiest = (*count, day, hour);
            }
        }
    }
    let (most, day, hour) = busiest;
    let description = (words.week_picture)(&(words.at_hour)(days[day], hour), most);
    let chart = Chart::Week(Box::new(WeekGrid { days, counts }));
    let picture = Picture { title: words.week.to_owned(), description, chart };
    let blocks = vec![
        Block::Picture(Box::new(picture)),
        Block::Table(table),
        Block::Line(words.quiet_hours.to_owned(), Tone::Faint),
    ];
    Some(Section::new("week", words.week, blocks))
}

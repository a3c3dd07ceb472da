use super::page::Page;
use super::sanitize;
use crate::domain::{CountUnit, IdColumns, Mapping, Occurrence, Policy, Rows, StageColumn, StageId};
use crate::words::policy_show_source::Words;

/// The severities, and where in an export things stand.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    let words = Words::of(page.language);
    page.heading(words.severities);
    let levels = policy.severities.levels();
    if levels.is_empty() {
        page.line(words.severities_as_written);
    }
    for (place, level) in levels.iter().enumerate() {
        let (number, name) = (place + 1, sanitize(&level.name));
        let values = page.list(level.values.iter().map(String::as_str));
        page.line(if values.is_empty() {
            format!("  {number}. {name}")
        } else {
            (words.severity)(&number, &name, &values)
        });
    }
    page.heading(words.reading);
    let lines = mapping(policy, page);
    for line in &lines {
        page.line(format!("  {line}"));
    }
    page.line(if lines.is_empty() { words.by_names } else { words.others_by_names });
}

fn mapping(policy: &Policy, page: &Page) -> Vec<String> {
    let words = Words::of(page.language);
    let Mapping { zone, zone_key, encoding, time_format, missing, id, fields, stages, rows, .. } =
        &policy.mapping;
    let mut lines = Vec::new();
    let mut say = |what: &str, value: &str| lines.push(format!("{what}: {value}"));
    if let Some(zone) = zone {
        say(words.zone, zone.name());
    }
    if let Some(key) = zone_key {
        say(words.zone_key, &page.column(key));
    }
    if let Some(encoding) = encoding {
        say(words.encoding, &sanitize(encoding));
    }
    if let Some(format) = time_format {
        say(words.time_format, &sanitize(format));
    }
    if !missing.is_empty() {
        let values = page.list(missing.iter().map(String::as_str));
        say(words.missing, &values);
    }
    if let Rows::Snapshots { order_by } = rows {
        let order = match order_by {
            Some(column) => {
                let column = page.column(column);
                (words.highest)(&column)
            }
            None => words.file_order.to_owned(),
        };
        say(words.snapshots, &order);
    }
    if let Rows::Events(events) = rows {
        let (activity, at) = (page.column(&events.activity), page.column(&events.at));
        let parts = (words.events)(&activity, &at);
        say(words.one_event, &parts);
    }
    if let Rows::Pairs(pairs) = rows {
        let [which, refers, at] = [&pairs.which, &pairs.refers, &pairs.at].map(|column| page.column(column));
        let recovery = page.list(pairs.recovery.iter().map(String::as_str));
        let stage = page.stage(policy, pairs.stage);
        let parts = (words.pairs)(&which, &recovery, &refers, &stage, &at);
        say(words.one_problem, &parts);
    }
    if let Some(column) = id {
        say(words.id, &id_words(policy, page, column));
    }
    for (field, columns) in fields {
        let name = page.field(policy.fields.name(*field));
        say(&name, &any_column(page, columns));
    }
    for (stage, columns) in stages {
        let name = page.stage(policy, *stage);
        let columns = columns.iter().map(|column| stage_column(policy, page, column));
        say(&name, &first_of(page, columns));
    }
    if let Rows::Events(events) = rows {
        for (stage, activities) in &events.stages {
            let name = page.stage(policy, *stage);
            let told = page.any_of(activities.iter().map(|activity| page.event(activity)));
            let take = events.takes.iter().find(|(known, _)| known == stage).map(|(_, take)| *take);
            let event = match take {
                None => words.event,
                Some(Occurrence::First) => words.first_event,
                Some(Occurrence::Last) => words.last_event,
            };
            say(&name, &event(&told));
        }
        if events.episodes {
            let opened = page.stage(policy, StageId::OPENED);
            say(words.several_incidents, &(words.episodes)(&opened));
        }
        if !events.reopens.is_empty() {
            let events = page.any_of(events.reopens.iter().map(|activity| page.event(activity)));
            say(words.reopens, &(words.event)(&events));
        }
    }
    lines
}

/// The first of these that an export has.
fn first_of(page: &Page, columns: impl Iterator<Item = String>) -> String {
    let words = Words::of(page.language);
    let columns: Vec<String> = columns.collect();
    columns.join(words.or_else)
}

fn any_column(page: &Page, names: &[String]) -> String {
    first_of(page, names.iter().map(|name| page.column(name)))
}

fn id_words(policy: &Policy, page: &Page, id: &IdColumns) -> String {
    match id {
        IdColumns::One(names) => any_column(page, names),
        IdColumns::Joined { columns, at } => {
            let columns = columns.iter().map(|names| any_column(page, names));
            let at = at.map(|stage| page.stage(policy, stage).into_owned());
            columns.chain(at).collect::<Vec<_>>().join(" / ")
        }
    }
}

fn stage_column(policy: &Policy, page: &Page, column: &StageColumn) -> String {
    let words = Words::of(page.language);
    match column {
        StageColumn::Time(column) => page.column(column),
        StageColumn::TimeWhere { at, column, is } => {
            let (at, column) = (page.column(at), page.column(column));
            let is = page.list(is.iter().map(String::as_str));
            (words.time_where)(&at, &column, &is)
        }
        StageColumn::After { stage, column, unit } => {
            let (start, amount) = (page.stage(policy, *stage), page.column(column));
            match unit {
                CountUnit::Seconds => (words.seconds_after)(&start, &amount),
                CountUnit::Milliseconds => (words.milliseconds_after)(&start, &amount),
            }
        }
    }
}

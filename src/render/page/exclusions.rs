use crate::assess::{ExclusionReport, ObjectiveReport};
use crate::domain::{ExclusionEffect, Instant, Span};
use crate::render::duration;

use super::header::period;
use super::{Block, Cell, Column, NOTHING, Subject, Table, count, rate};

/// What the policy's exclusions did: each of them, and to the rates all of them.
pub(in crate::render) fn blocks(subject: &Subject<'_>) -> Vec<Block> {
    let Subject { report, words, .. } = subject;
    if report.exclusions.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::left(words.objective).at_least(14),
        Column::right(words.rate),
        Column::right(words.without_exclusions),
    ];
    let row = |objective: &ObjectiveReport| {
        let without = objective.without_exclusions.as_ref();
        vec![
            Cell::new(&objective.title),
            Cell::new(rate(words, &objective.counts)),
            Cell::new(without.map_or_else(|| NOTHING.to_owned(), |counts| rate(words, counts))),
        ]
    };
    let rows = report.objectives.iter().map(row).collect();
    let items = report.exclusions.iter().map(|exclusion| item(subject, exclusion)).collect();
    vec![
        Block::Heading(words.exclusions.to_owned()),
        Block::Table(Table { columns, rows, cut: None }),
        Block::List(items),
    ]
}

fn item(subject: &Subject<'_>, exclusion: &ExclusionReport) -> String {
    let words = subject.words;
    let changed =
        if exclusion.incidents == 0 { words.changed_nothing.to_owned() } else { changed(subject, exclusion) };
    (words.exclusion)(&exclusion.reason, exclusion.line, &does(subject, exclusion), &changed)
}

fn does(subject: &Subject<'_>, exclusion: &ExclusionReport) -> String {
    let words = subject.words;
    let window = exclusion.window;
    match exclusion.effect {
        ExclusionEffect::StopClock => {
            let [from, to] = [window.from, window.to]
                .map(|end| end.map_or_else(|| NOTHING.to_owned(), |at| exactly(subject, at)));
            (words.stops_clock)(&from, &to, exclusion.for_all)
        }
        ExclusionEffect::Drop if window.is_everything() => {
            (words.drops)(words.at_any_time, exclusion.for_all)
        }
        ExclusionEffect::Drop => (words.drops)(&period(subject, window), exclusion.for_all),
    }
}

fn changed(subject: &Subject<'_>, exclusion: &ExclusionReport) -> String {
    let Subject { report, words, .. } = subject;
    let incidents = count(exclusion.incidents);
    match exclusion.effect {
        ExclusionEffect::Drop => (words.dropped)(&incidents),
        ExclusionEffect::StopClock => {
            let stopped = exclusion.objectives.iter().zip(&report.objectives);
            let times: Vec<(&str, String)> = stopped
                .filter(|(effects, _)| effects.stopped > Span::ZERO)
                .map(|(effects, objective)| {
                    (objective.title.as_str(), duration(effects.stopped, words.language))
                })
                .collect();
            (words.stopped)(&incidents, &times)
        }
    }
}

/// A moment to the minute, or to the second where it has some.
fn exactly(subject: &Subject<'_>, at: Instant) -> String {
    let times = &subject.times;
    if times.whole_day(at).is_some() { times.minute(at) } else { times.day_or_time(at) }
}

use super::Setting;
use crate::assess::{ExplainedClock, ExplainedSegment};
use crate::domain::{Instant, Language, SegmentKind, Span, StopReason};
use crate::render::duration;
use crate::render::page::{Cell, Column, Table, Tone};

/// How many stretches are shown at either end where there are too many for a screen.
const SHOWN: usize = 6;

/// What the clock did, a stretch in each row; those in the middle of many in one.
pub(super) fn table(setting: &Setting<'_>, clock: &ExplainedClock, language: Language) -> Table {
    let words = setting.words;
    let columns = vec![
        Column::left(words.begins),
        Column::left(words.ends),
        Column::left(words.what).at_least(12),
        Column::right(words.lasted),
        Column::right(words.counted_so_far),
    ];
    let row = |segment: &ExplainedSegment| row(setting, segment, language);
    let segments = &clock.segments;
    let rows = match segments.len() {
        count if count <= 2 * SHOWN + 4 => segments.iter().map(row).collect(),
        count => {
            let (head, rest) = segments.split_at(SHOWN);
            let (middle, tail) = rest.split_at(count - 2 * SHOWN);
            let mut rows: Vec<Vec<Cell>> = head.iter().map(row).collect();
            rows.extend(between(setting, middle, language));
            rows.extend(tail.iter().map(row));
            rows
        }
    };
    Table { columns, rows, cut: None }
}

fn row(setting: &Setting<'_>, explained: &ExplainedSegment, language: Language) -> Vec<Cell> {
    let (words, segment) = (setting.words, explained.segment);
    let (what, tone) = match segment.kind {
        SegmentKind::Ran if explained.is_over => (words.ran_over.to_owned(), Tone::Bad),
        SegmentKind::Ran => (words.ran.to_owned(), Tone::Plain),
        SegmentKind::OutOfHours => (words.out_of_hours.to_owned(), Tone::Faint),
        SegmentKind::Stopped(StopReason::Pause) => (words.paused.to_owned(), Tone::Faint),
        SegmentKind::Stopped(StopReason::Exclusion(place)) => {
            let exclusion = setting.explained.policy.exclusions.get(place);
            let told = exclusion.map(|found| (words.excluded)(&found.reason, found.line));
            (told.unwrap_or_default(), Tone::Faint)
        }
    };
    vec![
        moment(setting, segment.from),
        moment(setting, segment.to),
        Cell::new(what).tone(tone),
        Cell::new(duration(segment.to.since(segment.from), language)),
        Cell::new(duration(explained.counted, language)),
    ]
}

/// A moment; in short without the year.
fn moment(setting: &Setting<'_>, at: Instant) -> Cell {
    let text = setting.moment(at);
    let short = text.get(5..).unwrap_or_default().to_owned();
    Cell::new(text).short(short)
}

/// Several stretches in one row.
fn between(setting: &Setting<'_>, segments: &[ExplainedSegment], language: Language) -> Option<Vec<Cell>> {
    let (first, last) = (segments.first()?, segments.last()?);
    let ran = segments.iter().filter(|explained| explained.segment.kind == SegmentKind::Ran);
    let ran = ran.fold(Span::ZERO, |sum, one| sum.plus(one.segment.to.since(one.segment.from)));
    let what = (setting.words.stretches)(segments.len(), &duration(ran, language));
    Some(vec![
        moment(setting, first.segment.from),
        moment(setting, last.segment.to),
        Cell::new(what),
        Cell::new(duration(last.segment.to.since(first.segment.from), language)),
        Cell::new(duration(last.counted, language)),
    ])
}

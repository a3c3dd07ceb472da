use super::Parts;
use super::bars::bar;
use super::compliance::share;
use super::times::picture;
use crate::assess::{CauseMeasure, CauseShare};
use crate::render::chart::{Bar, Chart};
use crate::render::document::Section;
use crate::render::duration::short_duration;
use crate::render::page::breaches::length;
use crate::render::page::{Block, Cell, Column, NOTHING, Table, Tone, number};

/// Why responses were slow, by each measure; none without a breach.
pub(super) fn sections(parts: &Parts<'_>) -> Vec<Section> {
    if parts.report.causes.is_empty() {
        return Vec::new();
    }
    CauseMeasure::ALL.map(|measure| ranked(parts, measure)).into()
}

fn ranked(parts: &Parts<'_>, measure: CauseMeasure) -> Section {
    let Parts { report: told, words, .. } = parts;
    let (id, heading, column) = match measure {
        CauseMeasure::Breaches => ("causes", words.causes_by_breaches, words.breaches),
        CauseMeasure::Over => ("causes-over", words.causes_by_over, words.over_target),
        CauseMeasure::Customers => ("causes-customers", words.causes_by_customers, words.customers),
    };
    let columns = vec![
        Column::left(words.cause).at_least(10),
        Column::left(words.owner).at_least(8).left_out(2),
        Column::right(column),
        Column::drawn("").left_out(1),
        Column::right(words.cumulative),
    ];
    let ranked = measure.ranked(&told.causes);
    let most = ranked.first().map_or(0, |(first, _)| measure.of(first));
    let rows = ranked.iter().map(|&(one, so_far)| {
        vec![
            cause(parts, one),
            Cell::new(owner(parts, one)),
            value(parts, measure, one),
            Cell::new(bar(measure.of(one), most)),
            share(parts, so_far),
        ]
    });
    let table = Table { columns, rows: rows.collect(), cut: None };
    let bars = ranked.iter().map(|&(one, _)| Bar {
        label: cause(parts, one).text,
        value: measure.of(one) as f64,
        shown: match measure {
            CauseMeasure::Over => short_duration(one.over, parts.style.language),
            CauseMeasure::Breaches | CauseMeasure::Customers => measure.of(one).to_string(),
        },
        tone: if one.cause.is_none() { Tone::Faint } else { Tone::Plain },
    });
    let picture = picture(parts, heading, Chart::Pareto, bars.collect());
    Section::new(id, heading, vec![picture, Block::Table(table)])
}

fn value(parts: &Parts<'_>, measure: CauseMeasure, one: &CauseShare) -> Cell {
    match measure {
        CauseMeasure::Over => length(&parts.subject, one.over),
        CauseMeasure::Breaches | CauseMeasure::Customers => number(measure.of(one)),
    }
}

fn cause(parts: &Parts<'_>, one: &CauseShare) -> Cell {
    match &one.cause {
        Some(id) => Cell::new(parts.report.report.policy.cause_title(id)),
        None => Cell::new(parts.words.no_cause_yet).tone(Tone::Warning),
    }
}

/// Who can remedy it, as the policy says.
fn owner<'a>(parts: &'a Parts<'_>, one: &CauseShare) -> &'a str {
    let cause = one.cause.as_deref().and_then(|id| parts.policy.cause(id));
    cause.and_then(|cause| cause.owner.as_deref()).unwrap_or(NOTHING)
}

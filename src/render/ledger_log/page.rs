use std::path::Path;

use super::sentence::Sentences;
use crate::assess::LedgerLog;
use crate::domain::{EntryKind, LogEntry, Policy};
use crate::render::Style;
use crate::render::kind_word::kind_word;
use crate::render::page::{Block, Cell, Column, Table, Tone};
use crate::render::time::LocalTimes;
use crate::render::words::count;
use crate::words::ledger_log::Words;

/// The log as blocks: how much of it there is, then an entry to a line.
pub(super) fn page(log: &LedgerLog, path: &Path, policy: &Policy, style: &Style) -> Vec<Block> {
    let words = Words::of(style.language);
    let path = path.display().to_string();
    let summary = (words.summary)(&path, &(words.entries)(log.entries.len(), log.all), policy.zone.name());
    let mut blocks = vec![Block::Facts(vec![(words.ledger, vec![summary])])];
    if log.left_out > 0 {
        blocks.push(Block::Line((words.left_out)(&count(log.left_out as u64)), Tone::Faint));
    }
    if log.entries.is_empty() {
        blocks.push(Block::Line(words.nothing.to_owned(), Tone::Plain));
        return blocks;
    }
    let (times, sentences) = (LocalTimes::new(policy.zone), Sentences::new(policy, style.language));
    let columns = vec![
        Column::left(words.at).left_out(3),
        Column::left(words.by).at_least(6).left_out(2),
        Column::left(words.kind).at_least(8).left_out(1),
        Column::left(words.subject).at_least(16),
        Column::left("").at_least(6),
        Column::left(words.text).at_least(20).at_worst(12),
    ];
    let row = |entry: &LogEntry| {
        let at = times.minute(entry.at);
        let short = at.get(5..).unwrap_or_default().to_owned();
        vec![
            Cell::new(at).short(short),
            Cell::new(&entry.by),
            Cell::new(kind_word(entry.said.kind(), style.language)),
            Cell::new(entry.said.incident().or(entry.said.request()).unwrap_or_default()).tone(Tone::Strong),
            Cell::new(mark(log, entry, words)).tone(Tone::Warning),
            Cell::new(sentences.of(entry)),
        ]
    };
    let rows = log.entries.iter().map(row).collect();
    blocks.push(Block::Table(Table { columns, rows, cut: None }));
    blocks
}

/// What became of what a person wrote. That a breach was amended or withdrawn needs no mark: it
/// doesn't make the entry any less true.
fn mark(log: &LedgerLog, entry: &LogEntry, words: &Words) -> &'static str {
    match (entry.said.kind(), log.replaced(entry.entry)) {
        (EntryKind::Annotation | EntryKind::Decision, Some(replaced)) if replaced.retracted => {
            words.retracted
        }
        (EntryKind::Annotation | EntryKind::Decision, Some(_)) => words.superseded,
        _ if log.overruled(entry.entry).is_some() => words.overruled,
        _ => "",
    }
}

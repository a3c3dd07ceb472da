use std::path::Path;

use crate::assess::{LedgerAudit, RepeatedLine};
use crate::domain::{EntryKind, Zone};
use crate::render::Style;
use crate::render::kind_word::kind_word;
use crate::render::page::{Block, Tone};
use crate::render::time::LocalTimes;
use crate::render::words::count;
use crate::words::ledger_verify::Words;

/// How many repeated lines are named.
const NAMED: usize = 5;

/// What was found as blocks.
pub(super) fn page(audit: &LedgerAudit, path: &Path, zone: Zone, style: &Style) -> Vec<Block> {
    let words = Words::of(style.language);
    let times = LocalTimes::new(zone);
    let mut entries = vec![count(audit.entries)];
    let of_kinds = EntryKind::ALL.iter().zip(audit.kinds).filter(|(_, number)| *number > 0);
    entries.extend(
        of_kinds.map(|(kind, number)| format!("{}: {}", kind_word(*kind, style.language), count(number))),
    );
    let mut facts = vec![
        (words.ledger, vec![path.display().to_string()]),
        (words.entries, entries),
        (words.incidents, vec![count(audit.incidents)]),
    ];
    if let (Some(first), Some(last)) = (audit.first, audit.last) {
        let span = (words.span)(&times.minute(first), &times.minute(last), zone.name());
        facts.push((words.period, vec![span]));
    }
    if !audit.repeated.is_empty() {
        facts.push((words.repeated, vec![repeated(audit, words)]));
    }
    facts.push((words.digest, vec![audit.digest.clone()]));
    facts.push((words.content_digest, vec![audit.content_digest.clone()]));
    let (result, tone) = match audit.faults.len() {
        0 => (words.clean.to_owned(), Tone::Good),
        faults => ((words.faults)(faults), Tone::Bad),
    };
    vec![Block::Facts(facts), Block::Line(result, tone)]
}

/// How many lines say again what earlier ones say, and which.
fn repeated(audit: &LedgerAudit, words: &Words) -> String {
    let one = |repeated: &RepeatedLine| format!("{} = {}", repeated.line, repeated.first);
    let mut named: Vec<String> = audit.repeated.iter().take(NAMED).map(one).collect();
    if audit.repeated.len() > NAMED {
        named.push("…".to_owned());
    }
    (words.repeated_lines)(&count(audit.repeated.len() as u64), &named.join(", "))
}

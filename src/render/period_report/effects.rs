use super::Parts;
use crate::assess::FixEffect;
use crate::render::document::Section;
use crate::render::fix_effect::{effect_notes, effect_table, recurrence_table};
use crate::render::page::{Block, Tone};
use crate::words::fix_effect::Words;

/// What came back after it was fixed.
pub(super) fn recurrences(parts: &Parts<'_>) -> Option<Section> {
    let Parts { report: told, words, policy, subject, style } = parts;
    if told.effects.iter().all(|effect| effect.recurrences.is_empty()) {
        return None;
    }
    let own = Words::of(style.language);
    let (table, left_out) = recurrence_table(&told.effects, policy, own, &subject.times);
    let mut blocks = vec![Block::Table(table)];
    if left_out > 0 {
        blocks.push(Block::Line((own.and_more)(left_out), Tone::Faint));
    }
    Some(Section::new("recurrences", words.recurrences, blocks))
}

/// Whether what was fixed helped.
pub(super) fn section_of(effects: &[FixEffect<'_>], parts: &Parts<'_>) -> Vec<Block> {
    let own = Words::of(parts.style.language);
    let mut blocks = vec![Block::Table(effect_table(effects, parts.policy, own))];
    blocks.extend(effect_notes(effects, own));
    blocks
}

/// The effects of all requests that are done.
pub(super) fn section(parts: &Parts<'_>) -> Option<Section> {
    let effects = &parts.report.effects;
    let blocks = (!effects.is_empty()).then(|| section_of(effects, parts))?;
    Some(Section::new("effects", parts.words.effects, blocks))
}

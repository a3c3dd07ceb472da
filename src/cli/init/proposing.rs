use std::collections::HashSet;
use std::path::Path;

use crate::domain::Language;
use crate::policy_file::{LeftOutColumn, Proposal, ProposedColumn, ProposedSeverity, ProposedSnapshots};
use crate::source::Sample;
use crate::source::columns::{Candidate, Doubt, Inference, SeverityFound, StageGuess, StageSource};
use crate::words::init::{Cells, Words};

/// What the names of an export's columns tell about the policy that fits it.
pub(super) struct Evidence<'a> {
    pub(super) export: &'a Path,
    pub(super) sample: &'a Sample,
    pub(super) inference: &'a Inference,
}

impl Evidence<'_> {
    /// The policy that is proposed.
    pub(super) fn proposal(&self, language: Language, zone: Option<&str>) -> Proposal {
        let Inference { id, fields, stages, severities, day_order, left_out, doubts, .. } = self.inference;
        let plain = |name: &str, found: &Candidate| {
            let cells = Cells { read: found.values, empty: found.missing, unreadable: 0 };
            ProposedColumn {
                name: name.to_owned(),
                column: found.column.clone(),
                after: None,
                evidence: Words::of(language).evidence(cells, found.example.as_deref()),
            }
        };
        let repeats = doubts.iter().any(|doubt| matches!(doubt, Doubt::IdRepeats { taken: None, .. }));
        let several_rows = repeats && self.rows_outnumber_ids();
        let times: Vec<&str> = stages.iter().filter_map(|stage| stage.example.as_deref()).collect();
        Proposal {
            export: Some(self.export.display().to_string()),
            zone: zone.map_or_else(|| default_zone(self.sample, &times, None), str::to_owned),
            severities: severities.iter().filter_map(|found| proposed(std::slice::from_ref(found))).collect(),
            time_format: day_order.as_ref().map(|guess| guess.time_format.clone()),
            fields: id
                .iter()
                .map(|found| plain("id", found))
                .chain(fields.iter().map(|guess| plain(guess.field, &guess.found)))
                .collect(),
            stages: stages.iter().map(|guess| stage(guess, language)).collect(),
            left_out: left_out
                .iter()
                .map(|left| LeftOutColumn { column: left.column.clone(), example: left.example.clone() })
                .collect(),
            snapshots: several_rows.then(ProposedSnapshots::default),
            ..Proposal::blank(language)
        }
    }

    /// Whether so many rows share their id that an incident seems to have several; one or two
    /// rows that do are a fault of the export.
    fn rows_outnumber_ids(&self) -> bool {
        let Some(id) = &self.inference.id else { return false };
        let Some(place) = self.sample.header.iter().position(|name| *name == id.column) else { return false };
        let rows = self.sample.rows.len();
        let ids: HashSet<&String> = self.sample.rows.iter().filter_map(|row| row.get(place)).collect();
        rows >= 10 && ids.len() * 5 <= rows * 4
    }
}

/// The first text in a column, without the space around it.
pub(super) fn first_text<'s>(sample: &'s Sample, column: &str) -> Option<&'s str> {
    let place = sample.header.iter().position(|name| name == column)?;
    let cells = sample.rows.iter().filter_map(|row| row.get(place));
    cells.map(|cell| cell.trim()).find(|cell: &&str| !cell.is_empty())
}

/// The zone in which an export with such times seems to be written; `fixed` is that of a preset.
pub(super) fn default_zone(sample: &Sample, times: &[&str], fixed: Option<&str>) -> String {
    let tokyo = !times.is_empty() && times.iter().all(|at| at.ends_with("+09:00") || at.ends_with("+0900"));
    let zone = if tokyo || is_japanese(sample) { "Asia/Tokyo" } else { fixed.unwrap_or("UTC") };
    zone.to_owned()
}

/// Whether the export holds Japanese: kana, which no other language writes.
pub(super) fn is_japanese(sample: &Sample) -> bool {
    let mut texts = sample.header.iter().chain(sample.rows.iter().take(100).flatten());
    texts.any(|text| text.chars().any(|character| matches!(character, 'ぁ'..='ヿ')))
}

fn stage(guess: &StageGuess, language: Language) -> ProposedColumn {
    let (column, after) = match &guess.source {
        StageSource::Time(column) => (column, None),
        StageSource::SecondsAfterOpened(column) => (column, Some("opened".to_owned())),
    };
    let cells = Cells { read: guess.parsed, empty: guess.missing, unreadable: guess.unreadable };
    let evidence = Words::of(language).evidence(cells, guess.example.as_deref());
    ProposedColumn { name: guess.stage.to_owned(), column: column.clone(), after, evidence }
}

/// A severity that was found by these spellings.
pub(super) fn proposed(spellings: &[SeverityFound]) -> Option<ProposedSeverity> {
    Some(ProposedSeverity {
        name: severity_name(&spellings.first()?.value),
        values: spellings.iter().map(|found| (found.value.clone(), found.count as u64)).collect(),
    })
}

/// A name for a severity: `1 - Critical` becomes `critical`.
fn severity_name(value: &str) -> String {
    let trimmed = value.trim();
    let named = trimmed
        .split_once('-')
        .filter(|(number, name)| number.trim().parse::<u8>().is_ok() && !name.trim().is_empty())
        .map_or(trimmed, |(_, name)| name.trim());
    named.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn severities_get_short_names() {
        for (value, name) in [
            ("1 - Critical", "critical"),
            ("Not classified", "not-classified"),
            ("SEV-1", "sev-1"),
            ("緊急", "緊急"),
        ] {
            assert_eq!(severity_name(value), name);
        }
    }
}

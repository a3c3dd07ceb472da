use std::collections::HashSet;
use std::path::Path;

use crate::domain::Language;
use crate::policy_file::{Proposal, ProposedColumn, ProposedSeverity, ProposedSnapshots};
use crate::render::{Found, InitWords};
use crate::source::Sample;
use crate::source::columns::{Doubt, Inference, StageGuess, StageSource};

/// What an export tells about the policy that fits it.
pub(super) struct Evidence<'a> {
    pub(super) export: &'a Path,
    pub(super) sample: &'a Sample,
    pub(super) inference: &'a Inference,
    pub(super) doubts: Vec<String>,
}

impl Evidence<'_> {
    /// The policy that is proposed.
    pub(super) fn proposal(&self, language: Language, zone: Option<&str>) -> Proposal {
        let Inference { id, fields, stages, severities, day_order, doubts, .. } = self.inference;
        let plain = |name: &str, column: &str| ProposedColumn {
            name: name.to_owned(),
            column: column.to_owned(),
            after: None,
            evidence: self.example(column).unwrap_or_default().to_owned(),
        };
        let repeats = doubts.iter().any(|doubt| matches!(doubt, Doubt::IdRepeats { taken: None, .. }));
        let several_rows = repeats && self.rows_outnumber_ids();
        Proposal {
            export: Some(self.export.display().to_string()),
            zone: zone.map_or_else(|| self.zone(), str::to_owned),
            severities: severities
                .iter()
                .map(|found| ProposedSeverity {
                    name: severity_name(&found.value),
                    values: vec![(found.value.clone(), found.count as u64)],
                })
                .collect(),
            time_format: day_order.as_ref().map(|guess| guess.time_format.clone()),
            fields: id
                .iter()
                .map(|found| plain("id", &found.column))
                .chain(fields.iter().map(|guess| plain(guess.field, &guess.found.column)))
                .collect(),
            stages: stages.iter().map(|guess| stage(guess, language)).collect(),
            snapshots: several_rows.then(ProposedSnapshots::default),
            doubts: self.doubts.clone(),
            ..Proposal::blank(language)
        }
    }

    /// What a person is told: what was found, and what is unsure.
    pub(super) fn told(&self, proposal: &Proposal, language: Language) -> String {
        let columns = |list: &[ProposedColumn]| {
            list.iter().map(|one| format!("{} = {}", one.name, one.column)).collect::<Vec<_>>().join(", ")
        };
        let severities: Vec<String> = self
            .inference
            .severities
            .iter()
            .map(|found| format!("{} ({})", found.value, found.count))
            .collect();
        let Sample { rows, format, sheet, title_rows, encoding, .. } = self.sample;
        let words = InitWords(language);
        let found = words.found(Found {
            fields: columns(&proposal.fields),
            stages: columns(&proposal.stages),
            severities: severities.join(", "),
            zone: proposal.zone.clone(),
            left_out: self.inference.left_out.join(", "),
        });
        let unsure = self.doubts.iter().map(|doubt| words.unsure(doubt));
        let form = words.form(format, encoding, sheet.as_ref(), *title_rows);
        let mut told = words.looked_at(self.export.display(), &form, rows.len());
        for line in found.into_iter().chain(unsure) {
            told.push_str("\n  ");
            told.push_str(&line);
        }
        told
    }

    /// The zone in which the times seem to be written.
    fn zone(&self) -> String {
        let offsets: Vec<&str> =
            self.inference.stages.iter().filter_map(|stage| stage.example.as_deref()).collect();
        let tokyo =
            !offsets.is_empty() && offsets.iter().all(|at| at.ends_with("+09:00") || at.ends_with("+0900"));
        if tokyo || is_japanese(self.sample) { "Asia/Tokyo".to_owned() } else { "UTC".to_owned() }
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

    /// The first text in a column.
    fn example(&self, column: &str) -> Option<&str> {
        let place = self.sample.header.iter().position(|name| name == column)?;
        let cells = self.sample.rows.iter().filter_map(|row| row.get(place));
        cells.map(|cell| cell.trim()).find(|cell: &&str| !cell.is_empty())
    }
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
    let rows = guess.parsed + guess.missing + guess.unreadable;
    let example = guess.example.as_deref().unwrap_or("–");
    let evidence = InitWords(language).evidence(guess.parsed, rows, example);
    ProposedColumn { name: guess.stage.to_owned(), column: column.clone(), after, evidence }
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

use std::path::Path;

use super::by_names::infer_asking;
use super::by_preset::{ByPreset, Carries};
use super::doubts;
use super::proposing::{Evidence, default_zone};
use super::questions::Questions;
use crate::domain::{Instant, Language, Preset, Zone};
use crate::policy_file::{NamedPreset, Proposal, ProposedColumn, ProposedPreset, ZoneUse};
use crate::render::sanitize;
use crate::source::columns::{Doubt, Offsets};
use crate::source::{Input, Sample, SourceError, sample_export};
use crate::words::init::{Found, Words};
use crate::words::init_doubts;

/// An export that is looked at, to propose a policy for it.
pub(super) struct Looking<'a> {
    pub(super) export: &'a Path,
    /// Fit to be read several times.
    pub(super) input: &'a Input,
    pub(super) sample: &'a Sample,
    pub(super) presets: &'a [Preset],
    pub(super) language: Language,
    /// The zone that the command line names.
    pub(super) zone: Option<&'a str>,
    /// What counts as now.
    pub(super) as_of: Instant,
}

/// Which preset reads the export.
enum Choice<'a> {
    Use(&'a Preset, Vec<String>),
    Other(ProposedPreset),
}

/// How many rows of an export are looked at.
pub(super) const ROWS: usize = 10_000;

impl Looking<'_> {
    /// The policy that is proposed, and what a person is told about it.
    pub(super) fn propose(
        &self,
        questions: &mut Option<Questions<'_>>,
    ) -> anyhow::Result<(Proposal, String)> {
        match self.choice(questions)? {
            Choice::Use(preset, evidence) => self.by_preset(preset, &evidence, questions),
            Choice::Other(preset) => self.by_names(preset, questions),
        }
    }

    fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    fn choice(&self, questions: &mut Option<Questions<'_>>) -> anyhow::Result<Choice<'_>> {
        let recognised = &self.sample.preset;
        let find = |name: &String| self.presets.iter().find(|preset| preset.name == *name);
        if let Some(preset) = recognised.name.as_ref().and_then(find) {
            return Ok(Choice::Use(preset, recognised.evidence.clone()));
        }
        let tied: Vec<&Preset> = recognised.tied.iter().filter_map(find).collect();
        if tied.is_empty() {
            return Ok(Choice::Other(ProposedPreset::Unknown));
        }
        let Some(questions) = questions else {
            return Ok(Choice::Other(ProposedPreset::Tied(tied.into_iter().map(named).collect())));
        };
        match questions.preset(&tied)? {
            Some(preset) => Ok(Choice::Use(preset, self.evidence_for(preset)?)),
            None => Ok(Choice::Other(ProposedPreset::None)),
        }
    }

    /// The columns by which one preset alone would be recognised.
    fn evidence_for(&self, preset: &Preset) -> Result<Vec<String>, SourceError> {
        let sheet = self.sample.sheet.as_ref().map(|sheet| sheet.name.as_str());
        Ok(sample_export(self.input, 1, std::slice::from_ref(preset), sheet)?.preset.evidence)
    }

    fn by_preset(
        &self,
        preset: &Preset,
        evidence: &[String],
        questions: &mut Option<Questions<'_>>,
    ) -> anyhow::Result<(Proposal, String)> {
        let by = ByPreset { input: self.input, sample: self.sample, preset, as_of: self.as_of };
        let fixed = preset.mapping.zone.map(Zone::name);
        let usual = default_zone(self.sample, &by.written_times(), fixed);
        let used =
            |stages| ProposedPreset::Used { preset: named(preset), evidence: evidence.to_vec(), stages };
        let mut proposal = Proposal {
            export: Some(self.export.display().to_string()),
            zone: self.zone.unwrap_or(&usual).to_owned(),
            preset: used(Vec::new()),
            ..Proposal::blank(self.language)
        };
        let mut times = by.times(&proposal, questions)?;
        let (zone_use, is_needed) = by.zone_use(times.offsets);
        let is_said = self.ask_zone(&mut proposal, is_needed, questions)?;
        if is_said || zone_use != ZoneUse::Times {
            times.doubts.retain(|doubt| !matches!(doubt, Doubt::NoOffset | Doubt::SomeOffsets));
        }
        proposal.zone_use = zone_use;
        proposal.time_format = times.day_order.map(|guess| guess.time_format);
        let told = by.read(&proposal)?;
        let Carries { rows, stages, severities, absent_severities, failure, unreadable, .. } = told;
        proposal.preset = used(stages.iter().map(|(name, ..)| name.clone()).collect());
        proposal.severities = severities;
        proposal.absent_severities = absent_severities;
        let unsure = init_doubts::Words::of(self.language);
        let all = times.doubts.iter().chain(&told.doubts);
        let mut doubts: Vec<String> = all.map(|doubt| doubts::sentence(doubt, unsure)).collect();
        doubts.extend(unreadable.map(|(rows, first)| (unsure.unreadable_rows)(rows, &first)));
        doubts.extend(failure.map(|reason| (unsure.preset_fails)(&preset.name, &beginning(&reason))));
        proposal.doubts = doubts;
        let stages: Vec<String> = stages
            .iter()
            .map(|(name, column, count)| match column.as_str() {
                "" => name.clone(),
                column => format!("{name} = {column} ({count})"),
            })
            .collect();
        let found = Found {
            preset: format!("{} ({})", preset.name, preset.title),
            recognised_by: evidence.join(", "),
            stages: stages.join(", "),
            severities: severity_counts(&proposal),
            zone: proposal.zone.clone(),
            ..Found::default()
        };
        let rows = usize::try_from(rows).unwrap_or(usize::MAX);
        let rows = if rows == 0 { self.sample.rows.len() } else { rows };
        let told = self.told(&proposal, found, rows);
        Ok((proposal, told))
    }

    fn by_names(
        &self,
        preset: ProposedPreset,
        questions: &mut Option<Questions<'_>>,
    ) -> anyhow::Result<(Proposal, String)> {
        let unsure = init_doubts::Words::of(self.language);
        let mut inference = infer_asking(self.sample, questions)?;
        let tied = match &preset {
            ProposedPreset::Tied(presets) => presets.iter().map(|preset| preset.name.clone()).collect(),
            _ => Vec::new(),
        };
        let evidence = Evidence { export: self.export, sample: self.sample, inference: &inference };
        let mut proposal = Proposal { preset, ..evidence.proposal(self.language, self.zone) };
        let is_needed = matches!(inference.offsets, Offsets::Some | Offsets::None);
        if self.ask_zone(&mut proposal, is_needed, questions)? {
            inference.doubts.retain(|doubt| *doubt != Doubt::NoOffset);
        }
        if inference.offsets == Offsets::All {
            proposal.zone_use = ZoneUse::AllHaveOffsets;
        }
        proposal.doubts = inference.doubts.iter().map(|doubt| doubts::sentence(doubt, unsure)).collect();
        if !tied.is_empty() {
            proposal.doubts.insert(0, doubts::tied_presets(&tied, unsure));
        }
        let columns = |list: &[ProposedColumn]| {
            list.iter().map(|one| format!("{} = {}", one.name, one.column)).collect::<Vec<_>>().join(", ")
        };
        let left_out: Vec<&str> = inference.left_out.iter().map(|left| left.column.as_str()).collect();
        let found = Found {
            fields: columns(&proposal.fields),
            stages: columns(&proposal.stages),
            severities: severity_counts(&proposal),
            zone: proposal.zone.clone(),
            left_out: left_out.join(", "),
            ..Found::default()
        };
        let told = self.told(&proposal, found, self.sample.rows.len());
        Ok((proposal, told))
    }

    /// Asks for the zone where it is needed and the command line doesn't say it; whether a person said
    /// it, there or here.
    fn ask_zone(
        &self,
        proposal: &mut Proposal,
        is_needed: bool,
        questions: &mut Option<Questions<'_>>,
    ) -> anyhow::Result<bool> {
        match questions {
            Some(questions) if is_needed && self.zone.is_none() => {
                proposal.zone = questions.zone(&proposal.zone)?;
                Ok(true)
            }
            _ => Ok(self.zone.is_some()),
        }
    }

    /// What a person is told: what was found, and what is unsure. A line each, whatever stands in it.
    fn told(&self, proposal: &Proposal, found: Found, rows: usize) -> String {
        let words = self.words();
        let Sample { format, encoding, sheet, title_rows, .. } = self.sample;
        let form = words.form(format, encoding, sheet.as_ref(), *title_rows);
        let mut told =
            sanitize(&(words.looked_at)(&self.export.display().to_string(), &form, rows)).into_owned();
        let unsure = proposal.doubts.iter().map(|doubt| (words.unsure)(doubt));
        for line in words.found(found).into_iter().chain(unsure) {
            told.push_str("\n  ");
            told.push_str(&sanitize(&line));
        }
        told
    }
}

/// What is wrong, without the list of all columns that may stand behind it.
fn beginning(reason: &str) -> String {
    reason.lines().take(2).map(str::trim).collect::<Vec<_>>().join(": ")
}

fn named(preset: &Preset) -> NamedPreset {
    NamedPreset { name: preset.name.clone(), title: preset.title.clone() }
}

fn severity_counts(proposal: &Proposal) -> String {
    let values = proposal.severities.iter().flat_map(|severity| &severity.values);
    values.map(|(value, count)| format!("{value} ({count})")).collect::<Vec<_>>().join(", ")
}

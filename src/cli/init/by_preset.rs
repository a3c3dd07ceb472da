//! What an export tells that a preset reads: which severities there are, and which stages are filled.

use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;

use anyhow::anyhow;

use super::proposing::{first_text, proposed};
use super::questions::Questions;
use crate::assess::{Carried, Inventory};
use crate::domain::{Instant, Policy, Preset, StageColumn};
use crate::policy_file::{self, Proposal, ProposedSeverity, ZoneUse, read_policy};
use crate::source::columns::{
    Doubt, Offsets, Said, SeverityFound, TimesFound, infer_times, resolve, severity_levels,
};
use crate::source::{ExportRead, IdSet, Input, ReadOptions, Sample, read_export};
use crate::words::preset_search as words;

/// An export, and the preset that reads it.
pub(super) struct ByPreset<'a> {
    pub(super) input: &'a Input,
    pub(super) sample: &'a Sample,
    pub(super) preset: &'a Preset,
    /// What counts as now.
    pub(super) as_of: Instant,
}

/// What such an export tells.
#[derive(Default)]
pub(super) struct Carries {
    pub(super) rows: u64,
    /// The stages that are filled, each with its column and the number of its times.
    pub(super) stages: Vec<(String, String, u64)>,
    pub(super) severities: Vec<ProposedSeverity>,
    pub(super) absent_severities: Vec<String>,
    pub(super) doubts: Vec<Doubt>,
    /// Why it can't be read after all.
    pub(super) failure: Option<String>,
    /// How many rows can't be read, and what is wrong with the first.
    pub(super) unreadable: Option<(u64, String)>,
}

impl ByPreset<'_> {
    /// What a person must say about the times. `proposal` names the preset.
    pub(super) fn times(
        &self,
        proposal: &Proposal,
        questions: &mut Option<Questions<'_>>,
    ) -> anyhow::Result<TimesFound> {
        let policy = self.policy(proposal)?;
        let mapping = self.preset.complete(&policy);
        let found = resolve(&policy, &mapping, &self.sample.header);
        let columns: Vec<usize> = found.map(|columns| columns.times().collect()).unwrap_or_default();
        let look = |said: &Said| infer_times(&self.sample.header, &self.sample.rows, &columns, said);
        let mut times = look(&Said::default());
        if self.preset.mapping.time_format.is_some() {
            times.day_order = None;
            times.doubts.retain(|doubt| matches!(doubt, Doubt::NoOffset | Doubt::SomeOffsets));
        }
        if let Some(questions) = questions
            && let Some(guess) = times.day_order.as_ref().filter(|guess| !guess.is_proven)
        {
            let order = questions.day_order(&guess.example, guess.order)?;
            times = look(&Said { day_order: Some(order), ..Said::default() });
        }
        Ok(times)
    }

    /// What the policy's zone is for, and whether a person must say it.
    pub(super) fn zone_use(&self, offsets: Offsets) -> (ZoneUse, bool) {
        let mapping = &self.preset.mapping;
        match (offsets, &mapping.zone_key, mapping.zone) {
            (Offsets::All, ..) => (ZoneUse::AllHaveOffsets, false),
            (_, Some(key), _) => (ZoneUse::ByExport(key.clone()), false),
            (_, _, Some(zone)) => (ZoneUse::ByPreset(zone.name().to_owned()), false),
            (offsets, ..) => (ZoneUse::Times, offsets != Offsets::NoTimes),
        }
    }

    /// The first times of the sample, as they are written.
    pub(super) fn written_times(&self) -> Vec<&str> {
        let columns = self.preset.mapping.stages.iter().flat_map(|(_, columns)| columns);
        columns.flat_map(StageColumn::columns).filter_map(|name| first_text(self.sample, name)).collect()
    }

    /// Reads all of the export by the preset, and counts what it carries.
    pub(super) fn read(&self, proposal: &Proposal) -> anyhow::Result<Carries> {
        let policy = self.policy(proposal)?;
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let (sheet, later) = (self.sample.sheet.as_ref().map(|sheet| sheet.name.as_str()), &IdSet::default());
        let options = ReadOptions { source: 0, threads, digest: false, as_of: self.as_of, later, sheet };
        Ok(match read_export(self.input, &policy, &Inventory::of(&policy.stages), &options) {
            Ok(read) => self.told(&policy, read),
            Err(error) => {
                let mapping = self.preset.complete(&policy);
                let stages = policy.stages.iter().filter(|(stage, _)| {
                    mapping.rows.reach(*stage) || mapping.stages.iter().any(|(known, _)| known == stage)
                });
                let stages = stages.map(|(_, name)| (name.to_owned(), String::new(), 0));
                Carries { stages: stages.collect(), failure: Some(error.to_string()), ..Carries::default() }
            }
        })
    }

    fn told(&self, policy: &Policy, read: ExportRead<Carried>) -> Carries {
        let ExportRead { tally, summary, unreadable, .. } = read;
        let stages = policy.stages.iter().zip(&summary.stage_columns).zip(&tally.stages);
        let present: Vec<(String, String, u64)> = stages
            .filter_map(|(((_, name), column), count)| Some((name.to_owned(), column.clone()?, *count)))
            .collect();
        let is_filled = |(name, _, count): &&(String, String, u64)| name != "opened" && *count > 0;
        // Where nothing was reached yet, all that may be is promised.
        let stages = if present.iter().any(|stage| is_filled(&stage)) {
            present.into_iter().filter(|(name, _, count)| name == "opened" || *count > 0).collect()
        } else {
            present
        };
        let found = tally.severities.into_iter().map(|(value, count)| SeverityFound {
            value,
            count: usize::try_from(count).unwrap_or(usize::MAX),
        });
        let found: Vec<SeverityFound> = found.collect();
        let mut doubts = Vec::new();
        if found.is_empty() {
            doubts.push(Doubt::NoSeverity);
        }
        let ordered = severity_levels(found, &self.preset.mapping.severities);
        doubts.extend(ordered.doubt);
        let absent_severities = if ordered.levels.is_empty() { Vec::new() } else { ordered.absent };
        let first = unreadable.first().map(|row| row.reason.to_string());
        Carries {
            rows: summary.rows,
            stages,
            severities: ordered.levels.iter().filter_map(|level| proposed(level)).collect(),
            absent_severities,
            doubts,
            failure: None,
            unreadable: first.map(|reason| (summary.unreadable, reason)),
        }
    }

    /// A policy that reads by the preset, and promises nothing.
    fn policy(&self, proposal: &Proposal) -> anyhow::Result<Policy> {
        let none = |_: &Path| Err(String::new());
        let text = policy_file::proposal(proposal);
        let read = read_policy(Path::new("slo.toml"), &text, String::new(), &none);
        let (policy, _) = read.map_err(|faults| {
            let fault = faults.first().map(|fault| fault.message.clone()).unwrap_or_default();
            anyhow!(words::makes_no_policy(&self.preset.name, &fault))
        })?;
        Ok(Policy { objectives: Vec::new(), presets: vec![self.preset.clone()], ..policy })
    }
}

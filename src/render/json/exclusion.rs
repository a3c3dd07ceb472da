use serde::Serialize;

use super::counts::CountsEntry;
use super::exact::Seconds;
use super::window::WindowEntry;
use crate::assess::{ExclusionReport, Rate, Report};
use crate::domain::ExclusionEffect;
use crate::render::time::LocalTimes;

/// An exclusion of the policy, and what it did.
#[derive(Serialize)]
pub(super) struct ExclusionEntry<'a> {
    reason: &'a str,
    effect: &'static str,
    #[serde(flatten)]
    window: WindowEntry<'a>,
    all_incidents: bool,
    line: usize,
    incidents: u64,
    objectives: Vec<EffectsEntry<'a>>,
}

/// What one exclusion did under one objective.
#[derive(Serialize)]
struct EffectsEntry<'a> {
    id: &'a str,
    dropped: u64,
    stopped_s: Seconds,
    /// The incidents it did something to: their verdicts.
    with: CountsEntry,
    /// The same incidents' verdicts without it.
    without: CountsEntry,
    /// The rate of the whole objective without it.
    rate_without: Option<f64>,
}

impl<'a> ExclusionEntry<'a> {
    pub(super) fn of(report: &'a Report, times: &'a LocalTimes, exclusion: &'a ExclusionReport) -> Self {
        let effects = exclusion.objectives.iter().zip(&report.objectives).enumerate();
        Self {
            reason: &exclusion.reason,
            effect: match exclusion.effect {
                ExclusionEffect::StopClock => "stop-clock",
                ExclusionEffect::Drop => "drop",
            },
            window: WindowEntry::of(exclusion.window, times),
            all_incidents: exclusion.for_all,
            line: exclusion.line,
            incidents: exclusion.incidents,
            objectives: effects
                .map(|(index, (effects, objective))| EffectsEntry {
                    id: &objective.id,
                    dropped: effects.dropped(),
                    stopped_s: Seconds(effects.stopped),
                    with: CountsEntry::of(&effects.with),
                    without: CountsEntry::of(&effects.without),
                    rate_without: exclusion.rate_without(index, objective).map(Rate::quotient),
                })
                .collect(),
        }
    }
}

use serde::Serialize;

use crate::assess::{StageStep, StageTimes};
use crate::domain::{Language, Span};
use crate::render::duration::short_duration;
use crate::render::json::exact::Seconds;
use crate::words::names;

/// From one stage to the next.
#[derive(Debug, Serialize)]
pub(super) struct Step {
    from: String,
    to: String,
    /// How many incidents have both stages, and how many passed without.
    recorded: usize,
    unrecorded: usize,
    median: Option<String>,
    median_s: Option<Seconds>,
    longest: Option<String>,
    longest_s: Option<Seconds>,
    total: String,
    total_s: Seconds,
    /// Breaches whose target was crossed in it.
    crossed: usize,
}

/// The step in which most targets were crossed.
#[derive(Debug, Serialize)]
pub(super) struct WorstStep {
    from: String,
    to: String,
    crossed: usize,
}

impl Step {
    pub(super) fn of(step: &StageStep<'_>, language: Language) -> Self {
        let text = |span: Span| short_duration(span, language);
        Self {
            from: word(step.from, language),
            to: word(step.to, language),
            recorded: step.took.len(),
            unrecorded: step.unrecorded,
            median: step.median().map(text),
            median_s: step.median().map(Seconds),
            longest: step.longest().map(text),
            longest_s: step.longest().map(Seconds),
            total: text(step.total()),
            total_s: Seconds(step.total()),
            crossed: step.crossed,
        }
    }
}

impl WorstStep {
    pub(super) fn of(times: &StageTimes<'_>, language: Language) -> Option<Self> {
        let step = times.worst()?;
        Some(Self { from: word(step.from, language), to: word(step.to, language), crossed: step.crossed })
    }
}

/// What people call a stage.
pub(super) fn word(name: &str, language: Language) -> String {
    (names::Words::of(language).stage)(name).unwrap_or(name).to_owned()
}

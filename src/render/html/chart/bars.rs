use super::place::finite;
use crate::domain::Language;
use crate::render::chart::Bar;
use crate::render::page::Tone;
use crate::render::words::Words;

/// The length of a bar, never less than nothing.
pub(super) fn length(bar: &Bar) -> f64 {
    finite(bar.value).max(0.0)
}

/// The lengths of all bars together.
pub(super) fn total(bars: &[Bar]) -> f64 {
    finite(bars.iter().map(length).sum())
}

/// The colour of a bar.
pub(super) const fn class(bar: &Bar) -> &'static str {
    match bar.tone {
        Tone::Plain => "plain",
        Tone::Strong => "strong",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Warning => "warning",
        Tone::Faint => "faint",
    }
}

/// What says without a colour how a bar is meant.
pub(super) const fn mark(bar: &Bar) -> &'static str {
    match bar.tone {
        Tone::Good => "○ ",
        Tone::Bad => "✕ ",
        Tone::Warning => "△ ",
        Tone::Plain | Tone::Strong | Tone::Faint => "",
    }
}

/// A share as a percentage, rounded down as all rates are.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped to 0 and 1000")]
pub(super) fn percentage(share: f64, language: Language) -> String {
    // Sums of decimals may be a hair below what they stand for.
    let per_mille = (finite(share) * 1000.0 + 1e-9).floor().clamp(0.0, 1000.0) as u64;
    (Words::of(language).percent)(&format!("{}.{}", per_mille / 10, per_mille % 10))
}

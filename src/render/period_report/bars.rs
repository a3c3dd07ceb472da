//! Small pictures drawn with characters, for terminals and Markdown.

/// How many columns the longest bar takes.
const LONGEST: f64 = 12.0;
/// Eighths of a block, from one to seven.
const PARTS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/// Heights of a line of points.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A bar of this part of the longest; anything above nothing is seen.
pub(super) fn bar(value: f64, longest: f64) -> String {
    if !(value > 0.0 && longest > 0.0) {
        return String::new();
    }
    let eighths = ((value / longest).min(1.0) * LONGEST * 8.0).round().max(1.0) as usize;
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).and_then(|part| PARTS.get(part)));
    bar
}

/// A line of points between the least and the greatest of them; a gap where there is none.
pub(super) fn sparkline(points: &[Option<f64>]) -> String {
    let known = || points.iter().flatten().copied();
    let (least, greatest) =
        (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    let height = |point: f64| {
        let part = if greatest > least { (point - least) / (greatest - least) } else { 1.0 };
        HEIGHTS[((part * 7.0).round() as usize).min(7)]
    };
    points.iter().map(|point| point.map_or(' ', height)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_values_and_never_vanish() {
        assert_eq!(bar(12.0, 12.0), "████████████");
        assert_eq!(bar(6.5, 12.0), "██████▌");
        assert_eq!(bar(0.001, 12.0), "▏");
        assert_eq!(bar(0.0, 12.0), "");
        assert_eq!(bar(1.0, 0.0), "");
        assert_eq!(bar(f64::NAN, 1.0), "");
    }

    #[test]
    fn lines_go_from_the_least_to_the_greatest() {
        assert_eq!(sparkline(&[Some(0.9), None, Some(1.0), Some(0.95)]), "▁ █▅");
        assert_eq!(sparkline(&[Some(1.0), Some(1.0)]), "██");
        assert_eq!(sparkline(&[None, None]), "  ");
        assert_eq!(sparkline(&[]), "");
    }
}

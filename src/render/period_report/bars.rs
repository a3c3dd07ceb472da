//! Small pictures drawn with characters, for terminals and Markdown.

/// How many eighths of a column the longest bar takes.
const EIGHTHS: u128 = 12 * 8;
/// Eighths of a block, from one to seven.
const PARTS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/// Heights of a line of points.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A bar of this part of the longest; anything above nothing is seen.
pub(super) fn bar(value: u64, longest: u64) -> String {
    if value == 0 || longest == 0 {
        return String::new();
    }
    let share = u128::from(value.min(longest)) * EIGHTHS;
    let eighths = (share + u128::from(longest) / 2) / u128::from(longest);
    let eighths = usize::try_from(eighths).unwrap_or(0).max(1);
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).and_then(|part| PARTS.get(part)));
    bar
}

/// A line of rates between the least and the greatest of them; a gap where there is none.
pub(super) fn sparkline(rates: &[Option<u64>]) -> String {
    let known = || rates.iter().flatten().copied();
    let (least, greatest) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
    let height = |rate: u64| {
        let place = if greatest > least {
            ((rate - least) * 7 + (greatest - least) / 2) / (greatest - least)
        } else {
            7
        };
        usize::try_from(place).ok().and_then(|place| HEIGHTS.get(place)).copied().unwrap_or('█')
    };
    rates.iter().map(|rate| rate.map_or(' ', height)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_values_and_never_vanish() {
        assert_eq!(bar(24, 24), "████████████");
        assert_eq!(bar(13, 24), "██████▌");
        assert_eq!(bar(1, 1_000_000), "▏");
        assert_eq!(bar(0, 12), "");
        assert_eq!(bar(1, 0), "");
        assert_eq!(bar(u64::MAX, u64::MAX), "████████████");
    }

    #[test]
    fn lines_go_from_the_least_to_the_greatest() {
        assert_eq!(sparkline(&[Some(900), None, Some(1000), Some(950)]), "▁ █▅");
        assert_eq!(sparkline(&[Some(1000), Some(1000)]), "██");
        assert_eq!(sparkline(&[None, None]), "  ");
        assert_eq!(sparkline(&[]), "");
    }
}

//! Lengths of time as people read them.

use std::fmt::Write;

use crate::domain::{Language, Span};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A length of time such as `1h30m` or 1時間30分, exact; in days from 48 hours on, and with seconds
/// only where it isn't whole minutes.
#[must_use]
pub fn duration(span: Span, language: Language) -> String {
    let [day, hour, minute, second] = match language {
        Language::Japanese => ["日", "時間", "分", "秒"],
        Language::English => ["d", "h", "m", "s"],
    };
    let nanos = span.nanos().unsigned_abs();
    let (seconds, fraction) = (nanos / 1_000_000_000, nanos % 1_000_000_000);
    let (days, hours) =
        if seconds >= 2 * DAY { (seconds / DAY, seconds % DAY / HOUR) } else { (0, seconds / HOUR) };
    let mut text = String::from(if span < Span::ZERO { "-" } else { "" });
    for (count, unit) in [(days, day), (hours, hour), (seconds % HOUR / MINUTE, minute)] {
        if count > 0 {
            // Writing to a string can't fail.
            let _ = write!(text, "{count}{unit}");
        }
    }
    let rest = seconds % MINUTE;
    if fraction > 0 {
        let _ = write!(text, "{rest}.{}{second}", format!("{fraction:09}").trim_end_matches('0'));
    } else if rest > 0 || seconds == 0 {
        let _ = write!(text, "{rest}{second}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_people_say_them() {
        for (seconds, english, japanese) in [
            (0, "0s", "0秒"),
            (45, "45s", "45秒"),
            (90, "1m30s", "1分30秒"),
            (1800, "30m", "30分"),
            (5400, "1h30m", "1時間30分"),
            (86_400, "24h", "24時間"),
            (172_799, "47h59m59s", "47時間59分59秒"),
            (172_800, "2d", "2日"),
            (187_200, "2d4h", "2日4時間"),
            (-90, "-1m30s", "-1分30秒"),
        ] {
            let span = Span::from_seconds(seconds).unwrap();
            assert_eq!(duration(span, Language::English), english);
            assert_eq!(duration(span, Language::Japanese), japanese);
        }
    }

    #[test]
    fn no_part_of_a_second_is_lost() {
        assert_eq!(duration(Span::from_nanos(1_800_000_000_001), Language::English), "30m0.000000001s");
        assert_eq!(duration(Span::from_nanos(500_000_000), Language::Japanese), "0.5秒");
    }
}

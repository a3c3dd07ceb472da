use std::fmt::Write;

use crate::domain::{Language, Span};
use crate::words::duration::Units;

/// A length of time for people: `1h30m`, `2d4h`, `1時間30分`, `2日4時間`.
///
/// Exact. Days are counted from 48 hours on, seconds shown only where there are some.
#[must_use]
pub fn duration(span: Span, language: Language) -> String {
    const NANOS: u64 = 1_000_000_000;
    let nanos = span.nanos().unsigned_abs();
    let (seconds, rest) = (nanos / NANOS, nanos % NANOS);
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    let (hours, minutes) = (minutes / 60, minutes % 60);
    let (days, hours) = if hours >= 48 { (hours / 24, hours % 24) } else { (0, hours) };
    let Units { day, hour, minute, second } = Units::of(language);
    if nanos == 0 {
        return format!("0{minute}");
    }
    let mut text = String::with_capacity(16);
    if span.nanos() < 0 {
        text.push('-');
    }
    for (count, unit) in [(days, day), (hours, hour), (minutes, minute)] {
        if count > 0 {
            // Writing to a string doesn't fail.
            let _ = write!(text, "{count}{unit}");
        }
    }
    if rest > 0 {
        let fraction = format!("{rest:09}");
        let _ = write!(text, "{seconds}.{}{second}", fraction.trim_end_matches('0'));
    } else if seconds > 0 {
        let _ = write!(text, "{seconds}{second}");
    }
    text
}

/// A length of time in short: without the seconds of an hour or more, without the minutes of two
/// days or more, without a fraction of the seconds that remain.
#[must_use]
pub(super) fn short_duration(span: Span, language: Language) -> String {
    const SECOND: i64 = 1_000_000_000;
    const MINUTE: i64 = 60 * SECOND;
    const HOUR: i64 = 60 * MINUTE;
    let nanos = span.nanos();
    let grain = match nanos.unsigned_abs() {
        size if size < SECOND.unsigned_abs() => 1,
        size if size < HOUR.unsigned_abs() => SECOND,
        size if size < 48 * HOUR.unsigned_abs() => MINUTE,
        _ => HOUR,
    };
    duration(Span::from_nanos(nanos / grain * grain), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_days_hours_and_minutes() {
        for (seconds, english, japanese) in [
            (0, "0m", "0分"),
            (1800, "30m", "30分"),
            (5400, "1h30m", "1時間30分"),
            (5405, "1h30m5s", "1時間30分5秒"),
            (172_799, "47h59m59s", "47時間59分59秒"),
            (187_200, "2d4h", "2日4時間"),
            (-60, "-1m", "-1分"),
        ] {
            let span = Span::from_seconds(seconds).unwrap();
            assert_eq!(duration(span, Language::English), english);
            assert_eq!(duration(span, Language::Japanese), japanese);
        }
        assert_eq!(duration(Span::from_nanos(60_500_000_000), Language::English), "1m0.5s");
    }

    #[test]
    fn in_short_a_length_keeps_what_matters() {
        for (nanos, short) in [
            (0, "0m"),
            (500_000_000, "0.5s"),
            (61_500_000_000, "1m1s"),
            (3_599_000_000_000, "59m59s"),
            (5_405_000_000_000, "1h30m"),
            (-5_405_000_000_000, "-1h30m"),
            (172_799_000_000_000, "47h59m"),
            (187_260_000_000_000, "2d4h"),
        ] {
            assert_eq!(short_duration(Span::from_nanos(nanos), Language::English), short);
        }
    }
}

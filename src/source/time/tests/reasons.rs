use super::*;

#[test]
fn what_is_no_time_has_a_reason() {
    for (cell, expected) in [
        ("yes", "is not a time"),
        ("disk full", "is not a time"),
        ("2026/05/01", "has no time of day"),
        ("2026年5月1日", "has no time of day"),
        ("2026-02-30 10:00", "February 2026 has 28 days"),
        ("2026-13-01 10:00", "there is no month 13"),
        ("2026-04-31T10:00:00Z", "April 2026 has 30 days"),
        ("31/04/2026 10:00", "April 2026 has 30 days"),
        ("13/13/2026 10:00", "neither 13 nor 13 is a month"),
        ("2026-05-01 25:00", "there is no hour 25"),
        ("2026-05-01 24:30", "runs past 24:00"),
        ("2026-05-01 10:60", "there is no minute 60"),
        ("2026-05-01T10:00:60Z", "is a leap second"),
        ("2026-05-01T10:00:61Z", "there is no second 61"),
        ("2026-05-01 13:05 PM", "has hour 13 on a clock of 12 hours"),
        ("2026-05-01 9時", "has no minutes"),
        ("2026-05-01 9:5", "needs 2 digits of minutes"),
        ("2026-05-01 10:00 JST", "has `JST` behind the time"),
        ("2026-05-01T10:00:00+9:00", "has an offset that can't be read"),
        ("2026-05-01T10:00:00+25:00", "has an offset that can't be read"),
        ("2026/05/01(水) 9:05", "names a weekday"),
        ("1/5/26 9:05", "writes the year in 2 digits"),
        ("3000-01-01T00:00:00Z", "lies outside the years"),
        ("12345", "is a bare number"),
        ("10:00", "is not a time"),
    ] {
        let found = reason(tokyo().read(cell));
        assert!(found.starts_with(expected), "{cell}: {found}");
    }
}

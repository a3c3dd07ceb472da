//! Durations of iCalendar (section 3.3.6), as far as they are whole days.

/// How many days an event lasts, if it is whole ones: `P1D`, `P2W`, `PT24H`.
pub(super) fn whole_days(text: &str) -> Option<u64> {
    let text = text.trim();
    let mut rest = text.strip_prefix('+').unwrap_or(text).strip_prefix('P')?;
    let (mut seconds, mut in_time) = (0_u64, false);
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !in_time) {
            (rest, in_time) = (time, true);
        }
        let (number, unit) = rest.split_at(rest.find(|char: char| !char.is_ascii_digit())?);
        let length = match (unit.chars().next()?, in_time) {
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = number.parse::<u64>().ok()?.checked_mul(length)?.checked_add(seconds)?;
        rest = &unit[1..];
    }
    seconds.is_multiple_of(86_400).then_some(seconds / 86_400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_days_have_a_length() {
        for (text, days) in [
            ("P1D", Some(1)),
            ("+P2W", Some(14)),
            ("P1DT24H", Some(2)),
            ("PT1440M", Some(1)),
            ("P0D", Some(0)),
            ("PT9H", None),
            ("-P1D", None),
            ("P", None),
            ("PT", None),
            ("P1", None),
            ("PD", None),
            ("P1H", None),
            ("P99999999999999999999D", None),
            ("P9999999999999999999D", None),
            ("1D", None),
        ] {
            assert_eq!(whole_days(text), days, "{text}");
        }
    }
}

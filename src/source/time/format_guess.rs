use super::{DayOrder, stamp};
use crate::domain::TimeFormat;

/// The `time_format` of a cell whose date is two small numbers before the year; `None` where the
/// cell is anything else.
pub(in crate::source) fn format_of(cell: &str, order: DayOrder) -> Option<String> {
    let plain = stamp::plain(cell);
    let separator = plain.chars().find(|c| !c.is_ascii_digit())?;
    let (first, second) = match order {
        DayOrder::DayFirst => ("%d", "%m"),
        DayOrder::MonthFirst => ("%m", "%d"),
    };
    let clock = plain.split_once([' ', ',']).map(|(_, clock)| clock)?;
    let comma = if plain.contains(',') { "," } else { "" };
    let half = clock.to_ascii_lowercase().ends_with('m');
    let hour = if half { "%I" } else { "%H" };
    let seconds = if clock.matches(':').count() > 1 { ":%S" } else { "" };
    let fraction = if clock.contains('.') { "%.f" } else { "" };
    let half = if half { " %p" } else { "" };
    let format = format!("{first}{separator}{second}{separator}%Y{comma} {hour}:%M{seconds}{fraction}{half}");
    TimeFormat::new(&format).ok().filter(|found| found.read(&plain).is_some()).map(|_| format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_told_from_an_example() {
        for (cell, order, expected) in [
            ("29/2/2016 01:16", DayOrder::DayFirst, Some("%d/%m/%Y %H:%M")),
            ("12/31/2016 11:57:56 PM", DayOrder::MonthFirst, Some("%m/%d/%Y %I:%M:%S %p")),
            ("1.5.2024, 09:05:00", DayOrder::DayFirst, Some("%d.%m.%Y, %H:%M:%S")),
            ("01-05-2024 09:05:00.5", DayOrder::DayFirst, Some("%d-%m-%Y %H:%M:%S%.f")),
            ("12/31/2016 11:57", DayOrder::DayFirst, None),
            ("2024-05-01 09:05", DayOrder::DayFirst, None),
            ("yes", DayOrder::DayFirst, None),
        ] {
            assert_eq!(format_of(cell, order).as_deref(), expected, "{cell}");
        }
    }
}

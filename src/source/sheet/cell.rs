use calamine::{DataRef, ExcelDateTime};

/// What a cell of a sheet shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) enum SheetCell {
    /// A text, a number or a time.
    Text(String),
    /// What a spreadsheet shows where it can't compute something.
    Error(String),
}

/// What a cell shows, times in a form that has one meaning only. None for one with nothing in it.
/// `with_clock` tells that a date is shown with its time of day, also at midnight.
pub(in crate::source) fn cell_of(value: &DataRef<'_>, with_clock: bool) -> Option<SheetCell> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::Error(error) => return Some(SheetCell::Error(error.to_string())),
        DataRef::String(text) | DataRef::DateTimeIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::DurationIso(text) => iso_duration(text).unwrap_or_else(|| text.clone()),
        DataRef::Bool(word) => word.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => time_text(moment, with_clock),
    };
    (!text.trim().is_empty()).then_some(SheetCell::Text(text))
}

fn time_text(moment: &ExcelDateTime, with_clock: bool) -> String {
    if moment.is_duration() {
        return days_text(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    let time = format!("{hour:02}:{minute:02}:{second:02}{fraction}");
    // Less than a day is a time without a date.
    match (moment.as_f64() < 1.0, time.as_str()) {
        (true, _) => time,
        (false, "00:00:00") if !with_clock => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

/// A duration in days as hours, minutes and seconds: `25:30:00`. A number where that is no duration.
fn days_text(days: f64) -> String {
    /// 9999 years of days.
    const LONGEST: f64 = 3_652_059.0;
    let milli = (days.abs() * 86_400_000.0).round();
    if days.abs() > LONGEST || !milli.is_finite() {
        return days.to_string();
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of no more than 9999 years")]
    clock_text(days < 0.0, milli as u64)
}

fn clock_text(is_negative: bool, milli: u64) -> String {
    let sign = if is_negative && milli > 0 { "-" } else { "" };
    let (seconds, milli) = (milli / 1000, milli % 1000);
    let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    format!("{sign}{:02}:{:02}:{:02}{fraction}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// `PT25H30M00S`, as `.ods` files have durations and times of day, in the form of [`days_text`].
fn iso_duration(text: &str) -> Option<String> {
    let (is_negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut rest = rest.strip_prefix('P')?;
    let (mut milli, mut is_time) = (0_f64, false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T') {
            (rest, is_time) = (time, true);
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
        let number: f64 = rest[..end].replace(',', ".").parse().ok()?;
        let unit = match (rest.as_bytes()[end], is_time) {
            (b'D', false) => 86_400_000.0,
            (b'H', true) => 3_600_000.0,
            (b'M', true) => 60_000.0,
            (b'S', true) => 1000.0,
            _ => return None,
        };
        milli += number * unit;
        rest = &rest[end + 1..];
    }
    Some(days_text(if is_negative { -milli } else { milli } / 86_400_000.0))
}

impl SheetCell {
    /// What the sheet shows.
    pub(in crate::source) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Error(text) => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use calamine::{CellErrorType, ExcelDateTimeType};

    use super::*;

    fn shown(value: &DataRef<'_>) -> String {
        cell_of(value, false).map(|cell| cell.text().to_owned()).unwrap_or_default()
    }

    #[test]
    fn cells_are_what_the_sheet_shows() {
        let time = |days, kind, is_1904| DataRef::DateTime(ExcelDateTime::new(days, kind, is_1904));
        let moment = |days| time(days, ExcelDateTimeType::DateTime, false);
        let duration = |days| time(days, ExcelDateTimeType::TimeDelta, false);
        for (value, expected) in [
            (DataRef::Float(12345.0), "12345"),
            (DataRef::Float(0.5), "0.5"),
            (DataRef::Float(45_413.378_472_222_226), "45413.378472222226"),
            (DataRef::Int(-3), "-3"),
            (DataRef::Bool(true), "true"),
            (DataRef::Empty, ""),
            (DataRef::SharedString("  "), ""),
            (DataRef::SharedString("復旧\n日時"), "復旧\n日時"),
            (DataRef::Error(CellErrorType::NA), "#N/A"),
            (moment(45_413.378_472_222_226), "2024-05-01 09:05:00"),
            (moment(45413.0), "2024-05-01"),
            (moment(45_413.000_005_787_04), "2024-05-01 00:00:00.500"),
            (moment(0.378_472_222_222_222), "09:05:00"),
            (time(43_951.378_472_222_226, ExcelDateTimeType::DateTime, true), "2024-05-01 09:05:00"),
            (duration(1.0625), "25:30:00"),
            (duration(-0.5), "-12:00:00"),
            (DataRef::DateTimeIso("2024-05-01T09:05:00".to_owned()), "2024-05-01T09:05:00"),
            (DataRef::DurationIso("PT25H30M00S".to_owned()), "25:30:00"),
            (DataRef::DurationIso("PT09H05M00.5S".to_owned()), "09:05:00.500"),
            (DataRef::DurationIso("-P1DT1H".to_owned()), "-25:00:00"),
            (DataRef::DurationIso("soon".to_owned()), "soon"),
        ] {
            assert_eq!(shown(&value), expected, "{value:?}");
        }
        let midnight = cell_of(&moment(45413.0), true);
        assert_eq!(midnight, Some(SheetCell::Text("2024-05-01 00:00:00".to_owned())));
    }
}

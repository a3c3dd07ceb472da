//! Lists of days as CSV: `2026/1/1,元日` a row, with or without a heading, as the Cabinet Office of
//! Japan publishes the holidays (<https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html>).

use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord};

use super::day_set::{DaySet, MOST_DAYS};
use super::encoding::{line_at, text_of_list};
use super::fault::FileFaults;
use crate::policy_file::wording::quoted;
use crate::words::holiday_files;

pub(super) fn read(bytes: &[u8], days: &mut DaySet, faults: &mut FileFaults) {
    let text = match text_of_list(bytes) {
        Ok(text) => text,
        Err(line) => {
            faults.add(line, holiday_files::no_text());
            return;
        }
    };
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut row, mut is_first) = (StringRecord::new(), true);
    // The text is UTF-8 and rows may have any length, so nothing but the end ends it.
    while reader.read_record(&mut row).is_ok_and(|is_there| is_there) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let heading = is_first && is_heading(&row);
        is_first = false;
        if heading {
            continue;
        }
        match read_row(&row) {
            Ok(_) if !days.pass(1) => {
                faults.add(line_of(&row, &text), holiday_files::too_many_rows(MOST_DAYS));
                return;
            }
            Ok((date, name)) => days.add(date, name),
            Err(_) if faults.is_full() => faults.add_untold(),
            Err(message) => faults.add(line_of(&row, &text), message),
        }
    }
}

fn is_heading(row: &StringRecord) -> bool {
    !row.get(0).unwrap_or_default().contains(char::is_numeric)
}

fn read_row(row: &StringRecord) -> Result<(NaiveDate, &str), String> {
    let (day, name) = (row.get(0).unwrap_or_default().trim(), row.get(1).unwrap_or_default().trim());
    let Some(date) = date(day) else {
        return Err(holiday_files::no_day(&quoted(day)));
    };
    if name.contains(['\n', '\r']) {
        return Err(holiday_files::name_over_lines(&quoted(name)));
    }
    Ok((date, name))
}

/// Year, month and day with `/` or `-` between them, the year with four digits.
fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split(if text.contains('/') { '/' } else { '-' });
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if parts.next().is_some() || year.len() != 4 || !fits(year, 4) || !fits(month, 2) || !fits(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The line on which a row begins: its position may be that of blank lines before it.
fn line_of(row: &StringRecord, text: &str) -> usize {
    let bytes = text.as_bytes();
    let start = row.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
    let rest = bytes.get(start..).unwrap_or_default();
    line_at(bytes, start + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count())
}

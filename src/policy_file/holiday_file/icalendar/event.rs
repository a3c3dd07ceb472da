use chrono::NaiveDate;

use super::super::fault::FileFaults;
use super::content_line::ContentLine;
use crate::policy_file::wording::quoted;
use crate::words::holiday_files;

/// What properties stand in an event once at most.
const ONCE: [&str; 9] =
    ["DTSTART", "DTEND", "DURATION", "SUMMARY", "DESCRIPTION", "STATUS", "UID", "RECURRENCE-ID", "RRULE"];
/// What may stand in it several times.
const REPEATED: [&str; 3] = ["RDATE", "EXDATE", "EXRULE"];
/// How a description begins where a day is marked and still worked on. Google's calendars of public
/// holidays say so, in the calendar's language; 節分 is such a day.
const OBSERVANCES: [&str; 2] = ["祭日", "Observance"];

/// An event as it stands in the file: the properties that matter here.
#[derive(Clone, Debug)]
pub(super) struct Event {
    /// Where it begins in the file.
    pub(super) line: usize,
    properties: Vec<ContentLine>,
}

impl Event {
    pub(super) const fn new(line: usize) -> Self {
        Self { line, properties: Vec::new() }
    }

    /// Takes a property in, if it matters.
    pub(super) fn take(&mut self, property: ContentLine, faults: &mut FileFaults) {
        if REPEATED.contains(&property.name.as_str()) {
            self.properties.push(property);
        } else if ONCE.contains(&property.name.as_str()) {
            match self.get(&property.name) {
                None => self.properties.push(property),
                Some(first) => {
                    faults.add(property.number, holiday_files::second(&property.name, first.number));
                }
            }
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&ContentLine> {
        self.properties.iter().find(|property| property.is(name))
    }

    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &ContentLine> {
        self.properties.iter().filter(move |property| property.is(name))
    }

    pub(super) fn name(&self) -> String {
        self.get("SUMMARY").map(ContentLine::unescaped).unwrap_or_default()
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.get("STATUS").is_some_and(|status| status.value.trim().eq_ignore_ascii_case("CANCELLED"))
    }

    /// Whether people work on its day all the same.
    pub(super) fn is_observance(&self) -> bool {
        let description = self.get("DESCRIPTION").map(ContentLine::unescaped).unwrap_or_default();
        OBSERVANCES.iter().any(|word| description.starts_with(word))
    }

    /// The day of a repeated event that this one takes the place of.
    pub(super) fn replaces(&self, faults: &mut FileFaults) -> Option<(String, NaiveDate)> {
        let replaced = self.get("RECURRENCE-ID")?;
        if replaced.parameter("RANGE").is_some() {
            faults.add(replaced.number, holiday_files::changes_later());
            return None;
        }
        if self.uid().is_empty() {
            faults.add(replaced.number, holiday_files::replaces_without_uid());
            return None;
        }
        let date =
            whole_day(replaced, &replaced.value).map_err(|message| faults.add(replaced.number, message));
        Some((self.uid().to_owned(), date.ok()?))
    }

    pub(super) fn uid(&self) -> &str {
        self.get("UID").map(|uid| uid.value.trim()).unwrap_or_default()
    }
}

/// A value of a property as a day, which must be a whole one.
pub(super) fn whole_day(property: &ContentLine, value: &str) -> Result<NaiveDate, String> {
    let value = value.trim();
    let kind = property.parameter("VALUE").unwrap_or("DATE");
    let is_timed = !kind.eq_ignore_ascii_case("DATE") || value.contains(['T', 't']);
    date(value).filter(|_| !is_timed).ok_or_else(|| {
        let ContentLine { name, .. } = property;
        if is_timed {
            holiday_files::timed(name, &quoted(value))
        } else {
            holiday_files::no_date(name, &quoted(value))
        }
    })
}

/// A date of iCalendar (section 3.3.4): eight digits.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NaiveDate::from_ymd_opt(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
}

use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::tree::Entry;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Shift, Shifts};

/// Reads `[shifts]`.
pub(super) fn read_shifts(section: Section<'_>, faults: &mut Faults<'_>) -> Shifts {
    let mut found: Vec<(Shift, &Entry)> = Vec::new();
    for entry in section.rest() {
        let Some(shift) = read_shift(entry, faults) else { continue };
        warn_hidden(&shift, entry, &found, faults);
        found.push((shift, entry));
    }
    Shifts::new(found.into_iter().map(|(shift, _)| shift).collect())
}

fn read_shift(entry: &Entry, faults: &mut Faults<'_>) -> Option<Shift> {
    let id = section::name(entry, "a shift", faults);
    let title = format!("shift {}", quoted(&entry.key));
    let mut section = Section::open(title, entry.key_span.clone(), &entry.node, faults)?;
    let title = section::filled(section.text("title", Shape::Line, faults), "title", faults);
    let hours = section
        .require("hours", "hours = \"08:30-17:30\"", faults)
        .and_then(|entry| section::text(entry, Shape::Line, faults))
        .and_then(|words| read_hours(&words, faults));
    section.close(faults);
    let (id, (from, to)) = (id?, hours?);
    Some(Shift { id: id.to_owned(), title: title.map_or(id, |words| words.text).to_owned(), from, to })
}

/// Warns of a shift that nobody is ever found in.
fn warn_hidden(shift: &Shift, entry: &Entry, earlier: &[(Shift, &Entry)], faults: &mut Faults<'_>) {
    let hides = |minute| earlier.iter().any(|(earlier, _)| earlier.contains(minute));
    if !(0..Shift::DAY).all(|minute| !shift.contains(minute) || hides(minute)) {
        return;
    }
    let message = format!("shift {} is never on duty", quoted(&shift.id));
    let label = Label::new(entry.key_span.clone(), "never on duty");
    let fault = faults.warning(Code::Unreachable, message, label);
    let shares =
        |other: &Shift| (0..Shift::DAY).any(|minute| shift.contains(minute) && other.contains(minute));
    for (taker, place) in earlier.iter().filter(|(earlier, _)| shares(earlier)) {
        let label = Label::new(place.key_span.clone(), format!("`{}` has its hours", taker.id));
        fault.further.push(label);
    }
    fault.help = Some("the first shift that has the hour is on duty: put the shorter one first".to_owned());
}

/// Why a text is no hours of a shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// Nothing like two times of day.
    Shape,
    /// A time that no day has.
    NoSuchTime,
    /// `24:00` at the beginning.
    BeginsAtEnd,
    /// It ends when it begins.
    Empty,
}

fn read_hours(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<(u16, u16)> {
    let (label, help) = match parse(words.text) {
        Ok(hours) => return Some(hours),
        Err(Trouble::Shape) => {
            ("not two times of day", "write from when to when, such as `08:30-17:30` or `17:30-08:30`")
        }
        Err(Trouble::NoSuchTime) => ("no such time of day", "times of day are `00:00` to `24:00`"),
        Err(Trouble::BeginsAtEnd) => ("begins when the day is over", "a day begins at `00:00`"),
        Err(Trouble::Empty) => ("ends when it begins", "for a whole day write `00:00-24:00`"),
    };
    let message = format!("`hours` can't be {}", quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help = Some(help.to_owned());
    None
}

fn parse(text: &str) -> Result<(u16, u16), Trouble> {
    let (from, to) = text.split_once('-').ok_or(Trouble::Shape)?;
    let (from, to) = (minute(from.trim())?, minute(to.trim())?);
    match (from, to) {
        _ if from == to => Err(Trouble::Empty),
        (Shift::DAY, _) => Err(Trouble::BeginsAtEnd),
        _ => Ok((from, to)),
    }
}

/// A time such as `8:30` as the minute of the day.
fn minute(text: &str) -> Result<u16, Trouble> {
    let (hour, minute) = text.split_once(':').ok_or(Trouble::Shape)?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) || hour.len() > 2 || minute.len() != 2 {
        return Err(Trouble::Shape);
    }
    let number = |part: &str| part.parse::<u16>().map_err(|_| Trouble::Shape);
    let (hour, minute) = (number(hour)?, number(minute)?);
    let total = hour * 60 + minute;
    if minute > 59 || total > Shift::DAY { Err(Trouble::NoSuchTime) } else { Ok(total) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::policy_file::read_policy;

    #[test]
    fn hours_are_two_times_of_day() {
        for (text, from, to) in [
            ("08:30-17:30", 510, 1050),
            ("17:30-08:30", 1050, 510),
            ("8:30 - 17:30", 510, 1050),
            ("00:00-24:00", 0, 1440),
            ("18:00-24:00", 1080, 1440),
            ("18:00-00:00", 1080, 0),
        ] {
            assert_eq!(parse(text), Ok((from, to)), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused_for_its_own_reason() {
        for (text, trouble) in [
            ("", Trouble::Shape),
            ("day", Trouble::Shape),
            ("08:30", Trouble::Shape),
            ("8-17", Trouble::Shape),
            ("08:3-17:30", Trouble::Shape),
            ("08:30～17:30", Trouble::Shape),
            ("08:30-17:30-18:00", Trouble::Shape),
            ("０８:30-17:30", Trouble::Shape),
            ("-1:30-17:30", Trouble::Shape),
            ("008:30-17:30", Trouble::Shape),
            ("08:60-17:30", Trouble::NoSuchTime),
            ("08:30-24:01", Trouble::NoSuchTime),
            ("08:30-99:99", Trouble::NoSuchTime),
            ("24:00-08:00", Trouble::BeginsAtEnd),
            ("08:30-8:30", Trouble::Empty),
            ("00:00-00:00", Trouble::Empty),
            ("24:00-24:00", Trouble::Empty),
        ] {
            assert_eq!(parse(text), Err(trouble), "{text}");
        }
    }

    /// A sound policy but for these lines, and all that is said about it.
    fn told(lines: &str) -> (String, Vec<Diagnostic>) {
        let text = format!(
            "schema = 1\ntimezone = \"Asia/Tokyo\"\n[objectives.first]\nfrom = \"opened\"\nto = \"responded\"\n\
             targets = [{{ within = \"4h\" }}]\n{lines}"
        );
        let told = read_policy(Path::new("slo.toml"), &text, String::new());
        (text, told.map_or_else(|faults| faults, |(_, warnings)| warnings))
    }

    #[test]
    fn each_fault_underlines_its_place() {
        for (lines, code, place) in [
            ("[shifts.x]", Code::MissingKey, "x"),
            ("[shifts.x]\nhours = \"8-17\"", Code::BadValue, "\"8-17\""),
            ("[shifts.x]\nhours = \"09:00-09:00\"", Code::BadValue, "\"09:00-09:00\""),
            ("[shifts.x]\nhours = 9", Code::WrongType, "9"),
            ("[shifts.x]\nhours = \"09:00-18:00\"\ntitle = \" \"", Code::Empty, "\" \""),
            ("[shifts.x]\nhours = \"09:00-18:00\"\nhour = 1", Code::UnknownKey, "hour"),
            ("[shifts.\"a b\"]\nhours = \"09:00-18:00\"", Code::BadValue, "\"a b\""),
            ("[shifts]\nx = \"09:00-18:00\"", Code::WrongType, "\"09:00-18:00\""),
        ] {
            let (text, told) = told(lines);
            let [fault] = told.as_slice() else { panic!("{lines}: {told:?}") };
            assert_eq!((fault.code, &text[fault.primary.span.clone()]), (code, place), "{lines}");
        }
    }

    #[test]
    fn faults_are_shown_together() {
        let (_, told) = told(
            "[shifts.a]\nhours = \"09:00-25:00\"\n[shifts.b]\nhours = \"24:00-06:00\"\ntitle = \"\"\n[shifts.c]\n",
        );
        let codes: Vec<_> = told.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [Code::BadValue, Code::BadValue, Code::Empty, Code::MissingKey]);
    }

    #[test]
    fn a_shift_that_others_hide_is_told_with_them() {
        let (text, told) = told(
            "[shifts.early]\nhours = \"06:00-14:00\"\n[shifts.late]\nhours = \"14:00-22:00\"\n\
             [shifts.night]\nhours = \"22:00-06:00\"\n[shifts.day]\nhours = \"09:00-18:00\"\n",
        );
        let [fault] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((fault.code, &text[fault.primary.span.clone()]), (Code::Unreachable, "day"));
        let takers: Vec<_> = fault.further.iter().map(|label| &text[label.span.clone()]).collect();
        assert_eq!(takers, ["early", "late"]);
    }
}

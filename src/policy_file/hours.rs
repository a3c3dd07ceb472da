use super::faults::Faults;
use super::section::Words;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::Hours;
use crate::words::policy_values;

/// Why a text is no hours.
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

/// Reads from when to when, such as `08:30-17:30`: the minutes of the day, the first below 1440. Where
/// the second is lower, it is on the next day.
pub(super) fn read_hours(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<(u16, u16)> {
    let (label, help) = match parse(words.text) {
        Ok(hours) => return Some(hours),
        Err(Trouble::Shape) => (policy_values::not_hours(), policy_values::write_hours()),
        Err(Trouble::NoSuchTime) => (policy_values::no_such_time_of_day(), policy_values::times_of_day()),
        Err(Trouble::BeginsAtEnd) => (policy_values::begins_when_over(), policy_values::day_begins()),
        Err(Trouble::Empty) => (policy_values::ends_when_it_begins(), policy_values::whole_day()),
    };
    let message = policy_values::cannot_be("`hours`", &quoted(words.text));
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help = Some(help);
    None
}

fn parse(text: &str) -> Result<(u16, u16), Trouble> {
    let (from, to) = text.split_once('-').ok_or(Trouble::Shape)?;
    let (from, to) = (minute(from.trim())?, minute(to.trim())?);
    match (from, to) {
        _ if from == to => Err(Trouble::Empty),
        (Hours::DAY, _) => Err(Trouble::BeginsAtEnd),
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
    if minute > 59 || total > Hours::DAY { Err(Trouble::NoSuchTime) } else { Ok(total) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}

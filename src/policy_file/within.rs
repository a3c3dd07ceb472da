use super::duration::{Trouble, duration, parse};
use super::faults::Faults;
use super::section::Words;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Promise, Span};
use crate::words::{policy_targets, policy_values};

/// The most business days that a target may promise.
const MOST_DAYS: u32 = 366;

/// Reads `within`: a duration, or business days. Under a calendar, days of 24 hours are refused,
/// since whoever reads "2d" takes it for business days as easily as for 48 hours.
pub(super) fn read_within(words: &Words<'_>, has_calendar: bool, faults: &mut Faults<'_>) -> Option<Promise> {
    match parse(words.text) {
        Err(Trouble::BusinessDays) => business_days(words, has_calendar, faults).map(Promise::BusinessDays),
        // No other unit has the letter.
        Ok(span) if has_calendar && words.text.contains('d') => {
            refuse_days(words, span, faults);
            None
        }
        _ => duration(words, "within", faults).map(Promise::Within),
    }
}

fn business_days(words: &Words<'_>, has_calendar: bool, faults: &mut Faults<'_>) -> Option<u32> {
    let number = words.text.trim().strip_suffix("bd").map(str::trim_end);
    let number = number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let shown = quoted(words.text);
    let (label, help) = match number.map(|number| number.parse::<u32>().unwrap_or(u32::MAX)) {
        None => (policy_targets::mixed_days(), policy_targets::days_alone()),
        Some(0) => (policy_values::not_positive(), policy_targets::first_business_day()),
        Some(count) if count > MOST_DAYS => {
            (policy_targets::too_many_days(), policy_targets::at_most_days(MOST_DAYS))
        }
        Some(count) if has_calendar => return Some(count),
        Some(_) => {
            let label = Label::new(words.span.clone(), policy_values::days_without_calendar());
            faults.error(Code::Calendar, policy_targets::days_but_no_calendar(&shown), label).help =
                Some(policy_targets::add_calendar());
            return None;
        }
    };
    let message = policy_values::cannot_be("`within`", &shown);
    faults.error(Code::BadValue, message, Label::new(words.span.clone(), label)).help = Some(help);
    None
}

fn refuse_days(words: &Words<'_>, span: Span, faults: &mut Faults<'_>) {
    let hours = in_hours(span);
    let alone = words.text.trim().strip_suffix('d').and_then(|number| number.trim_end().parse::<u32>().ok());
    let help = match alone {
        Some(count) => policy_targets::write_hours_or_days(&hours, count),
        None => policy_targets::write_hours_or_days_alone(&hours),
    };
    let label = Label::new(words.span.clone(), policy_targets::hours_or_business_day());
    faults.error(Code::Calendar, policy_targets::ambiguous_day(&quoted(words.text)), label).help = Some(help);
}

/// A duration without days.
fn in_hours(span: Span) -> String {
    let seconds = span.whole_seconds();
    let parts = [(seconds / 3600, 'h'), (seconds / 60 % 60, 'm'), (seconds % 60, 's')];
    let mut text = String::new();
    for (number, unit) in parts.into_iter().filter(|(number, _)| *number > 0) {
        text.push_str(&number.to_string());
        text.push(unit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy_file::sample::{only, sound, text};

    const DESK: &str = "[calendars.desk]\nhours = { mon-fri = \"09:00-18:00\" }\n";

    fn under(within: &str) -> String {
        text(&format!("{{ within = \"{within}\", calendar = \"desk\" }}"), DESK)
    }

    #[test]
    fn business_days_and_hours_of_a_calendar_are_read() {
        for (within, promise) in [
            ("3bd", Promise::BusinessDays(3)),
            (" 3 bd ", Promise::BusinessDays(3)),
            ("366bd", Promise::BusinessDays(366)),
            ("4h", Promise::Within(Span::from_seconds(4 * 3600).unwrap())),
        ] {
            let target = sound(&under(within)).objectives.remove(0).targets.remove(0);
            assert_eq!((target.promise, target.calendar.unwrap().id.as_str()), (promise, "desk"), "{within}");
        }
        let plain = sound(&text("{ within = \"2d\" }", "")).objectives.remove(0).targets.remove(0);
        assert_eq!(
            (plain.promise, plain.calendar),
            (Promise::Within(Span::from_seconds(172_800).unwrap()), None)
        );
    }

    #[test]
    fn days_under_a_calendar_are_refused_with_both_readings() {
        for (within, hours, days) in [
            ("1d", "`24h` for 24h of", "`1bd` for the end of business day 1"),
            ("2d", "`48h` for 48h of", "`2bd` for the end of business day 2"),
            ("2d4h", "`52h` for 52h of", "`2bd`"),
            ("1d30s", "`24h30s` for", "`2bd`"),
        ] {
            let (code, underlined, help) = only(&under(within));
            assert_eq!((code, underlined), (Code::Calendar, format!("\"{within}\"")));
            assert!(help.contains(hours) && help.contains(days), "{help}");
        }
    }

    #[test]
    fn business_days_have_their_own_faults() {
        for (within, label) in [
            ("0bd", "longer than nothing"),
            ("367bd", "too many"),
            ("99999999999bd", "too many"),
            ("2bd4h", "something else"),
            ("4h2bd", "something else"),
            ("-3bd", "something else"),
        ] {
            let text = under(within);
            let told = crate::policy_file::sample::all(&text);
            let [fault] = told.as_slice() else { panic!("{told:?}") };
            assert_eq!(
                (fault.code, &text[fault.primary.span.clone()]),
                (Code::BadValue, &*format!("\"{within}\""))
            );
            assert!(fault.primary.text.contains(label), "{fault:?}");
        }
        let (code, underlined, _) = only(&text("{ within = \"3bd\" }", ""));
        assert_eq!((code, underlined.as_str()), (Code::Calendar, "\"3bd\""));
    }
}

use super::faults::Faults;
use super::hours::read_hours;
use super::section::{self, Section, Shape};
use super::tree::Entry;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Shift, Shifts};
use crate::words::{policy_names, policy_parts, policy_people};

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
    let id = section::name(entry, policy_names::not_a_shift, faults);
    let title = policy_parts::shift(&quoted(&entry.key));
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
    let message = policy_people::shift_never_on_duty(&quoted(&shift.id));
    let label = Label::new(entry.key_span.clone(), policy_people::never_on_duty());
    let fault = faults.warning(Code::Unreachable, message, label);
    let shares =
        |other: &Shift| (0..Shift::DAY).any(|minute| shift.contains(minute) && other.contains(minute));
    for (taker, place) in earlier.iter().filter(|(earlier, _)| shares(earlier)) {
        let label = Label::new(place.key_span.clone(), policy_people::has_its_hours(&taker.id));
        fault.further.push(label);
    }
    fault.help = Some(policy_people::shorter_shift_first());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy_file::sample::told;

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

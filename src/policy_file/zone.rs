use super::faults::Faults;
use super::section::Words;
use super::wording::{nearest, quoted};
use crate::diagnostic::{Code, Label};
use crate::domain::Zone;
use crate::words::{policy_keys, policy_values};

/// Reads the name of a time zone.
pub(super) fn read_zone(words: &Words<'_>, faults: &mut Faults<'_>) -> Option<Zone> {
    let found = Zone::named(words.text);
    if found.is_none() {
        let message = policy_values::no_zone(&quoted(words.text));
        let help = suggestion(words.text)
            .map_or_else(policy_values::write_zone, |name| policy_keys::did_you_mean(&quoted(name)));
        let label = Label::new(words.span.clone(), policy_values::no_such_zone());
        faults.error(Code::UnknownZone, message, label).help = Some(help);
    }
    found
}

/// The zone that was probably meant: by its city alone, by the usual letters, or misspelt.
fn suggestion(text: &str) -> Option<&'static str> {
    let plain = text.trim().replace(' ', "_");
    if plain.eq_ignore_ascii_case("JST") {
        return Some("Asia/Tokyo");
    }
    Zone::names()
        .find(|name| {
            name.eq_ignore_ascii_case(&plain)
                || name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(&plain))
        })
        .or_else(|| nearest(&plain, Zone::names()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_letters_and_misspellings_find_their_zone() {
        for (text, zone) in [
            ("Tokyo", "Asia/Tokyo"),
            ("JST", "Asia/Tokyo"),
            ("asia/tokyo", "Asia/Tokyo"),
            ("Asia/Tokio", "Asia/Tokyo"),
            ("new york", "America/New_York"),
        ] {
            assert_eq!(suggestion(text), Some(zone), "{text}");
        }
        assert_eq!(suggestion("+09:00"), None);
    }
}

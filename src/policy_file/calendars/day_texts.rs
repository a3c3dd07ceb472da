use chrono::Weekday;

/// The names of the days in `hours`.
const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

/// What a day is called in `hours`.
pub(super) fn day_text(day: Weekday) -> &'static str {
    DAYS[day.num_days_from_monday() as usize].0
}

/// The days that a key such as `mon` or `fri-mon` names, in their order. `None` where it names none.
pub(super) fn days(key: &str) -> Option<Vec<Weekday>> {
    let Some((first, last)) = key.split_once('-') else { return day(key).map(|day| vec![day]) };
    let (first, last) = (day(first.trim())?, day(last.trim())?);
    let mut days = vec![first];
    while *days.last()? != last {
        days.push(days.last()?.succ());
    }
    // From a day to itself is either that day or a week.
    (days.len() > 1).then_some(days)
}

fn day(text: &str) -> Option<Weekday> {
    DAYS.iter().find(|(name, _)| *name == text).map(|(_, day)| *day)
}

/// The key that was probably meant, where each part begins like a day: `Monday`, `Mon - Friday`.
pub(super) fn meant(key: &str) -> Option<String> {
    let part = |part: &str| {
        let lower = part.trim().to_ascii_lowercase();
        DAYS.iter().find(|(name, _)| lower.starts_with(name)).map(|(name, _)| *name)
    };
    let parts: Option<Vec<_>> = key.split('-').map(part).collect();
    let mut parts = parts?;
    parts.dedup();
    let meant = parts.join("-");
    (meant != key && days(&meant).is_some()).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_a_day_or_days_on_end() {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        assert_eq!(days("wed"), Some(vec![Wed]));
        assert_eq!(days("mon-fri"), Some(vec![Mon, Tue, Wed, Thu, Fri]));
        assert_eq!(days("sat-mon"), Some(vec![Sat, Sun, Mon]));
        assert_eq!(days("tue-mon").map(|days| days.len()), Some(7));
        for key in ["", "Mon", "monday", "mon-", "mon-mon", "mon-fri-sun", "mon,tue", "月"] {
            assert_eq!(days(key), None, "{key}");
        }
    }

    #[test]
    fn a_misspelt_day_is_guessed() {
        for (key, wanted) in
            [("Monday", Some("mon")), ("Mon - Fri", Some("mon-fri")), ("mon-mon", Some("mon"))]
        {
            assert_eq!(meant(key).as_deref(), wanted, "{key}");
        }
        assert_eq!(meant("weekdays"), None);
    }
}

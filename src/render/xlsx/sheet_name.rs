use std::collections::BTreeSet;

use crate::render::sanitize;

/// The most that Excel takes, in the units that it counts.
const LONGEST: usize = 31;

/// Gives sheets names that Excel takes, each once.
#[derive(Default)]
pub(super) struct SheetNames {
    /// Without regard to case, as Excel compares them.
    taken: BTreeSet<String>,
}

impl SheetNames {
    /// The name of the next sheet with this heading: with a number from the second on.
    pub(super) fn next(&mut self, heading: &str) -> String {
        let valid = valid(heading);
        let mut number = 1_usize;
        loop {
            let ending = if number > 1 { format!(" {number}") } else { String::new() };
            let room = LONGEST - ending.len();
            let name = format!("{}{ending}", cut(&valid, room));
            // Excel keeps one name for itself.
            if !name.eq_ignore_ascii_case("history") && self.taken.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

/// The heading with other characters for those that no sheet may have.
fn valid(heading: &str) -> String {
    let heading: String = sanitize(heading)
        .chars()
        .map(|character| match character {
            '[' => '(',
            ']' => ')',
            ':' | '/' | '\\' => '-',
            '*' | '?' => '_',
            '\'' => '’',
            other => other,
        })
        .collect();
    let heading = heading.trim();
    if heading.is_empty() { "–".to_owned() } else { heading.to_owned() }
}

/// As much of a name as there is room for.
fn cut(name: &str, room: usize) -> &str {
    let mut units = 0;
    let end = name.char_indices().find(|(_, character)| {
        units += character.len_utf16();
        units > room
    });
    name.get(..end.map_or(name.len(), |(place, _)| place)).unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_excel_takes() {
        let mut names = SheetNames::default();
        for (heading, name) in [
            ("未達一覧 [全件]: 対応/復旧", "未達一覧 (全件)- 対応-復旧"),
            ("Team", "Team"),
            ("team", "team 2"),
            ("TEAM", "TEAM 3"),
            ("History", "History 2"),
            ("'quoted'*?", "’quoted’__"),
            ("", "–"),
            (" \t ", "– 2"),
            ("a very long heading of some section", "a very long heading of some sec"),
            ("a very long heading of some section too", "a very long heading of some s 2"),
        ] {
            assert_eq!(names.next(heading), name);
        }
        let long = names.next(&"👩".repeat(40));
        assert_eq!(long.encode_utf16().count(), 30);
    }
}

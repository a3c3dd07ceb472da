use std::str::FromStr;

use crate::assess::{Awaited, Waiting};
use crate::domain::Span;
use crate::policy_file::parse_duration;
use crate::words::fail_on as words;

/// A condition of `slo status`: something has waited longer than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLong {
    awaited: Awaited,
    longest: Span,
}

impl TooLong {
    /// What may wait too long, by its word.
    const WORDS: [(&'static str, Awaited); 4] = [
        ("unannotated", Awaited::Cause),
        ("undecided", Awaited::Decision),
        ("unrequested", Awaited::Request),
        ("unanswered", Awaited::Answer),
    ];

    pub(super) fn holds(self, waiting: &Waiting<'_>) -> bool {
        waiting.is_longer_than(self.awaited, self.longest)
    }
}

impl FromStr for TooLong {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (word, age) = match text.split_once('=') {
            Some((word, age)) => (word, Some(age)),
            None => (text, None),
        };
        let awaited = Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, awaited)| awaited);
        match (awaited, age) {
            (Some(awaited), Some(age)) => match parse_duration(age) {
                Some(longest) => Ok(Self { awaited, longest }),
                None => Err(words::no_duration(age, "2d", "12h")),
            },
            (Some(_), None) => Err(words::longer_than_what(word)),
            (None, _) => Err(match word {
                "breach" | "goal" | "at-risk" => words::answered_by_check(),
                _ => words::conditions_of_status(&Self::WORDS.map(|(known, _)| known).join(", ")),
            }),
        }
    }
}

use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, Select, Text};

use super::asker::{Asker, Blank, Choice, Entry};
use crate::domain::normal;

/// Asks on the terminal. Questions go to standard error, so that standard output can be used for
/// something else.
pub(super) struct Terminal {
    look: RenderConfig<'static>,
    /// How many entries of a list are shown at once.
    page: usize,
}

impl Terminal {
    /// The rows of a screen that a list leaves to what is above and below it.
    const BESIDE_LIST: usize = 4;
    /// The most entries that are shown at once.
    const LONGEST: usize = 12;

    /// A terminal with or without colours, of so many rows as far as that is known. `left` is what
    /// stands behind a question that wasn't answered.
    pub(super) fn new(colour: bool, rows: Option<usize>, left: &'static str) -> Self {
        let look = if colour { RenderConfig::default_colored() } else { RenderConfig::empty() };
        let look = look.with_canceled_prompt_indicator(Styled::new(left));
        let room = rows.map_or(Self::LONGEST, |rows| rows.saturating_sub(Self::BESIDE_LIST));
        Self { look, page: room.clamp(3, Self::LONGEST) }
    }
}

impl Asker for Terminal {
    fn choose(&mut self, choice: &Choice<'_>) -> anyhow::Result<Option<usize>> {
        // What stays whatever is typed comes behind what was found.
        let found = |typed: &str, entry: &Entry, _: &str, _: usize| {
            if entry.found_by.contains(&*normal(typed)) { Some(1) } else { entry.stays.then_some(0) }
        };
        let asked = Select::new(choice.question, choice.entries.clone())
            .with_starting_cursor(choice.start)
            .with_page_size(self.page)
            .with_help_message(choice.help)
            .with_scorer(&found)
            .with_sorter(&|found| found.sort_by_key(|&(_, weight)| std::cmp::Reverse(weight)))
            .with_formatter(&|chosen| chosen.value.answer.clone())
            .with_render_config(self.look)
            .raw_prompt();
        answer(asked.map(|chosen| chosen.index))
    }

    fn write(&mut self, blank: &Blank<'_>) -> anyhow::Result<Option<String>> {
        let suggestions = blank.suggestions.clone();
        let fitting = move |typed: &str| {
            let wanted = normal(typed);
            Ok(suggestions.iter().filter(|line| normal(line).contains(&*wanted)).cloned().collect())
        };
        let mut text = Text::new(blank.question)
            .with_initial_value(blank.initial)
            .with_help_message(blank.help)
            .with_autocomplete(fitting)
            .with_render_config(self.look);
        if let Some(required) = blank.required {
            let required = required.to_owned();
            text = text.with_validator(move |written: &str| {
                let empty = written.trim().is_empty();
                Ok(if empty { Validation::Invalid(required.clone().into()) } else { Validation::Valid })
            });
        }
        answer(text.prompt())
    }
}

/// What a prompt gave: Escape and Ctrl-C are both a person who leaves.
fn answer<T>(asked: Result<T, InquireError>) -> anyhow::Result<Option<T>> {
    match asked {
        Ok(answer) => Ok(Some(answer)),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

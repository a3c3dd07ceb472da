use crate::cli::asking::{Asker, Choice, Entry};
use crate::cli::failure::Told;
use crate::domain::{Preset, Zone, normal};
use crate::render::sanitize;
use crate::source::time::DayOrder;
use crate::words::init::Words;

/// What is asked where an export doesn't tell. A person who leaves ends the run.
pub(super) struct Questions<'a> {
    pub(super) asker: &'a mut dyn Asker,
    pub(super) words: &'static Words,
}

/// A column that may be meant, with a value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    pub(super) column: String,
    pub(super) example: Option<String>,
}

/// What Enter takes of several columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usual {
    /// The first.
    First,
    /// None of them.
    None,
}

impl Questions<'_> {
    /// Which of several presets is right; `None` where none is.
    pub(super) fn preset<'p>(&mut self, presets: &[&'p Preset]) -> anyhow::Result<Option<&'p Preset>> {
        let mut entries: Vec<Entry> = presets
            .iter()
            .map(|preset| entry(&format!("{}  {}", preset.name, preset.title), &preset.name))
            .collect();
        entries.push(self.none());
        let chosen = self.choose(self.words.which_preset, entries, 0)?;
        Ok(presets.get(chosen).copied())
    }

    /// Which of several columns holds a field or stage; `None` where none does.
    pub(super) fn column(
        &mut self,
        name: &str,
        meant: &[Meant],
        usual: Usual,
    ) -> anyhow::Result<Option<String>> {
        let mut entries: Vec<Entry> = meant
            .iter()
            .map(|Meant { column, example }| {
                let example = example.as_deref().map(short).unwrap_or_default();
                entry(&format!("{}  {example}", short(column)), column)
            })
            .collect();
        entries.push(self.none());
        let start = match usual {
            Usual::First => 0,
            Usual::None => entries.len() - 1,
        };
        let chosen = self.choose(&self.words.which_column_of(name), entries, start)?;
        Ok(meant.get(chosen).map(|meant| meant.column.clone()))
    }

    /// What comes first in dates such as this one; Enter takes `usual`.
    pub(super) fn day_order(&mut self, example: &str, usual: DayOrder) -> anyhow::Result<DayOrder> {
        let orders = [DayOrder::DayFirst, DayOrder::MonthFirst];
        let entries = orders.map(|order| {
            let shown = self.words.order(order == DayOrder::DayFirst);
            entry(shown, shown)
        });
        let start = usize::from(usual == DayOrder::MonthFirst);
        let chosen = self.choose(&(self.words.which_order)(&short(example)), entries.to_vec(), start)?;
        Ok(orders.get(chosen).copied().unwrap_or(usual))
    }

    /// Which zone times are in; Enter takes `usual`.
    pub(super) fn zone(&mut self, usual: &str) -> anyhow::Result<String> {
        let others: Vec<&'static str> = Zone::names().filter(|name| *name != usual).collect();
        let entries = std::iter::once(&usual).chain(&others).map(|name| entry(name, name));
        let chosen = self.choose(self.words.which_zone, entries.collect(), 0)?;
        let other = chosen.checked_sub(1).and_then(|place| others.get(place));
        Ok(other.copied().unwrap_or(usual).to_owned())
    }

    fn none(&self) -> Entry {
        let shown = self.words.none_of_these;
        Entry { stays: true, ..entry(shown, shown) }
    }

    fn choose(&mut self, question: &str, entries: Vec<Entry>, start: usize) -> anyhow::Result<usize> {
        let help = self.words.search_help;
        let chosen = self.asker.choose(&Choice { question, entries, start, help })?;
        chosen.ok_or_else(|| Told(self.words.nothing_written.to_owned()).into())
    }
}

fn entry(shown: &str, answer: &str) -> Entry {
    let [shown, answer] = [shown, answer].map(|text| sanitize(text.trim()).into_owned());
    Entry { found_by: normal(&shown).into_owned(), shown, answer, stays: false }
}

/// The beginning of a text, fit for a line of the screen.
fn short(text: &str) -> String {
    const MOST: usize = 30;
    let mut shown: String = text.chars().take(MOST).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

use std::borrow::Cow;

use super::sanitize;
use crate::domain::{Language, Policy, Span, StageId};
use crate::words::names;
use crate::words::policy_show_page::Words;

/// The text as it grows, and the words that all of its parts use.
pub(super) struct Page {
    pub(super) language: Language,
    text: String,
}

impl Page {
    pub(super) const fn new(language: Language) -> Self {
        Self { language, text: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Begins a part.
    pub(super) fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.line(text);
    }

    /// One line, whatever is in it.
    pub(super) fn line(&mut self, text: impl AsRef<str>) {
        self.text.push_str(text.as_ref().trim_end());
        self.text.push('\n');
    }

    pub(super) fn duration(&self, span: Span) -> String {
        crate::render::duration(span, self.language)
    }

    /// What people call a stage.
    pub(super) fn stage<'p>(&self, policy: &'p Policy, stage: StageId) -> Cow<'p, str> {
        let name = policy.stages.name(stage);
        match (names::Words::of(self.language).stage)(name) {
            Some(word) => Cow::Owned(format!("{word}（{name}）")),
            None => sanitize(name),
        }
    }

    /// What people call a field.
    pub(super) fn field<'p>(&self, name: &'p str) -> Cow<'p, str> {
        (names::Words::of(self.language).field)(name).map_or_else(|| sanitize(name), Cow::Borrowed)
    }

    /// A column of an export.
    pub(super) fn column(&self, name: &str) -> String {
        let words = Words::of(self.language);
        let name = sanitize(name);
        (words.column)(&name)
    }

    /// Something that happened, as the export calls it.
    pub(super) fn event(&self, activity: &str) -> String {
        let words = Words::of(self.language);
        let activity = sanitize(activity);
        (words.event)(&activity)
    }

    /// A minute of the day as a time.
    pub(super) fn time_of_day(minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    /// Several things of which one is meant.
    pub(super) fn any_of(&self, texts: impl IntoIterator<Item = String>) -> String {
        let words = Words::of(self.language);
        let texts: Vec<String> = texts.into_iter().map(|text| sanitize(&text).into_owned()).collect();
        texts.join(words.or)
    }

    /// Several things, all of which are meant.
    pub(super) fn list<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let words = Words::of(self.language);
        let texts: Vec<_> = texts.into_iter().map(sanitize).collect();
        texts.join(words.and)
    }
}

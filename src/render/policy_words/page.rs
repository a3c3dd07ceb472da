use std::borrow::Cow;

use super::sanitize;
use crate::domain::{Language, Policy, Span, StageId};
use crate::render::stage_word::stage_word;

/// The text as it grows, and the words that all of its parts use.
pub(super) struct Page {
    language: Language,
    text: String,
}

impl Page {
    pub(super) const fn new(language: Language) -> Self {
        Self { language, text: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// The Japanese or the English words.
    pub(super) fn pick<T>(&self, japanese: T, english: T) -> T {
        match self.language {
            Language::Japanese => japanese,
            Language::English => english,
        }
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
        match stage_word(name, self.language) {
            Some(word) => Cow::Owned(format!("{word}（{name}）")),
            None => sanitize(name),
        }
    }

    /// What people call a field.
    pub(super) fn field<'p>(&self, name: &'p str) -> Cow<'p, str> {
        let japanese = match name {
            "title" => "件名",
            "service" => "サービス",
            "customer" => "顧客",
            "severity" => "重大度",
            "status" => "状態",
            "assignee" => "担当者",
            _ => return sanitize(name),
        };
        self.pick(Cow::Borrowed(japanese), Cow::Borrowed(name))
    }

    /// A column of an export.
    pub(super) fn column(&self, name: &str) -> String {
        let name = sanitize(name);
        self.pick(format!("列「{name}」"), format!("column \"{name}\""))
    }

    /// Something that happened, as the export calls it.
    pub(super) fn event(&self, activity: &str) -> String {
        let activity = sanitize(activity);
        self.pick(format!("「{activity}」"), format!("\"{activity}\""))
    }

    /// A minute of the day as a time.
    pub(super) fn time_of_day(minute: u16) -> String {
        format!("{:02}:{:02}", minute / 60, minute % 60)
    }

    /// Several things of which one is meant.
    pub(super) fn any_of(&self, texts: impl IntoIterator<Item = String>) -> String {
        let texts: Vec<String> = texts.into_iter().map(|text| sanitize(&text).into_owned()).collect();
        texts.join(self.pick(" または ", " or "))
    }

    /// Several things, all of which are meant.
    pub(super) fn list<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let texts: Vec<_> = texts.into_iter().map(sanitize).collect();
        texts.join(self.pick("、", ", "))
    }
}

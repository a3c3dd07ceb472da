use std::borrow::Cow;
use std::path::{Path, PathBuf};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use thiserror::Error;

use crate::domain::Language;
use crate::render::markdown_escape;
use crate::words::draft_errors;

/// The built-in template in Japanese.
const JAPANESE: &str = include_str!("../../../templates/request.ja.md.j2");
/// The built-in template in English.
const ENGLISH: &str = include_str!("../../../templates/request.en.md.j2");

/// How many steps a template may take: far more than one needs, and over in a second.
const FUEL: u64 = 5_000_000;

/// The words of a request, in the notation of Jinja.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    text: Cow<'static, str>,
    path: Option<PathBuf>,
}

/// Why a draft can't be made.
#[derive(Debug, Error)]
#[error("{}{}", told(.path.as_deref(), *line, reason), shown(.code.as_deref()))]
pub struct TemplateError {
    /// The file; `None` for a template that is built in.
    pub path: Option<PathBuf>,
    /// The line of the template, from 1; 0 where it isn't known.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
    /// That line.
    pub code: Option<String>,
}

fn told(path: Option<&Path>, line: usize, reason: &str) -> String {
    path.map_or_else(
        || draft_errors::built_in_template(line, reason),
        |path| draft_errors::own_template(&path.display(), line, reason),
    )
}

fn shown(code: Option<&str>) -> String {
    code.map(|code| format!("\n  {code}")).unwrap_or_default()
}

impl Template {
    /// The built-in one of a language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self::built_in(match language {
            Language::Japanese => JAPANESE,
            Language::English => ENGLISH,
        })
    }

    /// A template that is part of the program.
    pub(super) const fn built_in(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), path: None }
    }

    /// A person's own, as it stands in a file.
    #[must_use]
    pub const fn own(path: PathBuf, text: String) -> Self {
        Self { text: Cow::Owned(text), path: Some(path) }
    }

    /// What stands in it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Fills it.
    pub(super) fn fill(&self, view: &impl Serialize) -> Result<String, TemplateError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_syntax(syntax().map_err(|error| self.error(&error))?);
        // What a block captured was escaped when it was printed into it, and isn't again. Nothing
        // else may say of itself that it is safe.
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
        environment.set_formatter(|out, _, value| write_escaped(out, value));
        for filter in ["safe", "escape", "e"] {
            environment.remove_filter(filter);
        }
        environment.set_fuel(Some(FUEL));
        environment.render_str(&self.text, Value::from(Serde(view))).map_err(|error| self.error(&error))
    }

    fn error(&self, error: &minijinja::Error) -> TemplateError {
        let line = error.line().unwrap_or(0);
        let code = line.checked_sub(1).and_then(|before| self.text.lines().nth(before));
        TemplateError {
            path: self.path.clone(),
            line,
            reason: reason(error),
            code: code.map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()),
        }
    }
}

/// What is wrong, without the place, which is told by itself.
fn reason(error: &minijinja::Error) -> String {
    let kind = error.kind().to_string();
    error.detail().map_or_else(|| kind.clone(), |detail| format!("{kind}: {detail}"))
}

fn syntax() -> Result<SyntaxConfig, minijinja::Error> {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()
}

/// Numbers are printed as they are, texts escaped; what is undefined or has parts is a mistake in
/// the template.
fn write_escaped(out: &mut minijinja::Output<'_>, value: &Value) -> Result<(), minijinja::Error> {
    match (value.as_str(), value.kind()) {
        (Some(text), _) if value.is_safe() => out.write_str(text)?,
        (Some(text), _) => out.write_str(&markdown_escape(text))?,
        (None, ValueKind::Number) => write!(out, "{value}")?,
        (None, kind) => {
            return Err(minijinja::Error::new(
                minijinja::ErrorKind::UndefinedError,
                draft_errors::not_printable(&kind),
            ));
        }
    }
    Ok(())
}

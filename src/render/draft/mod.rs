//! An improvement request as Markdown, out of what the ledger knows of one problem.
//!
//! The words stand in a template per language; whatever a template prints is escaped for Markdown,
//! so that nothing from an export can mean anything there.

mod view;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{Environment, UndefinedBehavior};
use thiserror::Error;

use self::view::View;
use super::markdown_escape;
use crate::assess::Problem;
use crate::domain::{Instant, Language, Policy};

/// The built-in template in Japanese.
const JAPANESE: &str = include_str!("../../../templates/request.ja.md.j2");
/// The built-in template in English.
const ENGLISH: &str = include_str!("../../../templates/request.en.md.j2");

/// Why a draft can't be made.
#[derive(Debug, Error)]
pub enum DraftRenderError {
    /// The template is broken, or asks for something that isn't there.
    #[error("the template of the request, line {line}: {reason}")]
    Template {
        /// The line of the template, from 1; 0 where it isn't known.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A problem without a breach.
    #[error("the request {0} has no breach to tell of")]
    NoEvidence(String),
}

/// The draft of a request, written at `as_of`.
pub fn draft(
    problem: &Problem<'_>,
    policy: &Policy,
    language: Language,
    as_of: Instant,
) -> Result<String, DraftRenderError> {
    let view = View::of(problem, policy, language, as_of)
        .ok_or_else(|| DraftRenderError::NoEvidence(problem.id.clone()))?;
    let template = match language {
        Language::Japanese => JAPANESE,
        Language::English => ENGLISH,
    };
    fill(template, &view)
}

/// Fills a template.
fn fill(template: &str, view: &View<'_>) -> Result<String, DraftRenderError> {
    let failed = |error: &minijinja::Error| DraftRenderError::Template {
        line: error.line().unwrap_or(0),
        reason: error.to_string(),
    };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
        .map_err(|error| failed(&error))?;
    environment.set_syntax(syntax);
    environment.set_formatter(|out, _, value| write_escaped(out, value));
    environment.render_str(template, Value::from(Serde(view))).map_err(|error| failed(&error))
}

/// Numbers are printed as they are, texts escaped; what is undefined or has parts is a mistake in
/// the template.
fn write_escaped(out: &mut minijinja::Output<'_>, value: &Value) -> Result<(), minijinja::Error> {
    match (value.as_str(), value.kind()) {
        (Some(text), _) => out.write_str(&markdown_escape(text))?,
        (None, ValueKind::Number) => write!(out, "{value}")?,
        (None, kind) => {
            return Err(minijinja::Error::new(
                minijinja::ErrorKind::UndefinedError,
                format!("`{kind}` can't be printed; expected a text or a number"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

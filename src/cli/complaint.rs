//! What is wrong with a command line, told in Japanese. clap finds it and tells it in English.

use std::error::Error as _;
use std::num::ParseIntError;

use anstyle::Style;

use clap::builder::{StyledStr, Styles};
use clap::error::{ContextKind, ContextValue, Error, ErrorFormatter, ErrorKind};

use super::help;
use crate::domain::Language;
use crate::words::failure;
use crate::words::help::complaint as words;

/// Ends the program with what clap has to tell: help, the version, or what is wrong.
pub(super) fn exit(error: Error, language: Language) -> ! {
    match language {
        Language::Japanese if told(&error).is_some() => error.apply::<Japanese>().exit(),
        _ => error.exit(),
    }
}

/// Tells it in Japanese.
struct Japanese;

impl ErrorFormatter for Japanese {
    fn format_error(error: &Error<Self>) -> StyledStr {
        let mut text = failure::error(&told(error).unwrap_or_default());
        if let Some((head, rest)) = text.split_once(' ') {
            text = format!("{} {rest}", shown(head, Styles::styled().get_error()));
        }
        for tip in tips(error) {
            text.push('\n');
            text.push_str(&tip);
        }
        if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
            text.push_str("\n\n");
            text.push_str(&help::usage(usage));
        }
        text.push_str("\n\n");
        text.push_str(words::TRY_HELP);
        text.push('\n');
        StyledStr::from(text)
    }
}

/// What is wrong; nothing where clap's own words are needed.
fn told<F: ErrorFormatter>(error: &Error<F>) -> Option<String> {
    let styles = Styles::styled();
    let (valid, invalid, literal) = (styles.get_valid(), styles.get_invalid(), styles.get_literal());
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let number = |kind| match error.get(kind) {
        Some(ContextValue::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let argument = |style| text(ContextKind::InvalidArg).map(|argument| marked(argument, style));
    let value = || text(ContextKind::InvalidValue).filter(|value| !value.is_empty());
    Some(match error.kind() {
        ErrorKind::UnknownArgument if text(ContextKind::InvalidArg)?.starts_with('-') => {
            words::unknown_option(&argument(invalid)?)
        }
        ErrorKind::UnknownArgument => words::unexpected_argument(&argument(invalid)?),
        ErrorKind::InvalidSubcommand => {
            words::unknown_command(&marked(text(ContextKind::InvalidSubcommand)?, invalid))
        }
        ErrorKind::InvalidValue => {
            let told = match value() {
                Some(value) => words::wrong_value(&marked(value, invalid), &argument(literal)?),
                None => words::value_missing(&argument(invalid)?),
            };
            match list(error, ContextKind::ValidValue, valid) {
                Some(names) => format!("{told}\n  {}", crate::words::help::frame::values(&names)),
                None => told,
            }
        }
        ErrorKind::ValueValidation => {
            let told = words::wrong_value(&marked(value().unwrap_or_default(), invalid), &argument(literal)?);
            match error.source() {
                Some(source) => match source.downcast_ref::<ParseIntError>() {
                    Some(number) => format!("{told}: {}", words::number(number)),
                    None => format!("{told}: {source}"),
                },
                None => told,
            }
        }
        ErrorKind::MissingRequiredArgument => {
            let ContextValue::Strings(missing) = error.get(ContextKind::InvalidArg)? else { return None };
            format!("{}{}", words::arguments_missing(), lines(missing, valid))
        }
        ErrorKind::MissingSubcommand => {
            let told = words::command_missing(&marked(text(ContextKind::InvalidSubcommand)?, invalid));
            match list(error, ContextKind::ValidSubcommand, valid) {
                Some(names) => format!("{told}\n  {}", words::commands(&names)),
                None => told,
            }
        }
        ErrorKind::ArgumentConflict => {
            let argument = text(ContextKind::InvalidArg).or_else(|| text(ContextKind::InvalidSubcommand))?;
            let shown = marked(argument, invalid);
            match error.get(ContextKind::PriorArg) {
                Some(ContextValue::String(other)) if other == argument => words::given_twice(&shown),
                Some(ContextValue::String(other)) => words::conflict(&shown, &marked(other, invalid)),
                Some(ContextValue::Strings(others)) => {
                    format!("{}{}", words::conflicts(&shown), lines(others, invalid))
                }
                _ => words::conflict_with_others(&shown),
            }
        }
        ErrorKind::TooManyValues => words::value_too_many(&marked(value()?, invalid), &argument(literal)?),
        ErrorKind::TooFewValues => words::values_too_few(
            &argument(literal)?,
            &number(ContextKind::MinValues)?,
            &number(ContextKind::ActualNumValues)?,
        ),
        ErrorKind::WrongNumberOfValues => words::values_miscounted(
            &argument(literal)?,
            &number(ContextKind::ExpectedNumValues)?,
            &number(ContextKind::ActualNumValues)?,
        ),
        ErrorKind::NoEquals => words::equal_sign_missing(&argument(invalid)?),
        ErrorKind::InvalidUtf8 => words::not_utf8().to_owned(),
        _ => return None,
    })
}

/// What may have been meant.
fn tips<F: ErrorFormatter>(error: &Error<F>) -> Vec<String> {
    let styles = Styles::styled();
    let valid = styles.get_valid();
    let kinds = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let similar = kinds.into_iter().filter_map(|kind| match error.get(kind)? {
        ContextValue::String(name) => Some(words::perhaps(&marked(name, valid))),
        ContextValue::Strings(names) if !names.is_empty() => {
            Some(words::perhaps(&names.iter().map(|name| marked(name, valid)).collect::<Vec<_>>().join("、")))
        }
        _ => None,
    });
    let mut tips: Vec<String> = similar.collect();
    if let Some(ContextValue::StyledStrs(suggested)) = error.get(ContextKind::Suggested) {
        tips.extend(suggested.iter().map(|tip| other_tip(&tip.to_string(), valid)));
    }
    let mut lines: Vec<String> =
        tips.into_iter().map(|tip| format!("  {valid}{}{valid:#} {tip}", words::TIP)).collect();
    if let Some(first) = lines.first_mut() {
        first.insert(0, '\n');
    }
    lines
}

/// A tip that clap has as a sentence alone, whose values stand in quotes.
fn other_tip(english: &str, valid: &Style) -> String {
    match english.split('\'').collect::<Vec<_>>().as_slice() {
        ["to pass ", argument, " as a value, use ", call, ..] => {
            words::as_a_value(&marked(argument, valid), &marked(call, valid))
        }
        ["", call, " exists"] => words::perhaps(&marked(call, valid)),
        ["subcommand ", command, " exists; to use it, remove the ", ..] => {
            words::without_dashes(&marked(command, valid))
        }
        _ => english.to_owned(),
    }
}

fn list<F: ErrorFormatter>(error: &Error<F>, kind: ContextKind, style: &Style) -> Option<String> {
    let Some(ContextValue::Strings(names)) = error.get(kind) else { return None };
    let shown: Vec<String> = names.iter().map(|name| shown(name, style)).collect();
    (!shown.is_empty()).then(|| shown.join(", "))
}

fn lines(names: &[String], style: &Style) -> String {
    let line = |name: &String| ["\n  ", &shown(name, style)].concat();
    names.iter().map(line).collect()
}

fn marked(text: &str, style: &Style) -> String {
    format!("`{}`", shown(text, style))
}

fn shown(text: &str, style: &Style) -> String {
    format!("{style}{text}{style:#}")
}

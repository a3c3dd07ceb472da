use std::collections::{BTreeMap, BTreeSet};

use clap::CommandFactory as _;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::cli::Cli;
use crate::words::tests::{is_japanese, numbers, quoted};

/// A text of the English help: the command, the argument and the value that it is about.
type Place = (String, Option<String>, Option<String>);

/// What the program says in English of a command and all below it, but for what clap adds itself.
fn english(command: &Command, path: &str, all: &mut Vec<(Place, String)>) {
    let place = |arg: Option<&str>, value: Option<&str>| {
        (path.to_owned(), arg.map(str::to_owned), value.map(str::to_owned))
    };
    let text = |text: Option<&StyledStr>| text.map(ToString::to_string).unwrap_or_default();
    all.push((place(None, None), text(command.get_about())));
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let id = arg.get_id().as_str();
        if matches!(id, "help" | "version") {
            continue;
        }
        all.push((place(Some(id), None), text(arg.get_help())));
        for value in arg.get_possible_values().iter().filter(|value| value.get_help().is_some()) {
            all.push((place(Some(id), Some(value.get_name())), text(value.get_help())));
        }
    }
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        english(inner, &format!("{path} {}", inner.get_name()), all);
    }
}

fn all_english() -> Vec<(Place, String)> {
    let mut command = Cli::command();
    command.build();
    let mut all = Vec::new();
    english(&command, "slo", &mut all);
    all
}

fn japanese((path, arg, value): &Place) -> Option<&'static str> {
    match (arg, value) {
        (None, _) => help::about(path),
        (Some(arg), None) => help::argument(path, arg),
        (Some(arg), Some(value)) => help::value(path, arg, value),
    }
}

#[test]
fn every_text_of_the_help_is_there_in_japanese() {
    let all = all_english();
    let missing: Vec<&(Place, String)> = all.iter().filter(|(place, _)| japanese(place).is_none()).collect();
    assert!(missing.is_empty(), "write these in src/words/help/: {missing:#?}");
    for (place, _) in &all {
        let text = japanese(place).unwrap();
        assert!(text.chars().any(is_japanese) || text.starts_with("JSON"), "{place:?}: {text}");
    }
}

#[test]
fn both_languages_have_the_same_numbers_and_names() {
    for (place, english) in all_english() {
        let japanese = japanese(&place).unwrap();
        assert_eq!(numbers(&english), numbers(japanese), "numbers of {place:?}\n{english}\n{japanese}");
        assert_eq!(quoted(&english), quoted(japanese), "what is quoted in {place:?}\n{english}\n{japanese}");
    }
}

#[test]
fn what_is_the_same_in_english_is_the_same_in_japanese() {
    let mut known: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (place, english) in all_english() {
        known.entry(english).or_default().insert(japanese(&place).unwrap());
    }
    let several: Vec<_> = known.iter().filter(|(_, japanese)| japanese.len() > 1).collect();
    assert!(several.is_empty(), "{several:#?}");
}

#[test]
fn what_commands_share_is_the_same_in_english() {
    let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (place, english) in all_english() {
        let text = japanese(&place).unwrap();
        let shared = help::SHARED.texts.iter().any(|(_, known)| *known == text);
        if shared {
            known.entry(text).or_default().insert(english);
        }
    }
    let several: Vec<_> = known.iter().filter(|(_, english)| english.len() > 1).collect();
    assert!(several.is_empty(), "these need texts of their own: {several:#?}");
}

#[test]
fn no_text_is_about_what_is_no_more() {
    let places: Vec<Place> = all_english().into_iter().map(|(place, _)| place).collect();
    let is_below = |inner: &str, outer: &str| inner == outer || inner.starts_with(&format!("{outer} "));
    let is_there = |path: &str, arg: Option<&str>, value: Option<&str>| {
        places
            .iter()
            .any(|(known, a, v)| is_below(known, path) && a.as_deref() == arg && v.as_deref() == value)
    };
    let mut gone = Vec::new();
    let shared = ("slo", &help::SHARED);
    for (path, arguments) in help::commands().map(|one| (one.path, &one.arguments)).chain([shared]) {
        if !places.iter().any(|(known, ..)| known == path) {
            gone.push(path.to_owned());
        }
        let texts = arguments.texts.iter().map(|(arg, _)| (*arg, None));
        let values = arguments.values.iter().map(|(arg, value, _)| (*arg, Some(*value)));
        for (arg, value) in texts.chain(values) {
            if !is_there(path, Some(arg), value) {
                gone.push(format!("{path} {arg} {}", value.unwrap_or_default()));
            }
        }
    }
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn japanese_help_fits_screens_of_any_width() {
    fn all_help(command: &mut Command, width: usize) {
        let name = command.get_name().to_owned();
        for text in [command.render_help(), command.render_long_help()] {
            let text = text.to_string();
            for english in ["Usage", "Options", "default", "env:", "possible", "Print"] {
                assert!(!text.contains(english), "{english} in the help of {name}:\n{text}");
            }
            let wide = text.lines().find(|line| line.width() > width && !line.contains("slo "));
            assert!(wide.is_none(), "{name} at {width}: {wide:?}\n{text}");
        }
        for inner in command.get_subcommands_mut().filter(|inner| inner.get_name() != "help") {
            all_help(inner, width);
        }
    }
    for width in [60, 80, 100] {
        all_help(&mut in_japanese(Cli::command(), Some(width)), width);
    }
}

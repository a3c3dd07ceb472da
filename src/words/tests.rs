use std::collections::BTreeSet;
use std::fs;

use super::Entry;

/// Every file of the catalogue by its name.
const CATALOGUE: &[(&str, &[Entry])] = &[
    ("annotating", super::annotating::ENTRIES),
    ("cell_faults", super::cell_faults::ENTRIES),
    ("export_choice", super::export_choice::ENTRIES),
    ("fail_on", super::fail_on::ENTRIES),
    ("failure", super::failure::ENTRIES),
    ("fix_effect", super::fix_effect::ENTRIES),
    ("incident_search", super::incident_search::ENTRIES),
    ("ledger_use", super::ledger_use::ENTRIES),
    ("moments", super::moments::ENTRIES),
    ("outputs", super::outputs::ENTRIES),
    ("period_report", super::period_report::ENTRIES),
    ("html", super::html::ENTRIES),
    ("policy_files", super::policy_files::ENTRIES),
    ("policy_show_objectives", super::policy_show_objectives::ENTRIES),
    ("policy_show_page", super::policy_show_page::ENTRIES),
    ("policy_show_people", super::policy_show_people::ENTRIES),
    ("policy_show_rules", super::policy_show_rules::ENTRIES),
    ("policy_show_source", super::policy_show_source::ENTRIES),
    ("policy_show_times", super::policy_show_times::ENTRIES),
    ("policy_search", super::policy_search::ENTRIES),
    ("preset_search", super::preset_search::ENTRIES),
    ("reading_progress", super::reading_progress::ENTRIES),
    ("report_choice", super::report_choice::ENTRIES),
    ("request_faults", super::request_faults::ENTRIES),
    ("selection", super::selection::ENTRIES),
    ("suggestion", super::suggestion::ENTRIES),
    ("column_errors", super::column_errors::ENTRIES),
    ("draft_errors", super::draft_errors::ENTRIES),
    ("file_kinds", super::file_kinds::ENTRIES),
    ("json_lists", super::json_lists::ENTRIES),
    ("ledger_errors", super::ledger_errors::ENTRIES),
    ("ledger_lines", super::ledger_lines::ENTRIES),
    ("output_files", super::output_files::ENTRIES),
    ("sheet_errors", super::sheet_errors::ENTRIES),
    ("source_errors", super::source_errors::ENTRIES),
    ("surroundings", super::surroundings::ENTRIES),
    ("unreadable_rows", super::unreadable_rows::ENTRIES),
    ("unreadable_times", super::unreadable_times::ENTRIES),
    ("worklist_errors", super::worklist_errors::ENTRIES),
    ("writing_faults", super::writing_faults::ENTRIES),
    ("diagnostics", super::diagnostics::ENTRIES),
    ("finding_lists", super::finding_lists::ENTRIES),
    ("holiday_files", super::holiday_files::ENTRIES),
    ("holiday_rules", super::holiday_rules::ENTRIES),
    ("policy_calendars", super::policy_calendars::ENTRIES),
    ("policy_conditions", super::policy_conditions::ENTRIES),
    ("policy_examples", super::policy_examples::ENTRIES),
    ("policy_findings", super::policy_findings::ENTRIES),
    ("policy_keys", super::policy_keys::ENTRIES),
    ("policy_names", super::policy_names::ENTRIES),
    ("policy_objectives", super::policy_objectives::ENTRIES),
    ("policy_parts", super::policy_parts::ENTRIES),
    ("policy_pauses", super::policy_pauses::ENTRIES),
    ("policy_people", super::policy_people::ENTRIES),
    ("policy_rows", super::policy_rows::ENTRIES),
    ("policy_source", super::policy_source::ENTRIES),
    ("policy_spellings", super::policy_spellings::ENTRIES),
    ("policy_syntax", super::policy_syntax::ENTRIES),
    ("policy_targets", super::policy_targets::ENTRIES),
    ("policy_types", super::policy_types::ENTRIES),
    ("policy_values", super::policy_values::ENTRIES),
    ("check", super::check::ENTRIES),
    ("confirmations", super::confirmations::ENTRIES),
    ("dossier", super::dossier::ENTRIES),
    ("drafting", super::drafting::ENTRIES),
    ("duration", super::duration::ENTRIES),
    ("explanation", super::explanation::ENTRIES),
    ("exports", super::exports::ENTRIES),
    ("init", super::init::ENTRIES),
    ("init_doubts", super::init_doubts::ENTRIES),
    ("ledger_entries", super::ledger_entries::ENTRIES),
    ("ledger_in_use", super::ledger_in_use::ENTRIES),
    ("ledger_log", super::ledger_log::ENTRIES),
    ("ledger_verify", super::ledger_verify::ENTRIES),
    ("names", super::names::ENTRIES),
    ("newer_than_as_of", super::newer_than_as_of::ENTRIES),
    ("policy_diff", super::policy_diff::ENTRIES),
    ("policy_template", super::policy_template::ENTRIES),
    ("presets", super::presets::ENTRIES),
    ("requests", super::requests::ENTRIES),
    ("status", super::status::ENTRIES),
    ("walk", super::walk::ENTRIES),
    ("worklist", super::worklist::ENTRIES),
];

#[test]
fn every_file_of_the_catalogue_is_looked_at() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/words");
    // The English of help stands where the arguments do, and is compared with the Japanese there.
    let own = ["mod", "count", "help", "language", "tests"];
    let files: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !own.contains(&name.as_str()))
        .collect();
    let listed: BTreeSet<String> = CATALOGUE.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, listed);
}

#[test]
fn both_languages_say_something_and_not_the_same() {
    for (file, entry, [english, japanese]) in texts() {
        let at = format!("{file}::{}", entry.name);
        assert!(!english.trim().is_empty() && !japanese.trim().is_empty(), "{at} lacks a language");
        assert!(english.is_ascii() || english.chars().all(|char| !is_japanese(char)), "{at}: {english}");
        let says_words = outside_braces(english).chars().filter(char::is_ascii_alphabetic).count() > 12;
        assert!(!says_words || japanese.chars().any(is_japanese), "{at} is not translated: {japanese}");
    }
}

#[test]
fn both_languages_have_the_same_numbers_and_values() {
    for (file, entry, [english, japanese]) in texts() {
        let at = format!("{file}::{}", entry.name);
        assert_eq!(values(english), values(japanese), "values of {at}\n{english}\n{japanese}");
        assert_eq!(numbers(english), numbers(japanese), "numbers of {at}\n{english}\n{japanese}");
        let japanese_quotes = with_words_marked(japanese, &quoted(english));
        assert_eq!(
            quoted(english),
            quoted(&japanese_quotes),
            "what is quoted in {at}\n{english}\n{japanese}"
        );
    }
}

/// All texts, by their file.
fn texts() -> impl Iterator<Item = (&'static str, &'static Entry, [&'static str; 2])> {
    let of = |(file, entries): &(&'static str, &'static [Entry])| {
        let file = *file;
        entries.iter().filter_map(move |entry| Some((file, entry, entry.texts?)))
    };
    CATALOGUE.iter().flat_map(of)
}

/// The values that are put into a text: what stands in its braces.
fn values(text: &str) -> BTreeSet<String> {
    let text = text.replace("{{", "").replace("}}", "");
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

/// The numbers of a text outside its braces, in order of size.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = outside_braces(text)
        .split(|char: char| !char.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect();
    numbers.sort_unstable();
    numbers
}

/// A text without the values that are put into it.
fn outside_braces(text: &str) -> String {
    let text = text.replace("{{", "").replace("}}", "");
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

/// What stands between backticks: commands, keys and values, which are the same in any language, but
/// for what is to be filled in, between angle brackets.
pub(crate) fn quoted(text: &str) -> Vec<String> {
    let blank = |code: &str| {
        let mut parts = code.split('<');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |blank, part| blank + "<>" + part.split_once('>').map_or(part, |(_, rest)| rest))
    };
    let mut quoted: Vec<String> = text.split('`').skip(1).step_by(2).map(blank).collect();
    quoted.sort_unstable();
    quoted
}

/// The Japanese text with backticks around values that it has in its own marks, as it may where a value is
/// a word for people, such as a status.
fn with_words_marked(japanese: &str, quoted: &[String]) -> String {
    quoted
        .iter()
        .filter(|value| value.starts_with('{'))
        .fold(japanese.to_owned(), |text, value| text.replace(&format!("「{value}」"), &format!("`{value}`")))
}

pub(crate) fn is_japanese(char: char) -> bool {
    matches!(char, '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

use std::io;

use snapbox::{assert_data_eq, file};
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::assess::Counts;
use crate::domain::Language;

const LANGUAGES: [Language; 2] = [Language::Japanese, Language::English];

fn text(subject: &Report, format: Format, style: &Style) -> String {
    let mut bytes = Vec::new();
    write_report(subject, format, style, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn table(language: Language, width: Option<usize>) -> String {
    text(&sample::report(), Format::Table, &Style { width, ..sample::style(language) })
}

fn markdown(language: Language) -> String {
    text(&sample::report(), Format::Markdown, &sample::style(language))
}

#[test]
fn the_table_reads_well_in_japanese() {
    assert_data_eq!(table(Language::Japanese, None), file!["snapshots/table.ja.txt"].raw());
    assert_data_eq!(table(Language::Japanese, Some(80)), file!["snapshots/table-80.ja.txt"].raw());
    assert_data_eq!(table(Language::Japanese, Some(200)), file!["snapshots/table-200.ja.txt"].raw());
}

#[test]
fn the_table_reads_well_in_english() {
    assert_data_eq!(table(Language::English, None), file!["snapshots/table.en.txt"].raw());
    assert_data_eq!(table(Language::English, Some(80)), file!["snapshots/table-80.en.txt"].raw());
    assert_data_eq!(table(Language::English, Some(200)), file!["snapshots/table-200.en.txt"].raw());
}

#[test]
fn markdown_says_the_same() {
    assert_data_eq!(markdown(Language::Japanese), file!["snapshots/report.ja.md"].raw());
    assert_data_eq!(markdown(Language::English), file!["snapshots/report.en.md"].raw());
}

#[test]
fn json_and_csv_are_one_in_both_languages() {
    for language in LANGUAGES {
        let style = sample::style(language);
        let json = text(&sample::report(), Format::Json, &style);
        assert_data_eq!(json, file!["snapshots/json.txt"].raw());
        assert_data_eq!(text(&sample::report(), Format::Csv, &style), file!["snapshots/csv.txt"].raw());
    }
}

#[test]
fn every_number_is_the_same_in_both_languages() {
    let numbers = |text: &str| {
        let mut numbers: Vec<String> = text
            .split(|character: char| !character.is_ascii_digit())
            .filter(|digits| !digits.is_empty())
            .map(str::to_owned)
            .collect();
        numbers.sort();
        numbers
    };
    let [japanese, english] = LANGUAGES.map(|language| table(language, None));
    assert!(numbers(&japanese).len() > 100);
    assert_eq!(numbers(&japanese), numbers(&english));
    let [japanese, english] = LANGUAGES.map(markdown);
    assert_eq!(numbers(&japanese), numbers(&english));
}

#[test]
fn the_table_fits_common_terminals() {
    for language in LANGUAGES {
        for width in [80, 100, 120, 160, 200] {
            for line in table(language, Some(width)).lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn ids_are_never_cut() {
    for language in LANGUAGES {
        let narrow = table(language, Some(40));
        for breach in sample::report().breaches.iter().take(4) {
            assert!(narrow.contains(breach.breach.incident.id()), "{narrow}");
        }
    }
}

#[test]
fn colours_change_nothing_but_colours() {
    for language in LANGUAGES {
        for width in [None, Some(80)] {
            let style = Style { colour: true, width, ..sample::style(language) };
            let coloured = text(&sample::report(), Format::Table, &style);
            assert!(coloured.contains("\u{1B}[31m"));
            assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), table(language, width));
        }
    }
}

#[test]
fn nothing_from_an_export_steers_the_terminal() {
    for format in Format::ALL {
        let shown = text(&sample::report(), format, &sample::style(Language::English));
        let hostile =
            |character: char| character != '\n' && character != '\u{2060}' && sanitize::is_hidden(character);
        assert!(!shown.contains(hostile), "{}", format.name());
    }
}

#[test]
fn a_month_without_a_breach_is_told_from_one_without_an_incident() {
    let mut subject = sample::report();
    subject.breaches.clear();
    let style = sample::style(Language::English);
    assert!(text(&subject, Format::Table, &style).contains("no breach: every incident"));
    for objective in &mut subject.objectives {
        objective.counts = Counts { unknown: 3, ..Counts::default() };
        objective.groups.clear();
    }
    let unjudged = text(&subject, Format::Table, &style);
    assert!(unjudged.contains("no incident could be judged"));
    assert!(!unjudged.contains("100.0 %"), "{unjudged}");
    subject.incidents = 0;
    assert!(text(&subject, Format::Table, &style).contains("no incident in this period"));
}

#[test]
fn the_rest_of_the_breaches_is_announced_only_where_there_is_one() {
    let style = sample::style(Language::English);
    assert!(text(&sample::report(), Format::Table, &style).contains("showing 4 of 5;"));
    let all = text(&sample::report(), Format::Table, &Style { limit: None, ..style });
    assert!(!all.contains("showing"));
    assert!(all.contains("INC0010395"));
}

#[test]
fn formats_are_found_by_name() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_name("yaml"), None);
}

/// A pipe whose reader went away.
struct ClosedPipe;

impl Write for ClosedPipe {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_told_from_other_faults() {
    for format in Format::ALL {
        let style = sample::style(Language::English);
        let error = write_report(&sample::report(), format, &style, &mut ClosedPipe).unwrap_err();
        assert!(error.is_closed_pipe(), "{}", format.name());
    }
}

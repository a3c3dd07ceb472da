use unicode_width::UnicodeWidthStr;

use super::*;
use crate::assess::Question;
use crate::assess::sample::{minute, policy, recorded};
use crate::domain::{Language, Pause};
use crate::render::sample;

/// Explains a breach with a hostile title and many pauses.
fn explained(show: impl FnOnce(&Explained<'_>) -> Vec<u8>) -> String {
    let policy = policy();
    let mut breach = recorded("A|1", "\u{1b}[31m| <b>ping</b> 応答なし\u{202e}", 0);
    breach.pauses =
        (0..20).map(|number| Pause { from: minute(number * 4), to: Some(minute(number * 4 + 2)) }).collect();
    let incident = KeptIncident::recorded(&breach, &policy);
    let question = Question::of(&policy, minute(1000));
    let explanation = Explanation::of(&question, &incident);
    let source = ExplainedSource::Export("exports/10月.csv", 7);
    let as_of = question.as_of;
    String::from_utf8(show(&Explained {
        policy: &policy,
        as_of,
        incident: &incident,
        source,
        explanation: &explanation,
    }))
    .unwrap()
}

#[test]
fn a_screen_keeps_to_its_width_and_shows_no_control_characters() {
    for language in [Language::Japanese, Language::English] {
        for width in [60, 80, 200] {
            let style = Style { width: Some(width), ..sample::style(language) };
            let text = explained(|explained| explanation_table(explained, &style).unwrap());
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
            let widest = text.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width, "{widest} of {width}:\n{text}");
        }
    }
}

#[test]
fn many_stretches_are_shown_from_both_ends() {
    let text =
        explained(|explained| explanation_table(explained, &sample::style(Language::English)).unwrap());
    assert!(text.contains("28 stretches, 28m of it ran"), "{text}");
    assert!(text.contains("breached by 20m"), "{text}");
    let json = explained(|explained| explanation_json(explained, "slo 0.0.0").unwrap());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["objectives"][0]["segments"].as_array().unwrap().len(), 40);
    assert_eq!(json["objectives"][0]["elapsed_s"], 3000);
    assert_eq!(json["objectives"][0]["stopped_s"], 2400);
}

#[test]
fn markdown_escapes_what_its_reader_would_run() {
    let text =
        explained(|explained| explanation_markdown(explained, &sample::style(Language::Japanese)).unwrap());
    assert!(!text.contains("<b>") && !text.contains('\u{1b}'), "{text}");
    assert!(text.lines().next().unwrap().starts_with("# A\\|1"), "{text}");
}

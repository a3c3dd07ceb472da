use unicode_width::UnicodeWidthStr;

use super::*;
use crate::assess::sample::{minute, minutes, policy, request, step};
use crate::domain::{Escalation, Language, Request, RequestStatus};
use crate::render::sample;

const EVIL: &str = "\u{1b}[31m\u{202e}ディスク使用率が閾値を超えました\nと";

fn requests() -> Vec<Request> {
    let hostile =
        Request { signature: [EVIL.into(), EVIL.into(), EVIL.into()], ..request("REQ-12345678", &["A"]) };
    let sent =
        Request { steps: vec![step(RequestStatus::Sent, 1200)], ..request("REQ-87654321", &["B", "C"]) };
    let done = Request { steps: vec![step(RequestStatus::Done, 1200)], ..request("REQ-abcdef01", &["B"]) };
    vec![hostile, sent, done]
}

fn drawn(language: Language, width: usize) -> String {
    let policy = Policy {
        escalation: Escalation { reply_within: Some(minutes(60)), ..Escalation::default() },
        ..policy()
    };
    let requests = requests();
    let list = RequestProgress::list(&requests, &policy, minute(2000));
    let style = Style { width: Some(width), ..sample::style(language) };
    String::from_utf8(request_list_table(&list, &policy, minute(2000), &style).unwrap()).unwrap()
}

#[test]
fn the_list_fits_a_terminal_and_steers_none() {
    for language in [Language::Japanese, Language::English] {
        for width in [60, 80, 100, 200] {
            let text = drawn(language, width);
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
        }
    }
    let english = drawn(Language::English, 100);
    for told in ["overdue by 12h20m", "team: answer", "desk: send", "desk: check effect"] {
        assert!(english.contains(told), "{told} in\n{english}");
    }
    assert!(drawn(Language::Japanese, 100).contains("12時間20分超過"));
}

#[test]
fn no_request_is_said_as_such() {
    let style = sample::style(Language::English);
    let text = request_list_table(&[], &policy(), minute(0), &style).unwrap();
    assert!(String::from_utf8(text).unwrap().ends_with("there is no request\n"));
}

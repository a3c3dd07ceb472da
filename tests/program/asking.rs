//! `slo init` as a person at a terminal has it.

use crate::desk::Desk;
use crate::screen::{CTRL_C, DOWN, ENTER, ESCAPE, Screen};

const EXPORT: &str = "fixtures/init/tickets.csv";

const COLUMN: &str = "which column holds when it was resolved";
const ORDER: &str = "what comes first in `03/10/2026 09:12`";
const ZONE: &str = "which time zone are the times in";

fn start(desk: &Desk, more: &[&str]) -> Screen {
    Screen::start(desk, &[&["init", EXPORT], more].concat())
}

#[test]
fn what_the_export_leaves_open_is_asked_and_written() {
    let desk = Desk::new();
    let mut screen = start(&desk, &[]);
    screen.answer(COLUMN, &[]);
    screen.wait_for("> recovered_at  03/10/2026 11:02");
    screen.answer(COLUMN, &["restored", ENTER]);
    screen.answer(ORDER, &[]);
    screen.wait_for("> the day");
    screen.answer(ORDER, &[DOWN, ENTER]);
    screen.answer(ZONE, &[]);
    screen.wait_for("> UTC");
    screen.answer(ZONE, &["tokyo", ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    for settled in ["it could also be", "can be read day first", "times carry no zone"] {
        assert!(!text.contains(settled), "{text}");
    }
    let policy = desk.read("slo.toml");
    for line in [
        "\ntimezone = \"Asia/Tokyo\" #",
        "\ntime_format = \"%m/%d/%Y %H:%M\"\n",
        "\nresolved = \"restored_at\" #",
    ] {
        assert!(policy.contains(line), "{line} in\n{policy}");
    }
    desk.answer(&["policy", "check"]);
}

#[test]
fn who_leaves_at_any_question_finds_nothing_written() {
    let desk = Desk::new();
    for leave in [ESCAPE, CTRL_C] {
        for (place, question) in [COLUMN, ORDER, ZONE].into_iter().enumerate() {
            let mut screen = start(&desk, &["--policy", "new/slo.toml"]);
            for before in &[COLUMN, ORDER, ZONE][..place] {
                screen.answer(before, &[ENTER]);
            }
            screen.answer(question, &[leave]);
            let (code, text) = screen.end();
            assert_eq!(code, 2, "{text}");
            assert!(text.ends_with("(left)\nnothing was written"), "{text}");
            assert!(!desk.exists("new"), "{text}");
        }
    }
}

#[test]
fn nothing_is_asked_where_no_input_is_wanted() {
    let desk = Desk::new();
    let (code, text) = start(&desk, &["--no-input"]).end();
    assert_eq!(code, 0, "{text}");
    assert!(!text.contains('?') && text.contains("it could also be restored_at"), "{text}");
    assert!(desk.read("slo.toml").contains("\nresolved = \"recovered_at\" #"));
}

#[test]
fn a_preset_needs_only_what_it_does_not_say() {
    let desk = Desk::new();
    let mut screen = Screen::start(&desk, &["init", "fixtures/init/freshdesk-tickets.csv"]);
    screen.answer(ZONE, &["paris", ENTER]);
    let (code, text) = screen.end();
    assert_eq!(code, 0, "{text}");
    let policy = desk.read("slo.toml");
    assert!(policy.contains("\npreset = \"freshdesk-tickets\"\n"), "{policy}");
    assert!(policy.contains("\ntimezone = \"Europe/Paris\" #"), "{policy}");
}

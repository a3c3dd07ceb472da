use unicode_width::UnicodeWidthStr;

use super::*;
use crate::assess::sample::{minute, policy, request};
use crate::assess::{Occurred, Recurrence};
use crate::domain::{Language, Request};
use crate::render::sample;

fn drawn(language: Language, width: usize, after: Occurred, came_back: usize, counts_all: bool) -> String {
    let evil = "\u{1b}[31mディスク使用率が閾値を超えました";
    let request =
        Request { signature: [evil.into(), evil.into(), evil.into()], ..request("REQ-12345678", &["A"]) };
    let recurrence =
        |number| Recurrence { incident: format!("INC-{number}"), opened: minute(1500), cause: None };
    let effect = FixEffect {
        request: &request,
        done: minute(1200),
        days: 30,
        before: Occurred { incidents: 40, breached: 20 },
        after,
        recurrences: (0..came_back).map(recurrence).collect(),
        counts_all,
        empty_days: usize::from(!counts_all),
    };
    let style = Style { width: Some(width), ..sample::style(language) };
    String::from_utf8(fix_effect_table(&[effect], &policy(), minute(2000), &style).unwrap()).unwrap()
}

#[test]
fn the_effect_fits_a_terminal_and_steers_none() {
    let after = Occurred { incidents: 30, breached: 9 };
    for language in [Language::Japanese, Language::English] {
        for width in [80, 100, 200] {
            let text = drawn(language, width, after, 9, false);
            assert!(text.lines().all(|line| line.width() <= width), "{text}");
            assert!(!text.contains('\u{1b}'), "{text}");
        }
    }
}

#[test]
fn numbers_stand_with_what_can_be_said_of_them() {
    let after = Occurred { incidents: 30, breached: 9 };
    let text = drawn(Language::English, 120, after, 9, true);
    for told in ["20/40", "9/30", "fewer (-55 %)", "Came back after the fix", "INC-8", "and 4 more"] {
        assert!(text.contains(told), "{told} in\n{text}");
    }
    assert!(!text.contains("INC-3"), "the newest five are listed\n{text}");
    let text = drawn(Language::Japanese, 120, Occurred::default(), 0, false);
    for told in ["20/–", "0/–", "減少 (-100 %)", "エクスポートを指定"] {
        assert!(text.contains(told), "{told} in\n{text}");
    }
    assert!(!text.contains("完了後の再発"), "{text}");
}

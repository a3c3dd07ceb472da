use std::collections::BTreeSet;

use super::*;
use crate::assess::sample::{annotation, minute, minutes, policy, recorded, state};
use crate::assess::{CaseSources, EscalationPlan, LedgerState, ProblemBreaches};
use crate::domain::{Annotation, Escalation, Fix, RecordedBreach, Span};

/// The drafts of everything in a ledger of these breaches and annotations.
fn drafts(
    breaches: Vec<RecordedBreach>,
    annotations: Vec<Annotation>,
    policy: &Policy,
    language: Language,
) -> Vec<String> {
    let mut state = state(breaches);
    for annotation in annotations {
        state.take_annotation(annotation, &[]);
    }
    let plan = EscalationPlan::of(&state, policy);
    plan.problems
        .iter()
        .map(|problem| filled(problem, &state, &Template::of(language), policy, language).unwrap())
        .collect()
}

fn filled(
    problem: &Problem<'_>,
    state: &LedgerState,
    template: &Template,
    policy: &Policy,
    language: Language,
) -> Result<String, TemplateError> {
    let as_of = minute(2000);
    let breaches = ProblemBreaches::of(state, &BTreeSet::from([problem.signature.clone()]), as_of);
    let sources = CaseSources { state, breaches: &breaches, found: None, policy, as_of };
    let case = RequestCase::of(problem, None, None, sources).unwrap();
    draft(&case, template, policy, language, minute(2000))
}

fn because(incident: &str, reason: &str) -> Annotation {
    annotation(incident, "runbook-missing", Fix::Required, reason)
}

fn two_incidents(language: Language) -> String {
    let late = RecordedBreach {
        severity: Some("critical".into()),
        open: true,
        as_of: minute(1730),
        over: minutes(200),
        elapsed: minutes(230),
        reached: None,
        ..recorded("INC-2", "web0456 disk 97%", 1500)
    };
    let suggestion = Annotation {
        improvement: Some("閾値ごとの手順を書く".into()),
        ..because("INC-2", "手順書に web サーバーの記載がない")
    };
    let annotations = vec![because("INC-1", "手順書に web サーバーの記載がない"), suggestion];
    let mut policy = policy();
    policy.escalation = Escalation { reply_within: Span::from_seconds(5 * 86_400), ..Escalation::default() };
    let all = drafts(vec![late, recorded("INC-1", "web0123 disk 91%", 0)], annotations, &policy, language);
    assert_eq!(all.len(), 1, "one problem, one request");
    all.into_iter().next().unwrap()
}

#[test]
fn a_japanese_draft_tells_the_problem_and_asks_for_the_improvement() {
    snapbox::assert_data_eq!(two_incidents(Language::Japanese), snapbox::file!["request.ja.md"].raw());
}

#[test]
fn an_english_draft_tells_the_same() {
    snapbox::assert_data_eq!(two_incidents(Language::English), snapbox::file!["request.en.md"].raw());
}

#[test]
fn hostile_texts_stay_inert() {
    let evil = "| <script>alert(1)</script> `x` [y](http://z) \u{1b}[31m\n# heading \u{202e}";
    let breach = RecordedBreach {
        customer: Some(format!("ACME {evil}")),
        service: Some(evil.into()),
        ..recorded("INC|1\n- [a](b)", evil, 0)
    };
    for language in [Language::Japanese, Language::English] {
        let all = drafts(vec![breach.clone()], vec![because("INC|1\n- [a](b)", evil)], &policy(), language);
        let text = &all[0];
        for bad in ["\u{1b}", "\u{202e}", "\n# heading"] {
            assert!(!text.contains(bad), "{bad:?} in {text}");
        }
        let bare = ["\\<", "\\>", "\\[", "\\]", "\\`", "\\#"]
            .iter()
            .fold(text.clone(), |text, sign| text.replace(sign, ""))
            // The marks of the footnotes are the template's own.
            .replace("[^1]", "");
        assert!(!bare.contains(['<', '>', '[', ']', '`']), "{bare}");
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| INC")).collect();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].replace("\\|", "").matches('|').count(), 7, "{}", rows[0]);
    }
}

#[test]
fn both_languages_say_the_same_digits() {
    let digits = |text: &str| {
        let mut found: Vec<String> = text
            .split(|sign: char| !sign.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        found.sort();
        found.dedup();
        found
    };
    assert_eq!(digits(&two_incidents(Language::Japanese)), digits(&two_incidents(Language::English)));
}

#[test]
fn a_template_that_asks_for_what_is_not_there_is_told_with_its_line() {
    let mut state = state(vec![recorded("A", "x", 0)]);
    state.take_annotation(because("A", "y"), &[]);
    let policy = policy();
    let plan = EscalationPlan::of(&state, &policy);
    for text in ["a\n{{ nothing }}", "a\n{% if %}", "a\n{{ rows }}"] {
        let template = Template::own("mine.md".into(), text.into());
        let error = filled(&plan.problems[0], &state, &template, &policy, Language::English).unwrap_err();
        assert_eq!(error.line, 2, "{text}");
        let told = error.to_string();
        assert!(told.starts_with("the template `mine.md`, line 2: "), "{told}");
        assert!(told.ends_with(&format!("\n  {}", text.lines().nth(1).unwrap())), "{told}");
    }
}

#[test]
fn what_nobody_answers_for_and_other_causes_are_kept_apart() {
    let foreign = RecordedBreach { customer: Some("Globex".into()), ..recorded("G", "web1 disk", 0) };
    let breaches = vec![
        foreign,
        recorded("A", "web1 disk", 0),
        recorded("B", "web2 disk", 5),
        recorded("C", "web3 disk", 9),
    ];
    let mut state = state(breaches);
    for id in ["A", "G"] {
        state.take_annotation(because(id, "x"), &[]);
    }
    state.take_annotation(annotation("B", "gone-from-policy", Fix::Required, "y"), &[]);
    state.take_annotation(annotation("C", "other", Fix::Review, "z"), &[]);
    let policy = policy();
    let plan = EscalationPlan::of(&state, &policy);
    let asked: Vec<_> =
        plan.problems.iter().map(|problem| (problem.cause.title.as_str(), problem.incidents())).collect();
    assert_eq!(asked, [("gone-from-policy", vec!["B"]), ("手順書がない・古い", vec!["A"])]);
    assert_eq!(plan.without_team[0].breach.incident, "G");
    let again = EscalationPlan::of(&state, &policy);
    assert_eq!(plan.problems[0].id, again.problems[0].id);
    assert_ne!(plan.problems[0].id, plan.problems[1].id);
}

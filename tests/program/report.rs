//! `slo report` in all its forms, languages and by customer.

use std::collections::BTreeMap;
use std::fs;

use crate::desk::{Desk, LEDGER, POLICY, outcome};

const SEPTEMBER: &str = "fixtures/requests/incidents-2026-09.csv";
const OCTOBER: &str = "fixtures/requests/incidents-2026-10.csv";
/// The people who handle the incidents of the fixtures.
const PEOPLE: [&str; 5] = ["田中 美咲", "鈴木 一郎", "伊藤 健", "加藤 結衣", "小林 大輔"];

/// Two months that were checked and annotated, with requests of which one is done.
fn two_months() -> Desk {
    let desk = Desk::new();
    desk.answer(&["check", SEPTEMBER, OCTOBER, "--policy", POLICY, "--format", "csv"]);
    for month in ["09", "10"] {
        let worklist = format!("fixtures/requests/annotations-2026-{month}.csv");
        desk.answer(&["annotate", "--policy", POLICY, "--from", &worklist]);
    }
    let drafted =
        desk.answer(&["escalate", "--draft", "--policy", POLICY, "--as-of", "2026-10-03T09:00:00+09:00"]);
    let request = drafted.lines().next().unwrap().rsplit('/').next().unwrap().trim_end_matches(".md");
    for (status, day) in [("sent", "04"), ("accepted", "05"), ("done", "08")] {
        let at = format!("2026-10-{day}T09:00:00+09:00");
        desk.answer(&["escalate", "mark", request, status, "--policy", POLICY, "--as-of", &at]);
    }
    desk
}

fn report(desk: &Desk, more: &[&str]) -> String {
    let args = ["report", SEPTEMBER, OCTOBER, "--policy", POLICY, "--for", "2026-10", "--quiet"];
    // With room for all that the tables say.
    let (code, told, said) = outcome(desk.slo(&[&args[..], more].concat()).env("COLUMNS", "1000"));
    assert_eq!((code, said.as_str()), (0, ""), "{more:?}");
    told
}

/// How often each number stands in a text.
fn numbers(text: &str) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for run in text.split(|char: char| !char.is_ascii_digit()).filter(|run| !run.is_empty()) {
        *numbers.entry(run.to_owned()).or_default() += 1;
    }
    numbers
}

#[test]
fn both_languages_have_the_same_numbers_in_every_form() {
    let desk = two_months();
    for form in ["table", "markdown", "csv", "html"] {
        let told = |lang: &str| report(&desk, &["--format", form, "--lang", lang, "--all"]);
        let (english, japanese) = (told("en"), told("ja"));
        assert_ne!(english, japanese);
        assert_eq!(numbers(&english), numbers(&japanese), "{form}\n{english}\n{japanese}");
    }
    let json = |lang: &str| report(&desk, &["--format", "json", "--lang", lang]);
    assert_eq!(json("en"), json("ja"), "programs read no language");
}

#[test]
fn every_number_of_the_tables_is_the_same_in_every_form() {
    let desk = two_months();
    let csv = report(&desk, &["--format", "csv"]);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let texts: Vec<String> = rows
        .records()
        .map(|row| row.unwrap()[4].trim_start_matches('\'').to_owned())
        .filter(|text| text.contains(|char: char| char.is_ascii_digit()))
        .collect();
    assert!(texts.len() > 200, "{}", texts.len());
    for form in ["table", "markdown", "html"] {
        let page = report(&desk, &["--format", form, "--all"]);
        let page = page
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace('\\', "");
        for text in &texts {
            assert!(page.contains(text.as_str()), "{text} is not in {form}");
        }
    }
}

#[test]
fn people_are_named_only_where_that_is_asked_for() {
    let desk = two_months();
    for form in ["table", "markdown", "csv", "html", "json"] {
        for shift in [&[][..], &["--shift", "day"]] {
            let args = ["report", SEPTEMBER, OCTOBER, "--policy", POLICY, "--format", form, "--all"];
            let (_, told, _) = outcome(&mut desk.slo(&[&args[..], shift].concat()));
            assert!(!told.is_empty());
            for person in PEOPLE {
                assert!(!told.contains(person), "{person} in {form}");
            }
        }
    }
    let named = report(&desk, &["--format", "json", "--with-names"]);
    assert!(PEOPLE.iter().any(|person| named.contains(person)));
}

#[test]
fn the_report_of_a_customer_has_nothing_of_another() {
    let desk = two_months();
    fs::create_dir(desk.path().join("out")).unwrap();
    let files = [
        "html=out/{customer}.html",
        "json=out/{customer}.json",
        "csv=out/{customer}.csv",
        "markdown=out/{customer}.md",
    ];
    let outputs: Vec<&str> = files.iter().flat_map(|file| ["--output", file]).collect();
    let paths = report(&desk, &[&["--by", "customer", "--all"][..], &outputs].concat());
    let mut reader = csv::Reader::from_path(desk.path().join(OCTOBER)).unwrap();
    let mut incidents: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in reader.records().map(Result::unwrap) {
        incidents.entry(row[2].to_owned()).or_default().push(row[0].to_owned());
    }
    assert!(incidents.len() > 3);
    assert_eq!(paths.lines().count(), incidents.len() * files.len());
    for path in paths.lines() {
        let own = path.trim_start_matches("out/").rsplit_once('.').unwrap().0;
        let text = desk.read(path);
        for (customer, ids) in &incidents {
            let plain = |char: char| if char.is_alphanumeric() { char } else { '-' };
            let is_own = own.starts_with(&customer.to_lowercase().chars().map(plain).collect::<String>());
            assert_eq!(text.contains(customer.as_str()), is_own, "{customer} in {path}");
            assert!(is_own || ids.iter().all(|id| !text.contains(id.as_str())), "of {customer} in {path}");
        }
        assert!(!text.contains(SEPTEMBER), "how many rows there are of all customers: {path}");
    }
}

#[test]
fn reports_that_overlap_are_remembered_once() {
    let desk = two_months();
    let args = ["report", SEPTEMBER, OCTOBER, "--policy", POLICY, "--for", "2026-10"];
    let mut runs: Vec<_> = (0..4).map(|_| desk.start(&args)).collect();
    for run in &mut runs {
        assert!(run.wait().unwrap().success());
    }
    let entries = desk.read(LEDGER).lines().filter(|line| line.contains(r#""kind":"report""#)).count();
    assert_eq!(entries, 1);
    let first = desk.answer(&args);
    assert_eq!(desk.answer(&args), first, "a repetition is the same");
}

#[test]
fn a_report_is_remembered_only_if_it_is_about_everything() {
    let desk = two_months();
    let reports = || desk.read(LEDGER).lines().filter(|line| line.contains(r#""kind":"report""#)).count();
    for more in
        [&["--where", "customer=ACME*"][..], &["--no-ledger"], &["--format", "json", "--shift", "day"]]
    {
        let args = ["report", SEPTEMBER, OCTOBER, "--policy", POLICY];
        outcome(&mut desk.slo(&[&args[..], more].concat()));
        assert_eq!(reports(), 0, "{more:?}");
    }
    report(&desk, &[]);
    assert_eq!(reports(), 1);
}

use super::*;
use crate::domain::Period;

#[test]
fn a_report_is_found_by_later_ones_of_its_kind() {
    let mut ledger = Lines::default();
    let (october, later) = (told("2026-10", 3), told("2026-11", 5));
    let weekly = ReportBody { period: "week".to_owned(), ..told("2026-11", 1) };
    for (body, at) in [(&october, 100), (&later, 200), (&weekly, 300)] {
        let body = ReportBody { as_of: Moment(minute(at)), ..body.clone() };
        ledger.append(&[body.entry(&author(at)).unwrap()]);
    }
    let state = ledger.state();
    let month = |name: &str| Period::named(name, policy().fiscal_start).unwrap();
    let november = month("2026-11");
    let before = |at: i64| {
        let found = state.report_before(november, minute(at));
        found.map(|found| found.periods[0].first.to_string())
    };
    assert_eq!(before(400).as_deref(), Some("2026-11-01"), "the weekly one is of another kind");
    assert_eq!(before(200).as_deref(), Some("2026-10-01"), "what was told then is not meant");
    assert_eq!(before(100), None);
    let older = state.report_before(month("2026-10"), minute(400)).unwrap();
    assert_eq!(older.as_of, minute(200), "the last of those that reach so far");
    assert!(state.has_report(ReportBody { as_of: Moment(minute(200)), ..later }.key().unwrap()));
}

#[test]
fn what_moved_since_a_report_is_what_later_checks_found() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), MONDAY, 100);
    ledger.append(&[told("2026-11", 1).entry(&author(100)).unwrap()]);
    ledger.check(&policy(), &[("A", 0, Some(20), ""), ("C", 20, Some(99), "")], 110);
    ledger.check(&policy(), &[("D", 30, Some(99), "")], 120);
    let state = ledger.state();
    let last =
        state.report_before(Period::named("2026-12", policy().fiscal_start).unwrap(), minute(1000)).unwrap();
    assert_eq!(state.moves_since(last, minute(110)).count(), 2, "the check after that is yet to come");
    let moved: Vec<(&str, bool, bool)> = state
        .moves_since(last, minute(1000))
        .map(|change| (change.incident.as_str(), change.over_before.is_some(), change.over_now.is_some()))
        .collect();
    assert_eq!(moved, [("C", true, true), ("A", true, false), ("D", false, true)]);
}

#[test]
fn a_report_of_no_known_kind_is_a_faulty_line() {
    let body = ReportBody { period: "quarter".to_owned(), ..told("2026-11", 1) };
    let mut ledger = Lines::default();
    ledger.append(&[body.entry(&author(100)).unwrap()]);
    let error = replay(ledger.0.as_bytes()).unwrap_err().to_string();
    assert_eq!(
        error,
        "line 1: `quarter` can't be meant here; expected `day`, `week`, `month` or `fiscal-year`"
    );
}

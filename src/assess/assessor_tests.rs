//! What is counted, kept and left out, and that the order of incidents does not matter.

use proptest::prelude::*;

use super::{Assessor, Distrust, GroupKey, Intake, Question, Report, SourceSummary, Tally};
use crate::domain::{
    Condition, EventRows, FieldId, Fields, Incident, IncidentPart, Instant, Load, NoteKind, Objective,
    Pattern, Pauses, Policy, Position, Promise, Rows, Severity, SeverityScale, Span, StageId, Stages, Stamp,
    StampNote, Target, Window,
};

const HOUR: i64 = 3600;

fn at(hour: i64) -> Instant {
    Instant::from_epoch(1_767_193_200 + hour * HOUR, 0).unwrap() // from 2026-01-01T00:00+09:00 on
}

fn policy() -> Policy {
    let mut policy = Policy::for_tests(Stages::with([]), Fields::with([]));
    policy.severities = SeverityScale::new(vec![
        Severity { name: "critical".into(), values: vec!["1 - Critical".into()] },
        Severity { name: "low".into(), values: vec![] },
    ]);
    let when = |severity: &str| Condition::new(vec![(FieldId::SEVERITY, vec![Pattern::new(severity)])]);
    let target = |severity, hours: i64, since| Target {
        when: when(severity),
        since,
        until: None,
        promise: Promise::Within(Span::from_seconds(hours * HOUR).unwrap()),
        calendar: None,
        line: 7,
    };
    policy.objectives = vec![Objective {
        id: "resolve".into(),
        title: "resolve".into(),
        from: StageId::OPENED,
        to: policy.stages.find("resolved").unwrap(),
        goal: None,
        pauses: true,
        targets: vec![
            target("critical", 1, Some(at(24))),
            target("critical", 2, None),
            target("low", 4, None),
        ],
        line: 1,
    }];
    policy
}

fn question(policy: &Policy) -> Question<'_> {
    Question {
        group_by: GroupKey::usual(),
        watched: ["W1".to_owned()].into(),
        load: true,
        ..Question::of(policy, at(2000))
    }
}

#[derive(Clone, Debug)]
struct Row {
    id: String,
    severity: &'static str,
    opened: Stamp,
    resolved: Stamp,
    place: u32,
}

fn row(id: &str, severity: &'static str, opened: i64, resolved: Option<i64>) -> Row {
    let resolved = resolved.map_or(Stamp::Absent, |hour| Stamp::At(at(hour)));
    Row { id: id.into(), severity, opened: Stamp::At(at(opened)), resolved, place: 0 }
}

fn take(assessor: &Assessor<'_>, tally: &mut Tally, row: &Row) {
    hand_over(assessor, row, |incident| assessor.take(tally, incident));
}

fn take_repeated(assessor: &Assessor<'_>, tally: &mut Tally, row: &Row) {
    hand_over(assessor, row, |incident| assessor.take_repeated(tally, incident));
}

fn hand_over(assessor: &Assessor<'_>, row: &Row, take: impl FnOnce(&Incident<'_>)) {
    let stages = &assessor.question.policy.stages;
    let mut stamps = vec![Stamp::Absent; stages.len()];
    stamps[0] = row.opened;
    stamps[stages.find("resolved").unwrap().index()] = row.resolved;
    let fields = [Some("title"), None, None, Some(row.severity), None, None];
    let notes: Vec<StampNote> = (row.opened == Stamp::Unreadable)
        .then(|| StampNote {
            part: IncidentPart::Stage(StageId::OPENED),
            column: "opened_at".into(),
            value: "soon".into(),
            position: None,
            kind: NoteKind::Unreadable("not a time".into()),
        })
        .into_iter()
        .collect();
    let position = Position { row: row.place, ..Position::default() };
    take(&Incident {
        id: &row.id,
        fields: &fields,
        stamps: &stamps,
        written: &(),
        pauses: Pauses::NONE,
        severities: &[],
        notes: &notes,
        position,
    });
}

fn source() -> SourceSummary {
    SourceSummary {
        path: "incidents.csv".into(),
        format: "csv",
        sheet: None,
        title_rows: 0,
        encoding: "utf-8".into(),
        stage_columns: vec![],
        ..SourceSummary::default()
    }
}

fn report(assessor: &Assessor<'_>, tally: Tally) -> Report {
    assessor.report(tally, vec![source()], vec![], vec![], |position| u64::from(position.row) + 2)
}

fn report_of(question: Question<'_>, rows: &[Row]) -> Report {
    let assessor = Assessor::new(question);
    let mut tally = assessor.begin();
    for row in rows {
        take(&assessor, &mut tally, row);
    }
    report(&assessor, tally)
}

#[test]
fn the_first_target_in_force_at_opened_decides() {
    let policy = policy();
    let report = report_of(
        question(&policy),
        &[
            row("A", "1 - critical", 0, Some(2)),
            row("B", "critical", 24, Some(26)),
            row("C", "planning", 0, Some(99)),
        ],
    );
    let counts = report.objectives[0].counts;
    assert_eq!((counts.met, counts.breached, counts.uncovered), (1, 1, 1));
    assert_eq!(report.breaches[0].breach.incident.id(), "B");
    assert_eq!(report.breaches[0].breach.target, 0);
    assert_eq!(report.breaches[0].breach.incident.field(FieldId::SEVERITY), Some("critical"));
}

#[test]
fn groups_follow_the_scale_and_the_calendar() {
    let policy = policy();
    let rows = [
        row("A", "low", 24 * 31, Some(24 * 31)),
        row("B", "critical", 0, Some(9)),
        row("C", "low", 1, Some(2)),
        row("D", "strange", 1, Some(2)),
    ];
    let report = report_of(question(&policy), &rows);
    let keys = |place: usize| -> Vec<String> {
        report.objectives[0].groups[place].rows.iter().map(|row| row.key.clone().unwrap()).collect()
    };
    assert_eq!(keys(0), ["critical", "low", "strange"]);
    assert_eq!(keys(1), ["2026-01", "2026-02"]);
}

#[test]
fn a_goal_is_kept_only_if_it_is_kept_in_every_month() {
    let mut policy = policy();
    policy.objectives[0].goal = crate::domain::Goal::parse("60%");
    let day = 24;
    let january = [row("A", "low", 0, Some(9)), row("B", "low", 1, Some(2))];
    let february: Vec<Row> = (0..8).map(|n| row(&format!("F{n}"), "low", 31 * day, Some(31 * day))).collect();
    let both = report_of(question(&policy), &[&january[..], &february].concat());
    let objective = &both.objectives[0];
    assert_eq!(objective.counts.rate().unwrap().per_mille(), 900);
    assert_eq!((objective.goal_met(), objective.missed_months()), (Some(false), vec!["2026-01"]));
    let one = report_of(question(&policy), &february);
    assert_eq!(one.objectives[0].goal_met(), Some(true));
}

#[test]
fn incidents_outside_the_window_or_after_as_of_are_not_counted() {
    let policy = policy();
    let window = Window { from: Some(at(10)), to: Some(at(20)) };
    let rows = [row("A", "low", 9, None), row("B", "low", 10, None), row("C", "low", 20, None)];
    let report = report_of(Question { window, ..question(&policy) }, &rows);
    assert_eq!(report.incidents, 1);
    let report = report_of(Question { as_of: at(15), ..question(&policy) }, &rows);
    assert_eq!((report.incidents, report.after_as_of), (2, 1));
}

#[test]
fn an_incident_that_was_opened_nobody_knows_when_is_listed() {
    let policy = policy();
    let unreadable = Row { opened: Stamp::Unreadable, ..row("A", "critical", 0, Some(1)) };
    let missing = Row { opened: Stamp::Absent, place: 1, ..row("B", "low", 0, Some(1)) };
    let report = report_of(question(&policy), &[unreadable.clone(), missing.clone()]);
    assert_eq!(report.objectives[0].counts.unknown, 2);
    assert_eq!(report.unreadable.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 3]);
    let window = Window { from: Some(at(0)), to: None };
    let windowed = report_of(Question { window, ..question(&policy) }, &[unreadable, missing]);
    assert_eq!((windowed.incidents, windowed.unreadable.len()), (0, 2), "in no window, but never lost");
}

#[test]
fn an_incident_that_no_event_opened_is_listed_without_a_cell() {
    let rows = EventRows {
        activity: "What".into(),
        at: "When".into(),
        stages: vec![(StageId::OPENED, vec!["Open".into(), "Created".into()])],
        pauses: Vec::new(),
        takes: Vec::new(),
        episodes: false,
        reopens: Vec::new(),
    };
    let mut policy = policy();
    let rows_of = |policy: &Policy| {
        let missing = Row { opened: Stamp::Absent, ..row("A", "low", 0, Some(1)) };
        report_of(question(policy), &[missing]).unreadable.remove(0)
    };
    assert_eq!(rows_of(&policy).value.as_deref(), Some(""));
    policy.mapping.rows = Rows::Events(rows);
    let listed = rows_of(&policy);
    assert_eq!((listed.column, listed.value), (None, None));
    let activities = vec!["Open".to_owned(), "Created".to_owned()];
    let (column, stage) = ("What".to_owned(), "opened".to_owned());
    assert_eq!(listed.reason, Distrust::NoOpeningActivity { column, stage, activities });
}

#[test]
fn watched_incidents_keep_their_verdicts() {
    let policy = policy();
    let assessor = Assessor::new(question(&policy));
    let mut tally = assessor.begin();
    take(&assessor, &mut tally, &row("W1", "low", 0, Some(1)));
    take(&assessor, &mut tally, &row("W2", "low", 0, Some(1)));
    let watched = Assessor::watched(&tally);
    assert_eq!(watched.len(), 1);
    assert_eq!(watched["W1"][0].word(), "met");
}

#[test]
fn the_load_of_a_breach_counts_all_incidents_of_the_exports_once() {
    let policy = policy();
    let filter = Condition::new(vec![(FieldId::SEVERITY, vec![Pattern::new("critical")])]);
    let window = Window { from: Some(at(10)), to: Some(at(11)) };
    let assessor = Assessor::new(Question { window, filter, ..question(&policy) });
    let mut tally = assessor.begin();
    let rows = [
        row("the breach's own", "critical", 10, Some(90)),
        row("opened before the window", "critical", 5, Some(11)),
        row("of another severity", "low", 10, Some(11)),
        row("ended", "low", 5, Some(10)),
        row("later", "low", 11, None),
        Row { opened: Stamp::Absent, ..row("of no time", "low", 0, None) },
    ];
    for (place, row) in (0..).zip(&rows) {
        take(&assessor, &mut tally, &Row { place, ..row.clone() });
    }
    take_repeated(&assessor, &mut tally, &Row { place: 9, ..row("twice", "low", 10, None) });
    let report = report(&assessor, tally);
    assert_eq!(report.incidents, 1);
    assert_eq!(report.breaches[0].load, Some(Load { open: Some(3), before: 2 }));
}

#[test]
fn a_load_is_told_only_where_it_is_asked_for_and_the_exports_tell_ends() {
    let policy = policy();
    let rows = [row("A", "low", 0, Some(9)), row("B", "low", 0, None)];
    let unasked = report_of(Question { load: false, ..question(&policy) }, &rows);
    assert!(unasked.breaches.iter().all(|breach| breach.load.is_none()));

    let load = |columns: &[Option<&str>]| {
        let assessor = Assessor::new(question(&policy));
        let mut tally = assessor.begin();
        for row in &rows {
            take(&assessor, &mut tally, row);
        }
        let columns = columns.iter().map(|column| column.map(str::to_owned)).collect();
        let source = SourceSummary { incidents: 2, stage_columns: columns, ..source() };
        let report = assessor.report(tally, vec![source], vec![], vec![], |_| 2);
        report.breaches[0].load.unwrap().open
    };
    assert_eq!(load(&[Some("opened"), None, None, None, None, None, Some("resolved"), None]), Some(1));
    assert_eq!(load(&[Some("opened"), None, None, None, None, None, None, Some("closed")]), Some(1));
    assert_eq!(load(&[Some("opened"), Some("acknowledged"), None, None, None, None, None, None]), None);
}

fn any_row() -> impl Strategy<Value = Row> {
    let severity = prop::sample::select(vec!["critical", "1 - Critical", "low", "LOW", "other"]);
    (severity, 0i64..1500, prop::option::of(-2i64..90))
        .prop_map(|(severity, opened, took)| row("", severity, opened, took.map(|took| opened + took)))
}

proptest! {
    #[test]
    fn the_report_does_not_depend_on_how_incidents_were_shared_out(
        rows in prop::collection::vec((any_row(), 0usize..3), 0..60),
    ) {
        let policy = policy();
        let assessor = Assessor::new(question(&policy));
        let mut together = assessor.begin();
        let mut shares = [assessor.begin(), assessor.begin(), assessor.begin()];
        for (place, (row, share)) in (0u32..).zip(rows) {
            let row = Row { id: format!("I{}", place % 50), place, ..row };
            take(&assessor, &mut together, &row);
            take(&assessor, &mut shares[share], &row);
        }
        let mut merged = assessor.begin();
        for share in shares.into_iter().rev() {
            assessor.merge(&mut merged, share);
        }
        prop_assert_eq!(report(&assessor, merged), report(&assessor, together));
    }
}

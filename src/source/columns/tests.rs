use super::{Columns, ColumnsError, EventCells, PauseCells, StageCells, resolve};
use crate::domain::{
    Condition, CountUnit, EventRows, FieldId, Fields, IdColumns, Mapping, Objective, Pattern, PauseColumns,
    Policy, Promise, Rows, Span, StageColumn, StageId, Stages, Target, Team,
};

/// A policy that promises the time from `opened` to each of these stages.
fn policy(to: &[&str]) -> Policy {
    let stages = Stages::with(std::iter::once("opened").chain(to.iter().copied()));
    let objective = |name: &&str| Objective {
        id: (*name).to_owned(),
        title: (*name).to_owned(),
        from: StageId::OPENED,
        to: stages.find(name).unwrap(),
        goal: None,
        pauses: true,
        targets: vec![target(Condition::default(), Promise::Within(Span::ZERO))],
        line: 1,
    };
    let objectives = to.iter().map(objective).collect();
    Policy { objectives, ..Policy::for_tests(stages, Fields::with([])) }
}

fn target(when: Condition, promise: Promise) -> Target {
    Target { when, since: None, until: None, promise, calendar: None, line: 1 }
}

fn asks_for(field: FieldId) -> Condition {
    Condition::new(vec![(field, vec![Pattern::new("x")])])
}

fn find(policy: &Policy, header: &[&str]) -> Result<Columns, ColumnsError> {
    resolve(policy, &policy.mapping, &names(header))
}

fn names(header: &[&str]) -> Vec<String> {
    header.iter().map(|&name| name.to_owned()).collect()
}

fn stage(policy: &Policy, columns: &Columns, name: &str) -> StageCells {
    columns.stages[policy.stages.find(name).unwrap().index()].clone()
}

#[test]
fn columns_of_tools_are_found_by_their_names() {
    for (header, id, opened, resolved, title) in [
        ("number,opened_at,short_description,priority,state,resolved_at,closed_at", 0, 1, 5, Some(2)),
        ("Number,Opened,Short description,Priority,State,Resolved,Closed", 0, 1, 5, Some(2)),
        ("id,incident_number,description,service_name,created_on,resolved_on,urgency", 1, 4, 5, Some(2)),
        ("Summary,Issue key,Issue id,Status,Priority,Created,Updated,Resolved", 1, 5, 7, Some(0)),
        ("管理番号,件名,受付日時,発生日時,復旧日時,重要度", 0, 3, 4, Some(1)),
        ("No.,アラート内容,検知時刻,確認済,復旧\n日時", 0, 2, 4, Some(1)),
        ("\u{feff}ID,キー,件名,登録日,更新日,復旧日時", 1, 3, 5, Some(2)),
        ("data.id,attributes.title,attributes.created,attributes.resolved", 0, 2, 3, Some(1)),
        ("key,fields.summary,fields.created,fields.resolutiondate,fields.priority.name", 0, 2, 3, Some(1)),
        ("id,service.created_at,created_at,resolved_at,service.summary", 0, 2, 3, None),
    ] {
        let policy = policy(&["resolved"]);
        let columns =
            find(&policy, &header.split(',').collect::<Vec<_>>()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(columns.id.first, id, "{header}");
        assert_eq!(stage(&policy, &columns, "opened"), StageCells::Time(opened), "{header}");
        assert_eq!(stage(&policy, &columns, "resolved"), StageCells::Time(resolved), "{header}");
        assert_eq!(columns.fields[FieldId::TITLE.index()], title, "{header}");
    }
}

#[test]
fn a_short_path_is_preferred_and_a_part_of_a_path_is_enough_for_a_field() {
    let policy = policy(&[]);
    let header = ["id", "created_at", "service.summary", "caller_id.company", "labels[].severity", "title"];
    let columns = find(&policy, &header).unwrap();
    assert_eq!(columns.fields, [Some(5), Some(2), Some(3), Some(4), None, None]);
    let columns = find(&policy, &["id", "created_at", "extra.severity", "severity", "a.b.severity"]).unwrap();
    assert_eq!(columns.fields[FieldId::SEVERITY.index()], Some(3));
}

#[test]
fn seconds_after_opened_stand_in_for_a_stage_that_has_no_time() {
    let policy = policy(&["acknowledged"]);
    let columns = find(&policy, &["incident_number", "created_on", "seconds_to_first_ack"]).unwrap();
    let after = StageCells::After { stage: StageId::OPENED, column: 2, unit: CountUnit::Seconds };
    assert_eq!(stage(&policy, &columns, "acknowledged"), after);
    let columns = find(&policy, &["id", "created_on", "seconds_to_first_ack", "acknowledged_at"]).unwrap();
    assert_eq!(stage(&policy, &columns, "acknowledged"), StageCells::Time(3));
}

#[test]
fn what_the_policy_maps_comes_first_and_in_any_spelling() {
    let mut policy = policy(&["resolved"]);
    let resolved = policy.stages.find("resolved").unwrap();
    policy.mapping = Mapping {
        id: Some(IdColumns::One(vec!["Ticket".into()])),
        fields: vec![(FieldId::SERVICE, vec!["number".into()])],
        stages: vec![
            (StageId::OPENED, vec![StageColumn::Time("復旧日時".into())]),
            (
                resolved,
                vec![StageColumn::After {
                    stage: StageId::OPENED,
                    column: "Sekunden".into(),
                    unit: CountUnit::Seconds,
                }],
            ),
        ],
        rows: Rows::Snapshots { order_by: Some("mod count".into()) },
        ..Mapping::default()
    };
    let columns =
        find(&policy, &["number", "復旧日時", "opened_at", "ticket", "sekunden", "mod_count", "Ticket"])
            .unwrap();
    assert_eq!((columns.id.first, columns.order_by), (6, Some(5)));
    assert_eq!(columns.fields[FieldId::SERVICE.index()], Some(0));
    assert_eq!(stage(&policy, &columns, "opened"), StageCells::Time(1));
    assert_eq!(
        stage(&policy, &columns, "resolved"),
        StageCells::After { stage: StageId::OPENED, column: 4, unit: CountUnit::Seconds }
    );
}

#[test]
fn everything_missing_is_told_at_once_with_what_to_write() {
    let mut policy = policy(&["responded", "reviewed"]);
    policy.fields = Fields::with(["channel"]);
    policy.mapping.id = Some(IdColumns::One(vec!["Nmber".into()]));
    let deadline = policy.stages.find("closed").unwrap();
    policy.objectives[0].targets = vec![
        target(asks_for(FieldId::SEVERITY), Promise::By(deadline)),
        target(Condition::default(), Promise::By(deadline)),
    ];
    policy.teams = vec![Team {
        id: "a".into(),
        title: "A".into(),
        when: asks_for(policy.fields.find("channel").unwrap()),
        contact: None,
    }];
    let error = find(&policy, &["Number", "Ack", "Opend at"]).unwrap_err();
    let expected = [
        "the export's columns don't fit the policy",
        "  no column `Nmber`, which `[source.fields] id` names; did you mean `Number`?",
        "  no column is known to hold `reviewed`; name it under `[source.stages]`: reviewed = \"…\"",
        "  no column is known to hold `channel`; name it under `[source.fields]`: channel = \"…\"",
        "  no column is known to hold `opened`; name it under `[source.stages]`, perhaps: opened = \"Opend at\"",
        "  no column is known to hold `responded`; name it under `[source.stages]`: responded = \"…\"",
        "  no column is known to hold `closed`; name it under `[source.stages]`: closed = \"…\"",
        "  no column is known to hold `severity`; name it under `[source.fields]`: severity = \"…\"",
        "  columns present: `Number`, `Ack`, `Opend at`",
    ];
    assert_eq!(error.to_string(), expected.join("\n"));
}

#[test]
fn stages_and_fields_of_the_policys_own_are_found_by_their_names() {
    let mut policy = policy(&["on_scene", "due"]);
    policy.fields = Fields::with(["channel"]);
    let columns = find(&policy, &["id", "opened", "On Scene", "期限日", "Channel"]).unwrap();
    assert_eq!(stage(&policy, &columns, "on_scene"), StageCells::Time(2));
    assert_eq!(stage(&policy, &columns, "due"), StageCells::Time(3));
    assert_eq!(columns.fields[6], Some(4));
}

#[test]
fn a_name_that_several_columns_bear_is_a_fault_only_where_it_is_needed() {
    let policy = policy(&["resolved"]);
    let error = find(&policy, &["id", "Comment", "opened", "Comment", "resolved", "resolved"]).unwrap_err();
    assert_eq!(error.repeated.len(), 1);
    assert_eq!(error.repeated[0].places, [5, 6]);
    assert!(error.to_string().contains("columns 5, 6 all bear the name `resolved`"));
    let columns = find(&policy, &["id", "summary", "opened", "summary", "resolved"]).unwrap();
    assert_eq!(columns.fields[FieldId::TITLE.index()], None);
}

#[test]
fn a_column_is_used_once() {
    let policy = policy(&["resolved", "closed"]);
    let columns = find(&policy, &["id", "opened", "復旧日時", "完了日時"]).unwrap();
    assert_eq!(stage(&policy, &columns, "resolved"), StageCells::Time(2));
    assert_eq!(stage(&policy, &columns, "closed"), StageCells::Time(3));
    let error = find(&policy, &["id", "opened", "完了日時"]).unwrap_err();
    assert_eq!(error.missing.iter().map(|column| column.key.as_str()).collect::<Vec<_>>(), ["closed"]);
}

#[test]
fn the_columns_of_pauses_must_be_there() {
    let mut policy = policy(&["resolved"]);
    let resolved = policy.stages.find("resolved").unwrap();
    policy.mapping.pauses = PauseColumns {
        stretches: vec![("hold_from".to_owned(), "hold_to".to_owned())],
        sums: vec![(resolved, "paused".to_owned())],
        sums_in_hours: false,
    };
    let found = find(&policy, &["id", "opened", "resolved", "hold_to", "hold_from", "paused"]).unwrap();
    assert_eq!(found.pauses, PauseCells { stretches: vec![(4, 3)], sums: vec![(resolved, 5)] });
    assert_eq!(found.needed(), [0, 1, 2, 3, 4, 5]);
    assert_eq!(found.times().collect::<Vec<_>>(), [1, 2, 4, 3]);
    let missing = find(&policy, &["id", "opened", "resolved", "hold_from"]).unwrap_err();
    let missing: Vec<_> =
        missing.missing.iter().map(|missing| (missing.section, missing.key.as_str())).collect();
    assert_eq!(missing, [("source.pauses", "intervals"), ("source.pauses", "seconds")]);
}

#[test]
fn stages_that_events_reach_need_no_column() {
    let mut policy = policy(&["resolved", "acknowledged"]);
    let resolved = policy.stages.find("resolved").unwrap();
    policy.mapping.rows = Rows::Events(EventRows {
        activity: "what".to_owned(),
        at: "opened_at".to_owned(),
        stages: vec![(resolved, vec!["Resolve".to_owned()])],
        pauses: Vec::new(),
        takes: Vec::new(),
        episodes: false,
        reopens: Vec::new(),
    });
    let found = find(&policy, &["id", "what", "opened_at", "resolved_at", "acknowledged"]).unwrap();
    assert_eq!(found.events, Some(EventCells { activity: 1, at: 2 }));
    assert_eq!(stage(&policy, &found, "opened"), StageCells::None);
    assert_eq!(stage(&policy, &found, "resolved"), StageCells::None);
    let missing = find(&policy, &["id", "opened", "resolved_at"]).unwrap_err();
    let missing: Vec<_> =
        missing.missing.iter().map(|missing| (missing.section, missing.key.as_str())).collect();
    assert_eq!(
        missing,
        [("source.rows", "activity"), ("source.rows", "at"), ("source.stages", "acknowledged")]
    );
}

use super::{Doubt, Inference, Offsets, Said, StageSource, infer};
use crate::source::time::DayOrder;

fn look(csv: &str) -> Inference {
    look_knowing(csv, &Said::default())
}

fn look_knowing(csv: &str, said: &Said) -> Inference {
    let mut lines =
        csv.lines().map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>());
    let header = lines.next().unwrap();
    infer(&header, &lines.collect::<Vec<_>>(), said)
}

fn stages(found: &Inference) -> Vec<(&str, &str)> {
    found
        .stages
        .iter()
        .map(|guess| match &guess.source {
            StageSource::Time(column) | StageSource::SecondsAfterOpened(column) => {
                (guess.stage, column.as_str())
            }
        })
        .collect()
}

#[test]
fn a_plain_ledger_is_understood_without_a_doubt_but_the_zone() {
    let found = look(
        "管理番号,顧客名,件名,重要度,発生日時,受付,一次対応完了,復旧日時,担当者
         A-1,甲社,ディスク逼迫,中,2026/05/01 9:05,2026/05/01 9:06,2026/05/01 9:20,2026/05/01 10:00,山田
         A-2,乙社,応答なし,高,2026/05/02 9:05,2026/05/02 9:06,未,,佐藤",
    );
    assert_eq!(found.id.unwrap().column, "管理番号");
    assert_eq!(found.fields.len(), 4);
    let stages: Vec<_> =
        found.stages.iter().map(|guess| (guess.stage, guess.parsed, guess.missing)).collect();
    assert_eq!(stages, [("opened", 2, 0), ("acknowledged", 2, 0), ("responded", 1, 1), ("resolved", 1, 1)]);
    assert_eq!(found.severities.iter().map(|found| found.value.as_str()).collect::<Vec<_>>(), ["高", "中"]);
    assert_eq!(found.offsets, Offsets::None);
    assert_eq!(found.doubts, [Doubt::NoOffset]);
    assert!(found.left_out.is_empty() && found.day_order.is_none());
}

#[test]
fn repeated_ids_and_day_first_dates_are_noticed() {
    let found = look(
        "number,state,opened_at,urgency,priority,resolved_at,closed_at
         INC1,New,29/2/2016 01:16,2 - Medium,3 - Moderate,?,?
         INC1,Closed,29/2/2016 01:16,2 - Medium,1 - Critical,1/3/2016 11:29,5/3/2016 12:00",
    );
    let order = found.day_order.clone().unwrap();
    assert_eq!(
        (order.order, order.is_proven, order.time_format.as_str()),
        (DayOrder::DayFirst, true, "%d/%m/%Y %H:%M")
    );
    assert_eq!(
        stages(&found),
        [("opened", "opened_at"), ("resolved", "resolved_at"), ("closed", "closed_at")]
    );
    assert!(found.doubts.contains(&Doubt::IdRepeats {
        column: "number".into(),
        value: "INC1".into(),
        rows: 2,
        taken: None
    }));
    assert!(found.doubts.contains(&Doubt::SeveralColumns {
        name: "severity",
        column: "priority".into(),
        others: vec!["urgency".into()]
    }));
}

#[test]
fn dates_that_show_no_order_get_the_usual_one_and_a_doubt() {
    let found = look("id,created,resolved\n1,1/2/2026 10:05:00 AM,1/2/2026 11:05:00 AM");
    let order = found.day_order.unwrap();
    assert_eq!(
        (order.order, order.is_proven, order.time_format.as_str()),
        (DayOrder::MonthFirst, false, "%m/%d/%Y %I:%M:%S %p")
    );
    assert!(found.doubts.iter().any(|doubt| matches!(doubt, Doubt::DayOrderUnknown { .. })));
    let found =
        look("id,created,resolved\n1,31/1/2026 10:05,1/2/2026 11:05\n2,1/31/2026 10:05,1/2/2026 11:05");
    assert!(found.day_order.is_none() && found.doubts.contains(&Doubt::DayOrderContradictory));
}

#[test]
fn opened_is_the_earliest_time_where_no_name_tells() {
    let found = look(
        "RowID,Dispatch DtTm,Received DtTm,On Scene DtTm
         a,2026-05-01T09:02:00Z,2026-05-01T09:01:00Z,2026-05-01T09:10:00Z
         b,2026-05-01T09:12:00Z,2026-05-01T09:11:00Z,",
    );
    assert_eq!(stages(&found), [("opened", "Received DtTm")]);
    assert_eq!(found.offsets, Offsets::All);
    assert!(found.doubts.contains(&Doubt::OpenedByOrder { column: "Received DtTm".into() }));
    assert!(found.doubts.contains(&Doubt::OnlyOpened));
    let unused = vec!["Dispatch DtTm".to_owned(), "On Scene DtTm".to_owned()];
    assert!(found.doubts.contains(&Doubt::UnusedTimes { columns: unused }));
}

#[test]
fn yes_and_no_are_no_stage_and_closing_stands_in_for_recovery() {
    let found =
        look("id,acknowledged,受付,openedAt,closedAt\n1,true,済,1714521900,1714525200\n2,false,,1714521900,");
    assert_eq!(stages(&found), [("opened", "openedAt"), ("resolved", "closedAt")]);
    assert!(found.doubts.contains(&Doubt::ResolvedFromClosed { column: "closedAt".into() }));
    let left_out: Vec<_> =
        found.left_out.iter().map(|left| (left.column.as_str(), left.example.as_deref())).collect();
    assert_eq!(left_out, [("acknowledged", Some("true")), ("受付", Some("済"))]);
}

#[test]
fn seconds_and_cells_that_cannot_be_read_are_told() {
    let found = look(
        "incident_number,created_on,resolved_on,seconds_to_first_ack
         1,2026-05-01T00:00:00Z,2026-05-01T01:00:00Z,302
         2,2026-05-01T00:00:00Z,yesterday,",
    );
    let source = &found.stages[1].source;
    assert_eq!(*source, StageSource::SecondsAfterOpened("seconds_to_first_ack".into()));
    assert!(found.doubts.iter().any(|doubt| matches!(doubt,
        Doubt::UnreadableCells { stage: "resolved", cells: 1, example, .. } if example == "yesterday")));
}

#[test]
fn an_export_without_anything_gives_doubts_and_nothing_else() {
    let found = infer(&[], &[], &Said::default());
    assert_eq!(found.doubts, [Doubt::NoId, Doubt::NoOpened, Doubt::NoSeverity]);
    let found = look("id,opened,resolved");
    assert_eq!(stages(&found), [("opened", "opened"), ("resolved", "resolved")]);
    assert_eq!(found.offsets, Offsets::NoTimes);
}

#[test]
fn what_a_person_said_comes_first_and_settles_the_doubt() {
    let csv = "ref,n,received,created,resolved,resolved on,priority,urgency
         a,1,2026-05-01T09:00:00Z,2026-05-01T09:01:00Z,2026-05-01T10:00:00Z,2026-05-01T11:00:00Z,P1,low
         a,2,2026-05-01T09:00:00Z,2026-05-01T09:01:00Z,2026-05-01T10:00:00Z,2026-05-01T11:00:00Z,P1,high";
    let several = |found: &Inference| {
        let names = found.doubts.iter().filter_map(|doubt| match doubt {
            Doubt::SeveralColumns { name, .. } => Some(*name),
            _ => None,
        });
        names.collect::<Vec<_>>()
    };
    assert_eq!(several(&look(csv)), ["resolved", "severity"]);
    let said = Said {
        columns: [
            ("id", Some("ref")),
            ("opened", Some("received")),
            ("resolved", Some("resolved")),
            ("severity", Some("urgency")),
            ("status", None),
        ]
        .map(|(name, column)| (name, column.map(str::to_owned)))
        .to_vec(),
        day_order: None,
    };
    let found = look_knowing(csv, &said);
    assert_eq!(several(&found), [""; 0]);
    assert_eq!(stages(&found), [("opened", "received"), ("resolved", "resolved")]);
    assert_eq!(
        found.severities.iter().map(|found| found.value.as_str()).collect::<Vec<_>>(),
        ["high", "low"]
    );
    // The id that a person chose may repeat: then incidents have several rows.
    assert!(found.doubts.iter().any(|doubt| matches!(doubt, Doubt::IdRepeats { taken: None, .. })));
    assert!(found.left_out.iter().any(|left| left.column == "created" && left.is_times));
}

//! The reader as a whole: what it makes of a policy, and what it says about faults.

use std::path::Path;

use super::read_policy;
use super::sample::no_files;
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::domain::{
    CountUnit, FieldId, Fix, IdColumns, Instant, Language, Policy, Promise, Rows, SkippedStage, Span,
    StageColumn, StageId,
};

fn toml(text: &str) -> Result<(Policy, Vec<Diagnostic>), Vec<Diagnostic>> {
    read_policy(Path::new("team/slo.toml"), text, "00".to_owned(), &no_files)
}

/// A sound policy with something in the place of the objective's targets, and after it.
fn with(targets: &str, after: &str) -> String {
    format!(
        "schema = 1\ntimezone = \"Asia/Tokyo\"\n\
         severities = [{{ name = \"critical\", values = [\"P1\"] }}, {{ name = \"high\" }}]\n\
         [objectives.first]\nfrom = \"opened\"\nto = \"responded\"\ntargets = {targets}\n{after}"
    )
}

fn codes(text: &str) -> Vec<Code> {
    match toml(text) {
        Ok((_, warnings)) => warnings.iter().map(|fault| fault.code).collect(),
        Err(faults) => faults.iter().map(|fault| fault.code).collect(),
    }
}

/// The only fault in a text.
fn only(text: &str) -> Diagnostic {
    let mut faults = match toml(text) {
        Ok((_, warnings)) => warnings,
        Err(faults) => faults,
    };
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.remove(0)
}

/// The text that the only fault underlines.
fn underlined(text: &str) -> (Code, String, String) {
    let fault = only(text);
    (fault.code, text[fault.primary.span.clone()].to_owned(), fault.help.unwrap_or_default())
}

pub(super) const FULL: &str = r##"schema = 1
name = "一次運用 SLO"
timezone = "Asia/Tokyo"
language = "ja"
ledger = "../records/slo-ledger.jsonl"
severities = [
  { name = "critical", values = ["1 - Critical", "P1"] },
  { name = "high", values = ["High", "P2"] },
]
[source]
timezone = "UTC"
time_format = "%d/%m/%Y %H:%M"
encoding = "shift_jis"
missing = ["?", "-"]
[source.fields]
id = "number"
severity = "priority"
channel = "contact_type"
[source.stages]
opened = "opened_at"
acknowledged = { after = "opened", seconds = "ack_s" }
triaged = "triaged_at"
resolved = "resolved\nat"
due = "due_at"
[source.rows]
kind = "snapshots"
order_by = "sys_mod_count"
[objectives.first-response]
title = "一次対応完了"
from = "opened"
to = "responded"
goal = "99.95%"
targets = [
  { when = { severity = "critical" }, within = "30m" },
  { when = { severity = "high", customer = ["ACME", "Globex*"] }, within = "1h30m" },
  { when = { channel = "test" }, exempt = "test alerts carry no promise" },
  { within = "4h", since = "2026-04-01", until = 2026-10-01T00:00:00Z },
  { within = "8h" },
]
[objectives.resolve]
from = "triaged"
to = "resolved"
targets = [{ by = "due" }]
[clock]
skipped_stage = "next-stage"
reopen = "same-clock"
severity_at = "opened"
[causes.runbook-missing]
title = "手順書がない・古い"
fix = "required"
improvement = "手順書を整備する"
[causes.other]
[teams.acme-ops]
title = "ACME 運用チーム"
when = { customer = "ACME" }
contact = "#acme-ops"
[teams.rest]
[shifts.day]
title = "日勤"
hours = "08:30-17:30"
[shifts.night]
hours = "17:30-08:30"
[escalation]
drafts = "drafts/slo"
reply_within = "5d"
template = "../words/request.md"
"##;

fn seconds(seconds: i64) -> Span {
    Span::from_seconds(seconds).unwrap()
}

#[test]
fn a_full_policy_is_read_as_it_is_written() {
    let (policy, warnings) = toml(FULL).unwrap();
    assert_eq!(warnings, []);
    assert_eq!((policy.name.as_str(), policy.zone.name()), ("一次運用 SLO", "Asia/Tokyo"));
    assert_eq!(policy.language, Some(Language::Japanese));
    assert_eq!(policy.ledger.as_deref(), Some(Path::new("../records/slo-ledger.jsonl")));
    assert_eq!(policy.severities.name_of("ｐ１"), "critical");
    assert_eq!(policy.clock.skipped_stage, SkippedStage::NextStage);

    let stage = |name| policy.stages.find(name).unwrap();
    let names: Vec<_> = policy.stages.iter().map(|(_, name)| name).collect();
    assert_eq!(names[..4], ["opened", "acknowledged", "triaged", "notified"]);
    assert!(policy.stages.is_deadline(stage("due")));
    let mapping = &policy.mapping;
    assert_eq!(mapping.zone.unwrap().name(), "UTC");
    assert_eq!(mapping.encoding.as_deref(), Some("shift_jis"));
    assert_eq!(mapping.missing, ["?", "-"]);
    assert_eq!(mapping.id, Some(IdColumns::One(vec!["number".to_owned()])));
    let channel = policy.fields.find("channel").unwrap();
    assert_eq!(
        mapping.fields,
        [(FieldId::SEVERITY, vec!["priority".to_owned()]), (channel, vec!["contact_type".to_owned()])]
    );
    let after =
        StageColumn::After { stage: StageId::OPENED, column: "ack_s".to_owned(), unit: CountUnit::Seconds };
    assert_eq!(mapping.stages[1], (stage("acknowledged"), vec![after]));
    assert_eq!(mapping.stages[3], (stage("resolved"), vec![StageColumn::Time("resolved\nat".to_owned())]));
    assert_eq!(mapping.rows, Rows::Snapshots { order_by: Some("sys_mod_count".to_owned()) });

    let [first, resolve] = policy.objectives.as_slice() else { panic!() };
    assert_eq!((first.id.as_str(), first.title.as_str(), first.line), ("first-response", "一次対応完了", 28));
    assert_eq!(first.goal.unwrap().to_string(), "99.95");
    let lines: Vec<_> = first.targets.iter().map(|target| target.line).collect();
    assert_eq!(lines, [34, 35, 36, 37, 38]);
    assert_eq!(first.targets[1].promise, Promise::Within(seconds(5400)));
    assert_eq!(first.targets[2].promise, Promise::Exempt("test alerts carry no promise".to_owned()));
    // Midnight in Tokyo, and midnight at Greenwich.
    assert_eq!(first.targets[3].since, Instant::from_epoch(1_774_969_200, 0));
    assert_eq!(first.targets[3].until, Instant::from_epoch(1_790_812_800, 0));
    assert_eq!((resolve.title.as_str(), resolve.from), ("resolve", stage("triaged")));
    assert_eq!(resolve.targets[0].promise, Promise::By(stage("due")));

    assert_eq!(policy.causes[0].fix, Fix::Required);
    assert_eq!((policy.causes[1].title.as_str(), policy.causes[1].fix), ("other", Fix::Review));
    assert_eq!(policy.teams[0].contact.as_deref(), Some("#acme-ops"));
    assert!(policy.teams[1].when.is_everything());
    let shifts: Vec<_> = policy
        .shifts
        .iter()
        .map(|shift| (shift.id.as_str(), shift.title.as_str(), shift.from, shift.to))
        .collect();
    assert_eq!(shifts, [("day", "日勤", 510, 1050), ("night", "night", 1050, 510)]);
    assert_eq!(policy.escalation.drafts, Path::new("drafts/slo"));
    assert_eq!(policy.escalation.reply_within, Some(seconds(5 * 86_400)));
    assert_eq!(policy.escalation.template.as_deref(), Some(Path::new("../words/request.md")));
}

#[test]
fn a_short_policy_has_the_defaults() {
    let (policy, warnings) = toml(&with(r#"[{ within = "4h" }]"#, "")).unwrap();
    assert_eq!(warnings, []);
    assert_eq!(policy.name, "slo");
    assert_eq!(policy.objectives[0].goal, None);
    assert_eq!(policy.clock.skipped_stage, SkippedStage::Unknown);
    assert_eq!(policy.mapping.rows, Rows::One);
    assert_eq!(policy.escalation.drafts, Path::new("escalations"));
}

const SIX_FAULTS: &str = r#"schema = 1
timezone = "Asia/Tokio"
langauge = "en"
severities = [{ name = "critical", values = ["P1"] }, { name = "high", values = ["P2"] }]
[objectives.first-response]
title = 42
from = "opened"
to = "responded"
goal = "120%"
targets = [
  { when = { severity = "P1" }, within = "30m" },
  { when = { severity = "high" }, within = "half an hour" },
]
"#;

const SIX_FAULTS_JSON: &str = r#"{
  "schema": 1,
  "timezone": "Asia/Tokio",
  "langauge": "en",
  "severities": [{ "name": "critical", "values": ["P1"] }, { "name": "high", "values": ["P2"] }],
  "objectives": {
    "first-response": {
      "title": 42,
      "from": "opened",
      "to": "responded",
      "goal": "120%",
      "targets": [
        { "when": { "severity": "P1" }, "within": "30m" },
        { "when": { "severity": "high" }, "within": "half an hour" }
      ]
    }
  }
}"#;

#[test]
fn six_faults_give_six_messages_in_one_run_in_toml_and_in_json() {
    let expected = [
        (Code::UnknownZone, "\"Asia/Tokio\"", "did you mean `Asia/Tokyo`?"),
        (Code::UnknownKey, "langauge", "did you mean `language`?"),
        (Code::WrongType, "42", "write it in quotes: \"42\""),
        (Code::BadValue, "\"120%\"", ""),
        (Code::UnknownSeverity, "\"P1\"", "`P1` is a value of `critical`: write the name, `critical`"),
        (Code::BadValue, "\"half an hour\"", ""),
    ];
    for (path, text) in [("slo.toml", SIX_FAULTS), ("slo.JSON", SIX_FAULTS_JSON)] {
        let faults = read_policy(Path::new(path), text, String::new(), &no_files).unwrap_err();
        let found: Vec<_> = faults
            .iter()
            .map(|fault| (fault.code, text[fault.primary.span.clone()].trim_matches('"')))
            .collect();
        let wanted: Vec<_> = expected.iter().map(|(code, text, _)| (*code, text.trim_matches('"'))).collect();
        assert_eq!(found, wanted, "{path}");
        for (fault, (_, _, help)) in faults.iter().zip(expected) {
            assert!(fault.help.as_deref().unwrap().starts_with(help), "{fault:?}");
        }
    }
}

#[test]
fn json_and_toml_give_the_same_policy() {
    let json = r#"{"schema": 1, "timezone": "UTC", "objectives": {"a": {"from": "opened", "to": "resolved",
        "targets": [{"when": {"service": ["web-*", "db"]}, "within": "1h", "since": "2026-04-01"}]}}}"#;
    let text = "schema = 1\ntimezone = \"UTC\"\n[objectives.a]\nfrom = \"opened\"\nto = \"resolved\"\n\
        targets = [{ when = { service = [\"web-*\", \"db\"] }, within = \"1h\", since = 2026-04-01 }]\n";
    let mut from_json = read_policy(Path::new("a.json"), json, String::new(), &no_files).unwrap().0;
    let mut from_toml = read_policy(Path::new("a.toml"), text, String::new(), &no_files).unwrap().0;
    for policy in [&mut from_json, &mut from_toml] {
        policy.path = "a".into();
        policy.objectives[0].line = 0;
        policy.objectives[0].targets[0].line = 0;
    }
    assert_eq!(from_json, from_toml);
}

#[test]
fn faults_of_targets_are_told_apart() {
    for (targets, code, place) in [
        ("[]", Code::Empty, "[]"),
        (r#"{ within = "4h" }"#, Code::WrongType, r#"{ within = "4h" }"#),
        (r#"[{ when = { service = "a" } }]"#, Code::Promise, r#"{ when = { service = "a" } }"#),
        (r#"[{ within = "4h", by = "due" }]"#, Code::Promise, "by"),
        (r#"[{ by = "resolved" }]"#, Code::BadValue, "\"resolved\""),
        (r#"[{ exempt = " " }]"#, Code::Empty, "\" \""),
        (r#"[{ witihn = "4h", exempt = "x" }]"#, Code::UnknownKey, "witihn"),
        (r#"[{ within = "4h", when = { severty = "high" } }]"#, Code::UnknownField, "severty"),
        (r#"[{ within = "4h", when = { id = "INC1" } }]"#, Code::UnknownField, "id"),
        (r#"[{ within = "4h", when = { service = [] } }]"#, Code::Empty, "[]"),
        (r#"[{ within = "4h", when = {} }]"#, Code::Empty, "{}"),
        (r#"[{ within = "4h", when = { service = 3 } }]"#, Code::WrongType, "3"),
        (r#"[{ within = "4h", when = { severity = "low*" } }]"#, Code::UnknownSeverity, "\"low*\""),
        (
            r#"[{ within = "4h", since = "2026-05-01", until = "2026-05-01" }]"#,
            Code::EmptyPeriod,
            "\"2026-05-01\"",
        ),
        (r#"[{ within = "4h", since = "1.5.2026" }]"#, Code::BadValue, "\"1.5.2026\""),
        (r#"[{ within = "4h", since = 07:32:00 }]"#, Code::BadValue, "07:32:00"),
    ] {
        let (found, text, help) = underlined(&with(targets, ""));
        assert_eq!((found, text.as_str()), (code, place), "{targets}");
        assert!(!help.is_empty() || code == Code::WrongType || code == Code::Empty, "{targets}");
    }
}

#[test]
fn a_target_that_can_never_match_is_refused_with_both_places() {
    for (targets, unreachable) in [
        (r#"{ within = "4h" }, { when = { severity = "high" }, within = "1h" }"#, true),
        (
            r#"{ when = { service = "Web" }, within = "4h" }, { when = { service = "ｗｅｂ" }, exempt = "x" }"#,
            true,
        ),
        (
            r#"{ when = { service = "web*" }, within = "4h" }, { when = { service = "web-1", customer = "A" }, within = "1h" }"#,
            true,
        ),
        (
            r#"{ within = "4h", since = "2026-01-01" }, { within = "1h", since = "2026-04-01", until = "2026-05-01" }"#,
            true,
        ),
        (r#"{ within = "4h", since = "2026-04-01" }, { within = "1h" }"#, false),
        (r#"{ within = "4h", until = "2026-04-01" }, { within = "1h", since = "2026-04-01" }"#, false),
        (r#"{ when = { severity = "high" }, within = "1h" }, { within = "4h" }"#, false),
    ] {
        let text = with(&format!("[{targets}]"), "");
        match toml(&text) {
            Ok(_) => assert!(!unreachable, "{targets}"),
            Err(faults) => {
                assert!(unreachable, "{targets}");
                assert_eq!((faults.len(), faults[0].code), (1, Code::Unreachable));
                let (first, second) = (&faults[0].further[0].span, &faults[0].primary.span);
                assert!(first.end < second.start && text[second.clone()].starts_with('{'));
            }
        }
    }
}

#[test]
fn stages_must_be_known_and_in_order() {
    let text = |from: &str, to: &str, by: &str| {
        format!(
            "schema = 1\ntimezone = \"UTC\"\n[source.stages]\nopened = \"a\"\ntriaged = \"b\"\n\
             [objectives.x]\nfrom = \"{from}\"\nto = \"{to}\"\ntargets = [{by}]\n"
        )
    };
    let within = r#"{ within = "1h" }"#;
    assert_eq!(codes(&text("triaged", "resolved", within)), []);
    assert_eq!(
        underlined(&text("opened", "resolve", within)),
        (Code::UnknownStage, "\"resolve\"".to_owned(), "did you mean `resolved`?".to_owned())
    );
    let backwards = only(&text("responded", "triaged", within));
    assert_eq!((backwards.code, backwards.further.len()), (Code::StageOrder, 1));
    assert!(backwards.help.unwrap().contains("opened, triaged, acknowledged"));
    assert_eq!(codes(&text("opened", "opened", within)), [Code::StageOrder]);
    assert_eq!(codes(&text("opened", "due", r#"{ by = "due" }"#)), [Code::StageOrder]);
    assert_eq!(codes(&text("opened", "resolved", r#"{ by = "due" }"#)), []);
    let near = only(&text("opened", "resolved", r#"{ by = "triagd" }"#));
    assert_eq!((near.code, near.level), (Code::NearName, Level::Warning));
}

#[test]
fn the_mapping_must_make_sense() {
    for (lines, code, place) in [
        ("encoding = \"klingon\"", Code::BadValue, "\"klingon\""),
        ("time_format = \"%H:%M\"", Code::BadValue, "\"%H:%M\""),
        ("time_format = \"%d/%m/%Y\"", Code::BadValue, "\"%d/%m/%Y\""),
        ("time_format = \"%Q\"", Code::BadValue, "\"%Q\""),
        ("timezone = \"Tokyo\"", Code::UnknownZone, "\"Tokyo\""),
        ("missing = []", Code::Empty, "[]"),
        ("fields.opened = \"x\"", Code::BadValue, "opened"),
        ("fields.\"a b\" = \"x\"", Code::BadValue, "\"a b\""),
        ("fields.title = \"\"", Code::Empty, "\"\""),
        ("stages.status = \"x\"", Code::BadValue, "status"),
        ("stages.opened = { after = \"resolved\", seconds = \"s\" }", Code::StageOrder, "\"resolved\""),
        ("stages.resolved = { after = \"resolved\", seconds = \"s\" }", Code::StageOrder, "\"resolved\""),
        ("stages.resolved = { after = \"opend\", seconds = \"s\" }", Code::UnknownStage, "\"opend\""),
        ("stages.resolved = { after = \"opened\" }", Code::MissingKey, "resolved"),
        ("rows = { kind = \"snapshot\" }", Code::BadValue, "\"snapshot\""),
        ("rows = {}", Code::MissingKey, "rows"),
    ] {
        let (found, text, _) = underlined(&with(r#"[{ within = "4h" }]"#, &format!("[source]\n{lines}\n")));
        assert_eq!((found, text.as_str()), (code, place), "{lines}");
    }
    let circle = "[source.stages]\nnotified = { after = \"responded\", seconds = \"a\" }\n\
        responded = { after = \"notified\", seconds = \"b\" }\n";
    assert_eq!(codes(&with(r#"[{ within = "4h" }]"#, circle)), [Code::StageOrder; 2]);
}

#[test]
fn what_the_reading_of_exports_knows_is_accepted() {
    for line in [
        "time_format = \"excel-serial\"",
        "time_format = \"%Y年%m月%d日 %H時%M分\"",
        "time_format = \"%s\"",
        "encoding = \"cp932\"",
        "encoding = \"windows-932\"",
        "encoding = \"utf-8-bom\"",
        "encoding = \"Windows-31J\"",
    ] {
        assert_eq!(codes(&with(r#"[{ within = "4h" }]"#, &format!("[source]\n{line}\n"))), [], "{line}");
    }
}

#[test]
fn the_rest_of_the_file_is_checked_as_well() {
    for (lines, code, place) in [
        ("[causes.x]\nfix = \"maybe\"", Code::BadValue, "\"maybe\""),
        ("[causes.\"a/b\"]\ntitle = \"x\"", Code::BadValue, "\"a/b\""),
        ("[causes.x]\ntitle = \"a\\u001bb\"", Code::BadValue, "\"a\\u001bb\""),
        ("[causes.x]\nfix = \"required\"", Code::NoImprovement, "x"),
        ("[teams.x]\nwhen = { custommer = \"A\" }", Code::UnknownField, "custommer"),
        ("[teams.a]\n[teams.b]\nwhen = { customer = \"A\" }", Code::Unreachable, "b"),
        ("[escalation]\ndrafts = \"../out\"", Code::BadValue, "\"../out\""),
        ("[escalation]\ndrafts = \"/tmp\"", Code::BadValue, "\"/tmp\""),
        ("[escalation]\ndrafts = 'C:\\out'", Code::BadValue, "'C:\\out'"),
        ("[escalation]\nreply_within = \"0d\"", Code::BadValue, "\"0d\""),
        ("[objective.x]", Code::UnknownKey, "objective"),
        ("[clock]\nskiped_stage = \"miss\"", Code::UnknownKey, "skiped_stage"),
        ("[clock]\nskipped_stage = \"mis\"", Code::BadValue, "\"mis\""),
    ] {
        let (found, text, _) = underlined(&with(r#"[{ within = "4h" }]"#, lines));
        assert_eq!((found, text.as_str()), (code, place), "{lines}");
    }
}

#[test]
fn severities_must_not_share_a_value() {
    let text = "schema = 1\ntimezone = \"UTC\"\n\
        severities = [{ name = \"critical\", values = [\"P1\", \"p1\"] }, { name = \"high\", values = [\"Ｐ１\"] }]\n\
        [objectives.x]\nfrom = \"opened\"\nto = \"closed\"\ntargets = [{ within = \"1h\" }]\n";
    let fault = only(text);
    assert_eq!(fault.code, Code::DuplicateSeverity);
    assert_eq!(&text[fault.primary.span.clone()], "\"Ｐ１\"");
    assert_eq!(&text[fault.further[0].span.clone()], "\"P1\"");
}

#[test]
fn a_policy_without_objectives_or_zone_or_schema_is_refused() {
    assert_eq!(codes(""), [Code::MissingKey, Code::MissingKey, Code::NoObjectives]);
    let fault = only("schema = 1\ntimezone = \"UTC\"\n[objectives]\n");
    assert_eq!(fault.code, Code::NoObjectives);
    assert_eq!(codes("schema = 2\nwhatever = true\n"), [Code::Schema]);
    assert_eq!(
        codes("schema = \"1\"\ntimezone = \"UTC\"\n[objectives]\n"),
        [Code::WrongType, Code::NoObjectives]
    );
}

#[test]
fn faults_of_syntax_are_shown_several_at_once_and_nothing_else() {
    let lines: Vec<_> = toml("schema = 1\nname = \"x\nlangauge = 1\ntimezone = = 3\n")
        .unwrap_err()
        .iter()
        .map(|fault| (fault.code, fault.place("schema = 1\nname = \"x\nlangauge = 1\ntimezone = = 3\n").line))
        .collect();
    assert_eq!((lines.first(), lines.last()), (Some(&(Code::Syntax, 2)), Some(&(Code::Syntax, 4))));
    assert_eq!(codes("schema = 1\nschema = 2\n"), [Code::DuplicateKey]);
    for (text, code) in [
        ("{ \"schema\": 1 \"name\": 2 }", Code::Syntax),
        ("", Code::Syntax),
        ("[1]", Code::Syntax),
        ("{} // done", Code::Syntax),
        ("{\"schema\": 1, \"schema\": 1}", Code::DuplicateKey),
    ] {
        let faults = read_policy(Path::new("slo.json"), text, String::new(), &no_files).unwrap_err();
        assert!(faults.iter().any(|fault| fault.code == code), "{text}");
    }
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let text = format!("\u{feff}{}", with(r#"[{ within = "4x" }]"#, ""));
    assert_eq!(underlined(&text).1, "\"4x\"");
}

#[test]
fn bytes_that_are_no_utf_8_are_named() {
    let fault = super::decode_policy(Path::new("slo.toml"), b"name = \"\x83\x56\"".to_vec()).unwrap_err();
    let [fault] = fault.as_slice() else { panic!() };
    assert_eq!((fault.code, fault.primary.text.as_str()), (Code::NotUtf8, "byte 0x83"));
    assert_eq!(fault.primary.span.start, 8);
}

#[test]
fn targets_as_tables_of_their_own_are_read_with_their_lines() {
    let text = "schema = 1\ntimezone = \"UTC\"\nobjectives.x.from = \"opened\"\nobjectives.x.to = \"closed\"\n\
        [[objectives.x.targets]]\nwhen.service = \"web\"\nwithin = \"1h\"\n\n[[objectives.x.targets]]\nwithin = \"2h\"\n";
    let (policy, _) = toml(text).unwrap();
    let lines: Vec<_> = policy.objectives[0].targets.iter().map(|target| target.line).collect();
    assert_eq!((policy.objectives[0].line, lines), (3, vec![5, 9]));
}

use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::domain::{FieldId, Policy, PresetChoice, StageColumn};
use crate::policy_file::read_policy;
use crate::policy_file::sample::no_files;

fn read(text: &str) -> Policy {
    match read_policy(Path::new("slo.toml"), text, String::new(), &no_files) {
        Ok((policy, warnings)) => {
            assert_eq!(warnings, [], "{text}");
            policy
        }
        Err(faults) => panic!("{faults:#?}\n{text}"),
    }
}

fn column(name: &str, column: &str) -> ProposedColumn {
    ProposedColumn {
        name: name.to_owned(),
        column: column.to_owned(),
        after: None,
        evidence: "as in 2026-05-01".to_owned(),
    }
}

#[test]
fn the_template_is_a_sound_policy_in_both_languages() {
    for language in [Language::Japanese, Language::English] {
        let text = template(language);
        assert!(!text.contains('@'), "{text}");
        let policy = read(&text);
        assert_eq!(policy.language, Some(language));
        assert_eq!(policy.objectives.len(), 2);
        assert!(policy.causes.len() >= 6);
    }
}

/// What stands in comments as an example must be sound as well.
#[test]
fn the_commented_parts_of_the_template_can_be_used() {
    let text: String = template(Language::Japanese)
        .lines()
        .map(|line| line.trim_start().strip_prefix("# ").filter(|rest| is_toml(rest)).unwrap_or(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    let policy = read(&text);
    assert_eq!(policy.severities.levels().len(), 2);
    assert_eq!(policy.mapping.stages.len(), 2);
    assert_eq!(policy.mapping.missing, ["?", "-"]);
    assert_eq!(policy.objectives[0].targets.len(), 3);
    assert_eq!(policy.teams.len(), 1);
    assert!(policy.ledger.is_some());
}

fn is_toml(comment: &str) -> bool {
    let is_key = |text: &str| text.chars().all(|char| char.is_ascii_lowercase() || char == '_');
    comment.starts_with(['[', ']'])
        || comment.trim_start().starts_with('{')
        || comment.split_once(" = ").is_some_and(|(key, _)| is_key(key))
}

#[test]
fn a_proposal_says_what_was_found() {
    let found = Proposal {
        export: Some("may.csv".to_owned()),
        severities: vec![
            ProposedSeverity {
                name: "critical".to_owned(),
                values: vec![("緊急".to_owned(), 12), ("P1".to_owned(), 3)],
            },
            ProposedSeverity { name: "低".to_owned(), values: vec![("低".to_owned(), 99)] },
        ],
        time_format: Some("%d/%m/%Y %H:%M".to_owned()),
        encoding: Some("shift_jis".to_owned()),
        missing: vec!["?".to_owned()],
        fields: vec![column("id", "管理番号"), column("service", "a \"quoted\" \\ name\n2")],
        stages: vec![
            column("opened", "発生"),
            ProposedColumn { after: Some("opened".to_owned()), ..column("acknowledged", "受付秒") },
        ],
        snapshots: Some(ProposedSnapshots { order_by: Some("更新".to_owned()) }),
        doubts: vec!["the zone is a guess\nname = 1".to_owned()],
        ..Proposal::blank(Language::Japanese)
    };
    let text = proposal(&found);
    assert!(text.contains("# 要確認: the zone is a guess name = 1\n"));
    assert!(text.contains("# 12 + 3 件"));
    assert!(text.contains("id = \"管理番号\" # as in 2026-05-01"));
    let policy = read(&text);
    assert_eq!(policy.severities.name_of("p1"), "critical");
    assert_eq!(policy.mapping.fields, [(FieldId::SERVICE, vec!["a \"quoted\" \\ name\n2".to_owned()])]);
    assert!(matches!(policy.mapping.stages[1].1[0], StageColumn::After { .. }));
    let [acknowledge] = policy.objectives.as_slice() else { panic!() };
    assert_eq!((acknowledge.id.as_str(), acknowledge.targets.len()), ("acknowledge", 3));
}

#[test]
fn a_proposal_promises_what_the_stages_allow() {
    for (stages, ids) in [
        (vec!["opened", "acknowledged", "responded", "resolved"], vec!["first-response", "resolve"]),
        (vec!["opened", "acknowledged"], vec!["acknowledge"]),
        (vec!["opened", "dispatched", "on_scene"], vec!["to-on_scene"]),
        (vec!["opened", "closed", "notified"], vec!["to-closed"]),
        (vec!["opened"], vec!["resolve"]),
    ] {
        let found = Proposal {
            export: Some("-".to_owned()),
            stages: stages.iter().map(|stage| column(stage, stage)).collect(),
            ..Proposal::blank(Language::English)
        };
        let text = proposal(&found);
        let policy = read(&text);
        let found: Vec<_> = policy.objectives.iter().map(|objective| objective.id.as_str()).collect();
        assert_eq!(found, ids);
        assert_eq!(text.contains("# unsure:"), ids[0].starts_with("to-") || stages.len() == 1);
    }
}

#[test]
fn what_presets_and_columns_tell_is_said_in_comments() {
    let named = |name: &str| NamedPreset { name: name.to_owned(), title: "Tool:\nlist".to_owned() };
    let with = |preset| Proposal {
        export: Some("a.csv".to_owned()),
        preset,
        left_out: (0..42)
            .map(|number| LeftOutColumn { column: format!("c{number}"), example: Some("x\n".repeat(30)) })
            .collect(),
        ..Proposal::blank(Language::English)
    };
    let stages = ["opened", "acknowledged", "own"].map(str::to_owned).to_vec();
    let evidence = vec!["A".to_owned(), "B".to_owned()];
    let used = proposal(&with(ProposedPreset::Used { preset: named("tool"), evidence, stages }));
    let policy = read(&used);
    assert_eq!(policy.mapping.preset, PresetChoice::Named("tool".to_owned()));
    assert_eq!(policy.objectives[0].id, "acknowledge");
    assert!(used.contains("# Tool: list\n# 見分けた列 / recognised by: A, B\n"), "{used}");
    assert!(used.contains("\n#   c39: `x x x") && used.contains("…`\n"), "{used}");
    assert!(!used.contains("c40") && used.contains("and 2 more\n"), "{used}");
    let tied = proposal(&with(ProposedPreset::Tied(vec![named("one"), named("two")])));
    assert_eq!(read(&tied).mapping.preset, PresetChoice::Recognised);
    let chosen = tied.replace("# preset = \"two\"", "preset = \"two\"");
    assert_eq!(read(&chosen).mapping.preset, PresetChoice::Named("two".to_owned()));
    assert_eq!(read(&proposal(&with(ProposedPreset::None))).mapping.preset, PresetChoice::None);
}

/// Texts as an export may hold them, those that matter to TOML among them.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\"'\\\\\n\r\t#=\\[\\]{}@a重*?. ]{0,8}",
        prop::sample::select(
            &["opened", "resolved", "id", "title", "x", "due", "P1", "p1", "Ｐ１", "@name@", ""][..]
        )
        .prop_map(str::to_owned),
    ]
}

fn columns() -> impl Strategy<Value = Vec<ProposedColumn>> {
    let column = (hostile(), hostile(), prop::option::of(hostile()), hostile())
        .prop_map(|(name, column, after, evidence)| ProposedColumn { name, column, after, evidence });
    prop::collection::vec(column, 0..6)
}

fn presets() -> impl Strategy<Value = ProposedPreset> {
    let named = || (hostile(), hostile()).prop_map(|(name, title)| NamedPreset { name, title });
    let texts = || prop::collection::vec(hostile(), 0..4);
    prop_oneof![
        Just(ProposedPreset::Unknown),
        Just(ProposedPreset::None),
        prop::collection::vec(named(), 0..3).prop_map(ProposedPreset::Tied),
        (named(), texts(), texts()).prop_map(|(preset, evidence, stages)| ProposedPreset::Used {
            preset,
            evidence,
            stages
        }),
    ]
}

fn zone_uses() -> impl Strategy<Value = ZoneUse> {
    prop_oneof![
        Just(ZoneUse::Times),
        Just(ZoneUse::AllHaveOffsets),
        hostile().prop_map(ZoneUse::ByPreset),
        hostile().prop_map(ZoneUse::ByExport),
    ]
}

/// Whether nothing in a text steers a terminal, or hides.
fn is_plain(text: &str) -> bool {
    !text.chars().any(|char| (char.is_control() && char != '\n') || matches!(char, '\u{202e}' | '\u{feff}'))
}

proptest! {
    #[test]
    fn a_proposal_can_be_read_whatever_the_export_held(
        texts in prop::collection::vec(hostile(), 4),
        severities in prop::collection::vec((hostile(), prop::collection::vec((hostile(), 0..9_u64), 0..4)), 0..5),
        fields in columns(),
        stages in columns(),
        order_by in prop::option::of("[a-z重 ]{1,9}"),
        preset in presets(),
        zone_use in zone_uses(),
        absent_severities in prop::collection::vec(hostile(), 0..3),
        left_out in prop::collection::vec((hostile(), prop::option::of(hostile())), 0..50),
    ) {
        let [export, name, missing, doubt] = <[String; 4]>::try_from(texts).unwrap();
        let found = Proposal {
            export: Some(export),
            name,
            severities: severities
                .into_iter()
                .map(|(name, values)| ProposedSeverity { name, values })
                .collect(),
            missing: vec![missing],
            preset,
            zone_use,
            absent_severities,
            left_out: left_out
                .into_iter()
                .map(|(column, example)| LeftOutColumn { column, example })
                .collect(),
            fields,
            stages,
            snapshots: Some(ProposedSnapshots { order_by: order_by.filter(|name| !name.trim().is_empty()) }),
            doubts: vec![doubt],
            ..Proposal::blank(Language::Japanese)
        };
        let text = proposal(&found);
        prop_assert!(is_plain(&text), "{text:?}");
        read(&text);
    }
}

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::essence;

const PAGE: &str = include_str!("../../../docs/signature.md");

/// Title and group of each row; both are code spans.
fn rows() -> Vec<(&'static str, &'static str)> {
    let row = |line: &'static str| {
        let mut cells = line.strip_prefix("| `")?.split('`');
        Some((cells.next()?, cells.nth(1)?))
    };
    PAGE.lines().filter_map(row).collect()
}

#[test]
fn the_page_says_what_the_rule_does() {
    let rows = rows();
    let lines = PAGE.lines().filter(|line| line.starts_with('|')).count();
    assert_eq!(rows.len(), lines - 4, "each row but the two heads has its title and group as code");
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(title, group)| essence(title) != *group)
        .map(|(title, group)| format!("{title}\n  page: {group}\n  rule: {}", essence(title)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_page_has_enough_of_each_kind() {
    let rows = rows();
    let titles: HashSet<&str> = rows.iter().map(|(title, _)| *title).collect();
    assert_eq!(titles.len(), rows.len(), "each title stands there once");
    assert!(rows.len() >= 40);
    let mut groups: HashMap<&str, usize> = HashMap::new();
    for (_, group) in rows {
        *groups.entry(group).or_default() += 1;
    }
    assert!(groups.values().filter(|&&titles| titles > 1).count() >= 15);
}

#[test]
fn titles_of_one_problem_are_one() {
    for (one, other, both) in [
        ("web0123 disk 91%", "web0456 disk 97%", "# disk #"),
        (
            "サーバweb01のディスク使用率が91%を超えました",
            "サーバｗｅｂ02のディスク使用率が100%を超えました",
            "サーバ#のディスク使用率が#を超えました",
        ),
        ("Ping to 10.0.0.1 failed", "ping to fe80::1 failed", "ping to # failed"),
        ("Job \"nightly a\" failed", "Job “nightly b” failed", "job # failed"),
        ("プロセス「httpd」停止", "プロセス『mysqld』 停止", "プロセス#停止"),
        ("mail.example.co.jp is down", "www.example.co.jp is down", "# is down"),
        ("Mail to ops@example.com bounced", "mail to dba@example.org bounced", "mail to # bounced"),
        ("backup 2026-11-01 02:00 late", "backup 2026年11月2日 3時10分 late", "backup # late"),
        ("disk 91% full", "disk 91 % full", "disk # full"),
        ("1,234 件のエラー", "7件のエラー", "#件のエラー"),
        ("CPU/メモリ 高負荷", "ＣＰＵ/ﾒﾓﾘ高負荷", "cpu/メモリ高負荷"),
    ] {
        assert_eq!(essence(one), both);
        assert_eq!(essence(other), both);
    }
}

#[test]
fn a_class_of_a_program_is_no_host() {
    assert_eq!(essence("java.lang.OutOfMemoryError"), "java.lang.outofmemoryerror");
    assert_eq!(essence("www.example.com/login, example.com"), "#/login, example.com");
}

#[test]
fn an_apostrophe_inside_a_word_quotes_nothing() {
    assert_eq!(essence("web01's disk isn't mounted"), "#'s disk isn't mounted");
    assert_eq!(essence("job 'bob's report' failed"), "job # failed");
    assert_eq!(essence("プロセス'httpd'停止"), "プロセス#停止");
    assert_eq!(essence("an 'unclosed quote"), "an 'unclosed quote");
}

#[test]
fn a_word_set_off_by_a_colon_or_a_slash_is_no_part_of_a_name() {
    assert_eq!(essence("jdbc:oracle:thin:@db01:1521 refused"), "jdbc:oracle:thin:# refused");
    assert_eq!(essence("db01/mysql: slow, 10.0.0.1:/export full"), "#/mysql: slow, #/export full");
    assert_eq!(essence("https://10.0.0.1/login, g:\\logs1\\app, 12MB/s, fe80::dead"), "#, #, #, #");
    assert_eq!(essence("443/tcp closed."), "#/tcp closed.");
    assert_eq!(essence("使用率: 91%, 使用率:91%, ::1, :: 1"), "使用率:#,使用率:#, #, ::#");
}

#[test]
fn white_space_and_nothing_are_no_trouble() {
    assert_eq!(essence("  HTTP-check  can't\tconnect\u{0} "), "http-check can't connect");
    assert_eq!(essence("[web01 web02] down"), "[#] down");
    assert_eq!(essence(" \u{3000}\n"), "");
    assert_eq!(essence(""), "");
}

#[test]
fn a_number_takes_one_unit_and_a_name_takes_none() {
    assert_eq!(essence("wait 5 min min"), "wait # min");
    assert_eq!(essence("web01 min memory"), "# min memory");
    assert_eq!(essence("5 seconds' delay, 3 daily runs"), "#' delay, # daily runs");
    assert_eq!(essence("3時間停止, 45 分間停止, 10 分停止"), "#停止, #停止, #停止");
    assert_eq!(essence("2 secondaries, 12 MB/s, 3 sécurité"), "# secondaries, #, # sécurité");
}

#[test]
fn letters_that_get_a_sign_of_their_own_in_lower_case_are_settled_at_once() {
    for title in ["H\u{331}1", "I\u{327}\u{307} x", "Ϊ\u{301}", "J\u{30c}\u{323}"] {
        assert_eq!(essence(&essence(title)), essence(title), "{title:?}");
    }
}

#[test]
fn the_page_stays_as_it_is_when_read_again() {
    for (_, group) in rows() {
        assert_eq!(essence(group), group);
    }
}

/// Pieces of titles, for the places where they meet.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("web01"),
        Just("disk"),
        Just("s"),
        Just("min"),
        Just("mb"),
        Just("h"),
        Just("7"),
        Just("1,234"),
        Just("％"),
        Just(" "),
        Just("\u{3000}"),
        Just("\t"),
        Just("'"),
        Just("\""),
        Just("「"),
        Just("」"),
        Just("『"),
        Just("』"),
        Just("‘"),
        Just("’"),
        Just("#"),
        Just("＃"),
        Just(":"),
        Just("："),
        Just("//"),
        Just("/"),
        Just("\\"),
        Just("."),
        Just(","),
        Just("-"),
        Just("@"),
        Just("年"),
        Just("分"),
        Just("間"),
        Just("ﾃﾞ"),
        Just("か"),
        Just("゛"),
        Just("ゔ"),
        Just("é"),
        Just("a.b.c"),
        Just("cpu"),
        Just("fe80"),
        Just("H"),
        Just("\u{331}"),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_came_out_stays_as_it_is(title in prop_oneof![pieces(), any::<String>()]) {
        let once = essence(&title);
        prop_assert_eq!(essence(&once), once.clone());
        prop_assert!(!once.contains(|sign: char| sign.is_ascii_digit() || sign == '@'), "{}", once);
    }
}

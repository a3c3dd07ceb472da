use proptest::prelude::*;

use super::essence;

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

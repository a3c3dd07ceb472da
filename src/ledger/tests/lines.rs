use super::*;
use crate::domain::EntryKind;

#[test]
fn lines_begin_alike_and_unknown_fields_are_skipped() {
    let text = every_kind();
    let words: HashSet<String> = text
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let id = value["id"].as_str().unwrap().to_owned();
            assert!(line.starts_with(&format!("{{\"v\":1,\"id\":\"{id}\",\"at\":\"2026-")), "{line}");
            assert_eq!(super::super::content::content_id(value.clone()).to_string(), id);
            value["kind"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(words.len(), EntryKind::ALL.len());
    let more = text.replace("\"v\":1", "\"v\":1,\"new\":{\"x\":[1]}").replace('\n', "\r\n\n");
    let (one, other) = (replay(text.as_bytes()).unwrap().state, replay(more.as_bytes()).unwrap().state);
    assert_eq!(one.entries(), text.lines().count());
    assert_eq!(format!("{:?}", one.requests()), format!("{:?}", other.requests()));
    assert!(one.breaches().eq(other.breaches()));
}

#[test]
fn a_line_twice_is_one_entry() {
    let text = every_kind();
    let twice = replay(format!("{text}{text}").as_bytes()).unwrap().state;
    assert_eq!(twice.entries(), text.lines().count());
    assert_eq!(twice.requests().len(), 1);
}

#[test]
fn a_bad_line_is_named_and_a_newer_version_refused() {
    let text = every_kind();
    let fault = |text: &str| replay(text.as_bytes()).map(|_| ()).unwrap_err().to_string();
    let broken = text.replacen("\"kind\":\"breach\"", "\"kind\":breach", 2);
    assert!(fault(&broken).starts_with("line 1: expected value, at byte"), "{}", fault(&broken));
    let unknown = text.replacen("\"kind\":\"check\"", "\"kind\":\"guess\"", 1);
    assert!(fault(&unknown).starts_with("line 3: this version doesn't know entries of the kind `guess`"));
    let missing = text.replacen("\"deadline\"", "\"dead\"", 1);
    assert!(fault(&missing).contains("line 1: missing field `deadline`"), "{}", fault(&missing));
    assert!(
        fault(&format!("\u{feff}{text}")).contains("line 1: a byte-order mark stands in front of the entry")
    );
    let newer = format!("{text}{{\"v\":2,\"id\":7}}\n");
    assert!(matches!(replay(newer.as_bytes()), Err(ReplayError::Newer { version: 2, line }) if line > 7));
    let decision = text.replace("\"fix\":\"required\"", "\"fix\":\"perhaps\"");
    assert!(fault(&decision).contains("`perhaps` can't be meant here"));
}

proptest! {
    #[test]
    fn a_prefix_is_read_in_full_or_its_torn_end_is_reported(share in 0.0..=1.0_f64) {
        let text = every_kind();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a short text")]
        let cut = (text.len() as f64 * share) as usize;
        let prefix = &text.as_bytes()[..cut];
        let Replay { state, intact, tail } = replay(prefix).unwrap();
        let whole = prefix.split(|byte| *byte == b'\n').count() - 1;
        let rest = prefix.rsplit(|byte| *byte == b'\n').next().unwrap();
        match tail {
            super::super::tail::Tail::Clean => prop_assert!(rest.is_empty() && state.entries() == whole),
            super::super::tail::Tail::Unended => prop_assert_eq!(state.entries(), whole + 1),
            super::super::tail::Tail::Torn(torn) => {
                prop_assert_eq!(state.entries(), whole);
                prop_assert_eq!(torn.line, whole as u64 + 1);
                prop_assert_eq!(&torn.bytes[..], rest);
                prop_assert_eq!(intact + torn.bytes.len() as u64, cut as u64);
            }
        }
    }

    #[test]
    fn bytes_of_any_kind_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut text = every_kind().into_bytes();
        text.extend(bytes);
        let _ = replay(&text[..]);
    }
}

#[test]
fn kinds_know_their_words() {
    let entries = replay(every_kind().as_bytes()).unwrap();
    assert!(entries.torn().is_none());
    let state = Lines(every_kind()).state();
    let entry = annotate(&state, &policy(), &author(1), &because("C", "other", "x")).unwrap();
    assert!(matches!(entry.kind(), Kind::Annotation(body) if body.fix == "review"));
}

/// What a ledger says of its breaches, whatever the order of its lines.
fn words(text: &str) -> Vec<String> {
    let state = replay(text.as_bytes()).unwrap().state;
    let mut words: Vec<String> = state.breaches().map(|held| format!("{held:?}")).collect();
    words.sort();
    words
}

#[test]
fn a_ledger_that_lost_lines_still_tells_what_superseded_them() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), &[("C", 20, None, "open")], 100);
    ledger.check(&policy(), &[("C", 20, Some(80), "closed")], 110);
    let rest = ledger.0.lines().skip(2).collect::<Vec<_>>().join("\n") + "\n";
    let mut cut = Lines(rest);
    assert!(!cut.state().breach("C", "first-response").unwrap().breach.open);
    let (_, changes) = cut.check(&policy(), &[("C", 20, Some(80), "closed")], 120);
    assert_eq!(changes.unwrap().new, [], "nobody knows when it came");
}

/// Exports that tell of A and C now this, now that.
const EXPORTS: [&[Ticket<'_>]; 4] = [
    MONDAY,
    &[("A", 0, Some(20), "closed"), ("C", 20, Some(25), "")],
    &[("A", 0, Some(45), "closed"), ("C", 20, Some(99), "")],
    &[("A", 0, Some(21), ""), ("C", 20, Some(80), "")],
];

/// What somebody adds to a ledger by such checks: which export, and a minute of few.
fn continued(base: &str, by: &str, checks: &[(usize, i64)]) -> String {
    let mut ledger = Lines(base.to_owned());
    for (export, as_of) in checks {
        let (state, at) = (ledger.state(), minute(100 + as_of));
        let (report, seen) = run(&policy(), state.watched(), "export.csv", EXPORTS[*export], at);
        let author = Author { by: by.into(), at };
        ledger.append(&reconcile(&state, &report, &seen, &policy(), &author).unwrap().entries);
    }
    ledger.0.strip_prefix(base).unwrap().to_owned()
}

#[test]
fn of_two_who_checked_apart_at_one_moment_the_one_who_looked_more_often_is_right() {
    let base = continued("", "sato", &[(0, 0)]);
    let (one, other) = (continued(&base, "sato", &[(1, 0), (0, 0)]), continued(&base, "tanaka", &[(1, 0)]));
    for text in [format!("{base}{one}{other}"), format!("{base}{other}{one}")] {
        assert!(Lines(text).state().breach("A", "first-response").unwrap().is_active());
    }
}

proptest! {
    #[test]
    fn what_was_checked_apart_means_the_same_in_any_order(
        forks in proptest::collection::vec(proptest::collection::vec((0..4_usize, 0..2_i64), 0..4), 2..4),
        keys in proptest::collection::vec(any::<u32>(), 80),
        lost in proptest::collection::vec(proptest::bool::weighted(0.1), 80),
    ) {
        let base = continued("", "sato", &[(0, 0)]);
        let people = ["sato", "tanaka", "suzuki"].into_iter();
        let forks: Vec<String> =
            people.zip(&forks).map(|(by, checks)| continued(&base, by, checks)).collect();
        let all = format!("{base}{}", forks.concat());
        // A ledger may have lost lines, but not now these, now those.
        let lines: HashSet<&str> = all.lines().collect();
        let mut lines: Vec<&str> = lines.into_iter().collect();
        lines.sort_unstable();
        prop_assert!(lines.len() <= keys.len());
        let kept = |lost: &[bool]| -> Vec<&str> {
            lines.iter().zip(lost).filter(|(_, lost)| !**lost).map(|(line, _)| *line).collect()
        };
        for kept in [lines.clone(), kept(&lost)] {
            let mut mixed: Vec<_> = keys.iter().zip(&kept).collect();
            mixed.sort();
            let mixed: Vec<&str> = mixed.into_iter().map(|(_, line)| *line).collect();
            prop_assert_eq!(words(&mixed.join("\n")), words(&kept.join("\n")));
        }
        let backwards: String = forks.iter().rev().map(String::as_str).collect();
        prop_assert_eq!(words(&format!("{base}{backwards}")), words(&all));
    }
}

proptest! {
    #[test]
    fn the_order_of_lines_does_not_matter(keys in proptest::collection::vec(any::<u32>(), 40)) {
        let mut ledger = Lines::default();
        for as_of in [100, 100, 110] {
            ledger.check(&policy(), MONDAY, as_of);
            ledger.check(&policy(), &[("A", 0, Some(20), ""), ("C", 20, Some(99), "")], as_of);
            ledger.check(&policy(), &[("A", 0, Some(45), ""), ("C", 20, Some(25), "")], as_of);
            ledger.check(&policy(), &[("A", 0, Some(21), "")], as_of);
        }
        let mut lines: Vec<&str> = ledger.0.lines().collect();
        prop_assert!(lines.len() < keys.len() && lines.len() > 12, "{}", lines.len());
        lines.reverse();
        prop_assert_eq!(words(&lines.join("\n")), words(&ledger.0));
        let mut mixed: Vec<_> = keys.iter().zip(lines).collect();
        mixed.sort();
        let mixed: Vec<&str> = mixed.into_iter().map(|(_, line)| line).collect();
        prop_assert_eq!(words(&mixed.join("\n")), words(&ledger.0));
    }
}

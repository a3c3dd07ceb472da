//! Random exports, cut anywhere and read on any number of threads, give what one thread makes of
//! the whole.

use proptest::prelude::*;

use super::*;

/// Pieces that are put together to exports, the dangerous ones less often than the others.
fn pieces(usual: &'static [&'static [u8]], rare: &'static [&'static [u8]]) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![40 => prop::sample::select(usual), 1 => prop::sample::select(rare)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

const ROWS: &[&[u8]] = &[
    b"1,a,2026-05-01 09:00\n",
    b"2,\"b, \"\"c\"\"\",2026-05-01T09:00:00+09:00\r\n",
    b"3,\"line\nand\r\nline\",2026-05-01 09:00\n",
    "4,応答なし,2026-05-01 09:00,,\r\n".as_bytes(),
    b"5,d,2026-02-30 09:00\n",
    b"6,,\n",
    b"7,ragged\n",
    b",without id,2026-05-01 09:00\n",
    b"8,too,2026-05-01 09:00,wide\r",
    b"9,\"\",2026-05-01 09:00\r\n",
    b"\n",
    b"\r\n",
    b"\r",
    b",,\n",
    b"10,a\"b\"c,2026-05-01 09:00\n",
    b"11,x,",
    b"12,\"y\",2026-05-01 09:00",
    b"\"13\",\"\"\"\n\"\"\",\"2026-05-01 09:00\"\n",
    b"\"quoted\"behind,",
];

const BROKEN: &[&[u8]] =
    &[b"\"", b"14,\"open,2026-05-01 09:00\n", b"\xff", b"\xe5\xbf", b"15,t,03/04/2026 10:00\n", b"\0"];

fn csv() -> impl Strategy<Value = Vec<u8>> {
    let rows = pieces(ROWS, BROKEN);
    ("(\u{feff})?(\n)?id,title,opened(\r\n|\n|\r)", rows)
        .prop_map(|(head, rows)| [head.as_bytes(), &rows].concat())
}

const OBJECTS: &[&[u8]] = &[
    br#"{"id":1,"title":"a","opened":"2026-05-01 09:00"}"#,
    br#"{"id":"2","title":"]},{\"id\":\\","opened":"2026-05-01T09:00:00+09:00","x":{"y":[1,{"z":"[}"}]}}"#,
    br#"{ "opened" : 1777593600 , "id" : "3" , "title" : "\u5fdc\n" }"#,
    "{\"id\":\"4\",\"title\":\"応答なし\",\"opened\":\"2026-02-30 09:00\",\"id\":\"5\"}".as_bytes(),
    br#"{"title":"without id","opened":null}"#,
    br#"{"id":"6","title":"a text of more than the thirty-two bytes that are looked at in one go","opened":"2026-05-01 09:00"}"#,
    b"{}",
    br#"{"id":7,"title":["x","y"],"opened":"2026-05-01 09:00","deep":[[[[{"a":"\\\""}]]]]}"#,
    b"7",
    b"\"[8\\\",\"",
    b"null",
    b"[[\"]\"],{}]",
    br#"{"id":}"#,
    br#"{"id":"9" "title":"a"}"#,
];

const HURT: &[&[u8]] = &[
    b"\xff",
    b"\xe5\xbf",
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\\",
    b",",
    br#"{"id":"10","opened":"03/04/2026 10:00"}"#,
];

/// Elements with `between` them, and now and then something that can't be there.
fn elements(between: &'static [&'static [u8]]) -> impl Strategy<Value = Vec<u8>> {
    let between = prop_oneof![80 => prop::sample::select(between), 1 => prop::sample::select(HURT)];
    prop::collection::vec((prop::sample::select(OBJECTS), between), 0..40).prop_map(|parts| {
        parts.into_iter().flat_map(|(object, between)| [object, between]).collect::<Vec<_>>().concat()
    })
}

fn lines() -> impl Strategy<Value = Vec<u8>> {
    elements(&[b"\n", b"\r\n", b"\n\n", b" \n\t"]).prop_map(|lines| {
        [b"{\"id\":0,\"title\":\"t\",\"opened\":\"2026-05-01 09:00\"}\n", &lines[..]].concat()
    })
}

fn array() -> impl Strategy<Value = Vec<u8>> {
    let around: &[(&[u8], &[u8])] = &[
        (b"[", b"]"),
        ("\u{feff} [\n".as_bytes(), b"\n]\n"),
        (br#"{"total":2,"none":[],"incidents":["#, br#"],"next":{"a":[{}]}}"#),
        (br#"{"data": [ "#, br#" ] , "incidents":[{}]}"#),
        (br#"{"data":["#, b"]"),
        (br#"{"data":["#, b"],\"x\":\"\xff\"}"),
        (b"[", b""),
        (b"[", b"] x\xff"),
        (b"[", b"] \xff x"),
    ];
    let around = prop::sample::select(around.to_vec());
    (around, elements(&[b",", b",\n", b" , "])).prop_map(|((before, behind), elements)| {
        let first: &[u8] = br#"{"id":0,"title":"t","opened":"2026-05-01 09:00"}"#;
        let comma: &[u8] = if elements.is_empty() { b"" } else { b"," };
        // Elements end with what stands between them.
        let end = elements.iter().rposition(|&byte| !b" \n,".contains(&byte)).map_or(0, |end| end + 1);
        [before, first, comma, &elements[..end], behind].concat()
    })
}

/// Lines with an array of elements each, and now and then something else.
fn webhooks() -> impl Strategy<Value = Vec<u8>> {
    let alerts = prop::collection::vec(prop::sample::select(OBJECTS), 0..5);
    let line = prop_oneof![
        12 => alerts.prop_map(|alerts| [&b"{\"alerts\":["[..], &alerts.join(&b',')[..], b"],\"x\":1}\n"].concat()),
        1 => prop::sample::select(OBJECTS).prop_map(|object| [object, &b"\n"[..]].concat()),
        1 => prop::sample::select(HURT).prop_map(|hurt| [&b"{\"alerts\":["[..], hurt, b"]}\n"].concat()),
    ];
    prop::collection::vec(line, 0..30).prop_map(|lines| {
        let first =
            b"{\"alerts\":[{\"id\":0,\"title\":\"t\",\"opened\":\"2026-05-01 09:00\"}]}\n{\"alerts\":[]}\n";
        [&first[..], &lines.concat()].concat()
    })
}

/// How often an export is cut, and into how large blocks on how many threads.
fn cuts() -> impl Strategy<Value = Vec<(usize, usize)>> {
    let block = prop_oneof![4 => 1..64_usize, 2 => 64..1000_usize, 1 => 1000..100_000_usize];
    prop::collection::vec((1..5_usize, block), 3)
}

fn check(export: &[u8], cuts: &[(usize, usize)]) -> Result<(), TestCaseError> {
    check_by(&policy(), export, cuts)
}

fn check_by(policy: &Policy, export: &[u8], cuts: &[(usize, usize)]) -> Result<(), TestCaseError> {
    let read = |threads, block| {
        read_as(export, policy, &IdSet::default(), threads, block).map_err(|error| error.to_string())
    };
    let whole = read(1, 1 << 16);
    for &(threads, block) in cuts {
        let cut = read(threads, block);
        prop_assert_eq!(
            &cut,
            &whole,
            "{} threads, blocks of {}: {}",
            threads,
            block,
            String::from_utf8_lossy(export)
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_csv_gives_the_same_however_it_is_cut(export in csv(), cuts in cuts()) {
        check(&export, &cuts)?;
    }

    #[test]
    fn json_lines_give_the_same_however_they_are_cut(export in lines(), cuts in cuts()) {
        check(&export, &cuts)?;
    }

    #[test]
    fn elements_with_lists_of_their_own_give_the_same_however_they_are_cut(export in webhooks(), cuts in cuts()) {
        let mut policy = policy();
        policy.mapping.quirks.list = Some("alerts".to_owned());
        check_by(&policy, &export, &cuts)?;
    }

    #[test]
    fn a_json_list_gives_the_same_however_it_is_cut(export in array(), cuts in cuts()) {
        check(&export, &cuts)?;
    }
}

#[test]
fn what_stands_behind_a_list_is_told_before_bad_bytes_further_on_wherever_a_block_ends() {
    let export = b"[{\"id\":0,\"title\":\"t\",\"opened\":\"2026-05-01 09:00\"},7] x\xff";
    let cuts: Vec<(usize, usize)> = (1..export.len() + 2).map(|block| (1, block)).collect();
    check(export, &cuts).unwrap();
}

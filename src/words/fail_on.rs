use super::messages;

messages! {
    /// A duration; `such_as` are two that would be.
    no_duration(text: &str, one: &str, other: &str):
        en "`{text}` isn't a duration such as {one} or {other}",
        ja "`{text}` は {one} や {other} のような時間ではありません";
    answered_by_status():
        en "hangs on what people wrote; `slo status` answers it",
        ja "人の記入によって決まる条件です。`slo status` で指定してください";
    answered_by_check():
        en "needs an export; `slo check` answers it",
        ja "エクスポートが要る条件です。`slo check` で指定してください";
    /// The conditions of `slo check`.
    conditions_of_check():
        en "expected breach, goal, at-risk, at-risk=DURATION such as at-risk=30m, or unannotated=DURATION \
            such as unannotated=2d",
        ja "使えるのは breach、goal、at-risk、at-risk=30m のような at-risk=DURATION、unannotated=2d のような \
            unannotated=DURATION です";
    /// The conditions of `slo status`.
    conditions_of_status(words: &str):
        en "expected one of {words} with =DURATION, such as unannotated=2d",
        ja "使えるのは {words} のいずれかに =DURATION を付けたもの（unannotated=2d など）です";
    longer_than_what(word: &str):
        en "longer than what? Write {word}=DURATION, such as {word}=2d",
        ja "時間の指定がありません。{word}=2d のように {word}=DURATION の形で指定してください";
    ledger_left_out():
        en "--fail-on unannotated asks the ledger, which --no-ledger leaves out",
        ja "--fail-on unannotated は台帳を調べる条件なので、--no-ledger と一緒には使えません";
}

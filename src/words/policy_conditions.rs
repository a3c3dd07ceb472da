use super::messages;

messages! {
    leave_when_out():
        en "leave `when` out where every incident is meant",
        ja "すべてのインシデントを対象とするなら `when` を省いてください";
    no_field(name: &str): en "`when` asks for {name}, which is no field", ja "`when` にある {name} は項目ではありません";
    not_comparable(): en "not a field that can be compared", ja "比べられる項目ではありません";
    id_not_comparable():
        en "an incident's id can't be compared; use a field such as `service` or `status`",
        ja "インシデントの ID は比べられません。`service` や `status` のような項目を使ってください";
    further_field(hint: &str):
        en "{hint}; a further field needs its column in [source.fields]",
        ja "{hint}。ほかの項目を使うには、その列を [source.fields] に書いてください";

    not_in_severities(name: &str): en "{name} is not a name in `severities`", ja "`severities` に {name} という名前はありません";
    no_such_severity(): en "no such severity", ja "このような重大度はありません";
    is_a_value(value: &str, name: &str):
        en "{value} is a value of `{name}`: write the name, `{name}`",
        ja "{value} は `{name}` の値の一つです。名前の `{name}` を書いてください";
    leave_severities_out():
        en "leave the key out, and severities stand as the export writes them",
        ja "キーごと省けば、重大度はエクスポートの値のままになります";
    two_severities(value: &str): en "{value} would be two severities at once", ja "{value} が二つの重大度に書かれています";
    is_this_severity(): en "it is this severity here", ja "この重大度の値です";
    and_this_severity(): en "and this one here", ja "この重大度の値でもあります";
    keep_in_one():
        en "case, width and outer spaces don't count; keep it in one of them",
        ja "大文字・小文字、全角・半角、前後の空白は区別しません。どちらか一方だけに書いてください";

    stops_without(part: &str, key: &str):
        en "{part} stops clocks, but has no `{key}`",
        ja "{part}は時計を止めるものですが、`{key}` がありません";
    add_moment(key: &str):
        en "add `{key} = \"2026-05-01T01:00:00+09:00\"`; a clock can only be stopped from one time to another",
        ja "`{key} = \"2026-05-01T01:00:00+09:00\"` を追加してください。時計を止めるには始まりと終わりの両方が必要です";
    drops_every(part: &str): en "{part} drops every incident", ja "{part}ですべてのインシデントが対象外になります";
    needs_condition(): en "needs `when`, `from` or `to`", ja "`when`、`from`、`to` のどれかが必要です";
    say_which():
        en "say which incidents are meant by `when`, or when they were opened by `from` and `to`",
        ja "対象のインシデントを `when` で、または発生した期間を `from` と `to` で指定してください";
}

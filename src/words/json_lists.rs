//! What stands in a JSON export where its list of incidents should.

use super::messages;

messages! {
    several_objects(): en "several objects that span lines", ja "行をまたぐ複数のオブジェクト";
    something_behind():
        en "an object with something else behind it", ja "後ろに別のものが続くオブジェクト";
    several_arrays(keys: &str):
        en "several arrays of objects, under {keys}", ja "オブジェクトの複数の配列（{keys}）";
    one_object(): en "one object without an array of objects", ja "オブジェクトの配列がない一つのオブジェクト";
    cut_off_object():
        en "an object that is cut off, or too large", ja "途中で切れているか、大きすぎるオブジェクト";
    /// Behind the beginning that was looked at.
    columnless_list(key: &str, source: &str):
        en "a list under `{key}`, too long to look behind, which can't be read as incidents ({source})",
        ja "長すぎて後ろを確かめられず、インシデントとしても読めない `{key}` のリスト（{source}）";
    inner_arrays(list: &str):
        en "elements that hold their incidents in an array, `{list}`: say so by `[source] list = \"{list}\"` in the policy",
        ja "インシデントを配列 `{list}` に持つ要素（ポリシーで `[source] list = \"{list}\"` と指定できます）";
    valueless_list():
        en "a list without objects that have values", ja "値のあるオブジェクトが一つもないリスト";

    cut_off_list():
        en "the list is cut off here: expected `]` at its end",
        ja "リストがここで切れています。終わりに `]` が必要です";
    comma_or_end_expected(): en "expected `,` or `]`", ja "`,` か `]` が必要です";
    object_expected(): en "expected an object", ja "オブジェクトが必要です";
    cut_off_behind():
        en "the JSON is cut off behind the list of incidents", ja "インシデントのリストの後ろで JSON が切れています";
    else_behind():
        en "something else stands behind the list of incidents",
        ja "インシデントのリストの後ろに JSON ではないものがあります";
    another_list(key: &str, others: &str):
        en "the list under `{key}`, which was too long to look behind, is followed by another under {others}: \
            export the list of incidents alone",
        ja "`{key}` のリストは長すぎて後ろを確かめられませんでしたが、{others} にもリストがあります。\
            インシデントのリストだけをエクスポートしてください";
    comma(): en ", ", ja "、";
}

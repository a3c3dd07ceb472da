//! What exports tell of the names in a policy.

use super::messages;

messages! {
    spellings(field: &str, ways: &str):
        en "`{field}` is written in ways that differ only by case or width: {ways}",
        ja "`{field}` に、大文字・小文字や全角・半角だけが違う書き方があります: {ways}";
    takes_for_one(): en "takes them for one", ja "同じものとみなします";
    also(ways: &str): en "also {ways}", ja "ほかにも {ways}";
    and_more(more: usize): en "and {more} more", ja "ほか {more} 組";
    one_name_for_counts(field: &str):
        en "one name would be better in the export: counts by `{field}` keep them apart",
        ja "エクスポートでは一つの書き方にそろえてください。`{field}` 別の集計では別々に数えます";
    one_name(): en "one name would be better in the export", ja "エクスポートでは一つの書き方にそろえてください";
    written_otherwise(name: &str):
        en "{name} is written otherwise in the exports",
        ja "{name} はエクスポートでは別の書き方です";
    fits_by_case_alone():
        en "fits by case or width alone",
        ja "大文字・小文字や全角・半角の違いを除けば一致します";
    exports_write(values: &str): en "the exports write {values}", ja "エクスポートでは {values}と書かれています";
    exports_write_lines(lines: &str):
        en "the exports write \n{lines}",
        ja "エクスポートでの書き方:\n{lines}";
    no_such_value(field: &str, value: &str):
        en "no incident has the {field} {value}",
        ja "{field} が {value} のインシデントがありません";
    fits_nothing(): en "fits nothing", ja "当てはまるものがありません";
    /// Values of an export, which have their incidents behind them.
    did_you_mean(values: &str): en "did you mean {values}?", ja "{values}の間違いではありませんか？";
    many_values(looked_at: usize, field: &str):
        en "the exports have more than {looked_at} values of `{field}`; only the first {looked_at} in order were \
            compared with the names in the policy",
        ja "エクスポートの `{field}` の値が {looked_at} 種類を超えています。ポリシーの名前と比べたのは、\
            順に最初の {looked_at} 種類だけです";
    asks_for_them(): en "asks for them", ja "この項目を見ています";
    and_here(): en "and here", ja "ここにもあります";
    no_activity(activity: &str): en "no row has the activity {activity}", ja "イベント {activity} の行がありません";
    never_happens(): en "never happens", ja "一度も起きていません";
    compare_with_column(column: &str):
        en "compare it with the column {column} of the exports, or leave it out",
        ja "エクスポートの列 {column} と見比べるか、省いてください";
}

use super::messages;

messages! {
    none(): en "the policy has no objective, so nothing is promised", ja "ポリシーに SLO がなく、何も定められていません";
    none_here(): en "no [objectives.<name>] in this file", ja "このファイルに [objectives.<名前>] がありません";
    add_one():
        en "add a table [objectives.first-response] with `from`, `to`, `goal` and `targets`",
        ja "`from`、`to`、`goal`、`targets` を書いたテーブル [objectives.first-response] を追加してください";
    nothing_promised(): en "nothing is promised", ja "何も定められていません";
    add_target():
        en "add a target: `{{ within = \"4h\" }}` is for every incident",
        ja "目標を追加してください。`{{ within = \"4h\" }}` はすべてのインシデントに当てはまります";
    /// The clock would stop where it starts.
    same_ends(stage: &str):
        en "`from` and `to` are both `{stage}`, so that no time can pass",
        ja "`from` と `to` がどちらも `{stage}` なので、時間が経過しません";
    stops_here(): en "the clock stops here", ja "時計はここで止まります";
    starts_here(): en "and starts here", ja "ここで動き出します";
    name_stage_in_to():
        en "name the stage that must be reached in `to`",
        ja "達すべき段階を `to` に書いてください";
    backwards(to: &str, from: &str):
        en "the clock would stop at `{to}` before it starts at `{from}`",
        ja "時計が `{from}` で動き出すより前に `{to}` で止まることになります";
    comes_first(): en "comes first", ja "こちらが先の段階です";
    comes_later(): en "comes later", ja "こちらが後の段階です";
    stages_in_order(order: &str):
        en "the stages in order: {order}; a stage of your own stands behind the one before it in [source.stages]",
        ja "段階の順は {order} です。独自の段階は、[source.stages] で一つ前に書いた段階の次になります";
    /// A clock can't run up to a promised time.
    is_deadline(key: &str, stage: &str):
        en "`{key}` can't be `{stage}`, which is a promised time and no happening",
        ja "`{stage}` は期限であって起きたことではないため、`{key}` に指定できません";
    between_happenings(): en "a clock runs between happenings", ja "時計は、起きたことから起きたことまで動きます";
    promised_here(): en "promised here", ja "ここで期限としています";
    write_one_of(names: &str): en "write {names}", ja "{names}を書いてください";

    unreachable(number: usize): en "target {number} can never match", ja "目標 {number} に当てはまるインシデントはありません";
    never_gets(): en "never gets an incident", ja "ここまで来るインシデントがありません";
    takes_every(number: usize): en "target {number} takes every incident", ja "目標 {number} がすべてのインシデントに当てはまります";
    takes_same(number: usize): en "target {number} is for the same incidents", ja "目標 {number} の対象が同じです";
    takes_these(number: usize): en "target {number} takes all of them", ja "目標 {number} がそのすべてに当てはまります";
    narrower_first():
        en "the first target that matches decides: put the narrower one first",
        ja "最初に当てはまった目標を適用します。範囲の狭いものを先に書いてください";
    keep_one_of_same():
        en "keep one of them, or give them different `when`, `since` or `until`",
        ja "どちらかを残すか、`when`、`since`、`until` を変えてください";
}

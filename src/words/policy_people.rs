//! Teams, shifts, causes and the rules of clocks.

use super::messages;

messages! {
    team_never_asked(id: &str): en "team {id} is never asked", ja "チーム {id} が宛先になることはありません";
    never_asked(): en "never asked", ja "宛先になりません";
    answers_for_all(id: &str): en "`{id}` answers for all of its incidents", ja "`{id}` がそのすべてのインシデントを受け持ちます";
    narrower_team_first():
        en "the first team that matches is asked: put the narrower one first",
        ja "最初に当てはまったチームが宛先になります。範囲の狭いものを先に書いてください";
    shift_never_on_duty(id: &str): en "shift {id} is never on duty", ja "シフト {id} の担当する時間がありません";
    never_on_duty(): en "never on duty", ja "担当する時間がありません";
    has_its_hours(id: &str): en "`{id}` has its hours", ja "その時間は `{id}` が担当します";
    shorter_shift_first():
        en "the first shift that has the hour is on duty: put the shorter one first",
        ja "重なる時間は先に書いたシフトが担当します。短いものを先に書いてください";
    no_improvement(id: &str):
        en "cause {id} requires a fix, but does not say which",
        ja "原因 {id} は修正が必要なものですが、何をするかが書かれていません";
    has_no_improvement(): en "has no `improvement`", ja "`improvement` がありません";
    add_improvement():
        en "add `improvement = \"<what is asked of the second line>\"`; drafts are written from it",
        ja "`improvement = \"<二次対応への依頼の内容>\"` を追加してください。下書きはそこから作ります";
    rows_are_no_events(key: &str, value: &str):
        en "`{key} = \"{value}\"` changes nothing, as the rows are no events",
        ja "行がイベントではないため、`{key} = \"{value}\"` を指定しても何も変わりません";
    say_that_rows_are_events():
        en "leave it out, or say by [source.rows] `kind = \"events\"` that each row is an event",
        ja "省いてください。一行が一つのイベントなら、[source.rows] に `kind = \"events\"` と書いてください";
}

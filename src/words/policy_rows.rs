//! `[source.rows]`: snapshots, events and pairs.

use super::messages;

messages! {
    expected_kind(): en "expected `one`, `snapshots`, `events` or `pairs`", ja "`one`、`snapshots`、`events`、`pairs` のどれかを指定してください";
    kinds():
        en "\"one\": each row is an incident, whatever a preset says; \"snapshots\": the last row of an incident counts; \
            \"events\": each row is something that happened to it; \"pairs\": problem and recovery are rows of their own; \
            without [source.rows] each row is an incident",
        ja "\"one\": プリセットによらず一行が一件。\"snapshots\": 同じインシデントの最後の行を採る。\
            \"events\": 一行が一つのイベント。\"pairs\": 障害と復旧が別の行。[source.rows] を省けば一行が一件です";
    belongs_to(key: &str, kind: &str):
        en "{key} belongs to rows that are {kind}",
        ja "{key} は kind が \"{kind}\" のときのキーです";
    only_where(kind: &str): en "only where `kind` is \"{kind}\"", ja "`kind` が \"{kind}\" のときだけ使えます";
    /// The key is of snapshots, where rows are events.
    order_is_of_times():
        en "leave it out; the order of events is that of their times, in `at`",
        ja "省いてください。イベントの順序は `at` の日時によります";
    refers_names_recovery():
        en "leave it out; a problem names its recovery, in `refers`",
        ja "省いてください。障害に対する復旧は `refers` で決まります";
    write_events():
        en "leave it out; for a row per event write `kind = \"events\"`",
        ja "省いてください。一行が一つのイベントなら `kind = \"events\"` と書きます";
    write_pairs():
        en "leave it out; for rows of problems and recoveries write `kind = \"pairs\"`",
        ja "省いてください。障害と復旧が別の行なら `kind = \"pairs\"` と書きます";

    nothing_begins_episode(): en "no activity is named that begins an episode", ja "インシデントの始まりを表すイベントが指定されていません";
    needs_opened(): en "needs activities for `opened`", ja "`opened` のイベントが必要です";
    add_opened():
        en "add `opened` to `stages`: `stages = {{ opened = \"<activity>\", … }}`",
        ja "`stages` に `opened` を追加してください: `stages = {{ opened = \"<イベント>\", … }}`";
    episode_begins_with_first():
        en "an episode begins with the first event that opens it",
        ja "インシデントは、発生を表す最初のイベントから始まります";
    not_the_last(): en "can't take the last", ja "最後のものは採れません";
    leave_take_out():
        en "leave `take` out; an opening of an episode that is still open is the same told again",
        ja "`take` を省いてください。復旧していないインシデントの発生は、同じ発生の再送とみなします";
    pause_begins_with_nothing(): en "the activity that begins a pause is empty", ja "一時停止を始めるイベントが空です";
    no_activity(): en "no activity", ja "イベントがありません";
    pauses_twice(activity: &str): en "the pauses of {activity} stand twice", ja "{activity} の一時停止が二度書かれています";
    and_this(): en "and this", ja "二度目はここです";
    this(): en "this", ja "一度目はここです";
    keep_one_pause():
        en "keep one of them; case and width don't count",
        ja "どちらか一方だけを残してください。大文字・小文字、全角・半角は区別しません";
    cannot_end_pause(value: &str): en "what ends the pause can't be {value}", ja "一時停止の終わりに {value} は指定できません";
    expected_pause_end(): en "expected `until-next` or a list of activities", ja "`until-next` またはイベントのリストが必要です";
    pause_ends():
        en "\"until-next\": the next event of the incident ends it; otherwise name the activities that do: `[\"Resume\"]`",
        ja "\"until-next\" なら、そのインシデントの次のイベントで終わります。そうでなければ、終わりを表すイベントを指定してください: `[\"Resume\"]`";

    recovery_opens_nothing(): en "a recovery can't reach `opened`", ja "復旧の行で `opened` に達することはありません";
    opens_no_incident(): en "a recovery opens no incident", ja "復旧はインシデントの発生ではありません";
    name_reached_stage():
        en "name the stage that a recovery reaches, or leave `stage` out for `resolved`",
        ja "復旧の行で達する段階を指定してください。`stage` を省けば `resolved` になります";
}

use super::messages;

messages! {
    counted_twice(): en "pauses would be counted twice", ja "一時停止が二重に数えられます";
    as_sums(): en "and as sums", ja "合計による指定です";
    as_intervals(): en "as intervals", ja "区間による指定です";
    intervals_or_seconds():
        en "keep `intervals`, which say when, or `seconds`, which only say how long",
        ja "いつ止まったかが分かる `intervals` か、長さだけの `seconds` のどちらか一方を残してください";
    by_columns(): en "and by columns", ja "列による指定です";
    by_events(): en "by events", ja "イベントによる指定です";
    rows_or_columns():
        en "keep `pauses` of [source.rows], or [source.pauses]",
        ja "[source.rows] の `pauses` か [source.pauses] のどちらか一方を残してください";
    no_column(): en "[source.pauses] names no column", ja "[source.pauses] に列が指定されていません";
    needs_either(): en "needs `intervals` or `seconds`", ja "`intervals` または `seconds` が必要です";
    add_either():
        en "add `intervals = [{{ from = \"<column>\", to = \"<column>\" }}]` or `seconds = {{ resolved = \"<column>\" }}`",
        ja "`intervals = [{{ from = \"<列>\", to = \"<列>\" }}]` か `seconds = {{ resolved = \"<列>\" }}` を追加してください";
    count_without_seconds():
        en "`seconds_count` changes nothing without `seconds`",
        ja "`seconds` がなければ `seconds_count` を指定しても何も変わりません";
    intervals_in_hours():
        en "leave it out; intervals are counted in the hours of each target's calendar",
        ja "省いてください。区間は、目標ごとのカレンダーの時間で数えます";
    nothing_before_opened():
        en "the sum of pauses up to `opened` is always nothing",
        ja "`opened` までの一時停止の合計は常にゼロです";
    first_stage(): en "the first stage", ja "最初の段階です";
    nothing_before_deadline(stage: &str):
        en "`{stage}` is a promised time, up to which nothing is paused",
        ja "`{stage}` は期限なので、それまでの一時停止は数えません";
    no_happening(): en "a promised time and no happening", ja "期限であって起きたことではありません";
    name_stopping_stage():
        en "name the stage at which a clock stops, such as `resolved`",
        ja "`resolved` のように、時計が止まる段階を指定してください";
    name_two_columns():
        en "name the two columns of a pause, or leave `intervals` out",
        ja "一時停止の始まりと終わりの二つの列を指定するか、`intervals` を省いてください";
    same_column(column: &str):
        en "the pause would begin and end in the same column, {column}",
        ja "一時停止の始まりと終わりが同じ列 {column} になっています";
    ends_here(): en "ends here", ja "終わりの列です";
    begins_here(): en "begins here", ja "始まりの列です";
    name_end_column():
        en "name the column in which the ends of pauses stand in `to`",
        ja "一時停止の終わりの列を `to` に書いてください";
    name_stage_column():
        en "name the column of a stage, such as `{{ resolved = \"<column>\" }}`",
        ja "`{{ resolved = \"<列>\" }}` のように、段階ごとの列を指定してください";

    not_of_calendar():
        en "it can't be told how much of the paused seconds lies in the hours of a calendar",
        ja "一時停止の秒数のうち、カレンダーの時間に当たる分が分かりません";
    sums_without_times(): en "sums without their times", ja "いつ止まったかが分からない合計です";
    with_calendar(objective: &str): en "{objective} has a target with a calendar", ja "{objective} にカレンダーのある目標があります";
    calendar_hours():
        en "if the export counts only hours of the calendar, write `seconds_count = \"calendar-hours\"`; if it counts \
            all time (\"all-time\"), closed hours are in the sums and can't be taken out: use `intervals`, or write \
            `pauses = \"ignored\"` in the objective",
        ja "エクスポートがカレンダーの時間だけを数えているなら `seconds_count = \"calendar-hours\"` と書いてください。\
            昼夜を問わず数えているなら（\"all-time\"）、時間外の分を除けないため、`intervals` を使うか、SLO に `pauses = \"ignored\"` と書いてください";
    not_every_clock():
        en "the paused seconds count hours of a calendar, but not every clock runs in one",
        ja "一時停止の秒数はカレンダーの時間ですが、カレンダーのない時計があります";
    hours_of_calendar(): en "hours of a calendar", ja "カレンダーの時間です";
    without_calendar(objective: &str):
        en "{objective} has a target without a calendar",
        ja "{objective} にカレンダーのない目標があります";
    give_calendar():
        en "pauses outside those hours are not taken off; give the target its calendar",
        ja "カレンダーの時間外の一時停止は差し引かれません。目標にカレンダーを指定してください";
    between(from: &str, to: &str):
        en "what was paused between `{from}` and `{to}` can't be told",
        ja "`{from}` から `{to}` までに一時停止した時間が分かりません";
    counted_from_opened(from: &str):
        en "counted from `opened`, and none up to `{from}`",
        ja "`opened` からの合計で、`{from}` までの合計がありません";
    begins_at(objective: &str, from: &str): en "{objective} begins at `{from}`", ja "{objective} は `{from}` から始まります";
    add_column(from: &str, to: &str):
        en "add the column of `{from}` to `seconds`, leave that of `{to}` out, or write `pauses = \"ignored\"` in the \
            objective",
        ja "`seconds` に `{from}` の列を追加するか、`{to}` の列を省くか、SLO に `pauses = \"ignored\"` と書いてください";
}

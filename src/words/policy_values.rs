use super::messages;

messages! {
    /// What stands under a key is none of what can stand there.
    cannot_be(key: &str, value: &str): en "{key} can't be {value}", ja "{key} に {value} は指定できません";

    not_a_duration(): en "not a duration", ja "時間の長さではありません";
    write_duration():
        en "write numbers with the units `d`, `h`, `m` and `s`: `30m`, `1h30m`, `2d`",
        ja "数字に単位 `d`、`h`、`m`、`s` を付けて書いてください: `30m`、`1h30m`、`2d`";
    no_unit(): en "a number without a unit", ja "単位がありません";
    add_unit():
        en "add `s`, `m`, `h` or `d`: `30m` is 30 minutes",
        ja "`s`、`m`、`h`、`d` のどれかを付けてください。`30m` は 30 分です";
    units_out_of_order(): en "units out of order", ja "単位の順序が違います";
    largest_first():
        en "write the largest unit first, and each once: `1h30m`",
        ja "大きい単位から順に、それぞれ一度だけ書いてください: `1h30m`";
    not_positive(): en "must be longer than nothing", ja "ゼロより長くなければなりません";
    duration_such_as(): en "write a duration such as `30m`", ja "`30m` のように書いてください";
    too_long(): en "too long to count", ja "長すぎて数えられません";
    below_290_years(): en "write a duration below 290 years", ja "290 年未満で指定してください";
    days_without_calendar(): en "business days of no calendar", ja "カレンダーがないため営業日を数えられません";
    /// Business days stand where only targets could have them.
    only_targets_have_calendars():
        en "write hours, or days of 24 hours, such as `72h` or `3d`; only targets have a calendar",
        ja "`72h` や `3d` のように、時間または 24 時間を一日とする日数で書いてください。カレンダーを指定できるのは目標だけです";

    not_hours(): en "not two times of day", ja "二つの時刻ではありません";
    write_hours():
        en "write from when to when, such as `08:30-17:30` or `17:30-08:30`",
        ja "`08:30-17:30` や `17:30-08:30` のように、始まりと終わりの時刻を書いてください";
    no_such_time_of_day(): en "no such time of day", ja "このような時刻はありません";
    times_of_day(): en "times of day are `00:00` to `24:00`", ja "時刻は `00:00` から `24:00` までです";
    begins_when_over(): en "begins when the day is over", ja "一日の終わりから始まっています";
    day_begins(): en "a day begins at `00:00`", ja "一日の始まりは `00:00` です";
    ends_when_it_begins(): en "ends when it begins", ja "始まりと終わりが同じです";
    whole_day(): en "for a whole day write `00:00-24:00`", ja "終日なら `00:00-24:00` と書いてください";

    not_a_moment(): en "not a date or time", ja "日付でも日時でもありません";
    write_moment():
        en "write a day such as `2026-04-01`, or a time such as `2026-04-01T09:00:00+09:00`",
        ja "`2026-04-01` のような日付か、`2026-04-01T09:00:00+09:00` のような日時を書いてください";
    outside_years(): en "outside the years 1678 to 2261", ja "1678 年から 2261 年までの範囲にありません";
    /// A period, by its part.
    ends_before_it_begins(part: &str): en "{part} ends before it begins", ja "{part}の終わりが始まり以前になっています";
    not_in_it(): en "not in it any more from here on", ja "ここから先は含みません";
    begins_here(): en "begins here", ja "ここで始まります";
    later_end(to: &str, from: &str):
        en "`{to}` must be later than `{from}`; a day there is the first one not meant",
        ja "`{to}` は `{from}` より後にしてください。日付なら、その日からは含みません";

    no_zone(name: &str): en "there is no time zone {name}", ja "タイムゾーン {name} はありません";
    no_such_zone(): en "no such time zone", ja "このようなタイムゾーンはありません";
    write_zone():
        en "write a name of the IANA list, such as `Asia/Tokyo` or `UTC`",
        ja "`Asia/Tokyo` や `UTC` のような IANA の名前を書いてください";
    no_such_encoding(): en "no such encoding", ja "このような文字コードはありません";
    write_encoding():
        en "write a label of the WHATWG encoding standard: `utf-8`, `shift_jis`, `utf-16le`, `windows-1252`",
        ja "WHATWG の規格にある名前を書いてください: `utf-8`、`shift_jis`、`utf-16le`、`windows-1252`";
    no_strftime(): en "not a strftime notation", ja "strftime の書式ではありません";
    format_without_date(): en "does not give year, month and day", ja "年・月・日がそろっていません";
    format_without_time(): en "does not give hour and minute", ja "時と分がそろっていません";
    write_time_format():
        en "write it with %Y year, %m month, %d day, %H hour, %M minute, %S second: `%d/%m/%Y %H:%M`, \
            or `excel-serial` for the day numbers of spreadsheets",
        ja "%Y 年、%m 月、%d 日、%H 時、%M 分、%S 秒で書いてください: `%d/%m/%Y %H:%M`。\
            表計算ソフトのシリアル値なら `excel-serial` です";
    expected_whole_number(): en "expected a whole number above 0", ja "0 より大きい整数が必要です";
    /// A folder that is none below the policy's own.
    leads_out(): en "leads out of the policy's folder", ja "ポリシーのフォルダーの外です";
    folder_below():
        en "write a folder below the policy's own, such as `escalations`",
        ja "`escalations` のように、ポリシーのフォルダーの中のフォルダーを指定してください";
    expected_percentage():
        en "expected a percentage above 0% and at most 100%",
        ja "0% より大きく 100% 以下の百分率が必要です";
    write_percentage():
        en "write the share of incidents that must keep the objective: `95%`, `99.95%`",
        ja "SLO を守るべきインシデントの割合を書いてください: `95%`、`99.95%`";
}

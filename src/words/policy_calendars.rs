use super::messages;

messages! {
    none(name: &str): en "there is no calendar {name}", ja "カレンダー {name} はありません";
    no_such(): en "no such calendar", ja "このようなカレンダーはありません";
    add_table():
        en "add a table [calendars.<name>] with `hours`; without `calendar` the clock runs day and night",
        ja "`hours` を書いたテーブル [calendars.<名前>] を追加してください。`calendar` を省けば、時計は昼夜を問わず動きます";
    unused(id: &str): en "no target uses calendar {id}", ja "カレンダー {id} を使う目標がありません";
    not_used(): en "not used", ja "使われていません";
    name_in_targets(id: &str):
        en "write `calendar = \"{id}\"` in the targets whose clocks run in its hours",
        ja "この時間だけ時計を動かす目標に `calendar = \"{id}\"` と書いてください";
    never_open(calendar: &str):
        en "{calendar} has no hours on any day from 2000 to 2100, so that its clocks would never run",
        ja "{calendar}は 2000 年から 2100 年までのどの日にも時間がないため、時計が動きません";
    these_take_all(): en "these take all of its days", ja "すべての日が休みになります";
    no_whole_years(): en "leave out the holidays that stand for whole years", ja "一年中を休みにする指定を省いてください";
    without_hours(calendar: &str):
        en "{calendar} has no hours, so that its clocks would never run",
        ja "{calendar}に時間がないため、時計が動きません";
    no_hours(): en "no hours", ja "時間がありません";
    write_hours():
        en "write the hours of its days, such as `{{ mon-fri = \"09:00-17:30\" }}`",
        ja "`{{ mon-fri = \"09:00-17:30\" }}` のように、曜日ごとの時間を書いてください";
    no_weekday(key: &str): en "{key} is no day of the week", ja "{key} は曜日ではありません";
    not_a_day_or_range(): en "not a day, and not a range of days", ja "曜日でも曜日の範囲でもありません";
    weekdays():
        en "days are `mon`, `tue`, `wed`, `thu`, `fri`, `sat` and `sun`, and ranges such as `mon-fri`",
        ja "曜日は `mon`、`tue`、`wed`、`thu`、`fri`、`sat`、`sun`、範囲は `mon-fri` のように書いてください";
    hours_twice(day: &str): en "the hours of `{day}` stand twice", ja "`{day}` の時間が二度書かれています";
    in_this(): en "it is in this", ja "一度目はここです";
    and_in_this(): en "and in this", ja "二度目はここです";
    one_place():
        en "give each day its hours in one place: `mon-tue`, `wed`, `thu-fri`",
        ja "曜日ごとに一か所だけに書いてください: `mon-tue`、`wed`、`thu-fri`";
    overlap_on(calendar: &str, day: &str): en "hours of {calendar} overlap on `{day}`", ja "{calendar}の時間が `{day}` に重なっています";
    overlap_from(calendar: &str, day: &str, next: &str):
        en "hours of {calendar} overlap from `{day}` to `{next}`",
        ja "{calendar}の時間が `{day}` から `{next}` にかけて重なっています";
    these_hours(): en "these hours", ja "こちらの時間です";
    and_these_hours(): en "and these hours", ja "こちらが重なっています";
    end_before():
        en "let one end at or before the time at which the other begins",
        ja "一方が始まる時刻までに、もう一方を終わらせてください";

    leave_holidays_out():
        en "leave `holidays` out where every day has its hours",
        ja "休みの日がないなら `holidays` を省いてください";
    unknown_holidays(value: &str): en "{value} are no holidays known here", ja "{value} という祝日の指定はできません";
    not_a_source(): en "not `japan`, not a file and not a day", ja "`japan` でも、ファイルでも、日付でもありません";
    holiday_sources():
        en "write `japan`, a file such as `company.ics` or `holidays/2026.csv`, or days: `2026-12-29`, \
            `2026-12-29/2027-01-03`, every year `12-29/01-03`",
        ja "`japan`、`company.ics` や `holidays/2026.csv` のようなファイル、または日付を書いてください: `2026-12-29`、\
            `2026-12-29/2027-01-03`、毎年なら `12-29/01-03`";
    no_holidays(value: &str): en "`holidays` can't have {value} in it", ja "`holidays` に {value} は指定できません";
    not_a_day(): en "not a day", ja "日付ではありません";
    write_days():
        en "write `2026-12-29`, or `2026-12-29/2027-01-03` for days on end; every year `12-29` or `12-29/01-03`",
        ja "`2026-12-29`、続く日なら `2026-12-29/2027-01-03`、毎年なら `12-29` や `12-29/01-03` と書いてください";
    no_such_day(): en "no such day", ja "この日はありません";
    existing_day():
        en "write the month and a day that it has, such as `02-28`",
        ja "`02-28` のように、月とその月にある日を書いてください";
    ends_before(): en "ends before it begins", ja "終わりが始まりより前です";
    first_day_first(): en "write the first day first", ja "始まりの日を先に書いてください";
}

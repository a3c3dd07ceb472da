use std::fmt::Display;

use chrono::Weekday;

use super::texts;

texts! {
    /// The hours in which clocks run, pauses, and who is on duty when.
    pub(crate) struct Words;
    // Calendars.
    calendars: en "Calendars (the hours in which clocks run)", ja "■ カレンダー（時計が進む時間）";
    ends_of_hours:
        en "  The end of hours is not in them. Hours that pass midnight belong to the day on which they begin. A holiday has no hours.",
        ja "  終わりの時刻は含まない。翌日に続く時間は、始まった日のものとする。休日には時間がない。";
    business_days:
        en "  A business day has hours and is no holiday. The day on which the clock starts is not counted; the time ends with the hours of the last of the business days after it (as in articles 140 to 142 of the Civil Code of Japan).",
        ja "  営業日は、時間があり休日でない日。時計が始まった日は数えず、その後の営業日を数え、最後の営業日の時間が終わるまでとする（民法第 140〜142 条と同じ数え方）。";
    /// A calendar that is called by its id alone.
    short_name(id: &dyn Display): en "{id}", ja "「{id}」";
    name(title: &dyn Display, id: &dyn Display): en "{title} ({id})", ja "「{title}」（{id}）";
    calendar(title: &dyn Display, id: &dyn Display, line: &dyn Display, zone: &dyn Display):
        en "  {title} ({id}, line {line}): times and days of {zone}",
        ja "  {title}（{id}、{line} 行目）: {zone} の時刻と日付";
    days(first: &dyn Display, last: &dyn Display): en "{first} to {last}", ja "{first}〜{last}";
    no_hours: en "none", ja "なし";
    and_hours: en " and ", ja "、";
    holidays(source: &dyn Display): en "    Holidays: {source}", ja "    休日: {source}";
    no_holidays: en "    Holidays: none", ja "    休日: 定めていない";
    past_midnight(from: &dyn Display, to: &dyn Display):
        en "{from} to {to} of the next day",
        ja "{from}〜翌日 {to}";
    hours(from: &dyn Display, to: &dyn Display): en "{from} to {to}", ja "{from}〜{to}";
    day(day: Weekday) -> &'static str: en english_day, ja japanese_day;
    japan: en "the public holidays of Japan (japan)", ja "日本の祝日（japan）";
    file_of_holidays(name: &str, count: usize, digest: &str) -> String: en english_file_of_holidays, ja japanese_file_of_holidays;
    yearly(first: &dyn Display): en "{first} of every year", ja "毎年 {first}";
    yearly_span(first: &dyn Display, last: &dyn Display):
        en "{first} to {last} of every year",
        ja "毎年 {first}〜{last}";
    known_year(first: &dyn Display): en "; known for {first} only", ja "。確かなのは {first} 年だけ";
    known_years(first: &dyn Display, last: &dyn Display):
        en "; known for {first} to {last}",
        ja "。確かなのは {first}〜{last} 年";
    japan_beyond:
        en ", other years by the rules of the law; slo check warns where incidents are opened in them",
        ja "。ほかの年も法律の規則どおりに数え、そこに発生したものがあれば slo check で知らせる";
    // Pauses.
    pauses: en "Pauses (an incident waits, and its clocks stand still)", ja "■ 一時停止（インシデントが待ちに入り、時計を止める時間）";
    stretch(from: &dyn Display, to: &dyn Display):
        en "From the time in {from} to the time in {to}",
        ja "{from}の日時から{to}の日時まで";
    event_to_next(begin: &dyn Display):
        en "From the event {begin} to the next event",
        ja "イベント{begin}から、次のイベントまで";
    event_to_event(begin: &dyn Display, ends: &dyn Display):
        en "From the event {begin} to the event {ends}",
        ja "イベント{begin}から、イベント{ends}まで";
    sum(stage: &dyn Display, column: &dyn Display):
        en "The sum of the seconds paused up to {stage}: {column}",
        ja "{stage}までに一時停止した秒数の合計: {column}";
    taken_off: en "A pause is taken off.", ja "一時停止の時間は差し引く。";
    taken_off_in_hours:
        en "Of a pause, only what lies in the hours of the calendar is taken off.",
        ja "一時停止は、カレンダーの時間の中にある分だけ差し引く。";
    overlap_with_exclusions:
        en "Where pauses and exclusions overlap, the time is taken off once.",
        ja "重なる一時停止や除外は一度だけ差し引く。";
    overlap: en "Where pauses overlap, the time is taken off once.", ja "重なる一時停止は一度だけ差し引く。";
    no_end:
        en "A pause whose end is not recorded lasts as long as the clock, which is as-of at the latest, and is listed.",
        ja "終わりの記録がない一時停止は、時計が止まるまで（止まっていなければ基準日時まで）続くものとし、一覧に示す。";
    sum_in_hours:
        en "The sums count only hours of the calendar, and are taken off as they are.",
        ja "合計は、カレンダーの時間の中だけを数えたもの。そのまま差し引く。";
    sum_of_all:
        en "The sums count day and night, and are taken off as they are.",
        ja "合計は、昼夜を問わずに数えたもの。そのまま差し引く。";
    sum_and_exclusions:
        en "A sum doesn't tell when: as much of it as can is taken to lie in excluded time, so that nothing is taken off twice; where the verdict hangs on that, it is unknown.",
        ja "合計からは、いつ一時停止していたかが分からない。できるだけ除外の時間の中にあったものとして二重には差し引かず、それで判定が変わりうるものは不明とする。";
    // Shifts.
    shifts: en "Shifts (where they overlap, the first one counts)", ja "■ シフト（重なる時間は先に書いたシフト）";
    shift(title: &dyn Display, id: &dyn Display, from: &dyn Display, to: &dyn Display):
        en "  {title} ({id}): {from} to {to}",
        ja "  {title}（{id}）: {from}〜{to}";
    /// One that passes midnight.
    shift_past_midnight(title: &dyn Display, id: &dyn Display, from: &dyn Display, to: &dyn Display):
        en "  {title} ({id}): {from} to {to} of the next day",
        ja "  {title}（{id}）: {from}〜翌日 {to}";
    shift_times(zone: &dyn Display):
        en "  Times are those of {zone}. A shift has the minute at which it begins, and not the one at which it ends.",
        ja "  時刻は {zone}。始まりの時刻を含み、終わりの時刻を含まない。";
}

fn english_day(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

fn japanese_day(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "月曜日",
        Weekday::Tue => "火曜日",
        Weekday::Wed => "水曜日",
        Weekday::Thu => "木曜日",
        Weekday::Fri => "金曜日",
        Weekday::Sat => "土曜日",
        Weekday::Sun => "日曜日",
    }
}

fn english_file_of_holidays(name: &str, count: usize, digest: &str) -> String {
    let days = if count == 1 { "day" } else { "days" };
    format!("the {count} {days} of the file {name} (SHA-256 {digest})")
}

fn japanese_file_of_holidays(name: &str, count: usize, digest: &str) -> String {
    format!("ファイル {name} の {count} 日（SHA-256 {digest}）")
}

use chrono::NaiveDate;

use super::{language, messages};
use crate::domain::Language;

messages! {
    unreadable(file: &str): en "holiday file {file} can't be read", ja "祝日のファイル {file} を読めません";
    looked_for(path: &str):
        en "looked for {path}; what the policy names is looked for from its own folder",
        ja "{path} を探しました。ポリシーに書いたファイルは、ポリシーのあるフォルダーから探します";
    unusable(file: &str): en "holiday file {file} can't be used", ja "祝日のファイル {file} は使えません";
    has_faults(): en "has faults", ja "ファイルに誤りがあります";
    on_line(line: usize, fault: &str): en "line {line}: {fault}", ja "{line} 行目: {fault}";
    and_one_more(fault: &str): en "{fault} (and 1 more fault in the file)", ja "{fault}（ファイルにはほかに 1 件の誤りがあります）";
    and_more(fault: &str, more: usize):
        en "{fault} (and {more} more faults in the file)",
        ja "{fault}（ファイルにはほかに {more} 件の誤りがあります）";
    observance(file: &str):
        en "holiday file {file} has 1 day of observance, left out as it is no public holiday",
        ja "祝日のファイル {file} に、休日ではない記念日が 1 日あり、除きました";
    observances(file: &str, days: usize):
        en "holiday file {file} has {days} days of observance, left out as they are no public holidays",
        ja "祝日のファイル {file} に、休日ではない記念日が {days} 日あり、除きました";
    not_all_days(): en "not all of its days", ja "一部の日を除きました";
    name_beside():
        en "a day of them on which nobody works must be named beside the file, such as `2026-12-24`",
        ja "その中に休みの日があれば、ファイルと並べて `2026-12-24` のように書いてください";

    /// Such as this row.
    empty(row: &str):
        en "no holiday stands in the file: expected rows such as `{row}`, or an iCalendar file with all-day events",
        ja "祝日が一日もありません。`{row}` のような行か、終日の予定のある iCalendar ファイルが必要です";
    only_observances(events: usize):
        en "no holiday stands in the file: its events ({events}) are observances, on which people work",
        ja "祝日が一日もありません。予定（{events} 件）はどれも、休日ではない記念日です";
    no_text():
        en "the line is neither UTF-8 nor Shift_JIS text: save the list as CSV in UTF-8, or download it again",
        ja "UTF-8 でも Shift_JIS でもない行です。UTF-8 の CSV で保存するか、ダウンロードし直してください";
    too_many_rows(most: usize):
        en "the list has more than {most} rows: leave only the holidays in it",
        ja "{most} 行を超えています。祝日だけを残してください";
    no_day(day: &str):
        en "{day} is no day: expected one such as `2026/1/1` or `2026-01-01`",
        ja "{day} は日付ではありません。`2026/1/1` や `2026-01-01` のように書いてください";
    name_over_lines(name: &str):
        en "the name {name} runs over several lines: close its quotation mark, or write it on one line",
        ja "名前 {name} が複数行にわたっています。引用符を閉じるか、一行で書いてください";

    no_utf8_line():
        en "the line is no UTF-8 text, which a calendar is written in: export it again",
        ja "UTF-8 ではない行です。カレンダーの文字コードではないので、出力し直してください";
    no_line(line: &str):
        en "{line} is no line of a calendar: expected `NAME:value`",
        ja "{line} はカレンダーの行ではありません。`NAME:value` の形が必要です";
    second(property: &str, first: usize):
        en "the event has a second {property}: the first stands on line {first}, so leave one out",
        ja "予定に二つ目の {property} があります。一つ目は {first} 行目です。どちらかを省いてください";
    changes_later():
        en "an event that changes all the later ones can't be read: end the earlier rule with `UNTIL` and write a rule \
            of its own for the later days",
        ja "以降のすべてを変える予定は読めません。前の規則を `UNTIL` で終わらせ、その後の日には別の規則を書いてください";
    replaces_without_uid():
        en "the event replaces a day of another one, but has no UID to tell which",
        ja "別の予定の一日を置き換える予定ですが、UID がないためどの予定か分かりません";
    timed(property: &str, value: &str):
        en "{property} is {value}, but holidays are whole days: make it an all-day event, as in \
            `{property};VALUE=DATE:20260101`",
        ja "{property} が {value} ですが、祝日は終日の予定にしてください: `{property};VALUE=DATE:20260101`";
    no_date(property: &str, value: &str):
        en "{property} can't be {value}: expected a day such as `20260101`",
        ja "{property} に {value} は指定できません。`20260101` のような日付が必要です";
    breaks_off(missing: &str):
        en "the calendar breaks off: {missing} is missing, so download or export it again",
        ja "カレンダーが途中で終わっています（{missing} がありません）。ダウンロードまたは出力し直してください";
    other_end(expected: &str, found: &str):
        en "{expected} was expected here, not {found}",
        ja "ここには {found} ではなく {expected} が必要です";
    ends_nothing(line: &str): en "{line} ends what never began", ja "{line} に対応する始まりがありません";
    too_many_days(most: usize):
        en "the events up to this one have more than {most} days: leave out rules that repeat often",
        ja "ここまでの予定が {most} 日を超えています。頻繁に繰り返す規則を省いてください";
    exception_rules():
        en "rules of exceptions can't be read: name each day that is left out with `EXDATE`",
        ja "除外の規則は読めません。除く日を `EXDATE` で一日ずつ書いてください";
    no_first_day():
        en "the event has no first day: expected `DTSTART;VALUE=DATE:20260101`",
        ja "予定に最初の日がありません。`DTSTART;VALUE=DATE:20260101` が必要です";
    end_and_duration():
        en "the event has DTEND and DURATION: leave one of them out",
        ja "予定に DTEND と DURATION の両方があります。どちらかを省いてください";
    end_before_first(end: NaiveDate, first: NaiveDate):
        en "DTEND is {end}, before the event's first day, {first}",
        ja "DTEND が {end} で、予定の最初の日 {first} より前です";
    no_whole_days(duration: &str):
        en "DURATION is {duration}, but holidays are whole days: expected one such as `P1D`",
        ja "DURATION が {duration} ですが、祝日は終日の予定です。`P1D` のような長さが必要です";
    too_long(days: u64, most: u64):
        en "the event lasts {days} days, but no more than {most} are taken for a holiday",
        ja "予定が {days} 日続いています。祝日とみなすのは {most} 日までです";
}

/// The faults of a file on one line.
pub(crate) fn listed(faults: &[String]) -> String {
    faults.join(match language() {
        Language::English => "; ",
        Language::Japanese => "。",
    })
}

//! Rules by which the events of a calendar are repeated.

use chrono::NaiveDate;

use super::messages;

messages! {
    ends_before(): en "the rule ends before the event's first day", ja "規則が予定の最初の日より前に終わっています";
    /// The reason is told by the crate that works rules out, in English.
    refused(rule: &str, reason: &str): en "RRULE can't be {rule}: {reason}", ja "RRULE に {rule} は指定できません（{reason}）";
    not_on_first_day(rule: &str, start: NaiveDate):
        en "the rule {rule} does not fall on the event's first day, {start}: let the event begin on the first day of its \
            rule",
        ja "規則 {rule} に予定の最初の日 {start} が含まれません。規則の最初の日から予定を始めてください";
    ends_at_time(day: NaiveDate, until: &str):
        en "the rule ends at a time, so it's unclear whether {day} still belongs to it: end it with a day, as in \
            `UNTIL={until}`",
        ja "規則が時刻で終わっているため、{day} を含むかどうか分かりません。`UNTIL={until}` のように日付で終わらせてください";
    twice(rule: &str, part: &str):
        en "RRULE can't be {rule}: {part} stands twice",
        ja "RRULE に {rule} は指定できません（{part} が二つあります）";
    too_often(frequency: &str):
        en "the rule repeats {frequency}, but holidays are whole days: expected `FREQ=YEARLY`, `MONTHLY`, `WEEKLY` or \
            `DAILY`",
        ja "規則の繰り返しが {frequency} ですが、祝日は終日の予定です。`FREQ=YEARLY`、`MONTHLY`、`WEEKLY`、`DAILY` のどれかが必要です";
    unknown_part(part: &str):
        en "RRULE can't have {part}: expected parts such as `BYMONTH=1`",
        ja "RRULE に {part} は指定できません。`BYMONTH=1` のような項目が必要です";
    no_end(until: &str):
        en "UNTIL can't be {until}: expected a day such as `20301231`",
        ja "UNTIL に {until} は指定できません。`20301231` のような日付が必要です";
}

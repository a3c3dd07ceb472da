//! Why a cell is no time.

use std::error::Error;
use std::fmt::{self, Display};

use super::{language, messages};
use crate::domain::{BadTimeFormat, Language};

messages! {
    not_a_time():
        en "is not a time; expected one such as `2026-05-01T09:05:00+09:00` or `2026/05/01 9:05`",
        ja "日時として読めません。`2026-05-01T09:05:00+09:00` や `2026/05/01 9:05` のような日時が必要です";
    /// It is a number as spreadsheets count days.
    perhaps_days():
        en "is a bare number; if it counts days as spreadsheets do, say so with `time_format = \"excel-serial\"`",
        ja "ただの数です。スプレッドシートの日数なら `time_format = \"excel-serial\"` と指定してください";
    bare_number():
        en "is a bare number, but not of 10 digits (seconds since 1970) or 13 (milliseconds)",
        ja "ただの数ですが、10 桁（1970 年からの秒数）でも 13 桁（ミリ秒数）でもありません";
    /// Such as `#NAME?`.
    error_value():
        en "is what a spreadsheet shows where it can't compute something",
        ja "スプレッドシートが計算できないときに表示する値です";
    no_time_of_day(): en "has no time of day", ja "時刻がありません";
    no_readable_time_of_day(): en "has no time of day that can be read", ja "読み取れる時刻がありません";
    no_minutes(): en "has no minutes", ja "分がありません";
    needs_two_digits(what: &str): en "needs 2 digits of {what}", ja "{what}は 2 桁で書く必要があります";
    minutes(): en "minutes", ja "分";
    seconds(): en "seconds", ja "秒";
    behind(rest: &str): en "has `{rest}` behind the time", ja "時刻の後ろに `{rest}` があります";
    other_weekday():
        en "names a weekday that isn't the weekday of its date", ja "曜日がその日付の曜日と違います";
    no_weekday():
        en "has something in parentheses that isn't a weekday", ja "かっこの中が曜日ではありません";
    bad_offset():
        en "has an offset that can't be read; expected one such as `+09:00`",
        ja "UTC オフセットを読み取れません。`+09:00` のように書く必要があります";
    both_halves(): en "names both halves of the day", ja "午前と午後の両方が書かれています";
    no_minute(minute: u32): en "there is no minute {minute}", ja "{minute} 分という時刻はありません";
    no_second(second: u32): en "there is no second {second}", ja "{second} 秒という時刻はありません";
    no_hour(hour: u32): en "there is no hour {hour}", ja "{hour} 時という時刻はありません";
    leap_second():
        en "is a leap second, which has no place on the clock that times are counted on",
        ja "うるう秒です。時間を数える時計にこの時刻はありません";
    past_midnight():
        en "runs past 24:00; write it as a time of the next day",
        ja "24:00 を過ぎています。翌日の時刻として書いてください";
    /// With `AM` or `PM`.
    hour_of_half(hour: u32):
        en "has hour {hour} on a clock of 12 hours", ja "12 時間制なのに {hour} 時と書かれています";
    two_digit_year():
        en "writes the year in 2 digits; `time_format` must say which number it is",
        ja "年が 2 桁で書かれています。どの数が年かを `time_format` で指定する必要があります";
    no_month(month: u32): en "there is no month {month}", ja "{month} 月という月はありません";
    month_length(month: &str, length: u32): en "{month} has {length} days", ja "{month}は {length} 日までです";
    neither_is_month(first: u32, second: u32):
        en "neither {first} nor {second} is a month", ja "{first} も {second} も月ではありません";
    /// The export's dates are in the other order.
    other_order(own: &str, others: &str):
        en "is {own}, but the dates of this export are {others}",
        ja "{own}ですが、このエクスポートの日付は{others}です";
    day_first(): en "day-first", ja "日・月の順";
    month_first(): en "month-first", ja "月・日の順";
    /// How chrono writes a day.
    day_notation(): en "%-d %B %Y", ja "%Y 年 %-m 月 %-d 日";
    /// Behind the end of an era.
    era_ended(name: &str, letter: char, last: &str):
        en "is no date of {name} ({letter}), which ended on {last}",
        ja "{name}（{letter}）の日付ではありません。{last} までです";
    /// Before its beginning.
    era_began(name: &str, letter: char, first: &str):
        en "is no date of {name} ({letter}), which began on {first}",
        ja "{name}（{letter}）の日付ではありません。{first} からです";
    /// The policy says how times are written.
    not_of_format(format: &str):
        en "doesn't fit time_format `{format}`", ja "time_format `{format}` に合いません";
    nor_of_format(reason: &str, format: &str):
        en "{reason}; nor does it fit time_format `{format}`", ja "{reason}。time_format `{format}` にも合いません";
    out_of_range(): en "lies outside the years 1678 to 2261", ja "1678 年から 2261 年までの日時ではありません";
    unknown_code(format: &str):
        en "time_format `{format}` has a `%` code that doesn't exist; codes are those of strftime, such as \
            `%d/%m/%Y %H:%M`",
        ja "time_format `{format}` に、存在しない `%` の記号があります。`%d/%m/%Y %H:%M` のように strftime の記号で書いてください";
    no_full_date(format: &str):
        en "time_format `{format}` has no full date; it needs day, month and year, such as `%d/%m/%Y %H:%M`",
        ja "time_format `{format}` に日付が揃っていません。`%d/%m/%Y %H:%M` のように日、月、年が必要です";
    no_clock(format: &str):
        en "time_format `{format}` has no time of day; it needs `%H:%M`, or `%I:%M %p`",
        ja "time_format `{format}` に時刻がありません。`%H:%M` か `%I:%M %p` が必要です";
}

/// A month that has fewer days; `name` is its English name.
#[must_use]
pub(crate) fn short_month(year: u32, month: u32, name: &str, length: u32) -> String {
    let month = match language() {
        Language::English => format!("{name} {year}"),
        Language::Japanese => format!("{year} 年 {month} 月"),
    };
    month_length(&month, length)
}

impl Display for BadTimeFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Invalid(format) => unknown_code(format),
            Self::NoDate(format) => no_full_date(format),
            Self::NoTimeOfDay(format) => no_clock(format),
        })
    }
}

impl Error for BadTimeFormat {}

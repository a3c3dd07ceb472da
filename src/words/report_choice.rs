use std::fmt::Display;

use super::messages;
use crate::domain::PeriodKind;

messages! {
    workbook_for_a_terminal():
        en "a workbook is no text for a terminal: write it to a file by --output xlsx=report.xlsx",
        ja "表計算ファイルは端末に表示できません。--output xlsx=report.xlsx でファイルに書き出してください";
    format_of_files():
        en "--by writes files, by --output FORMAT=PATH; --format says nothing then",
        ja "--by は --output FORMAT=PATH で指定したファイルに書き出すので、--format は使えません";
    /// `--by customer` without files; `place` is where the customer goes in their names.
    nowhere_to_write(place: &str):
        en "--by customer needs to know where the reports go: --output html=reports/{place}.html",
        ja "--by customer には書き出し先が必要です。--output html=reports/{place}.html のように指定してください";
    one_file_for_all(pattern: &str, place: &str):
        en "--output: `{pattern}` would be one file for all customers; write {place} in its name",
        ja "--output: `{pattern}` では全顧客が同じファイルになります。ファイル名に {place} を入れてください";
    pattern_twice(pattern: &str):
        en "--output: `{pattern}` is named twice",
        ja "--output: `{pattern}` が二度指定されています";
    place_without_by(place: &str):
        en "--output: {place} stands for the customer only with --by customer",
        ja "--output: {place} が顧客の名前になるのは --by customer を付けたときだけです";
    waits_of_all():
        en "--fail-on unannotated is about all customers: ask `slo status`, or leave --by out",
        ja "--fail-on unannotated は全顧客についての条件です。`slo status` を使うか、--by を外してください";
    no_folder(folder: &dyn Display):
        en "--output: there is no folder `{folder}`",
        ja "--output: フォルダー `{folder}` がありません";
    no_shift_yet(name: &str):
        en "--shift: no hours of `{name}` have begun by then",
        ja "--shift: `{name}` の時間帯は、その時点までに一度も始まっていません";
    shift_of_day_not_begun(name: &str):
        en "--for: the shift `{name}` of that day has not begun yet",
        ja "--for: その日のシフト `{name}` はまだ始まっていません";
    no_shifts(name: &str):
        en "--shift: the policy names no shift; add one as `[shifts.{name}]` with `hours`",
        ja "--shift: ポリシーにシフトがありません。`hours` を添えて `[shifts.{name}]` として追加してください";
    unknown_shift(name: &str, known: &str):
        en "--shift: there is no shift `{name}`; known are {known}",
        ja "--shift: `{name}` というシフトはありません。あるのは {known} です";
    nothing_before(): en "--as-of: there is no day before it", ja "--as-of: それより前の日がありません";
    not_begun(period: &dyn Display, as_of: &str):
        en "--for: {period} has not begun by {as_of}",
        ja "--for: {period} は {as_of} の時点でまだ始まっていません";
    outside_calendar(text: &str): en "--for: `{text}` is outside the calendar", ja "--for: `{text}` は暦の範囲にありません";
    no_period(text: &str):
        en "--for: `{text}` is no period; write a day such as 2026-11-03, a week such as 2026-W45, a month \
            such as 2026-11, a fiscal year such as FY2026, or one of today, yesterday, this-month, last-month",
        ja "--for: `{text}` は期間ではありません。2026-11-03 のような日、2026-W45 のような週、2026-11 のような月、\
            FY2026 のような年度、または today、yesterday、this-month、last-month のいずれかを指定してください";
    longer_than(text: &str, kind: &str):
        en "--for: `{text}` is longer than a {kind}, which --period asks for",
        ja "--for: `{text}` は、--period で指定した{kind}より長い期間です";
    day(): en "day", ja "日";
    week(): en "week", ja "週";
    month(): en "month", ja "月";
    fiscal_year(): en "fiscal-year", ja "年度";
}

/// The named period is longer than those that are asked for.
pub(crate) fn longer_than_asked(text: &str, asked: PeriodKind) -> String {
    let kind = match asked {
        PeriodKind::Day => day(),
        PeriodKind::Week => week(),
        PeriodKind::Month => month(),
        PeriodKind::FiscalYear => fiscal_year(),
    };
    longer_than(text, &kind)
}

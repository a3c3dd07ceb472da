use super::messages;

messages! {
    promises_nothing(): en "the target promises nothing", ja "この目標には何も定められていません";
    needs_promise(): en "needs `within`, `by` or `exempt`", ja "`within`、`by`、`exempt` のどれかが必要です";
    add_promise():
        en "add `within = \"30m\"`, `by = \"due\"` or `exempt = \"<reason>\"`",
        ja "`within = \"30m\"`、`by = \"due\"`、`exempt = \"<理由>\"` のどれかを追加してください";
    promises_two(one: &str, other: &str):
        en "the target promises `{one}` and `{other}` at once",
        ja "この目標には `{one}` と `{other}` が同時に定められています";
    promises_three(one: &str, other: &str, third: &str):
        en "the target promises `{one}` and `{other}` and `{third}` at once",
        ja "この目標には `{one}`、`{other}`、`{third}` が同時に定められています";
    and_this(): en "and this", ja "二つ目の定めです";
    this(): en "this", ja "一つ目の定めです";
    keep_one_promise():
        en "keep one of them; the first target that matches decides",
        ja "どれか一つだけを残してください。最初に当てはまった目標を適用します";
    /// `by` names a stage that is reached by people.
    by_happening(stage: &str):
        en "`by` can't be `{stage}`, which is a happening and no promised time",
        ja "`{stage}` は起きたことであって期限ではないため、`by` に指定できません";
    a_happening(): en "a happening", ja "期限ではありません";
    name_deadline():
        en "name the column of the deadline in [source.stages], such as `due = \"<column>\"`, and write `by = \"due\"`",
        ja "期限の列を `due = \"<列>\"` のように [source.stages] に書き、`by = \"due\"` としてください";
    /// `by` names a stage whose name is nearly that of a column.
    by_without_column(stage: &str):
        en "`by` names {stage}, which has no column in [source.stages]",
        ja "`by` の {stage} の列が [source.stages] にありません";
    no_own_column(): en "has no column of its own", ja "対応する列がありません";
    /// A target with `by` or `exempt` has a calendar.
    no_use_for_calendar(key: &str):
        en "a target with `{key}` has no use for a calendar",
        ja "`{key}` のある目標にカレンダーは使えません";
    moves_nothing(): en "moves nothing", ja "何も変わりません";
    what_it_promises(): en "as this is what it promises", ja "この目標が定めるのはこれです";
    no_calendar_for_deadline():
        en "leave `calendar` out: a deadline that stands in the export isn't moved by hours",
        ja "`calendar` を省いてください。エクスポートに書かれた期限はカレンダーの時間では変わりません";
    no_calendar_for_exempt():
        en "leave `calendar` out: nothing is measured where nothing is promised",
        ja "`calendar` を省いてください。定めのない目標では何も測りません";

    /// Business days together with hours, or the like.
    mixed_days(): en "business days with something else", ja "営業日にほかのものが混ざっています";
    days_alone(): en "write business days alone, such as `3bd`", ja "営業日は `3bd` のように単独で書いてください";
    first_business_day():
        en "`1bd` is the end of the first business day after the day on which the clock starts",
        ja "`1bd` は、時計が動き出した日の次の営業日の終わりまでです";
    too_many_days(): en "too many business days", ja "営業日が多すぎます";
    at_most_days(most: u32): en "at most {most} can be promised", ja "指定できるのは {most} までです";
    days_but_no_calendar(value: &str):
        en "`within` names business days ({value}), but the target has no calendar",
        ja "`within` が営業日（{value}）ですが、目標にカレンダーがありません";
    add_calendar():
        en "add `calendar = \"<name>\"` to the target, or write hours, or days of 24 hours such as `3d`",
        ja "目標に `calendar = \"<名前>\"` を追加するか、時間、または `3d` のように 24 時間を一日とする日数で書いてください";
    ambiguous_day(value: &str):
        en "`within` can't be {value} under a calendar, where a day can mean two things",
        ja "カレンダーのある目標の `within` に {value} は指定できません。一日の意味が二通りあるためです";
    hours_or_business_day(): en "24 hours or a business day?", ja "24 時間ですか、営業日ですか？";
    write_hours_or_days(hours: &str, count: u32):
        en "write `{hours}` for {hours} of the calendar's hours, or `{count}bd` for the end of business day {count}",
        ja "カレンダーの時間で {hours} なら `{hours}`、{count} 営業日目の終わりまでなら `{count}bd` と書いてください";
    write_hours_or_days_alone(hours: &str):
        en "write `{hours}` for {hours} of the calendar's hours, or business days alone, such as `2bd`, for the end of \
            business day 2",
        ja "カレンダーの時間で {hours} なら `{hours}`、営業日なら `2bd`（2 営業日目の終わりまで）のように単独で書いてください";
}

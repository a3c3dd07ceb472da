use super::texts;
use crate::domain::Fix;

texts! {
    /// What a person is shown before they write down a cause.
    pub(crate) struct Words;
    about: en "about", ja "対象";
    missed: en "missed", ja "SLO";
    course: en "course", ja "経過";
    around: en "around", ja "状況";
    earlier: en "30 days", ja "過去30日";
    written: en "written", ja "記入";
    /// What stands between several things.
    and: en ", ", ja "、";
    severity: en "severity", ja "重大度";
    assignee: en "handled by", ja "担当";
    status: en "status", ja "状態";
    /// What was promised, what it took, by how much that is over, and when it ran out.
    arithmetic(objective: &str, within: &str, took: &str, over: &str, deadline: &str):
        en "{objective}: {within} promised, {took}: {over} over (deadline {deadline})",
        ja "{objective}: 目標 {within}、{took} → {over} 超過（期限 {deadline}）";
    took(elapsed: &str): en "took {elapsed}", ja "実績 {elapsed}";
    /// Of an incident that is not over.
    has_taken(elapsed: &str): en "has taken {elapsed}", ja "現在 {elapsed}";
    over(objective: &str, over: &str): en "{objective} {over} over", ja "{objective}を{over}超過";
    ran_out(objective: &str): en "{objective} missed here", ja "ここで「{objective}」の目標を超過";
    noted(notes: &str): en " ({notes})", ja "（{notes}）";
    workday: en "weekday", ja "平日";
    perhaps_holiday: en "weekday (perhaps a public holiday)", ja "平日（祝日かどうかは不明）";
    saturday: en "Saturday", ja "土曜日";
    sunday: en "Sunday", ja "日曜日";
    holiday(name: &str): en "public holiday ({name})", ja "祝日（{name}）";
    night: en "at night (22 to 5)", ja "深夜（22〜5時）";
    by_day: en "not at night", ja "深夜以外";
    nobody: en "no shift on duty", ja "担当シフトなし";
    after_change(shift: &str, time: &str): en "{shift} ({time} after the change)", ja "{shift}（交代の{time}後）";
    before_change(shift: &str, time: &str): en "{shift} ({time} before the change)", ja "{shift}（交代の{time}前）";
    also_open(count: u64): en "{count} others open", ja "ほかに未復旧 {count} 件";
    before(count: u64): en "{count} opened in the 15 minutes before", ja "直前15分に発生 {count} 件";
    never: en "not this problem", ja "同じ問題なし";
    times(count: usize) -> String: en english_times, ja japanese_times;
    unwritten: en "(nothing written)", ja "（未記入）";
    said(cause: &str, reason: &str): en "{cause}: {reason}", ja "「{cause}」{reason}";
    signed(said: &str, by: &str, at: &str): en "{said} ({by}, {at})", ja "{said}（{by}、{at}）";
    learnt(happened: &str): en "learnt {happened}", ja "判明 {happened}";
    decided(fix: &str, why: &str, by: &str, at: &str):
        en "→ {fix}: {why} ({by}, {at})",
        ja "→ {fix}: {why}（{by}、{at}）";
    fix(fix: Fix) -> &'static str: en english_fix, ja japanese_fix;
    replaced(said: &str): en "before: {said}", ja "以前: {said}";
    taken_back(said: &str, why: &str, by: &str):
        en "taken back: {said}: {why} ({by})",
        ja "取消: {said} → {why}（{by}）";
    more(rest: usize): en "and {rest} more before", ja "以前の記入はほかに {rest} 件";
    /// How many incidents are not listed.
    and_more(rest: usize): en "  and {rest} more", ja "  ほか {rest} 件";
}

fn english_times(count: usize) -> String {
    if count == 1 { "the same problem once".to_owned() } else { format!("the same problem {count} times") }
}

fn japanese_times(count: usize) -> String {
    format!("同じ問題 {count} 件")
}

fn english_fix(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "a fix is needed",
        Fix::NotRequired => "no fix is needed",
        Fix::Review => "yet to be decided",
    }
}

fn japanese_fix(fix: Fix) -> &'static str {
    match fix {
        Fix::Required => "修正が必要",
        Fix::NotRequired => "修正は不要",
        Fix::Review => "判断待ち",
    }
}

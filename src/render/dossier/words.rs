use crate::domain::{Fix, Language};

/// The words of one language. Those with something in them are functions.
pub(super) struct Words {
    pub(super) about: &'static str,
    pub(super) missed: &'static str,
    pub(super) course: &'static str,
    pub(super) around: &'static str,
    pub(super) earlier: &'static str,
    pub(super) written: &'static str,
    /// What stands between several things.
    pub(super) and: &'static str,
    pub(super) severity: &'static str,
    pub(super) assignee: &'static str,
    pub(super) status: &'static str,
    /// Objective, target, actual time, time over it, deadline, whether it still goes on.
    pub(super) arithmetic: fn(&str, &str, &str, &str, &str, bool) -> String,
    pub(super) over: fn(objective: &str, over: &str) -> String,
    pub(super) ran_out: fn(objective: &str) -> String,
    pub(super) noted: fn(&str) -> String,
    pub(super) workday: &'static str,
    pub(super) perhaps_holiday: &'static str,
    pub(super) saturday: &'static str,
    pub(super) sunday: &'static str,
    pub(super) holiday: fn(&str) -> String,
    pub(super) night: &'static str,
    pub(super) by_day: &'static str,
    pub(super) nobody: &'static str,
    pub(super) after_change: fn(shift: &str, time: &str) -> String,
    pub(super) before_change: fn(shift: &str, time: &str) -> String,
    pub(super) also_open: fn(u64) -> String,
    pub(super) before: fn(u64) -> String,
    pub(super) never: &'static str,
    pub(super) times: fn(usize) -> String,
    pub(super) unwritten: &'static str,
    pub(super) said: fn(cause: &str, reason: &str) -> String,
    pub(super) signed: fn(said: &str, by: &str, at: &str) -> String,
    pub(super) learnt: fn(&str) -> String,
    pub(super) decided: fn(Fix, why: &str, by: &str, at: &str) -> String,
    pub(super) replaced: fn(&str) -> String,
    pub(super) taken_back: fn(said: &str, why: &str, by: &str) -> String,
    pub(super) more: fn(usize) -> String,
    /// How many incidents are not listed.
    pub(super) and_more: fn(usize) -> String,
}

impl Words {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &JAPANESE,
            Language::English => &ENGLISH,
        }
    }
}

const JAPANESE: Words = Words {
    about: "対象",
    missed: "SLO",
    course: "経過",
    around: "状況",
    earlier: "過去30日",
    written: "記入",
    and: "、",
    severity: "重大度",
    assignee: "担当",
    status: "状態",
    arithmetic: |objective, within, elapsed, over, deadline, open| {
        let actual = if open { "現在" } else { "実績" };
        format!("{objective}: 目標 {within}、{actual} {elapsed} → {over} 超過（期限 {deadline}）")
    },
    over: |objective, over| format!("{objective}を{over}超過"),
    ran_out: |objective| format!("ここで「{objective}」の目標を超過"),
    noted: |notes| format!("（{notes}）"),
    workday: "平日",
    perhaps_holiday: "平日（祝日かどうかは不明）",
    saturday: "土曜日",
    sunday: "日曜日",
    holiday: |name| format!("祝日（{name}）"),
    night: "深夜（22〜5時）",
    by_day: "深夜以外",
    nobody: "担当シフトなし",
    after_change: |shift, time| format!("{shift}（交代の{time}後）"),
    before_change: |shift, time| format!("{shift}（交代の{time}前）"),
    also_open: |count| format!("ほかに未復旧 {count} 件"),
    before: |count| format!("直前15分に発生 {count} 件"),
    never: "同じ問題なし",
    times: |count| format!("同じ問題 {count} 件"),
    unwritten: "（未記入）",
    said: |cause, reason| format!("「{cause}」{reason}"),
    signed: |said, by, at| format!("{said}（{by}、{at}）"),
    learnt: |happened| format!("判明 {happened}"),
    decided: |fix, why, by, at| {
        let fix = match fix {
            Fix::Required => "修正が必要",
            Fix::NotRequired => "修正は不要",
            Fix::Review => "判断待ち",
        };
        format!("→ {fix}: {why}（{by}、{at}）")
    },
    replaced: |said| format!("以前: {said}"),
    taken_back: |said, why, by| format!("取消: {said} → {why}（{by}）"),
    more: |rest| format!("以前の記入はほかに {rest} 件"),
    and_more: |rest| format!("  ほか {rest} 件"),
};

const ENGLISH: Words = Words {
    about: "about",
    missed: "missed",
    course: "course",
    around: "around",
    earlier: "30 days",
    written: "written",
    and: ", ",
    severity: "severity",
    assignee: "handled by",
    status: "status",
    arithmetic: |objective, within, elapsed, over, deadline, open| {
        let actual = if open { "has taken" } else { "took" };
        format!("{objective}: {within} promised, {actual} {elapsed}: {over} over (deadline {deadline})")
    },
    over: |objective, over| format!("{objective} {over} over"),
    ran_out: |objective| format!("{objective} missed here"),
    noted: |notes| format!(" ({notes})"),
    workday: "weekday",
    perhaps_holiday: "weekday (perhaps a public holiday)",
    saturday: "Saturday",
    sunday: "Sunday",
    holiday: |name| format!("public holiday ({name})"),
    night: "at night (22 to 5)",
    by_day: "not at night",
    nobody: "no shift on duty",
    after_change: |shift, time| format!("{shift} ({time} after the change)"),
    before_change: |shift, time| format!("{shift} ({time} before the change)"),
    also_open: |count| format!("{count} others open"),
    before: |count| format!("{count} opened in the 15 minutes before"),
    never: "not this problem",
    times: |count| {
        if count == 1 {
            "the same problem once".to_owned()
        } else {
            format!("the same problem {count} times")
        }
    },
    unwritten: "(nothing written)",
    said: |cause, reason| format!("{cause}: {reason}"),
    signed: |said, by, at| format!("{said} ({by}, {at})"),
    learnt: |happened| format!("learnt {happened}"),
    decided: |fix, why, by, at| {
        let fix = match fix {
            Fix::Required => "a fix is needed",
            Fix::NotRequired => "no fix is needed",
            Fix::Review => "yet to be decided",
        };
        format!("→ {fix}: {why} ({by}, {at})")
    },
    replaced: |said| format!("before: {said}"),
    taken_back: |said, why, by| format!("taken back: {said}: {why} ({by})"),
    more: |rest| format!("and {rest} more before"),
    and_more: |rest| format!("  and {rest} more"),
};

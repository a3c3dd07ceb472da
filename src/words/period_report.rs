use super::count::{count, number_of};
use super::texts;
use crate::assess::Why;
use crate::domain::PeriodKind;

texts! {
    /// The words of `slo report`.
    pub(crate) struct Words;
    // What stands above all.
    title(policy: &str, period: &str): en "{policy}: report for {period}", ja "{policy} レポート {period}";
    shift_title(policy: &str, shift: &str, day: &str):
        en "{policy}: shift report, {shift} {day}", ja "{policy} シフトレポート {shift} {day}";
    period: en "period", ja "期間";
    /// The first and the last day.
    days(kind: PeriodKind, first: &str, last: &str, running: bool) -> String: en english_days, ja japanese_days;
    hours(from: &str, to: &str, running: bool) -> String: en english_hours, ja japanese_hours;
    customer: en "customer", ja "顧客";
    no_customer: en "(no customer named)", ja "（顧客の記載なし）";
    last_report: en "last report", ja "前回のレポート";
    // What is to be looked at.
    attention: en "At a glance", ja "要点";
    all_well: en "every goal is met, and nothing waits", ja "すべての目標率を達成し、待っているものもありません";
    goal_missed(objective: &str, rate: &str, goal: &str):
        en "{objective}: goal missed, {rate} (goal {goal})", ja "{objective}: 目標率未達、{rate}（目標率 {goal}）";
    goal_met(objective: &str, rate: &str, goal: &str):
        en "{objective}: goal met, {rate} (goal {goal})", ja "{objective}: 目標率達成、{rate}（目標率 {goal}）";
    no_base(objective: &str): en "{objective}: nothing judged", ja "{objective}: 判定できたものなし";
    rate_without_goal(objective: &str, rate: &str): en "{objective}: {rate}", ja "{objective}: {rate}";
    breach_count(breaches: u64) -> String: en english_breaches, ja japanese_breaches;
    uncaused(breaches: u64) -> String: en english_uncaused, ja japanese_uncaused;
    came_back_count(requests: usize) -> String: en english_came_back, ja japanese_came_back;
    overdue_count(requests: usize) -> String: en english_overdue, ja japanese_overdue;
    restated_count(numbers: usize) -> String: en english_restated, ja japanese_restated;
    unrecorded(breaches: usize) -> String: en english_unrecorded, ja japanese_unrecorded;
    // The sections.
    recurrences: en "Came back after the fix", ja "完了後に再発した問題";
    compliance: en "Compliance", ja "遵守状況";
    budget: en "Error budget: misses that the goal allows in the month", ja "エラーバジェット（その月に目標率が許す未達の件数）";
    trend: en "Trend", ja "推移";
    restated: en "Changed about past days since the last report", ja "前回のレポートから変わった過去の日の数字";
    nothing_restated: en "nothing told before has changed", ja "前回までに伝えた数字に変わりはありません";
    times: en "How long it took, of those judged", ja "かかった時間（判定できたもの）";
    overruns: en "Breaches by time over target", ja "超過時間の分布";
    causes_by_breaches: en "Causes by number of breaches", ja "原因別の未達件数";
    causes_by_over: en "Causes by time over target", ja "原因別の超過時間";
    causes_by_customers: en "Causes by customers hit", ja "原因別の影響顧客数";
    stages: en "Where the time of breached incidents went", ja "未達インシデントの時間の内訳";
    week: en "Breached incidents by hour opened", ja "未達インシデントの発生時間帯";
    requests: en "Improvement requests", ja "改善依頼";
    effects: en "Effect of what was fixed", ja "完了した改善依頼の効果";
    coverage: en "Coverage: what the rates are made of", ja "集計の範囲（遵守率の母数）";
    // Columns.
    objective: en "objective", ja "SLO";
    goal: en "goal", ja "目標率";
    rate: en "rate", ja "遵守率";
    worst_case: en "worst case", ja "最悪の場合";
    result: en "result", ja "結果";
    trend_column: en "trend", ja "推移";
    month: en "month", ja "月";
    judged: en "judged", ja "判定済み";
    allowed: en "allowed", ja "許容";
    used: en "used", ja "使用";
    left: en "left", ja "残り";
    pending: en "pending", ja "対応中";
    met: en "met", ja "達成";
    breached: en "breached", ja "未達";
    unknown: en "unknown", ja "不明";
    uncovered: en "uncovered", ja "目標なし";
    excluded: en "excluded", ja "対象外";
    incidents: en "incidents", ja "インシデント";
    measured: en "measured", ja "判定の割合";
    /// So many out of so many.
    measured_of(judged: &str, all: &str): en "{judged} of {all}", ja "{all} 件中 {judged} 件";
    median: en "median", ja "中央値";
    ninetieth: en "90th percentile", ja "90 パーセンタイル";
    longest: en "longest", ja "最長";
    over_median: en "over: median", ja "超過の中央値";
    over_ninetieth: en "over: 90th percentile", ja "超過の 90 パーセンタイル";
    over_target: en "over target", ja "超過";
    breaches: en "breaches", ja "未達";
    /// A class without and with an upper end.
    above(from: &str): en "more than {from}", ja "{from}超";
    up_to(to: &str): en "up to {to}", ja "{to}以下";
    between(from: &str, to: &str): en "{from} to {to}", ja "{from}超 {to}以下";
    share: en "share", ja "割合";
    cumulative: en "cumulative", ja "累積";
    cause: en "cause", ja "原因";
    owner: en "remedy by", ja "対処の担当";
    no_cause_yet: en "(no cause yet)", ja "（原因未記入）";
    customers: en "customers", ja "顧客数";
    step: en "step", ja "区間";
    /// From one stage to the next.
    from_to(from: &str, to: &str): en "{from} → {to}", ja "{from} → {to}";
    time: en "time", ja "時間";
    crossed: en "crossed the target here", ja "ここで目標を超過";
    not_recorded: en "not recorded", ja "記録なし";
    untold(breaches: u64) -> String: en english_untold, ja japanese_untold;
    hour: en "hour", ja "時";
    weekdays() -> [&'static str; 7]: en || ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], ja || ["月", "火", "水", "木", "金", "土", "日"];
    all: en "all", ja "計";
    quiet_hours: en "hours without a breached incident are left out", ja "未達インシデントのない時間帯は省略";
    request: en "request", ja "依頼";
    status: en "status", ja "状況";
    team: en "team", ja "チーム";
    problem: en "problem", ja "問題";
    age: en "age", ja "経過";
    next: en "next", ja "次の対応";
    due: en "answer due", ja "回答期限";
    overdue_by(length: &str): en "overdue by {length}", ja "{length}超過";
    to_do(owner: &str, next: &str): en "{owner}: {next}", ja "{owner}: {next}";
    open: en "open", ja "未完";
    overdue: en "overdue", ja "回答期限超過";
    done: en "done", ja "完了";
    declined: en "declined", ja "見送り";
    count: en "count", ja "件数";
    period_column: en "period", ja "期間";
    told: en "told", ja "前回";
    now: en "now", ja "今回";
    change: en "change", ja "変化";
    why: en "why", ja "理由";
    because(why: Why) -> &'static str: en english_why, ja japanese_why;
    pending_decided: en "pending ones ended", ja "対応中だったものの結果";
    now_breached: en "breached", ja "未達に変更";
    now_none: en "no breach", ja "未達ではない";
    other_length: en "other time", ja "超過時間の変更";
    policy_edited(before: &str, now: &str):
        en "the policy was edited (sha256 {before} → {now})", ja "ポリシーが編集されました（sha256 {before} → {now}）";
    incident: en "incident", ja "ID";
    opened: en "opened", ja "発生";
    assignee: en "assignee", ja "担当者";
    // The text alternatives of pictures.
    trend_picture(objective: &str, first: &str, last: &str, rates: &str):
        en "Rates of {objective} from {first} to {last}: {rates}.", ja "{objective} の遵守率、{first} から {last} まで: {rates}。";
    bars_picture(title: &str, bars: &str): en "{title}: {bars}.", ja "{title}: {bars}。";
    bar(label: &str, value: &str): en "{label} {value}", ja "{label} {value}";
    and: en ", ", ja "、";
    week_picture(busiest: &str, breached: u64):
        en "The most, {breached}, were opened {busiest}.", ja "最も多いのは {busiest} の {breached} 件。";
    at_hour(day: &str, hour: usize): en "{day} at {hour} h", ja "{day}曜 {hour} 時台";
    // The shift report.
    handled: en "Handled in these hours", ja "この勤務帯の対応";
    open_now: en "Open with time left", ja "期限内で対応中";
    none_open: en "nothing is open with time left", ja "期限内で対応中のものはありません";
    late_now: en "Late and still open", ja "超過したまま未完了";
    awaiting: en "Breaches of this shift that wait for a reason", ja "この勤務帯で原因の記入を待つ未達";
    none_awaiting: en "no breach waits for a reason", ja "原因の記入を待つ未達はありません";
    no_ledger: en "without a ledger it isn't known which breaches wait for a reason", ja "台帳を使わないため、原因の記入待ちは分かりません";
    handled_count(incidents: u64) -> String: en english_handled, ja japanese_handled;
    open_count(incidents: usize) -> String: en english_open, ja japanese_open;
    waiting_count(breaches: usize) -> String: en english_waiting, ja japanese_waiting;
    waits: en "waits", ja "待ち";
    deadline: en "deadline", ja "期限";
    clock_left: en "clock left", ja "時計の残り";
    showing(shown: &str, all: &str):
        en "showing {shown} of {all}; --all or --format csv for all", ja "{all} 件中 {shown} 件を表示（すべて見るには --all または --format csv）";
}

fn kind_in_english(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Day => "day",
        PeriodKind::Week => "week",
        PeriodKind::Month => "month",
        PeriodKind::FiscalYear => "fiscal year",
    }
}

fn kind_in_japanese(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Day => "日",
        PeriodKind::Week => "週",
        PeriodKind::Month => "月",
        PeriodKind::FiscalYear => "年度",
    }
}

fn english_days(kind: PeriodKind, first: &str, last: &str, running: bool) -> String {
    let days = if first == last { first.to_owned() } else { format!("{first} to {last}") };
    let running = if running { ", not over yet" } else { "" };
    format!("{}, {days}{running}", kind_in_english(kind))
}

fn japanese_days(kind: PeriodKind, first: &str, last: &str, running: bool) -> String {
    let days = if first == last { first.to_owned() } else { format!("{first} から {last} まで") };
    let running = if running { "、途中経過" } else { "" };
    format!("{}、{days}{running}", kind_in_japanese(kind))
}

fn english_hours(from: &str, to: &str, running: bool) -> String {
    format!("{from} to {to}{}", if running { ", not over yet" } else { "" })
}

fn japanese_hours(from: &str, to: &str, running: bool) -> String {
    format!("{from} から {to} まで{}", if running { "、途中経過" } else { "" })
}

/// A number of things.
fn of(number: u64, one: &str, many: &str) -> String {
    number_of(&count(number), one, many)
}

fn english_breaches(breaches: u64) -> String {
    of(breaches, "breach", "breaches")
}

fn japanese_breaches(breaches: u64) -> String {
    format!("未達 {} 件", count(breaches))
}

fn english_uncaused(breaches: u64) -> String {
    format!("{} without a cause: `slo annotate`", of(breaches, "breach", "breaches"))
}

fn japanese_uncaused(breaches: u64) -> String {
    format!("原因の記入がない未達 {} 件: `slo annotate`", count(breaches))
}

fn english_came_back(requests: usize) -> String {
    format!("{} back after the fix", of(requests as u64, "problem came", "problems came"))
}

fn japanese_came_back(requests: usize) -> String {
    format!("完了後に再発した問題 {requests} 件")
}

fn english_overdue(requests: usize) -> String {
    of(requests as u64, "answer is overdue", "answers are overdue")
}

fn japanese_overdue(requests: usize) -> String {
    format!("回答期限を過ぎた改善依頼 {requests} 件")
}

fn english_restated(numbers: usize) -> String {
    format!("{} of past days since the last report", of(numbers as u64, "change", "changes"))
}

fn japanese_restated(numbers: usize) -> String {
    format!("前回のレポートから変わった過去の日の数字 {numbers} 件")
}

fn english_unrecorded(breaches: usize) -> String {
    format!(
        "{} not in the ledger: run `slo check` on the same exports first, so that the next report can tell what changed",
        of(breaches as u64, "breach of these exports is", "breaches of these exports are")
    )
}

fn japanese_unrecorded(breaches: usize) -> String {
    format!(
        "台帳にない未達が {breaches} 件あります。同じエクスポートで先に `slo check` を実行してください。次のレポートで変化を示せるようになります"
    )
}

fn english_untold(breaches: u64) -> String {
    format!("of {} it is not known where", of(breaches, "breach", "breaches"))
}

fn japanese_untold(breaches: u64) -> String {
    format!("どこで超過したか分からない未達 {} 件", count(breaches))
}

fn english_why(why: Why) -> &'static str {
    match why {
        Why::Data => "late data",
        Why::Policy => "policy edited",
        Why::PolicyOrData => "policy edited or late data",
        Why::Gone => "not in the exports any more",
    }
}

fn japanese_why(why: Why) -> &'static str {
    match why {
        Why::Data => "遅れて届いたデータ",
        Why::Policy => "ポリシーの編集",
        Why::PolicyOrData => "ポリシーの編集か、遅れて届いたデータ",
        Why::Gone => "エクスポートから消えた",
    }
}

fn english_handled(incidents: u64) -> String {
    format!("{} handled", of(incidents, "incident", "incidents"))
}

fn japanese_handled(incidents: u64) -> String {
    format!("対応 {} 件", count(incidents))
}

fn english_open(incidents: usize) -> String {
    format!("{incidents} open with time left")
}

fn japanese_open(incidents: usize) -> String {
    format!("期限内で対応中 {incidents} 件")
}

fn english_waiting(breaches: usize) -> String {
    format!("{} for a reason", of(breaches as u64, "breach waits", "breaches wait"))
}

fn japanese_waiting(breaches: usize) -> String {
    format!("原因の記入待ち {breaches} 件")
}

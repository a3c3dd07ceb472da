use super::count::number_of;
use super::texts;
use crate::assess::UnsureHolidays;
use crate::domain::{Language, SkippedStage};

texts! {
    /// The words of a report.
    pub(crate) struct Words;
    language -> Language: en Language::English, ja Language::Japanese;
    // The header.
    policy: en "policy", ja "ポリシー";
    period: en "period", ja "期間";
    as_of: en "as of", ja "基準日時";
    exports: en "exports", ja "エクスポート";
    presets: en "read as", ja "プリセット";
    warnings: en "warning", ja "注意";
    filters: en "filters", ja "絞り込み";
    measured: en "measured", ja "集計";
    rules: en "rules", ja "判定";
    /// From the first to the last, each a day or a moment, and whether they are days.
    span(from: Option<&str>, to: Option<&str>, days: bool) -> String: en english_span, ja japanese_span;
    incident_count(count: &str) -> String: en english_incident_count, ja japanese_incident_count;
    after_as_of(count: &str) -> String: en english_after_as_of, ja japanese_after_as_of;
    rules_line(skipped: SkippedStage, zone: &str) -> String: en english_rules_line, ja japanese_rules_line;
    // The summary and the groups.
    summary: en "Compliance", ja "遵守状況";
    objective: en "objective", ja "SLO";
    goal: en "goal", ja "目標率";
    rate: en "rate", ja "遵守率";
    worst_case: en "worst case", ja "最悪の場合";
    met: en "met", ja "達成";
    breached: en "breached", ja "未達";
    breached_open: en "open", ja "うち未完了";
    pending: en "pending", ja "対応中";
    unknown: en "unknown", ja "不明";
    uncovered: en "uncovered", ja "目標なし";
    excluded: en "excluded", ja "対象外";
    result: en "result", ja "結果";
    goal_met: en "goal met", ja "目標率達成";
    goal_missed: en "goal missed", ja "目標率未達";
    /// A percentage, given its number.
    percent(number: &str): en "{number} %", ja "{number}%";
    /// A rate and the number it is of.
    rate_of(rate: &str, base: &str): en "{rate} of {base}", ja "{rate} / {base} 件";
    /// An objective broken down by a property, given by its name for people.
    by(objective: &str, property: &str): en "{objective} by {property}", ja "{objective}（{property}別）";
    month: en "month", ja "月";
    nothing: en "(none)", ja "（なし）";
    /// How many rows are not shown.
    more(rest: &str): en "and {rest} more", ja "ほか {rest} 件";
    // The breaches.
    breaches: en "Breaches, the worst first", ja "未達インシデント（超過の大きい順）";
    incident: en "incident", ja "ID";
    severity: en "severity", ja "重大度";
    customer: en "customer", ja "顧客";
    service: en "service", ja "サービス";
    title: en "title", ja "件名";
    status: en "status", ja "状態";
    assignee: en "assignee", ja "担当者";
    opened: en "opened", ja "発生";
    elapsed: en "elapsed", ja "実績";
    target: en "target", ja "目標";
    over: en "over", ja "超過";
    open_mark: en "open", ja "未完了";
    cause: en "cause", ja "原因";
    showing(shown: &str, all: &str):
        en "showing {shown} of {all}; --all or --format csv for all",
        ja "{all} 件中 {shown} 件を表示（すべて見るには --all または --format csv）";
    none_breached:
        en "no breach: every incident that could be judged kept its objectives",
        ja "未達はありません。判定できたインシデントはすべて SLO を達成しています";
    none_judged: en "no breach, but no incident could be judged either", ja "未達はありません。ただし、判定できたインシデントもありません";
    no_incident:
        en "no incident in this period: there was nothing to judge",
        ja "この期間のインシデントはありません。判定の対象がありませんでした";
    // What else must be known.
    at_risk: en "At risk: the least time left on the clock", ja "期限が近い対応中のインシデント（時計の残りの少ない順）";
    deadline: en "deadline", ja "期限";
    left: en "clock left", ja "時計の残り";
    // What came close, and what doesn't count.
    near_misses:
        en "Near misses: met with more than 90 % of the target used",
        ja "際どく達成したインシデント（目標時間の 90% 超を使用）";
    near_count: en "count", ja "件数";
    closest: en "closest", ja "最も際どい ID";
    used: en "used", ja "使った割合";
    exclusions: en "Excluded", ja "除外";
    without_exclusions: en "without exclusions", ja "除外しない場合";
    /// Why, the line of the policy, what it does to which incidents, and what that changed.
    exclusion(reason: &str, line: usize, does: &str, changed: &str):
        en "{reason} (policy line {line}): {does}; {changed}",
        ja "{reason}（ポリシー {line} 行目）: {does}。{changed}";
    stops_clock(from: &str, to: &str, for_all: bool) -> String:
        en english_stops_clock,
        ja japanese_stops_clock;
    /// When the incidents were opened, as `span` or `at_any_time` says it.
    drops(opened: &str, for_all: bool) -> String: en english_drops, ja japanese_drops;
    at_any_time: en "opened at any time", ja "時期を問わず発生";
    /// How many incidents, and by objective how long their clocks stood still.
    stopped(incidents: &str, by_objective: &[(&str, String)]) -> String:
        en english_stopped,
        ja japanese_stopped;
    dropped(incidents: &str) -> String: en english_dropped, ja japanese_dropped;
    changed_nothing: en "changes nothing in these exports", ja "これらのエクスポートには影響なし";
    // What was read, and with what doubts.
    unsure_holidays: en "Holidays that are not known for all years", ja "祝日が確かでない年";
    unsure(unsure: &UnsureHolidays) -> String: en english_unsure, ja japanese_unsure;
    unreadable(rows: &str): en "Unreadable rows: {rows}", ja "読み取れない行: {rows} 件";
    row(path: &str, row: u64, column: Option<&str>, value: Option<&str>) -> String:
        en english_row,
        ja japanese_row;
    adjusted(stamps: &str): en "Times at a change of the clock: {stamps}", ja "夏時間の切り替わりに当たる日時: {stamps} 件";
    unknown_statuses(rows: &str): en "Unknown statuses: {rows}", ja "未知のステータス: {rows} 件";
    unknown_status:
        en "the tool is not known to have this status; the incident was judged by its times all the same",
        ja "このツールにあるはずのない値。判定は日時によって行った";
    unended(pauses: &str): en "Pauses that never ended: {pauses}", ja "終わりのない一時停止: {pauses} 件";
    never_ended:
        en "this pause never ended; it lasts as long as the clock",
        ja "終わりの記録がない一時停止なので、時計が止まるまで続いたものとしました";
    gap:
        en "this local time never happened; the earlier offset was taken",
        ja "この現地時刻は存在しないため、切り替わり前の UTC オフセットで読みました";
    overlap:
        en "this local time happened twice; the earlier offset was taken",
        ja "この現地時刻は二度あるため、切り替わり前の UTC オフセットで読みました";
    since(last_check: &str): en "Since the check as of {last_check}", ja "前回のチェック（{last_check} 時点）からの変化";
    change_counts(new: &str, amended: &str, withdrawn: &str):
        en "{new} new, {amended} amended, {withdrawn} withdrawn",
        ja "新たな未達 {new} 件、変更 {amended} 件、取り消し {withdrawn} 件";
    new(incident: &str, objective: &str, over: &str):
        en "new: {incident}, {objective}, over by {over}",
        ja "新規: {incident}、{objective}、{over}超過";
    amended(incident: &str, objective: &str, before: &str, now: &str):
        en "amended: {incident}, {objective}, over by {now}; it was {before}",
        ja "変更: {incident}、{objective}、{now}超過（前回は {before}）";
    withdrawn(incident: &str, objective: &str, before: &str, verdict: &str):
        en "withdrawn: {incident}, {objective}, was over by {before}; now {verdict}",
        ja "取り消し: {incident}、{objective}、前回は {before}超過、今回は{verdict}";
    objective_removed: en "without this objective in the policy", ja "ポリシーにこの SLO がありません";
}

impl Words {
    /// What people call a property that incidents are grouped by.
    pub(crate) fn property<'a>(&self, name: &'a str) -> &'a str {
        match name {
            "month" => self.month,
            "severity" => self.severity,
            "customer" => self.customer,
            "service" => self.service,
            "title" => self.title,
            "status" => self.status,
            "assignee" => self.assignee,
            other => other,
        }
    }

    /// What people call a verdict; a word that isn't one stays as it is.
    pub(crate) fn verdict<'a>(&self, name: &'a str) -> &'a str {
        match name {
            "met" => self.met,
            "breached" => self.breached,
            "pending" => self.pending,
            "unknown" => self.unknown,
            "uncovered" => self.uncovered,
            "excluded" => self.excluded,
            "objective-removed" => self.objective_removed,
            other => other,
        }
    }
}

fn english_span(from: Option<&str>, to: Option<&str>, days: bool) -> String {
    match (from, to) {
        (None, None) => "all that the exports hold".to_owned(),
        (Some(from), None) => format!("opened from {from} on"),
        (None, Some(to)) if days => format!("opened up to and on {to}"),
        (None, Some(to)) => format!("opened before {to}"),
        (Some(from), Some(to)) if from == to => format!("opened on {from}"),
        (Some(from), Some(to)) if days => format!("opened from {from} to {to}"),
        (Some(from), Some(to)) => format!("opened from {from} until {to} (not included)"),
    }
}

fn japanese_span(from: Option<&str>, to: Option<&str>, days: bool) -> String {
    let until = if days { "まで" } else { "より前" };
    match (from, to) {
        (None, None) => "エクスポートの全期間".to_owned(),
        (Some(from), None) => format!("{from} 以降に発生"),
        (None, Some(to)) => format!("{to} {until}に発生"),
        (Some(from), Some(to)) if from == to => format!("{from} に発生"),
        (Some(from), Some(to)) => format!("{from} から {to} {until}に発生"),
    }
}

fn english_incident_count(count: &str) -> String {
    number_of(count, "incident", "incidents")
}

fn japanese_incident_count(count: &str) -> String {
    format!("インシデント {count} 件")
}

fn english_after_as_of(count: &str) -> String {
    match count {
        "1" => "1 opened after as-of is left out".to_owned(),
        _ => format!("{count} opened after as-of are left out"),
    }
}

fn japanese_after_as_of(count: &str) -> String {
    format!("基準日時より後に発生した {count} 件は含まない")
}

fn english_rules_line(skipped: SkippedStage, zone: &str) -> String {
    let skipped = match skipped {
        SkippedStage::Unknown => "unknown",
        SkippedStage::Miss => "a breach",
        SkippedStage::NextStage => "reached when the next stage was",
    };
    format!("exactly on target is met; a skipped stage is {skipped}; times in {zone}")
}

fn japanese_rules_line(skipped: SkippedStage, zone: &str) -> String {
    let skipped = match skipped {
        SkippedStage::Unknown => "不明",
        SkippedStage::Miss => "未達",
        SkippedStage::NextStage => "次の段階の時刻で判定",
    };
    format!("目標ちょうどは達成、記録が抜けた段階は{skipped}、時刻は {zone}")
}

fn english_stops_clock(from: &str, to: &str, for_all: bool) -> String {
    format!("stops the clock of {} from {from} to {to}", english_incidents(for_all))
}

fn japanese_stops_clock(from: &str, to: &str, for_all: bool) -> String {
    format!("{from} から {to} まで、{}インシデントの時計を止める", japanese_incidents(for_all))
}

fn english_drops(opened: &str, for_all: bool) -> String {
    format!("drops {} {opened}", english_incidents(for_all))
}

fn japanese_drops(opened: &str, for_all: bool) -> String {
    format!("{opened}した{}インシデントを対象外にする", japanese_incidents(for_all))
}

/// Which incidents an exclusion is for.
const fn english_incidents(for_all: bool) -> &'static str {
    if for_all { "all incidents" } else { "some incidents" }
}

const fn japanese_incidents(for_all: bool) -> &'static str {
    if for_all { "すべての" } else { "一部の" }
}

fn english_stopped(incidents: &str, by_objective: &[(&str, String)]) -> String {
    let incidents = number_of(incidents, "incident", "incidents");
    let times: Vec<String> =
        by_objective.iter().map(|(objective, time)| format!("{objective} {time}")).collect();
    if times.is_empty() {
        incidents
    } else {
        format!("{incidents}, clock time stopped: {}", times.join(", "))
    }
}

fn japanese_stopped(incidents: &str, by_objective: &[(&str, String)]) -> String {
    let times: Vec<String> =
        by_objective.iter().map(|(objective, time)| format!("{objective} {time}")).collect();
    if times.is_empty() {
        format!("該当 {incidents} 件")
    } else {
        format!("該当 {incidents} 件、止めた時間は {}", times.join("、"))
    }
}

fn english_dropped(incidents: &str) -> String {
    format!("{} dropped", number_of(incidents, "incident", "incidents"))
}

fn japanese_dropped(incidents: &str) -> String {
    format!("{incidents} 件を対象外にした")
}

fn english_unsure(unsure: &UnsureHolidays) -> String {
    let UnsureHolidays { calendar, source, known, asked } = unsure;
    format!(
        "calendar {calendar}, holidays {source}: known for {}, but clocks ran in {}; add a newer file that has the other years",
        english_years(*known),
        english_years(*asked),
    )
}

fn japanese_unsure(unsure: &UnsureHolidays) -> String {
    let UnsureHolidays { calendar, source, known, asked } = unsure;
    format!(
        "カレンダー {calendar} の祝日 {source} で確かなのは {}、時計が動いたのは {}。ほかの年を含む新しいファイルを加えてください",
        japanese_years(*known),
        japanese_years(*asked),
    )
}

fn english_years((first, last): (i32, i32)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

fn japanese_years((first, last): (i32, i32)) -> String {
    if first == last { format!("{first} 年") } else { format!("{first} 年から {last} 年") }
}

fn english_row(path: &str, row: u64, column: Option<&str>, value: Option<&str>) -> String {
    let column = column.map(|column| format!(", column {column}")).unwrap_or_default();
    let value = value.map(|value| format!(", “{value}”")).unwrap_or_default();
    format!("{path}, row {row}{column}{value}")
}

fn japanese_row(path: &str, row: u64, column: Option<&str>, value: Option<&str>) -> String {
    let column = column.map(|column| format!("、列 {column}")).unwrap_or_default();
    let value = value.map(|value| format!("、「{value}」")).unwrap_or_default();
    format!("{path}、{row} 行目{column}{value}")
}

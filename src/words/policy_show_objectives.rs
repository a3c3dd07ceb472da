use std::fmt::Display;

use super::texts;

texts! {
    /// What a policy promises, and what it excludes from that.
    pub(crate) struct Words;
    // Objectives.
    objectives: en "Objectives", ja "■ SLO";
    objective(title: &dyn Display, id: &dyn Display, line: &dyn Display):
        en "  {title} ({id}, line {line})",
        ja "  {title}（{id}、{line} 行目）";
    from_to(from: &dyn Display, to: &dyn Display): en "    From {from} to {to}.", ja "    {from}から{to}まで。";
    goal(goal: &dyn Display):
        en "    Goal: at least {goal} % of the judged incidents of each calendar month of opened.",
        ja "    目標率: 判定したインシデントの {goal}% 以上を、発生した暦月ごとに守る。";
    no_goal: en "    No goal is set for the rate.", ja "    目標率は定めていない。";
    pauses_ignored:
        en "    Pauses don't stop this clock (pauses = \"ignored\").",
        ja "    一時停止があっても時計を止めない（pauses = \"ignored\"）。";
    first_match: en "    The first of these that matches decides:", ja "    次を上から順に見て、最初に当てはまったものを適用する。";
    numbered(number: &dyn Display, sentence: &dyn Display, line: &dyn Display):
        en "      {number}. {sentence} (line {line})",
        ja "      {number}. {sentence}（{line} 行目）";
    uncovered:
        en "      An incident that none of them matches is counted as uncovered, outside the rate.",
        ja "      どれにも当てはまらないインシデントは「目標なし」として数え、率には含めない。";
    every_incident: en "every incident", ja "すべてのインシデント";
    every_other_incident: en "every other incident", ja "その他のすべてのインシデント";
    within_hours(span: &dyn Display, calendar: &dyn Display):
        en "within {span} of the hours of calendar {calendar}",
        ja "カレンダー{calendar}の時間で{span}以内";
    within(span: &dyn Display): en "within {span}", ja "{span}以内";
    business_days(count: u32, calendar: &str) -> String: en english_business_days, ja japanese_business_days;
    deadline(stage: &dyn Display): en "by the deadline in the export, {stage}", ja "エクスポートに書かれた期限 {stage} まで";
    exempt(reason: &dyn Display): en "nothing is promised ({reason})", ja "対象外（理由: {reason}）";
    clause(name: &dyn Display, values: &dyn Display): en "{name} {values}", ja "{name}が {values}";
    and: en " and ", ja "、かつ";
    opened_from(since: &dyn Display): en ", opened from {since} on", ja "、{since} 以降に発生したもの";
    opened_before(until: &dyn Display): en ", opened before {until}", ja "、{until} より前に発生したもの";
    opened_between(since: &dyn Display, until: &dyn Display):
        en ", opened from {since} on and before {until}",
        ja "、{since} 以降 {until} より前に発生したもの";
    // Exclusions.
    exclusions: en "Exclusions", ja "■ 除外";
    exclusion(number: &dyn Display, sentence: &dyn Display, reason: &dyn Display, line: &dyn Display):
        en "  {number}. {sentence} ({reason}) (line {line})",
        ja "  {number}. {sentence}（理由: {reason}）（{line} 行目）";
    stopped_clocks:
        en "  A clock that an exclusion stops stands still from its beginning on, and runs again at its end. Where exclusions overlap, the time is taken off once.",
        ja "  時計を止める除外は、始まりの時点を含み、終わりの時点を含まない。重なる時間は一度だけ差し引く。";
    drops(who: &dyn Display, when: &dyn Display):
        en "{who}{when}: gets no verdict and is counted as excluded",
        ja "{who}{when}: 判定せず、対象外として数える";
    stops_clock(who: &dyn Display, from: &dyn Display, to: &dyn Display):
        en "{who}: the clock stands still from {from} to {to}",
        ja "{who}: {from} から {to} まで時計を止める";
}

fn english_business_days(count: u32, calendar: &str) -> String {
    let days = if count == 1 { "day" } else { "days" };
    format!(
        "within {count} business {days} of calendar {calendar} (the day it starts not counted, to the end of the hours of the last one)"
    )
}

fn japanese_business_days(count: u32, calendar: &str) -> String {
    format!(
        "カレンダー{calendar}の{count}営業日以内（始まりの日は数えず、{count}営業日目の時間の終わりまで）"
    )
}

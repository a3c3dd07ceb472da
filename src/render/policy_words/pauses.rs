use super::exclusions::stops_clocks;
use super::page::Page;
use crate::domain::{PauseEnd, Policy, Rows};

/// When clocks stand still because an incident waits. A policy need not say where that stands.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    if !are_told(policy) {
        return;
    }
    page.heading(page.pick(
        "■ 一時停止（インシデントが待ちに入り、時計を止める時間）",
        "Pauses (an incident waits, and its clocks stand still)",
    ));
    for line in sources(policy, page) {
        page.line(format!("  {line}"));
    }
    for rule in rules(policy, page) {
        page.line(format!("  {rule}"));
    }
}

/// Whether the policy says where an export tells of pauses.
pub(super) fn are_told(policy: &Policy) -> bool {
    let columns = &policy.mapping.pauses;
    let by_events = matches!(&policy.mapping.rows, Rows::Events(events) if !events.pauses.is_empty());
    !columns.stretches.is_empty() || !columns.sums.is_empty() || by_events
}

fn sources(policy: &Policy, page: &Page) -> Vec<String> {
    let columns = &policy.mapping.pauses;
    let mut lines = Vec::new();
    for (from, to) in &columns.stretches {
        let (from, to) = (page.column(from), page.column(to));
        lines.push(page.pick(
            format!("{from}の日時から{to}の日時まで"),
            format!("From the time in {from} to the time in {to}"),
        ));
    }
    if let Rows::Events(events) = &policy.mapping.rows {
        for (begin, end) in &events.pauses {
            let begin = page.event(begin);
            lines.push(match end {
                PauseEnd::Next => page.pick(
                    format!("イベント{begin}から、次のイベントまで"),
                    format!("From the event {begin} to the next event"),
                ),
                PauseEnd::Activities(ends) => {
                    let ends = page.any_of(ends.iter().map(|end| page.event(end)));
                    page.pick(
                        format!("イベント{begin}から、イベント{ends}まで"),
                        format!("From the event {begin} to the event {ends}"),
                    )
                }
            });
        }
    }
    for (stage, column) in &columns.sums {
        let (stage, column) = (page.stage(policy, *stage), page.column(column));
        lines.push(page.pick(
            format!("{stage}までに一時停止した秒数の合計: {column}"),
            format!("The sum of the seconds paused up to {stage}: {column}"),
        ));
    }
    lines
}

fn rules(policy: &Policy, page: &Page) -> Vec<&'static str> {
    let columns = &policy.mapping.pauses;
    let mut rules = Vec::new();
    if columns.sums.is_empty() {
        rules.push(if policy.calendars.is_empty() {
            page.pick("一時停止の時間は差し引く。", "A pause is taken off.")
        } else {
            page.pick(
                "一時停止は、カレンダーの時間の中にある分だけ差し引く。",
                "Of a pause, only what lies in the hours of the calendar is taken off.",
            )
        });
        rules.push(if stops_clocks(policy) {
            page.pick(
                "重なる一時停止や除外は一度だけ差し引く。",
                "Where pauses and exclusions overlap, the time is taken off once.",
            )
        } else {
            page.pick(
                "重なる一時停止は一度だけ差し引く。",
                "Where pauses overlap, the time is taken off once.",
            )
        });
        rules.push(page.pick(
            "終わりの記録がない一時停止は、時計が止まるまで（止まっていなければ基準日時まで）続くものとし、一覧に示す。",
            "A pause whose end is not recorded lasts as long as the clock, which is as-of at the latest, and is listed.",
        ));
    } else {
        rules.push(if columns.sums_in_hours {
            page.pick(
                "合計は、カレンダーの時間の中だけを数えたもの。そのまま差し引く。",
                "The sums count only hours of the calendar, and are taken off as they are.",
            )
        } else {
            page.pick(
                "合計は、昼夜を問わずに数えたもの。そのまま差し引く。",
                "The sums count day and night, and are taken off as they are.",
            )
        });
        if stops_clocks(policy) {
            rules.push(page.pick(
                "合計からは、いつ一時停止していたかが分からない。できるだけ除外の時間の中にあったものとして二重には差し引かず、それで判定が変わりうるものは不明とする。",
                "A sum doesn't tell when: as much of it as can is taken to lie in excluded time, so that nothing is taken off twice; where the verdict hangs on that, it is unknown."
            ));
        }
    }
    rules
}

use super::exclusions::stops_clocks;
use super::page::Page;
use super::pauses;
use crate::domain::{Policy, Promise};

/// What time is counted, as far as the policy has what can change it.
pub(super) fn clock_rule(policy: &Policy, page: &Page) -> String {
    let targets = || policy.objectives.iter().flat_map(|objective| &objective.targets);
    let has_hours = targets().any(|target| target.calendar.is_some());
    let is_unbound =
        targets().any(|target| target.calendar.is_none() && matches!(target.promise, Promise::Within(_)));
    let pauses = pauses::are_told(policy);
    let exclusions = stops_clocks(policy);
    let mut said = Vec::new();
    said.push(if has_hours {
        page.pick(
            "from の段階から to の段階までの時間を、目標のカレンダーの時間の中だけ数える。",
            "The clock runs from the stage `from` to the stage `to`, in the hours of the target's calendar.",
        )
    } else {
        page.pick(
            "from の段階から to の段階までの時間を、夜間や休日も止めずに数える。",
            "The clock runs from the stage `from` to the stage `to`, day and night, on every day.",
        )
    });
    if has_hours && is_unbound {
        said.push(page.pick(
            "カレンダーのない目標では、夜間や休日も止めずに数える。",
            "For a target without one it runs day and night, on every day.",
        ));
    }
    match (pauses, exclusions) {
        (true, true) => said.push(page.pick(
            "一時停止の時間と、時計を止める除外の時間は差し引く。",
            "Pauses are taken off, and so is the time of exclusions that stop the clock.",
        )),
        (true, false) => said.push(page.pick("一時停止の時間は差し引く。", "Pauses are taken off.")),
        (false, true) => said.push(page.pick(
            "時計を止める除外の時間は差し引く。",
            "The time of exclusions that stop the clock is taken off.",
        )),
        (false, false) => {}
    }
    if has_hours {
        said.push(page.pick(
            "カレンダーの時間の外では時間がたたないため、時間の終わりちょうどに期限が来るものは、次の時間が始まるまでに達すれば達成。時計が戻って二度現れる時刻は二度数え、飛ばされた時刻は数えない。",
            "Closed time takes no time: what is due exactly as the hours end is still met until they begin again. A time that clocks show twice as they go back counts twice, and one that they skip doesn't count.",
        ));
    }
    let is_agreed = targets().any(|target| matches!(target.promise, Promise::By(_)));
    if is_agreed && (has_hours || pauses || exclusions) {
        said.push(page.pick(
            "エクスポートに書かれた期限（by）は、カレンダー、一時停止、除外のどれによっても動かない。",
            "A deadline that stands in the export (by) is moved neither by calendars nor by pauses and exclusions.",
        ));
    }
    said.push(page.pick("比べる前に丸めることはしない。", "Nothing is rounded before it is compared."));
    said.join(page.pick("", " "))
}

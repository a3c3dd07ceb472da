use super::change_rule::change_rule;
use super::clock_rule::clock_rule;
use super::page::Page;
use crate::domain::{Policy, Rows, SkippedStage, StageId};

/// How verdicts are reached.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    page.heading(page.pick("■ 判定のしかた", "How it decides"));
    for (place, rule) in rules(policy, page).iter().enumerate() {
        page.line(format!("  {:>2}. {rule}", place + 1));
    }
    let order: Vec<_> = policy
        .stages
        .iter()
        .filter(|&(id, _)| !policy.stages.is_deadline(id))
        .map(|(id, _)| page.stage(policy, id))
        .collect();
    page.heading(page.pick("■ 段階の順", "Stages, in order"));
    page.line(format!("  {}", order.join(" → ")));
    let deadlines: Vec<_> = policy
        .stages
        .iter()
        .filter(|&(id, _)| policy.stages.is_deadline(id))
        .map(|(id, _)| page.stage(policy, id))
        .collect();
    if !deadlines.is_empty() {
        let names = deadlines.join(page.pick("、", ", "));
        page.line(page.pick(
            format!("  期限として読む日時: {names}（どこまで進んだかの証拠とはしない）"),
            format!("  Read as deadlines: {names} (they don't show how far an incident got)"),
        ));
    }
}

fn rules(policy: &Policy, page: &Page) -> [String; 12] {
    let zone = policy.zone.name();
    let opened = page.stage(policy, StageId::OPENED);
    let (skipped, word) = match policy.clock.skipped_stage {
        SkippedStage::Unknown => (page.pick("不明とする", "the verdict is unknown"), "unknown"),
        SkippedStage::Miss => (page.pick("未達とする", "the objective counts as breached"), "miss"),
        SkippedStage::NextStage => (
            page.pick(
                "次に記録のある段階の日時に達したとみなす",
                "it counts as reached when the next recorded stage was",
            ),
            "next-stage",
        ),
    };
    let repeated = match &policy.mapping.rows {
        Rows::One => page.pick(
            "一つのエクスポートの中で同じ ID が二度現れたら、どの行が正しいか分からないため不明とし、両方の行を示す",
            "An id that comes twice in one export makes the incident unknown, and both rows are named",
        ),
        Rows::Events(events) if events.episodes => page.pick(
            "一つのエクスポートの中で同じ ID の行は、同じ対象に起きたことであり、発生のイベントごとに別のインシデントとする（前のものが未復旧なら、その再送とみなす）",
            "The rows with the same id in one export are what happened to one subject; each event that opens begins another incident of it, unless the one before is still open: then it is the same told again",
        ),
        Rows::Events(_) => page.pick(
            "一つのエクスポートの中で同じ ID の行は、一件のインシデントのイベントとして合わせて読む",
            "The rows with the same id in one export are the events of one incident",
        ),
        Rows::Pairs(_) => page.pick(
            "一つのエクスポートの中で同じ ID の障害が二度現れたら、どの行が正しいか分からないため不明とし、両方の行を示す",
            "An id of a problem that comes twice in one export makes the incident unknown, and both rows are named",
        ),
        Rows::Snapshots { .. } => page.pick(
            "一つのエクスポートの中で同じ ID の行が複数あるときは、最後の行を有効とする",
            "Of several rows with the same id in one export the last one counts",
        ),
    };
    [
        clock_rule(policy, page),
        page.pick(
            "目標の時間を超えたときだけ未達（SLO 未達）とする。目標ちょうどは達成。".to_owned(),
            "An incident is breached when it took longer than its target. Exactly on target is met.".to_owned(),
        ),
        page.pick(
            "まだ終わっていないものは基準日時（as-of）までの時間で判定する。すでに目標を超えていれば未達（未完了）、超えていなければ対応中とし、残り時間を示す。".to_owned(),
            "Where `to` is still to come, the time at as-of decides: breached (open) if it is longer than the target, otherwise pending, with the time left.".to_owned(),
        ),
        page.pick(
            format!("後の段階の日時があるのに必要な段階の日時がないものは、{skipped}（clock.skipped_stage = \"{word}\"）。時計の始まる段階の日時がないものは、この設定にかかわらず不明とする。読み取れない日時や、復旧が発生より前などの矛盾した日時は、それにかかわる SLO について不明とし、行・列・値を示す。"),
            format!("Where a stage is missing though a later one is there, {skipped} (clock.skipped_stage = \"{word}\"). Where the stage at which a clock starts is missing, the verdict is unknown whatever the setting. Unreadable times, and times that contradict each other, such as resolved before opened, make the verdicts they touch unknown, and are listed with row, column and value."),
        ),
        page.pick(
            "どの条件にも当てはまらないもの、期限（by）の日時がないものは「目標なし」として数え、黙って除くことはしない。".to_owned(),
            "An incident that no target matches, or whose deadline (by) is missing, is uncovered. It is counted, never dropped.".to_owned(),
        ),
        page.pick(
            format!("条件は上から順に見て、最初に当てはまったものを適用する。since と until は{opened}の日時と比べ、since の時点を含み、until の時点を含まない。文字の比較では大文字と小文字、全角と半角を区別せず、* は任意の文字列、? は任意の一文字に当てはまる。"),
            format!("The first target that matches decides. since and until are compared with {opened}: since is included, until is not. Texts are compared without regard to case and width; * stands for any text and ? for any character."),
        ),
        page.pick(
            "遵守率 = 達成 ÷（達成 + 未達）。母数とともに示し、端数は切り捨てる。あわせて、不明をすべて未達とした「最悪の場合」の率を示す。母数がなければ率は「–」とし、100% とはしない。対応中・不明・目標なし・対象外は遵守率の母数に入れない。".to_owned(),
            "Rate = met / (met + breached), shown with its base and rounded down. Beside it stands the worst case, with every unknown counted as breached. Without a base there is no rate (–), never 100 %. Pending, unknown, uncovered and excluded incidents are not in the base of the rate.".to_owned(),
        ),
        page.pick(
            format!("インシデントは、{opened}の日時が {zone} で属する日と月に数える。"),
            format!("An incident belongs to the day and month of {opened} in {zone}."),
        ),
        page.pick(
            format!("{repeated}。複数のエクスポートに同じ ID があるときは、後に指定したファイルの行で置き換え、その件数を示す。"),
            format!("{repeated}. Across exports the row of the file named later replaces the earlier one, and the replaced are counted."),
        ),
        change_rule(policy, page),
        page.pick(
            "日時が等しいときは段階の順に従う。夏時間の切り替わりで存在しない、または二度ある現地時刻は、切り替わり前の UTC オフセットで読み、一覧に示す。".to_owned(),
            "Equal times keep the order of the stages. Local times that don't exist or come twice as clocks change take the earlier offset, and are listed.".to_owned(),
        ),
        page.pick(
            "エクスポート、ポリシー、台帳、基準日時が同じなら、出力は一字一句同じになる。".to_owned(),
            "The same exports, policy, ledger and as-of give the same output, byte for byte.".to_owned(),
        ),
    ]
}

use crate::assess::{ExportWarning, SourceSheet, SourceSummary, UnsureHolidays};
use crate::domain::{Language, SkippedStage};

use super::{Words, count};
use crate::render::LocalTimes;

/// 日本語。
pub(super) const WORDS: Words = Words {
    language: Language::Japanese,
    policy: "ポリシー",
    period: "期間",
    as_of: "基準日時",
    exports: "エクスポート",
    presets: "プリセット",
    preset,
    warnings: "注意",
    warning,
    never_reached: |objective, stage, columns| {
        format!(
            "{objective}: `{stage}`（{columns} から読む）に達したインシデントが一件もない。別の列に書かれているなら [source.stages] で指定する"
        )
    },
    filters: "絞り込み",
    measured: "集計",
    rules: "判定",
    span,
    export,
    form,
    incident_count: |count| format!("インシデント {count} 件"),
    after_as_of: |count| format!("基準日時より後に発生した {count} 件は含まない"),
    rules_line,
    summary: "遵守状況",
    objective: "SLO",
    goal: "目標率",
    rate: "遵守率",
    worst_case: "最悪の場合",
    met: "達成",
    breached: "未達",
    breached_open: "うち未完了",
    pending: "対応中",
    unknown: "不明",
    uncovered: "目標なし",
    excluded: "対象外",
    result: "結果",
    goal_met: "目標率達成",
    goal_missed: "目標率未達",
    percent: |number| format!("{number}%"),
    rate_of: |rate, base| format!("{rate} / {base} 件"),
    by: |objective, property| format!("{objective}（{property}別）"),
    month: "月",
    nothing: "（なし）",
    more: |rest| format!("ほか {rest} 件"),
    breaches: "未達インシデント（超過の大きい順）",
    incident: "ID",
    severity: "重大度",
    customer: "顧客",
    service: "サービス",
    title: "件名",
    status: "状態",
    assignee: "担当者",
    opened: "発生",
    elapsed: "実績",
    target: "目標",
    over: "超過",
    open_mark: "未完了",
    cause: "原因",
    showing: |shown, all| format!("{all} 件中 {shown} 件を表示（すべて見るには --all または --format csv）"),
    none_breached: "未達はありません。判定できたインシデントはすべて SLO を達成しています",
    none_judged: "未達はありません。ただし、判定できたインシデントもありません",
    no_incident: "この期間のインシデントはありません。判定の対象がありませんでした",
    at_risk: "期限が近い対応中のインシデント（時計の残りの少ない順）",
    deadline: "期限",
    left: "時計の残り",
    near_misses: "際どく達成したインシデント（目標時間の 90% 超を使用）",
    near_count: "件数",
    closest: "最も際どい ID",
    used: "使った割合",
    exclusions: "除外",
    without_exclusions: "除外しない場合",
    exclusion: |reason, line, does, changed| format!("{reason}（ポリシー {line} 行目）: {does}。{changed}"),
    stops_clock: |from, to, for_all| {
        format!("{from} から {to} まで、{}インシデントの時計を止める", incidents(for_all))
    },
    drops: |opened, for_all| format!("{opened}した{}インシデントを対象外にする", incidents(for_all)),
    at_any_time: "時期を問わず発生",
    stopped,
    dropped: |incidents| format!("{incidents} 件を対象外にした"),
    changed_nothing: "これらのエクスポートには影響なし",
    unsure_holidays: "祝日が確かでない年",
    unsure,
    unreadable: |rows| format!("読み取れない行: {rows} 件"),
    row,
    adjusted: |stamps| format!("夏時間の切り替わりに当たる日時: {stamps} 件"),
    unknown_statuses: |rows| format!("未知のステータス: {rows} 件"),
    unknown_status: "このツールにあるはずのない値。判定は日時によって行った",
    unended: |pauses| format!("終わりのない一時停止: {pauses} 件"),
    never_ended: "終わりの記録がない一時停止なので、時計が止まるまで続いたものとしました",
    gap: "この現地時刻は存在しないため、切り替わり前の UTC オフセットで読みました",
    overlap: "この現地時刻は二度あるため、切り替わり前の UTC オフセットで読みました",
    since: |last_check| format!("前回のチェック（{last_check} 時点）からの変化"),
    change_counts: |new, amended, withdrawn| {
        format!("新たな未達 {new} 件、変更 {amended} 件、取り消し {withdrawn} 件")
    },
    new: |incident, objective, over| format!("新規: {incident}、{objective}、{over}超過"),
    amended: |incident, objective, before, now| {
        format!("変更: {incident}、{objective}、{now}超過（前回は {before}）")
    },
    withdrawn: |incident, objective, before, verdict| {
        format!("取り消し: {incident}、{objective}、前回は {before}超過、今回は{verdict}")
    },
    objective_removed: "ポリシーにこの SLO がありません",
};

fn span(from: Option<&str>, to: Option<&str>, days: bool) -> String {
    let until = if days { "まで" } else { "より前" };
    match (from, to) {
        (None, None) => "エクスポートの全期間".to_owned(),
        (Some(from), None) => format!("{from} 以降に発生"),
        (None, Some(to)) => format!("{to} {until}に発生"),
        (Some(from), Some(to)) if from == to => format!("{from} に発生"),
        (Some(from), Some(to)) => format!("{from} から {to} {until}に発生"),
    }
}

fn warning(warning: &ExportWarning, path: &str, times: &LocalTimes) -> String {
    match *warning {
        ExportWarning::RowCap { rows, .. } => format!(
            "{path} はちょうど {} 行で、ツールが出力を打ち切る行数と同じ。続きが欠けているおそれがあるため、期間を短くして出力し直す",
            count(rows)
        ),
        ExportWarning::Shorter { rows, before, last_check, .. } => format!(
            "{path} は {} 行で、基準日時 {} の check では {} 行あった。途中で切れているか、期間が違うおそれがある",
            count(rows),
            times.minute(last_check),
            count(before)
        ),
        ExportWarning::NeverReached { .. } => String::new(),
        ExportWarning::Stale { newest } => format!(
            "最も新しいインシデントの発生は {} で、基準日時より一日以上前。古いエクスポートのおそれがある",
            times.minute(newest)
        ),
    }
}

fn preset(source: &SourceSummary) -> Option<String> {
    let (path, preset) = (&source.path, &source.preset);
    match (&preset.name, &preset.evidence[..], &preset.tied[..]) {
        (Some(name), [], _) => Some(format!("{name}（{path}、ポリシーの指定による）")),
        (Some(name), evidence, _) => Some(format!("{name}（{path}、列 {} による）", evidence.join("、"))),
        (None, _, []) => None,
        (None, _, tied) => Some(format!(
            "{path} は {} のいずれにも同じ程度に当てはまるため、どれも使わなかった: [source] の `preset` で指定する",
            tied.join("、")
        )),
    }
}

/// エクスポートの形式と、読まなかったもの。
fn form(format: &str, encoding: &str, sheet: Option<&SourceSheet>, title_rows: u32) -> String {
    let mut parts = vec![format.to_owned()];
    match sheet {
        None => parts.push(encoding.to_owned()),
        Some(sheet) if sheet.of > 1 => parts.push(format!("{} シート中の「{}」", sheet.of, sheet.name)),
        Some(_) => {}
    }
    if title_rows > 0 {
        parts.push(format!("見出しより上の表題 {title_rows} 行"));
    }
    parts.join("、")
}

fn export(source: &SourceSummary) -> String {
    let order = match source.date_order {
        Some("day-first") => "、日付は日・月の順",
        Some("month-first") => "、日付は月・日の順",
        _ => "",
    };
    let outside = match source.outside {
        0 => String::new(),
        rows => format!("、どのインシデントにも属さない行 {} 行", count(rows)),
    };
    format!(
        "{}（{}{order}）: {} 行、インシデント {} 件、置き換え {} 件、読み取れない行 {} 件{outside}",
        source.path,
        form(source.format, &source.encoding, source.sheet.as_ref(), source.title_rows),
        count(source.rows),
        count(source.incidents),
        count(source.replaced),
        count(source.unreadable),
    )
}

fn stopped(incidents: &str, by_objective: &[(&str, String)]) -> String {
    let times: Vec<String> =
        by_objective.iter().map(|(objective, time)| format!("{objective} {time}")).collect();
    if times.is_empty() {
        format!("該当 {incidents} 件")
    } else {
        format!("該当 {incidents} 件、止めた時間は {}", times.join("、"))
    }
}

/// 除外がどのインシデントのものか。
const fn incidents(for_all: bool) -> &'static str {
    if for_all { "すべての" } else { "一部の" }
}

fn unsure(unsure: &UnsureHolidays) -> String {
    let UnsureHolidays { calendar, source, known, asked } = unsure;
    format!(
        "カレンダー {calendar} の祝日 {source} で確かなのは {}、時計が動いたのは {}。ほかの年を含む新しいファイルを加えてください",
        years(*known),
        years(*asked),
    )
}

fn years((first, last): (i32, i32)) -> String {
    if first == last { format!("{first} 年") } else { format!("{first} 年から {last} 年") }
}

fn rules_line(skipped: SkippedStage, zone: &str) -> String {
    let skipped = match skipped {
        SkippedStage::Unknown => "不明",
        SkippedStage::Miss => "未達",
        SkippedStage::NextStage => "次の段階の時刻で判定",
    };
    format!("目標ちょうどは達成、記録が抜けた段階は{skipped}、時刻は {zone}")
}

fn row(path: &str, row: u64, column: Option<&str>, value: Option<&str>) -> String {
    let column = column.map(|column| format!("、列 {column}")).unwrap_or_default();
    let value = value.map(|value| format!("、「{value}」")).unwrap_or_default();
    format!("{path}、{row} 行目{column}{value}")
}

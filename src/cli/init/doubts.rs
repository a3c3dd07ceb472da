use super::either;
use crate::domain::Language;
use crate::source::columns::Doubt;

/// A doubt as a sentence.
pub(super) fn sentence(doubt: &Doubt, language: Language) -> String {
    let (japanese, english) = match doubt {
        Doubt::NoId => (
            "インシデントの ID の列が見つかりません。[source.fields] id に列名を書いてください".to_owned(),
            "no column holds the incident's id; name one as [source.fields] id".to_owned(),
        ),
        Doubt::IdRepeats { column, value, rows, taken: None } => (
            format!(
                "`{column}` の `{value}` が {rows} 行にあります。1 件が複数行なら、最後の行を採ります（rows.kind = \"snapshots\"）。\
                 操作の記録（1 行 1 操作）は、この版では読めません"
            ),
            format!(
                "`{column}` has `{value}` in {rows} rows: if an incident has several rows, the last one counts \
                 (rows.kind = \"snapshots\"); an activity log, one row per happening, can't be read by this version"
            ),
        ),
        Doubt::IdRepeats { column, value, rows, taken: Some(taken) } => (
            format!("`{column}` の `{value}` が {rows} 行にあるため、ID には `{taken}` を採りました"),
            format!("`{column}` has `{value}` in {rows} rows, so `{taken}` was taken as the id"),
        ),
        Doubt::NoOpened => (
            "発生日時の列が見つかりません。[source.stages] opened に列名を書いてください".to_owned(),
            "no column says when incidents were opened; name one as [source.stages] opened".to_owned(),
        ),
        Doubt::OpenedByOrder { column } => (
            format!("発生日時の列は、日時が最も早い `{column}` と推定しました"),
            format!("`{column}` was taken as opened because its times come first, not for its name"),
        ),
        Doubt::OnlyOpened => (
            "発生日時のほかに段階の列が見つからず、測れるものがありません".to_owned(),
            "no stage but opened was found, so nothing can be measured yet".to_owned(),
        ),
        Doubt::ResolvedFromClosed { column } => (
            format!("復旧日時の列がないため、クローズの列 `{column}` を復旧としました"),
            format!("there is no time of recovery; `{column}`, the time of closing, was taken as resolved"),
        ),
        Doubt::SeveralColumns { name, column, others } => (
            format!("{name} には `{column}` を採りました。ほかの候補: {}", others.join("、")),
            format!("{name} was taken from `{column}`; it could also be {}", others.join(", ")),
        ),
        Doubt::UnreadableCells { stage, column, cells, example, reason } => (
            format!("{stage}（`{column}`）の {cells} 行が読み取れません。例 `{example}`: {reason}"),
            match cells {
                1 => format!("{stage} (`{column}`): 1 cell is unreadable, `{example}`: {reason}"),
                _ => format!("{stage} (`{column}`): {cells} cells are unreadable, such as `{example}`: {reason}"),
            },
        ),
        Doubt::UnusedTimes { columns } => (
            format!("日時が入っているが、どの段階か分からない列: {}", columns.join("、")),
            format!("these columns hold times, but of which stage their names don't tell: {}", columns.join(", ")),
        ),
        Doubt::DayOrderUnknown { example, time_format } => (
            format!("`{example}` は日と月のどちらが先か分かりません。time_format = \"{time_format}\" と仮定しました"),
            format!("`{example}` can be read day first or month first; time_format = \"{time_format}\" was assumed"),
        ),
        Doubt::DayOrderContradictory => (
            "日が先の日付と月が先の日付が混ざっています".to_owned(),
            "some dates have the day first and others the month".to_owned(),
        ),
        Doubt::NoOffset => (
            "日時にタイムゾーンがありません。timezone が正しいか確かめてください".to_owned(),
            "times carry no zone; make sure that timezone is right".to_owned(),
        ),
        Doubt::SomeOffsets => (
            "タイムゾーンのある日時とない日時が混ざっています".to_owned(),
            "some times carry a zone and others don't".to_owned(),
        ),
        Doubt::NoSeverity => (
            "重大度の列が見つかりません".to_owned(),
            "no column of severities was found".to_owned(),
        ),
        Doubt::SeverityOrderUnknown { values } => (
            format!("重大度の順序が分かりません: {}", values.join("、")),
            format!("which of these severities is graver is not known: {}", values.join(", ")),
        ),
        Doubt::SeverityNumbers => (
            "重大度が数字だけです。1 が最も重いと仮定しました（逆のツールもあります）".to_owned(),
            "severities are bare numbers; 1 was assumed to be the gravest, which some tools count the other way".to_owned(),
        ),
    };
    either(language, japanese, english)
}

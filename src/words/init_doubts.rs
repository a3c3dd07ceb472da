use super::texts;

texts! {
    /// What `slo init` is unsure of, and a person should look at.
    pub(crate) struct Words;
    /// What stands between several names.
    between: en ", ", ja "、";
    // The preset.
    /// Several presets fit equally, so that none is used; `line` takes one of them.
    tied_presets(names: &str, line: &str):
        en "the presets {names} fit equally, so none is used; write the right one into [source], such as {line}",
        ja "プリセット {names} が同じだけ当てはまるため、どれも使っていません。正しいものを [source] に {line} のように書いてください";
    /// The export can't be read by its preset, for a reason.
    preset_fails(name: &str, reason: &str):
        en "the export can't be read by the preset {name}: {reason}",
        ja "プリセット {name} ではこのエクスポートを読めません: {reason}";
    /// Some rows hold no incident that can be read.
    unreadable_rows(rows: u64, first: &str) -> String: en english_unreadable_rows, ja japanese_unreadable_rows;
    // The id.
    no_id:
        en "no column holds the incident's id; name one as [source.fields] id",
        ja "インシデントの ID の列が見つかりません。[source.fields] id に列名を書いてください";
    /// A value of the id stands in several rows, and no other column could be the id.
    id_repeats(column: &str, value: &str, rows: usize):
        en "`{column}` has `{value}` in {rows} rows: if an incident has several rows, the last one counts \
            (rows.kind = \"snapshots\"); of an activity log, one row per happening, say rows.kind = \"events\"",
        ja "`{column}` の `{value}` が {rows} 行にあります。一件が複数行なら、最後の行を採ります（rows.kind = \"snapshots\"）。\
            操作の記録（一行一操作）なら rows.kind = \"events\" と書いてください";
    /// A value repeats, so that another column was taken as the id.
    other_id_taken(column: &str, value: &str, rows: usize, taken: &str):
        en "`{column}` has `{value}` in {rows} rows, so `{taken}` was taken as the id",
        ja "`{column}` の `{value}` が {rows} 行にあるため、ID には `{taken}` を採りました";
    // The stages.
    no_opened:
        en "no column says when incidents were opened; name one as [source.stages] opened",
        ja "発生日時の列が見つかりません。[source.stages] opened に列名を書いてください";
    /// The column of `opened` was taken for its times alone.
    opened_by_order(column: &str):
        en "`{column}` was taken as opened because its times come first, not for its name",
        ja "発生日時の列は、日時が最も早い `{column}` と推定しました";
    only_opened:
        en "no stage but opened was found, so nothing can be measured yet",
        ja "発生日時のほかに段階の列が見つからず、測れるものがありません";
    /// The time of closing was taken as that of recovery.
    resolved_from_closed(column: &str):
        en "there is no time of recovery; `{column}`, the time of closing, was taken as resolved",
        ja "復旧日時の列がないため、クローズの列 `{column}` を復旧としました";
    /// Several columns could be meant; one was taken.
    several_columns(name: &str, column: &str, others: &str):
        en "{name} was taken from `{column}`; it could also be {others}",
        ja "{name} には `{column}` を採りました。ほかの候補: {others}";
    /// Cells of a stage's column are unreadable, such as an example, for a reason.
    unreadable_cells(stage: &str, column: &str, cells: usize, example: &str, reason: &str) -> String:
        en english_unreadable_cells,
        ja japanese_unreadable_cells;
    /// Columns of times that belong to no stage.
    unused_times(columns: &str):
        en "these columns hold times, but of which stage their names don't tell: {columns}",
        ja "日時が入っているが、どの段階か分からない列: {columns}";
    // The times.
    /// A date can be read either way; a `time_format` was assumed.
    day_order_unknown(example: &str, time_format: &str):
        en "`{example}` can be read day first or month first; time_format = \"{time_format}\" was assumed",
        ja "`{example}` は日と月のどちらが先か分かりません。time_format = \"{time_format}\" と仮定しました";
    day_order_contradictory:
        en "some dates have the day first and others the month",
        ja "日が先の日付と月が先の日付が混ざっています";
    no_offset:
        en "times carry no zone; make sure that timezone is right",
        ja "日時にタイムゾーンがありません。timezone が正しいか確かめてください";
    some_offsets: en "some times carry a zone and others don't", ja "タイムゾーンのある日時とない日時が混ざっています";
    // The severities.
    no_severity: en "no column of severities was found", ja "重大度の列が見つかりません";
    severity_order_unknown(values: &str):
        en "which of these severities is graver is not known: {values}",
        ja "重大度の順序が分かりません: {values}";
    severity_numbers:
        en "severities are bare numbers; 1 was assumed to be the gravest, which some tools count the other way",
        ja "重大度が数字だけです。1 が最も重いと仮定しました（逆のツールもあります）";
}

fn english_unreadable_rows(rows: u64, first: &str) -> String {
    format!("{rows} {} unreadable: {first}", if rows == 1 { "row is" } else { "rows are" })
}

fn japanese_unreadable_rows(rows: u64, first: &str) -> String {
    format!("{rows} 行が読み取れません。例: {first}")
}

fn english_unreadable_cells(stage: &str, column: &str, cells: usize, example: &str, reason: &str) -> String {
    match cells {
        1 => format!("{stage} (`{column}`): 1 cell is unreadable, `{example}`: {reason}"),
        _ => format!("{stage} (`{column}`): {cells} cells are unreadable, such as `{example}`: {reason}"),
    }
}

fn japanese_unreadable_cells(stage: &str, column: &str, cells: usize, example: &str, reason: &str) -> String {
    format!("{stage}（`{column}`）の {cells} 行が読み取れません。例 `{example}`: {reason}")
}

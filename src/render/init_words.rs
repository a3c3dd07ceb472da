use std::fmt::Display;

use super::words::Words;
use crate::assess::SourceSheet;
use crate::domain::Language;

/// What `slo init` says about an export: what was found, and what a person should look at.
#[derive(Clone, Copy, Debug)]
pub struct InitWords(pub Language);

/// What an export was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The preset that is used, by its name and title.
    pub preset: String,
    /// The columns by which it was recognised.
    pub recognised_by: String,
    /// The fields, each with its column.
    pub fields: String,
    /// The stages, each with its column.
    pub stages: String,
    /// The severities, each with the number of its rows.
    pub severities: String,
    /// The zone that times seem to be written in.
    pub zone: String,
    /// The columns that have no place in the policy.
    pub left_out: String,
}

impl InitWords {
    fn pick(self, japanese: impl Into<String>, english: impl Into<String>) -> String {
        match self.0 {
            Language::Japanese => japanese.into(),
            Language::English => english.into(),
        }
    }

    /// What an export is written as: its format and encoding, its sheet, how many of its rows are titles.
    #[must_use]
    pub fn form(self, format: &str, encoding: &str, sheet: Option<&SourceSheet>, title_rows: u32) -> String {
        (Words::of(self.0).form)(format, encoding, sheet, title_rows)
    }

    /// What was looked at.
    #[must_use]
    pub fn looked_at(self, export: impl Display, form: &str, rows: usize) -> String {
        let noun = if rows == 1 { "row" } else { "rows" };
        self.pick(
            format!("{export}（{form}）: {rows} 行を調べました"),
            format!("{export} ({form}): looked at {rows} {noun}"),
        )
    }

    /// What was found, a line each, and that some of it is but an example.
    #[must_use]
    pub fn found(self, found: Found) -> Vec<String> {
        let mut lines: Vec<String> = [
            ("プリセット", "preset", found.preset),
            ("見分けた列", "recognised by", found.recognised_by),
            ("項目", "fields", found.fields),
            ("段階", "stages", found.stages),
            ("重大度（件数）", "severities (rows)", found.severities),
            ("タイムゾーン", "zone", found.zone),
            ("使わなかった列", "columns left out", found.left_out),
        ]
        .into_iter()
        .filter(|(.., found)| !found.is_empty())
        .map(|(japanese, english, found)| format!("{}: {found}", self.pick(japanese, english)))
        .collect();
        lines.push(self.pick(
            "目標と目標率は例です。契約に合わせて書き換えてください",
            "the times and goals are examples: put in what your contracts promise",
        ));
        lines
    }

    /// A sentence about something unsure.
    #[must_use]
    pub fn unsure(self, doubt: &str) -> String {
        format!("{}: {doubt}", self.pick("要確認", "unsure"))
    }

    /// How much of a column could be read, and a value of it.
    #[must_use]
    pub fn evidence(self, cells: Cells, example: Option<&str>) -> String {
        let Cells { read, empty, unreadable } = cells;
        let rows = read + empty + unreadable;
        let mut told = self.pick(
            format!("{rows} 行中 {read} 行が読み取れた"),
            format!("read in {read} of {rows} {}", if rows == 1 { "row" } else { "rows" }),
        );
        for (count, japanese, english) in [(empty, "空", "empty"), (unreadable, "読めない", "unreadable")]
        {
            if count > 0 {
                told += &self.pick(format!("、{japanese} {count} 行"), format!(", {count} {english}"));
            }
        }
        if let Some(example) = example {
            told += &self.pick(format!("。例 {example}"), format!(", such as {example}"));
        }
        told
    }
}

/// What the cells of a column are, by their number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// Those that were read.
    pub read: usize,
    /// Those that hold nothing.
    pub empty: usize,
    /// Those that can't be read.
    pub unreadable: usize,
}

/// The questions.
impl InitWords {
    /// Asks which of several presets is right.
    #[must_use]
    pub fn which_preset(self) -> String {
        self.pick("どのツールのエクスポートですか", "which tool does the export come from")
    }

    /// Asks which column holds a field or stage.
    #[must_use]
    pub fn which_column(self, name: &str) -> String {
        let (japanese, english) = match name {
            "id" => ("インシデントの ID", "the incident's id"),
            "severity" => ("重大度", "the severity"),
            "opened" => ("発生日時", "when it was opened"),
            "acknowledged" => ("受付日時", "when it was acknowledged"),
            "notified" => ("一次連絡日時", "when the customer was notified"),
            "responded" => ("一次対応完了日時", "when the first response was complete"),
            "escalated" => ("エスカレーション日時", "when it was escalated"),
            "mitigated" => ("暫定復旧日時", "when it was mitigated"),
            "resolved" => ("復旧日時", "when it was resolved"),
            "closed" => ("クローズ日時", "when it was closed"),
            other => (other, other),
        };
        self.pick(format!("{japanese}の列はどれですか"), format!("which column holds {english}"))
    }

    /// Asks how a date is read.
    #[must_use]
    pub fn which_order(self, example: &str) -> String {
        self.pick(
            format!("`{example}` は日と月のどちらが先ですか"),
            format!("what comes first in `{example}`, the day or the month"),
        )
    }

    /// What comes first in a date.
    #[must_use]
    pub fn order(self, day_first: bool) -> String {
        if day_first { self.pick("日が先", "the day") } else { self.pick("月が先", "the month") }
    }

    /// Asks for the zone of times.
    #[must_use]
    pub fn which_zone(self) -> String {
        self.pick("日時のタイムゾーンはどれですか", "which time zone are the times in")
    }

    /// That none of the things to choose from is right.
    #[must_use]
    pub fn none_of_these(self) -> String {
        self.pick("どれでもない", "none of these")
    }

    /// Which keys do what in a list that can be searched.
    #[must_use]
    pub fn search_help(self) -> String {
        self.pick(
            "↑↓ 選択、文字を入力して検索、Enter 決定、Esc 何も書かずに終了",
            "↑↓ to move, type to search, Enter to choose, Esc to leave without writing",
        )
    }

    /// What stands behind a question that wasn't answered.
    #[must_use]
    pub fn left(self) -> &'static str {
        match self.0 {
            Language::Japanese => "（中止）",
            Language::English => "(left)",
        }
    }

    /// That the person left before anything was written.
    #[must_use]
    pub fn nothing_written(self) -> String {
        self.pick("何も書き出しませんでした", "nothing was written")
    }
}

/// The doubts.
impl InitWords {
    /// Several presets fit equally, so that none is used.
    #[must_use]
    pub fn tied_presets(self, names: &[String]) -> String {
        let line = format!("preset = \"{}\"", names.first().map_or("", String::as_str));
        self.pick(
            format!(
                "プリセット {} が同じだけ当てはまるため、どれも使っていません。正しいものを [source] に {line} のように書いてください",
                names.join("、")
            ),
            format!(
                "the presets {} fit equally, so none is used; write the right one into [source], such as {line}",
                names.join(", ")
            ),
        )
    }

    /// The export can't be read by its preset, for a reason.
    #[must_use]
    pub fn preset_fails(self, name: &str, reason: &str) -> String {
        self.pick(
            format!("プリセット {name} ではこのエクスポートを読めません: {reason}"),
            format!("the export can't be read by the preset {name}: {reason}"),
        )
    }

    /// Some rows hold no incident that can be read.
    #[must_use]
    pub fn unreadable_rows(self, rows: u64, first: &str) -> String {
        self.pick(
            format!("{rows} 行が読み取れません。例: {first}"),
            format!("{rows} {} unreadable: {first}", if rows == 1 { "row is" } else { "rows are" }),
        )
    }

    /// No column holds the id.
    #[must_use]
    pub fn no_id(self) -> String {
        self.pick(
            "インシデントの ID の列が見つかりません。[source.fields] id に列名を書いてください",
            "no column holds the incident's id; name one as [source.fields] id",
        )
    }

    /// A value of the id stands in several rows, and no other column could be the id.
    #[must_use]
    pub fn id_repeats(self, column: &str, value: &str, rows: usize) -> String {
        self.pick(
            format!(
                "`{column}` の `{value}` が {rows} 行にあります。1 件が複数行なら、最後の行を採ります（rows.kind = \"snapshots\"）。\
                 操作の記録（1 行 1 操作）なら rows.kind = \"events\" と書いてください"
            ),
            format!(
                "`{column}` has `{value}` in {rows} rows: if an incident has several rows, the last one counts \
                 (rows.kind = \"snapshots\"); of an activity log, one row per happening, say rows.kind = \"events\""
            ),
        )
    }

    /// A value repeats, so that another column was taken as the id.
    #[must_use]
    pub fn other_id_taken(self, column: &str, value: &str, rows: usize, taken: &str) -> String {
        self.pick(
            format!("`{column}` の `{value}` が {rows} 行にあるため、ID には `{taken}` を採りました"),
            format!("`{column}` has `{value}` in {rows} rows, so `{taken}` was taken as the id"),
        )
    }

    /// No column says when incidents were opened.
    #[must_use]
    pub fn no_opened(self) -> String {
        self.pick(
            "発生日時の列が見つかりません。[source.stages] opened に列名を書いてください",
            "no column says when incidents were opened; name one as [source.stages] opened",
        )
    }

    /// The column of `opened` was taken for its times alone.
    #[must_use]
    pub fn opened_by_order(self, column: &str) -> String {
        self.pick(
            format!("発生日時の列は、日時が最も早い `{column}` と推定しました"),
            format!("`{column}` was taken as opened because its times come first, not for its name"),
        )
    }

    /// No stage but `opened` was found.
    #[must_use]
    pub fn only_opened(self) -> String {
        self.pick(
            "発生日時のほかに段階の列が見つからず、測れるものがありません",
            "no stage but opened was found, so nothing can be measured yet",
        )
    }

    /// The time of closing was taken as that of recovery.
    #[must_use]
    pub fn resolved_from_closed(self, column: &str) -> String {
        self.pick(
            format!("復旧日時の列がないため、クローズの列 `{column}` を復旧としました"),
            format!("there is no time of recovery; `{column}`, the time of closing, was taken as resolved"),
        )
    }

    /// Several columns could be meant; one was taken.
    #[must_use]
    pub fn several_columns(self, name: &str, column: &str, others: &[String]) -> String {
        self.pick(
            format!("{name} には `{column}` を採りました。ほかの候補: {}", others.join("、")),
            format!("{name} was taken from `{column}`; it could also be {}", others.join(", ")),
        )
    }

    /// Cells of a stage's column are unreadable, such as an example, for a reason.
    #[must_use]
    pub fn unreadable_cells(
        self,
        stage: &str,
        column: &str,
        cells: usize,
        example: &str,
        reason: &str,
    ) -> String {
        self.pick(
            format!("{stage}（`{column}`）の {cells} 行が読み取れません。例 `{example}`: {reason}"),
            match cells {
                1 => format!("{stage} (`{column}`): 1 cell is unreadable, `{example}`: {reason}"),
                _ => format!(
                    "{stage} (`{column}`): {cells} cells are unreadable, such as `{example}`: {reason}"
                ),
            },
        )
    }

    /// Columns of times that belong to no stage.
    #[must_use]
    pub fn unused_times(self, columns: &[String]) -> String {
        self.pick(
            format!("日時が入っているが、どの段階か分からない列: {}", columns.join("、")),
            format!(
                "these columns hold times, but of which stage their names don't tell: {}",
                columns.join(", ")
            ),
        )
    }

    /// A date can be read either way; a `time_format` was assumed.
    #[must_use]
    pub fn day_order_unknown(self, example: &str, time_format: &str) -> String {
        self.pick(
            format!("`{example}` は日と月のどちらが先か分かりません。time_format = \"{time_format}\" と仮定しました"),
            format!("`{example}` can be read day first or month first; time_format = \"{time_format}\" was assumed"),
        )
    }

    /// Dates contradict each other in the order of day and month.
    #[must_use]
    pub fn day_order_contradictory(self) -> String {
        self.pick(
            "日が先の日付と月が先の日付が混ざっています",
            "some dates have the day first and others the month",
        )
    }

    /// Times carry no zone.
    #[must_use]
    pub fn no_offset(self) -> String {
        self.pick(
            "日時にタイムゾーンがありません。timezone が正しいか確かめてください",
            "times carry no zone; make sure that timezone is right",
        )
    }

    /// Only some times carry a zone.
    #[must_use]
    pub fn some_offsets(self) -> String {
        self.pick(
            "タイムゾーンのある日時とない日時が混ざっています",
            "some times carry a zone and others don't",
        )
    }

    /// No column of severities was found.
    #[must_use]
    pub fn no_severity(self) -> String {
        self.pick("重大度の列が見つかりません", "no column of severities was found")
    }

    /// The order of these severities is not known.
    #[must_use]
    pub fn severity_order_unknown(self, values: &[String]) -> String {
        self.pick(
            format!("重大度の順序が分かりません: {}", values.join("、")),
            format!("which of these severities is graver is not known: {}", values.join(", ")),
        )
    }

    /// Severities are bare numbers.
    #[must_use]
    pub fn severity_numbers(self) -> String {
        self.pick("重大度が数字だけです。1 が最も重いと仮定しました（逆のツールもあります）",
            "severities are bare numbers; 1 was assumed to be the gravest, which some tools count the other way",)
    }
}

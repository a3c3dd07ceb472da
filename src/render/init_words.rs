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

    /// How much of a stage's column holds times.
    #[must_use]
    pub fn evidence(self, parsed: usize, rows: usize, example: &str) -> String {
        self.pick(
            format!("{rows} 行中 {parsed} 行が読み取れた。例 {example}"),
            format!("read in {parsed} of {rows} rows, such as {example}"),
        )
    }
}

/// The doubts.
impl InitWords {
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
                 操作の記録（1 行 1 操作）は、この版では読めません"
            ),
            format!(
                "`{column}` has `{value}` in {rows} rows: if an incident has several rows, the last one counts \
                 (rows.kind = \"snapshots\"); an activity log, one row per happening, can't be read by this version"
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

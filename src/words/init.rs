use super::exports;
use super::texts;
use crate::assess::SourceSheet;
use crate::domain::Language;

texts! {
    /// What `slo init` says of an export, and what it asks.
    pub(crate) struct Words;
    language -> Language: en Language::English, ja Language::Japanese;
    // What was found.
    looked_at(export: &str, form: &str, rows: usize) -> String: en english_looked_at, ja japanese_looked_at;
    preset: en "preset", ja "プリセット";
    recognised_by: en "recognised by", ja "見分けた列";
    fields: en "fields", ja "項目";
    stages: en "stages", ja "段階";
    severities: en "severities (rows)", ja "重大度（件数）";
    zone: en "zone", ja "タイムゾーン";
    left_out: en "columns left out", ja "使わなかった列";
    /// That some of it is but an example.
    examples:
        en "the times and goals are examples: put in what your contracts promise",
        ja "目標と目標率は例です。契約に合わせて書き換えてください";
    /// A sentence about something unsure.
    unsure(doubt: &str): en "unsure: {doubt}", ja "要確認: {doubt}";
    // How much of a column could be read.
    read(read: usize, rows: usize) -> String: en english_read, ja japanese_read;
    empty(cells: usize): en ", {cells} empty", ja "、空 {cells} 行";
    unreadable(cells: usize): en ", {cells} unreadable", ja "、読めない {cells} 行";
    such_as(example: &str): en ", such as {example}", ja "。例 {example}";
    // The questions.
    /// Asks which of several presets is right.
    which_preset: en "which tool does the export come from", ja "どのツールのエクスポートですか";
    /// Asks which column holds a field or stage.
    which_column(what: &str): en "which column holds {what}", ja "{what}の列はどれですか";
    /// A field or stage, as that question names it.
    column_of(name: &str) -> Option<&'static str>: en english_column_of, ja japanese_column_of;
    /// Asks how a date is read.
    which_order(example: &str):
        en "what comes first in `{example}`, the day or the month",
        ja "`{example}` は日と月のどちらが先ですか";
    day_first: en "the day", ja "日が先";
    month_first: en "the month", ja "月が先";
    /// Asks for the zone of times.
    which_zone: en "which time zone are the times in", ja "日時のタイムゾーンはどれですか";
    none_of_these: en "none of these", ja "どれでもない";
    /// Which keys do what in a list that can be searched.
    search_help:
        en "↑↓ to move, type to search, Enter to choose, Esc to leave without writing",
        ja "↑↓ 選択、文字を入力して検索、Enter 決定、Esc 何も書かずに終了";
    /// What stands behind a question that wasn't answered.
    left: en "(left)", ja "（中止）";
    /// That the person left before anything was written.
    nothing_written: en "nothing was written", ja "何も書き出しませんでした";
}

/// What an export was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The preset that is used, by its name and title.
    pub(crate) preset: String,
    /// The columns by which it was recognised.
    pub(crate) recognised_by: String,
    /// The fields, each with its column.
    pub(crate) fields: String,
    /// The stages, each with its column.
    pub(crate) stages: String,
    /// The severities, each with the number of its rows.
    pub(crate) severities: String,
    /// The zone that times seem to be written in.
    pub(crate) zone: String,
    /// The columns that have no place in the policy.
    pub(crate) left_out: String,
}

/// What the cells of a column are, by their number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cells {
    /// Those that were read.
    pub(crate) read: usize,
    /// Those that hold nothing.
    pub(crate) empty: usize,
    /// Those that can't be read.
    pub(crate) unreadable: usize,
}

impl Words {
    /// What an export is written as: its format and encoding, its sheet, how many of its rows are titles.
    pub(crate) fn form(
        &self,
        format: &str,
        encoding: &str,
        sheet: Option<&SourceSheet>,
        title_rows: u32,
    ) -> String {
        exports::Words::of(self.language).form(format, encoding, sheet, title_rows)
    }

    /// What was found, a line each, and that some of it is but an example.
    pub(crate) fn found(&self, found: Found) -> Vec<String> {
        let mut lines: Vec<String> = [
            (self.preset, found.preset),
            (self.recognised_by, found.recognised_by),
            (self.fields, found.fields),
            (self.stages, found.stages),
            (self.severities, found.severities),
            (self.zone, found.zone),
            (self.left_out, found.left_out),
        ]
        .into_iter()
        .filter(|(_, found)| !found.is_empty())
        .map(|(what, found)| format!("{what}: {found}"))
        .collect();
        lines.push(self.examples.to_owned());
        lines
    }

    /// How much of a column could be read, and a value of it.
    pub(crate) fn evidence(&self, cells: Cells, example: Option<&str>) -> String {
        let Cells { read, empty, unreadable } = cells;
        let mut told = (self.read)(read, read + empty + unreadable);
        for (count, say) in [(empty, self.empty), (unreadable, self.unreadable)] {
            if count > 0 {
                told += &say(count);
            }
        }
        if let Some(example) = example {
            told += &(self.such_as)(example);
        }
        told
    }

    /// Asks which column holds a field or stage.
    pub(crate) fn which_column_of(&self, name: &str) -> String {
        (self.which_column)((self.column_of)(name).unwrap_or(name))
    }

    /// What comes first in a date.
    pub(crate) const fn order(&self, day_first: bool) -> &'static str {
        if day_first { self.day_first } else { self.month_first }
    }
}

fn english_looked_at(export: &str, form: &str, rows: usize) -> String {
    let noun = if rows == 1 { "row" } else { "rows" };
    format!("{export} ({form}): looked at {rows} {noun}")
}

fn japanese_looked_at(export: &str, form: &str, rows: usize) -> String {
    format!("{export}（{form}）: {rows} 行を調べました")
}

fn english_read(read: usize, rows: usize) -> String {
    format!("read in {read} of {rows} {}", if rows == 1 { "row" } else { "rows" })
}

fn japanese_read(read: usize, rows: usize) -> String {
    format!("{rows} 行中 {read} 行が読み取れた")
}

fn english_column_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "id" => "the incident's id",
        "severity" => "the severity",
        "opened" => "when it was opened",
        "acknowledged" => "when it was acknowledged",
        "notified" => "when the customer was notified",
        "responded" => "when the first response was complete",
        "escalated" => "when it was escalated",
        "mitigated" => "when it was mitigated",
        "resolved" => "when it was resolved",
        "closed" => "when it was closed",
        _ => return None,
    })
}

fn japanese_column_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "id" => "インシデントの ID",
        "severity" => "重大度",
        "opened" => "発生日時",
        "acknowledged" => "受付日時",
        "notified" => "一次連絡日時",
        "responded" => "一次対応完了日時",
        "escalated" => "エスカレーション日時",
        "mitigated" => "暫定復旧日時",
        "resolved" => "復旧日時",
        "closed" => "クローズ日時",
        _ => return None,
    })
}

use super::count::{count, number_of};
use super::texts;
use crate::assess::{ExportWarning, SourceSheet, SourceSummary};

texts! {
    /// What is said about exports: how each was read, what was in it, and what looks wrong.
    pub(crate) struct Words;
    // By which preset one was read.
    by_policy(name: &str, path: &str): en "{name} ({path}), as the policy says", ja "{name}（{path}、ポリシーの指定による）";
    by_columns(name: &str, path: &str, columns: &str):
        en "{name} ({path}), by its columns {columns}",
        ja "{name}（{path}、列 {columns} による）";
    tied(path: &str, presets: &str):
        en "{path} fits {presets} equally well, so that none of these presets was used: name one as `preset` in [source]",
        ja "{path} は {presets} のいずれにも同じ程度に当てはまるため、どれも使わなかった: [source] の `preset` で指定する";
    /// What stands between several columns.
    between: en ", ", ja "、";
    /// What stands between several presets.
    between_presets: en " and ", ja "、";
    // What one is written as.
    sheet(name: &str, of: usize): en "sheet `{name}` of {of}", ja "{of} シート中の「{name}」";
    title_rows(rows: u32) -> String: en english_title_rows, ja japanese_title_rows;
    day_first: en ", dates day first", ja "、日付は日・月の順";
    month_first: en ", dates month first", ja "、日付は月・日の順";
    // What was in it.
    rows(rows: u64) -> String: en english_rows, ja japanese_rows;
    incidents(incidents: u64) -> String: en english_incidents, ja japanese_incidents;
    replaced(rows: &str): en "{rows} replaced", ja "置き換え {rows} 件";
    unreadable(rows: u64) -> String: en english_unreadable, ja japanese_unreadable;
    /// Rows that belong to no incident.
    outside(rows: &str): en "{rows} outside incidents", ja "どのインシデントにも属さない行 {rows}";
    summary(path: &str, form: &str, counts: &str): en "{path} ({form}): {counts}", ja "{path}（{form}）: {counts}";
    // What looks as if it were not what it should be.
    warning(text: &str): en "warning: {text}", ja "警告: {text}";
    row_cap(path: &str, rows: &str):
        en "{path} has just the {rows} at which the tool stops: there are probably more; export a shorter period",
        ja "{path} はちょうど {rows}で、ツールが出力を打ち切る行数と同じ。続きが欠けているおそれがあるため、期間を短くして出力し直す";
    shorter(path: &str, rows: &str, before: &str, last_check: &str):
        en "{path} has {rows}, and had {before} as of {last_check}: it is perhaps cut off, or of another period",
        ja "{path} は {rows}で、基準日時 {last_check} には {before} 行あった。途中で切れているか、期間が違うおそれがある";
    stale(newest: &str):
        en "the newest incident was opened at {newest}, more than a day before as-of: the export is perhaps an old one",
        ja "最も新しいインシデントの発生は {newest} で、基準日時より一日以上前。古いエクスポートのおそれがある";
    /// That no incident has reached the end of an objective, which is read from these columns.
    never_reached(objective: &str, stage: &str, columns: &str):
        en "{objective}: no incident has reached `{stage}`, which is read from {columns}; if the export has it elsewhere, name that column in [source.stages]",
        ja "{objective}: `{stage}`（{columns} から読む）に達したインシデントが一件もない。別の列に書かれているなら [source.stages] で指定する";
}

impl Words {
    /// By which preset an export was read and why, or which ones fit equally; `None` where none did.
    pub(crate) fn preset(&self, source: &SourceSummary) -> Option<String> {
        let (path, preset) = (&source.path, &source.preset);
        match (&preset.name, &preset.evidence[..], &preset.tied[..]) {
            (Some(name), [], _) => Some((self.by_policy)(name, path)),
            (Some(name), evidence, _) => Some((self.by_columns)(name, path, &evidence.join(self.between))),
            (None, _, []) => None,
            (None, _, tied) => Some((self.tied)(path, &tied.join(self.between_presets))),
        }
    }

    /// What an export is written as, and what of it was not read as rows: its format and encoding, its
    /// sheet, the number of its title rows.
    pub(crate) fn form(
        &self,
        format: &str,
        encoding: &str,
        sheet: Option<&SourceSheet>,
        title_rows: u32,
    ) -> String {
        let mut parts = vec![format.to_owned()];
        match sheet {
            None => parts.push(encoding.to_owned()),
            Some(sheet) if sheet.of > 1 => parts.push((self.sheet)(&sheet.name, sheet.of)),
            Some(_) => {}
        }
        if title_rows > 0 {
            parts.push((self.title_rows)(title_rows));
        }
        parts.join(self.between)
    }

    /// How an export was read, and what was in it.
    pub(crate) fn export(&self, source: &SourceSummary) -> String {
        let order = match source.date_order {
            Some("day-first") => self.day_first,
            Some("month-first") => self.month_first,
            _ => "",
        };
        let form = self.form(source.format, &source.encoding, source.sheet.as_ref(), source.title_rows);
        let mut counts = vec![
            (self.rows)(source.rows),
            (self.incidents)(source.incidents),
            (self.replaced)(&count(source.replaced)),
            (self.unreadable)(source.unreadable),
        ];
        if source.outside > 0 {
            counts.push((self.outside)(&(self.rows)(source.outside)));
        }
        (self.summary)(&source.path, &format!("{form}{order}"), &counts.join(self.between))
    }

    /// What looks as if an export, given by its path, were not what it should be; `at` is the moment that
    /// the warning tells of. That an end was never reached is said by `never_reached`.
    pub(crate) fn warning(&self, warning: &ExportWarning, path: &str, at: &str) -> String {
        match *warning {
            ExportWarning::RowCap { rows, .. } => (self.row_cap)(path, &(self.rows)(rows)),
            ExportWarning::Shorter { rows, before, .. } => {
                (self.shorter)(path, &(self.rows)(rows), &count(before), at)
            }
            ExportWarning::Stale { .. } => (self.stale)(at),
            ExportWarning::NeverReached { .. } => String::new(),
        }
    }
}

fn english_title_rows(rows: u32) -> String {
    format!("{} above the header", number_of(&rows.to_string(), "title row", "title rows"))
}

fn japanese_title_rows(rows: u32) -> String {
    format!("見出しより上の表題 {rows} 行")
}

fn english_rows(rows: u64) -> String {
    number_of(&count(rows), "row", "rows")
}

fn japanese_rows(rows: u64) -> String {
    format!("{} 行", count(rows))
}

fn english_incidents(incidents: u64) -> String {
    number_of(&count(incidents), "incident", "incidents")
}

fn japanese_incidents(incidents: u64) -> String {
    format!("インシデント {} 件", count(incidents))
}

fn english_unreadable(rows: u64) -> String {
    number_of(&count(rows), "unreadable row", "unreadable rows")
}

fn japanese_unreadable(rows: u64) -> String {
    format!("読み取れない行 {} 件", count(rows))
}

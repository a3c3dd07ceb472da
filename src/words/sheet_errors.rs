//! Why a sheet of a workbook can't be read as an export.

use super::messages;

messages! {
    workbook(path: &str, reason: &str):
        en "`{path}` can't be read as a workbook ({reason}): save it again, or save the sheet as CSV and name that file",
        ja "`{path}` をブックとして読めません（{reason}）。保存し直すか、シートを CSV で保存し、そのファイルを指定してください";
    too_large(path: &str, limit: u64):
        en "`{path}` is a workbook of more than {limit} MiB, which is too large: save the sheet as CSV, which may be \
            of any length",
        ja "`{path}` は {limit} MiB を超えるブックで、大きすぎます。シートを CSV で保存してください。CSV なら長さに制限はありません";
    no_sheet(path: &str, wanted: &str, sheets: &str):
        en "`{path}` has no sheet `{wanted}`: expected the name of a sheet, or the number of one that is shown, \
            from 1; it has {sheets}",
        ja "`{path}` にシート `{wanted}` がありません。シートの名前か、表示されているシートの番号（1 から）が必要です。\
            あるのは {sheets} です";
    empty(path: &str, sheet: &str):
        en "the sheet `{sheet}` of `{path}` is empty: an export has at least a header",
        ja "`{path}` のシート `{sheet}` は空です。エクスポートには少なくとも見出しの行が必要です";
    columns(path: &str, sheet: &str, source: &str):
        en "the sheet `{sheet}` of `{path}`: {source}", ja "`{path}` のシート `{sheet}`: {source}";
    others(sheets: &str):
        en "--sheet reads another: {sheets}", ja "--sheet で別のシートを読めます: {sheets}";
    /// Behind what is wrong with an empty sheet.
    behind(fault: &str, others: &str): en "{fault}; {others}", ja "{fault}。{others}";
    and_more(named: &str, more: usize): en "{named} and {more} more", ja "{named}、ほか {more} 枚";
    comma(): en ", ", ja "、";
    no_worksheet(): en "it has no worksheet", ja "ワークシートがありません";
    /// Of worklists.
    no_sheet_at_all(): en "it has no sheet", ja "シートがありません";
    rows_out_of_order(row: u32, last: u32):
        en "its row {row} stands behind row {last}", ja "{row} 行目が {last} 行目より後ろにあります";
}

/// How many sheets are named.
const NAMED: usize = 20;

/// The names of sheets, not too many.
#[must_use]
pub(crate) fn listed(sheets: &[String]) -> String {
    let named: Vec<String> = sheets.iter().take(NAMED).map(|sheet| format!("`{sheet}`")).collect();
    let named = named.join(&comma());
    let more = sheets.len().saturating_sub(NAMED);
    if more > 0 { and_more(&named, more) } else { named }
}

use std::fmt::Display;

use super::messages;

messages! {
    sheet_of_nothing():
        en "--sheet says what to read of a workbook, but no export is named",
        ja "--sheet は表計算ファイルのどのシートを読むかの指定ですが、エクスポートが指定されていません";
    sheet_of_no_workbook():
        en "--sheet says what to read of a workbook, but no export is one",
        ja "--sheet は表計算ファイルのどのシートを読むかの指定ですが、エクスポートに表計算ファイルがありません";
    sheet_of_another_form(export: &dyn Display):
        en "--sheet says what to read of a workbook, and `{export}` is none",
        ja "--sheet は表計算ファイルのどのシートを読むかの指定ですが、`{export}` は表計算ファイルではありません";
    no_pattern(text: &str):
        en "`{text}` is neither a file nor a pattern",
        ja "`{text}` はファイルでもワイルドカードのパターンでもありません";
    no_file_fits(text: &str): en "no file fits `{text}`", ja "`{text}` に合うファイルがありません";
    standard_input_twice():
        en "standard input, `-`, can be read only once",
        ja "標準入力 `-` は一度しか読めません";
    row_unreadable(unreadable: u64, allowed: u64, undone: &str):
        en "{unreadable} row is unreadable, and --max-unreadable allows {allowed}: mend the export, or pass \
            --max-unreadable {unreadable}{undone}",
        ja "{unreadable} 行を読み取れません。--max-unreadable が許すのは {allowed} 行までです。エクスポートを直すか、\
            --max-unreadable {unreadable} を指定してください{undone}";
    rows_unreadable(unreadable: u64, allowed: u64, undone: &str):
        en "{unreadable} rows are unreadable, and --max-unreadable allows {allowed}: mend the export, or pass \
            --max-unreadable {unreadable}{undone}",
        ja "{unreadable} 行を読み取れません。--max-unreadable が許すのは {allowed} 行までです。エクスポートを直すか、\
            --max-unreadable {unreadable} を指定してください{undone}";
    /// What was not done therefore, behind one of the two above.
    nothing_recorded(): en "; nothing was recorded", ja "（台帳には何も記録していません）";
    nothing_written(): en "; nothing was written", ja "（何も書き出していません）";
    no_incident(path: &str):
        en "`{path}` has no incident; if that may be, say so by --allow-empty",
        ja "`{path}` にインシデントがありません。それで正しければ --allow-empty を指定してください";
    /// A file that is read twice isn't the same any more.
    changed_meanwhile(path: &str):
        en "`{path}` changed between its two readings; run this again",
        ja "`{path}` が、二度読む間に変わりました。もう一度実行してください";
}

/// So many rows can't be read, more than are allowed; with what was not done therefore.
pub(crate) fn too_many_unreadable(unreadable: u64, allowed: u64, undone: &str) -> String {
    if unreadable == 1 {
        row_unreadable(unreadable, allowed, undone)
    } else {
        rows_unreadable(unreadable, allowed, undone)
    }
}

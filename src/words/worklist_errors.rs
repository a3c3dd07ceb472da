//! Why a worklist, or a row of one, can't be read.

use super::messages;

messages! {
    empty(path: &str):
        en "`{path}` is empty: a worklist has at least a header; `slo status --format csv` writes one",
        ja "`{path}` は空です。記入表には少なくとも見出しの行が必要です。`slo status --format csv` で作れます";
    empty_sheet(path: &str, sheet: &str):
        en "`{path}`: the sheet `{sheet}` is empty, and only the first one is read: put the worklist there",
        ja "`{path}`: シート `{sheet}` は空です。読むのは最初のシートだけなので、記入表をそこに置いてください";
    too_long(path: &str, limit: u64):
        en "`{path}` is longer than {limit} MiB, which no worklist is: is it another file?",
        ja "`{path}` は {limit} MiB を超えており、記入表とは考えられません。別のファイルではありませんか？";
    other_kind(path: &str, kind: &str):
        en "`{path}` is {kind}, which can't be read: save it as .xlsx or CSV and name that file",
        ja "`{path}` は読めない種類のファイルです（{kind}）。.xlsx か CSV で保存し、そのファイルを指定してください";
    bad_bytes(path: &str, line: usize, bytes: &str, encoding: &str):
        en "`{path}` line {line}: the bytes {bytes} are not {encoding}: save the file as UTF-8, as .xlsx or as JSON",
        ja "`{path}` の {line} 行目: バイト列 {bytes} は {encoding} として読めません。UTF-8、.xlsx、JSON のいずれかで保存してください";
    quote(path: &str, row: u64, column: &str, reason: &str):
        en "`{path}` row {row}, column `{column}`: {reason}: end the cell with `\"`, and write quotes within it twice",
        ja "`{path}` の {row} 行目、列 `{column}`: {reason}。セルの終わりに `\"` を書き、セルの中の引用符は重ねて書いてください";
    never_closed():
        en "the quote that opens here is never closed", ja "ここで始まる引用符が閉じていません";
    text_behind_quote():
        en "text follows the closing quote, so that the next row may be part of it",
        ja "閉じた引用符の後ろに文字があり、次の行までつながっているおそれがあります";
    json(path: &str, reason: &str):
        en "`{path}` is no valid JSON: {reason}: expected an array of objects, or an object on each line",
        ja "`{path}` は正しい JSON ではありません（{reason}）。オブジェクトの配列か、一行に一つのオブジェクトが必要です";
    workbook(path: &str, reason: &str):
        en "`{path}` can't be read as an Excel workbook ({reason}): save it as CSV and name that file",
        ja "`{path}` を Excel のブックとして読めません（{reason}）。CSV で保存し、そのファイルを指定してください";
    /// Above the lines that say which.
    columns(path: &str):
        en "`{path}` doesn't have the columns of a worklist", ja "`{path}` には記入表の列がありません";
    only_first_sheet(sheet: &str):
        en "only the first sheet is read, which is `{sheet}`: put the one with the worklist in front",
        ja "読むのは最初のシート `{sheet}` だけです。記入表のシートを先頭に置いてください";

    no_incident(): en "no column `incident`", ja "列 `incident` がありません";
    no_incident_but(nearest: &str):
        en "no column `incident`; perhaps it is `{nearest}`, which must be called `incident` then",
        ja "列 `incident` がありません。`{nearest}` がそうなら、名前を `incident` にしてください";
    no_answers():
        en "no column `cause`, nor any other to be filled in: `slo status --format csv` writes them",
        ja "列 `cause` も、ほかの記入欄もありません。`slo status --format csv` で書き出せます";
    columns_twice(first: &str, second: &str, column: &str):
        en "`{first}` and `{second}` are both the column `{column}`: leave one of them out",
        ja "`{first}` と `{second}` はどちらも列 `{column}` です。片方を取り除いてください";
    nearly_named(header: &str, name: &str):
        en "`{header}` is no column of a worklist; if `{name}` is meant, call it so, else call it something less alike",
        ja "`{header}` という列は記入表にありません。`{name}` のことならその名前に、違うなら紛らわしくない名前にしてください";

    ragged(cells: usize, columns: usize):
        en "has {cells} cells, the header has {columns}: a delimiter is missing or too many; put cells with delimiters \
            in them in quotes",
        ja "セルが {cells} 個ありますが、見出しは {columns} 個です。区切り文字に過不足があります。区切り文字を含むセルは引用符で囲んでください";
    /// The spreadsheet could not compute it.
    error_cell(shown: &str):
        en "holds `{shown}`, as the spreadsheet takes its text for a formula: write it again with `'` before it",
        ja "スプレッドシートが文字を数式とみなしたため `{shown}` になっています。先頭に `'` を付けて書き直してください";
    too_narrow(shown: &str):
        en "holds `{shown}`, as the spreadsheet's column is too narrow: widen it and save the file again",
        ja "スプレッドシートの列幅が足りないため `{shown}` になっています。列を広げて保存し直してください";
    no_text(found: &str): en "expected a text, found {found}", ja "文字列が必要ですが、あるのは{found}です";
    bad_text(): en "a text that can't be read", ja "読み取れない文字列";
    an_object(): en "an object", ja "オブジェクト";
    an_array(): en "an array", ja "配列";
    no_object(found: &str):
        en "expected an object, found `{found}`", ja "オブジェクトが必要ですが、あるのは `{found}` です";
    keys_twice(first: &str, second: &str):
        en "`{first}` and `{second}` are the same column: leave one of them out",
        ja "`{first}` と `{second}` は同じ列です。片方を取り除いてください";
}

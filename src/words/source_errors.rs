//! Why an export can't be read at all.

use std::fmt::Display;

use super::messages;

messages! {
    missing(path: &str): en "`{path}` does not exist", ja "`{path}` がありません";
    directory(path: &str):
        en "`{path}` is a directory, not an export: name the files in it, such as `{path}/*.csv`",
        ja "`{path}` はフォルダーで、エクスポートではありません。`{path}/*.csv` のように、中のファイルを指定してください";
    /// The system refuses.
    io(path: &str, source: &dyn Display):
        en "`{path}` can't be read: {source}", ja "`{path}` を読めません: {source}";
    /// What came from a pipe could not be kept for a second reading.
    unkept(path: &str, source: &dyn Display):
        en "`{path}` must be read twice, as it has ids that repeat, but could not be kept in a temporary file \
            ({source}): save it as a file and name that",
        ja "`{path}` には同じ ID が繰り返し現れるため二度読む必要がありますが、一時ファイルに保存できませんでした\
            （{source}）。ファイルに保存し、そのファイルを指定してください";
    empty(path: &str):
        en "`{path}` is empty: an export has at least a header",
        ja "`{path}` は空です。エクスポートには少なくとも見出しの行が必要です";
    other_kind(path: &str, kind: &str, advice: &str):
        en "`{path}` is {kind}, not a CSV, JSON, .xlsx or .ods export: {advice}",
        ja "`{path}` は CSV、JSON、.xlsx、.ods のエクスポートではありません（{kind}）。{advice}";
    /// The compressed file ends before its end.
    truncated(path: &str, container: &str):
        en "`{path}` is cut off: its {container} data ends before the end; copy or download it again",
        ja "`{path}` は {container} のデータが途中で切れています。コピーかダウンロードをやり直してください";
    /// The compressed file is damaged.
    damaged(path: &str, container: &str, source: &dyn Display):
        en "`{path}` is damaged: its {container} data can't be unpacked ({source})",
        ja "`{path}` は壊れていて、{container} のデータを展開できません（{source}）";
    /// The file is no longer what it was when it was opened.
    changed(path: &str, change: &str):
        en "`{path}` changed while it was read: {change}: copy it first, or run again when the export is finished",
        ja "`{path}` は読んでいる間に変わりました（{change}）。先にコピーしておくか、エクスポートが終わってから実行し直してください";
    file_gone(): en "it is no longer there", ja "なくなっています";
    file_replaced(): en "another file stands in its place now", ja "別のファイルに置き換わっています";
    file_written(): en "something was written to it", ja "書き込みがありました";
    file_resized(before: u64, now: u64):
        en "it had {before} bytes when it was opened and has {now} now",
        ja "開いたときは {before} バイトで、今は {now} バイトです";
    unknown_encoding(path: &str, label: &str):
        en "`{label}` in `[source] encoding` is not a known encoding: expected a label such as `utf-8`, \
            `shift_jis` or `windows-1252` (for `{path}`)",
        ja "`[source] encoding` の `{label}` は知られていない文字コードです。`utf-8`、`shift_jis`、`windows-1252` \
            などの名前を指定してください（`{path}` を読むため）";
    unknown_zone(path: &str, key: &str, zone: &str):
        en "`{path}`: `{key}` is `{zone}`, which is no time zone of the IANA list: mend it, or take the key out and \
            say by `[source] timezone` what its times mean",
        ja "`{path}`: `{key}` の `{zone}` は IANA のタイムゾーンではありません。直すか、このキーを取り除いて、\
            日時のタイムゾーンを `[source] timezone` で指定してください";
    /// `place` is the row, with the column where it is known.
    bad_bytes(path: &str, place: &str, bytes: &str, encoding: &str):
        en "`{path}` {place}: the bytes {bytes} are not {encoding}: name the encoding as `[source] encoding`, \
            or mend the export",
        ja "`{path}` の {place}: バイト列 {bytes} は {encoding} として読めません。文字コードを `[source] encoding` で\
            指定するか、エクスポートを直してください";
    /// No encoding fits; one is guessed.
    no_encoding(guess: &str):
        en "utf-8 or shift_jis (perhaps they are `{guess}`)",
        ja "utf-8 や shift_jis（`{guess}` かもしれません）";
    unclosed_quote(path: &str, place: &str):
        en "`{path}` {place}: the quote that opens here is never closed: end the cell with `\"`, and write quotes \
            within it twice",
        ja "`{path}` の {place}: ここで始まる引用符が閉じていません。セルの終わりに `\"` を書き、セルの中の引用符は\
            重ねて書いてください";
    row(row: u64): en "row {row}", ja "{row} 行目";
    cell(row: u64, column: &str): en "row {row}, column `{column}`", ja "{row} 行目、列 `{column}`";
    long_json(path: &str, row: u64, limit: usize):
        en "`{path}` row {row}: is longer than {limit} MiB: expected one JSON object per incident",
        ja "`{path}` の {row} 行目: {limit} MiB を超えています。インシデントごとに JSON のオブジェクトが一つ必要です";
    long_record(path: &str, row: u64, limit: usize):
        en "`{path}` row {row}: is longer than {limit} MiB: a quote opened there is probably never closed",
        ja "`{path}` の {row} 行目: {limit} MiB を超えています。そこで始まる引用符が閉じていないようです";
    /// The JSON has no list of incidents.
    no_list(path: &str, found: &str):
        en "`{path}` is JSON without a list of incidents: expected an array of objects, an object with such an array \
            (as under `incidents`, `data` or `results`), or one object per line; found {found}",
        ja "`{path}` の JSON にはインシデントのリストがありません。オブジェクトの配列、そのような配列を（`incidents`、\
            `data`、`results` などに）持つオブジェクト、または一行に一つのオブジェクトが必要ですが、あるのは{found}です";
    broken_list(path: &str, row: u64, reason: &str):
        en "`{path}` element {row}: {reason}", ja "`{path}` の {row} 番目の要素: {reason}";
    long_to_mend(path: &str, limit: u64):
        en "`{path}` is longer than {limit} MiB, up to which quotes of which only the first is doubled can be \
            mended: export a shorter period, or as JSON",
        ja "`{path}` は {limit} MiB を超えています。最初だけが重ねられた引用符を直して読めるのはこの長さまでです。\
            期間を短くするか、JSON でエクスポートしてください";
    /// Several presets fit, so that none was used, and columns are not there.
    tied(path: &str, presets: &str, source: &str):
        en "`{path}` fits the presets {presets} equally well, so that none of them was used: name one as `preset` in \
            `[source]` of the policy; without one, {source}",
        ja "`{path}` はプリセット {presets} に同じ程度に当てはまるため、どれも使いませんでした。ポリシーの `[source]` の \
            `preset` で一つを指定してください。プリセットなしでは、{source}";
    between_names(): en " and ", ja "、";
    columns(path: &str, source: &str): en "`{path}`: {source}", ja "`{path}`: {source}";
    time_format(path: &str, source: &str): en "{source} (for `{path}`)", ja "{source}（`{path}` を読むため）";
    /// Day and month can't be told apart.
    unclear_date(place: &str, value: &str, day_first: &str, month_first: &str, why: &str, example: &str):
        en "{place}: `{value}` is either {day_first} or {month_first}, and {why}: say which with \
            `[source] time_format`, such as `time_format = \"{example}\"`",
        ja "{place}: `{value}` は二通りに読め（{day_first}、{month_first}）、{why}。どちらかを `time_format = \"{example}\"` の\
            ように `[source] time_format` で指定してください";
    unclear_place(path: &str, row: u64, column: &str):
        en "`{path}` row {row}, column `{column}`", ja "`{path}` の {row} 行目、列 `{column}`";
    both_orders_proved():
        en "other dates of the export prove both orders",
        ja "エクスポートのほかの日付には両方の順のものがあります";
    no_order_proved():
        en "no date near the beginning of the export proves which",
        ja "エクスポートの初めのほうにはどちらかを決める日付がありません";
}

/// Names of which any may be meant.
#[must_use]
pub(crate) fn joined(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(&between_names())
}

/// The row, and its column where that is known.
#[must_use]
pub(crate) fn place(number: u64, column: Option<&str>) -> String {
    column.map_or_else(|| row(number), |column| cell(number, column))
}

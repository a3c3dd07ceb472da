//! Why a row, or a cell of it that is no plain time, can't be trusted.

use std::fmt::{self, Display};

use super::messages;
use crate::assess::Distrust;

messages! {
    no_id(): en "has no id", ja "ID がありません";
    /// The other rows of its id.
    id_in_row(row: &str):
        en "the same id stands in row {row} too: each id may have one row, unless `[source.rows]` says that \
            incidents have several",
        ja "{row} 行目にも同じ ID があります。一つの ID には一行だけです。インシデントに複数の行があるなら \
            `[source.rows]` で指定してください";
    id_in_rows(rows: &str):
        en "the same id stands in rows {rows} too: each id may have one row, unless `[source.rows]` says that \
            incidents have several",
        ja "{rows} 行目にも同じ ID があります。一つの ID には一行だけです。インシデントに複数の行があるなら \
            `[source.rows]` で指定してください";
    id_in_many_rows(rows: &str, more: usize):
        en "the same id stands in rows {rows} and {more} more too: each id may have one row, unless `[source.rows]` \
            says that incidents have several",
        ja "{rows} 行目とほか {more} 行にも同じ ID があります。一つの ID には一行だけです。インシデントに複数の行があるなら \
            `[source.rows]` で指定してください";
    comma(): en ", ", ja "、";
    no_object(found: &str):
        en "expected an object, found `{found}`", ja "オブジェクトが必要ですが、あるのは `{found}` です";
    invalid_json(error: &dyn Display): en "is not valid JSON: {error}", ja "正しい JSON ではありません: {error}";
    unreadable_object(): en "an object that can't be read", ja "読み取れないオブジェクトです";
    text_behind_quote(cell: usize):
        en "text stands behind the closing quote of cell {cell}: write a quote within a cell twice; one that is \
            opened and not closed swallows the rows behind it",
        ja "{cell} 番目のセルの閉じた引用符の後ろに文字があります。セルの中の引用符は重ねて書いてください。\
            閉じ忘れた引用符は後ろの行をのみ込みます";
    one_cell(columns: usize):
        en "has 1 cell where the header has {columns}: cells with the delimiter in them must be quoted",
        ja "見出しの {columns} 列に対してセルが 1 個です。区切り文字を含むセルは引用符で囲む必要があります";
    wrong_width(cells: usize, columns: usize):
        en "has {cells} cells where the header has {columns}: cells with the delimiter in them must be quoted",
        ja "見出しの {columns} 列に対してセルが {cells} 個です。区切り文字を含むセルは引用符で囲む必要があります";

    /// The elements of an inner array are the incidents.
    no_object_with_array(key: &str, found: &str):
        en "expected an object with an array under `{key}`, found `{found}`",
        ja "`{key}` に配列を持つオブジェクトが必要ですが、あるのは `{found}` です";
    no_inner_object(found: &str, first: &str, rest: &str):
        en "has `{found}` under `{first}`; expected an object with `{rest}` in it",
        ja "`{first}` が `{found}` です。`{rest}` を持つオブジェクトが必要です";
    no_key(key: &str):
        en "has no `{key}`; expected an array of incidents there, `[]` where there is none",
        ja "`{key}` がありません。インシデントの配列が必要です。一件もなければ `[]` と書きます";
    no_array(found: &str, key: &str):
        en "has `{found}` under `{key}`; expected an array of incidents there",
        ja "`{key}` が `{found}` です。インシデントの配列が必要です";

    /// A JSON value of another type than that of a time.
    no_list_of_times(column: &str):
        en "doesn't fit `{column}`; expected objects with a time there, or `null`",
        ja "`{column}` に合いません。日時を持つオブジェクトか `null` が必要です";
    object_for_time(column: &str):
        en "is an object; expected one time at `{column}`, or `null` for not yet: name what is in it, as in `{column}.at`",
        ja "オブジェクトです。`{column}` には一つの日時か、まだなら `null` が必要です。`{column}.at` のように中のキーを指定してください";
    array_for_time(column: &str):
        en "is an array; expected one time at `{column}`, or `null` for not yet: brackets in the path, as in \
            `a[].at`, take the earliest of several",
        ja "配列です。`{column}` には一つの日時か、まだなら `null` が必要です。`a[].at` のようにパスにかっこを書けば、最も早いものを採ります";
    no_object_with_time(column: &str):
        en "doesn't fit `{column}`; expected an object with a time in it, or `null`",
        ja "`{column}` に合いません。日時を持つオブジェクトか `null` が必要です";

    no_seconds():
        en "is not a number of seconds; expected one such as `302` or `302.5`",
        ja "秒数ではありません。`302` や `302.5` のような数が必要です";
    no_milliseconds():
        en "is not a number of milliseconds; expected one such as `302000`",
        ja "ミリ秒数ではありません。`302000` のような数が必要です";
    too_many_seconds(): en "is more than 292 years", ja "292 年を超えています";
    negative_count():
        en "is negative, but a stage can't come before the one it is counted from",
        ja "負の数ですが、段階がその起点より前になることはありません";
    counted_from_unreadable(after: &str):
        en "is counted from `{after}`, which can't be read", ja "起点の `{after}` が読み取れません";
    negative_pause():
        en "is negative, but no time can be paused for less than none",
        ja "負の数ですが、一時停止の時間が負になることはありません";
    /// One of several times in a cell.
    one_of_several(text: &str, reason: &str): en "`{text}` {reason}", ja "`{text}`: {reason}";
    no_pause_times(column: &str):
        en "doesn't fit `{column}`; expected an object or an array of objects with a time there, or `null` where \
            there was no pause",
        ja "`{column}` に合いません。日時を持つオブジェクトかその配列、一時停止がなければ `null` が必要です";
    /// Several pauses in a row.
    unlike_counts(beginnings: usize, ends_in: &str, ends: usize):
        en "tells of {beginnings} beginnings of pauses and `{ends_in}` of {ends} ends; expected as many, with \
            nothing between the separators where a pause has no end",
        ja "一時停止の始まりが {beginnings} 個あるのに、`{ends_in}` の終わりは {ends} 個です。同じ数だけ書き、\
            終わりのない一時停止は区切りの間を空けてください";
    pause_without_beginning(begins: &str):
        en "ends a pause of which `{begins}` doesn't tell when it began",
        ja "一時停止の終わりですが、始まりが `{begins}` にありません";
    pause_ends_early(beginning: &str):
        en "ends before it begins (`{beginning}`)", ja "始まり（`{beginning}`）より前に終わっています";

    /// A row of a pair.
    neither(problem: &str, recovery: &str):
        en "is neither a problem ({problem}) nor a recovery ({recovery})",
        ja "障害（{problem}）でも復旧（{recovery}）でもありません";
    no_recovery(which: &str):
        en "names a row that is no recovery by its `{which}`: compare that column with `recovery` of `[source.rows]`",
        ja "指している行は、列 `{which}` によれば復旧ではありません。その列と `[source.rows]` の `recovery` を見比べてください";
    recovery_not_there():
        en "names a recovery that isn't in the export: export the recoveries too",
        ja "指している復旧の行がエクスポートにありません。復旧の行もエクスポートしてください";
    recovery_repeated():
        en "names a recovery whose id stands in several rows: each id may have one row",
        ja "指している復旧の ID が複数の行にあります。一つの ID には一行だけです";
    recovery_untimed():
        en "doesn't say when it was, as a recovery must", ja "日時がありません。復旧の行には日時が必要です";
    event_untimed():
        en "doesn't say when it happened, as each event must", ja "日時がありません。どのイベントにも日時が必要です";
    no_number_to_order_by():
        en "is no number, as the values are by which the rows of an incident are ordered: mend it, or name another \
            column as `order_by`",
        ja "数ではありませんが、インシデントの行を並べるほかの値は数です。直すか、`order_by` で別の列を指定してください";
    no_time_to_order_by():
        en "is no time, as the values are by which the rows of an incident are ordered: mend it, or name another \
            column as `order_by`",
        ja "日時ではありませんが、インシデントの行を並べるほかの値は日時です。直すか、`order_by` で別の列を指定してください";
    no_text_to_order_by():
        en "is no text, as the values are by which the rows of an incident are ordered: mend it, or name another \
            column as `order_by`",
        ja "文字列ではありませんが、インシデントの行を並べるほかの値は文字列です。直すか、`order_by` で別の列を指定してください";

    no_opening_activity(column: &str, stage: &str, activities: &str):
        en "no row of the incident has in `{column}` an activity that the policy maps to `{stage}`: {activities}",
        ja "インシデントのどの行の `{column}` にも、ポリシーが `{stage}` とするイベントがありません: {activities}";
    never_opened():
        en "every incident needs a time at which it was opened", ja "インシデントには発生日時が必要です";
    contradiction(later: &str, earlier: &str, at: &str):
        en "`{later}` is before `{earlier}`, which is `{at}`", ja "`{later}` が `{earlier}`（`{at}`）より前です";
    overlong_pause():
        en "is more time paused than had passed, or lies perhaps in excluded time; give the seconds of this incident \
            alone, or when it was paused",
        ja "一時停止の時間が経過時間より長いか、除外された時間に重なっています。このインシデントだけの秒数か、一時停止の日時が必要です";
}

impl Display for Distrust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Told(reason) => f.write_str(reason),
            Self::NoOpeningActivity { column, stage, activities } => {
                f.write_str(&no_opening_activity(column, stage, &listed(activities)))
            }
            Self::NeverOpened => f.write_str(&never_opened()),
            Self::Contradiction { later, earlier, at } => f.write_str(&contradiction(later, earlier, at)),
            Self::OverlongPause => f.write_str(&overlong_pause()),
        }
    }
}

/// Values side by side.
#[must_use]
pub(crate) fn listed(values: &[String]) -> String {
    values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(&comma())
}

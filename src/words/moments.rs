use super::messages;

messages! {
    outside_years(option: &str, text: &str):
        en "{option}: `{text}` is outside the years 1678 to 2261",
        ja "{option}: `{text}` は 1678 年から 2261 年までの範囲にありません";
    no_moment(option: &str, text: &str):
        en "{option}: `{text}` isn't a moment; write a time such as 2026-11-01T09:00:00+09:00 or \
            `2026-11-01 09:00`, a day such as 2026-11-01, a month such as 2026-11, or one of \
            today, yesterday, this-month, last-month",
        ja "{option}: `{text}` は日時ではありません。2026-11-01T09:00:00+09:00 や `2026-11-01 09:00` のような日時、\
            2026-11-01 のような日、2026-11 のような月、または today、yesterday、this-month、last-month の\
            いずれかを指定してください";
    /// The window between the two has nothing in it.
    empty_window(since: &str, until: &str):
        en "the window from `{since}` to `{until}` is empty: --until is where it ends, itself not included",
        ja "`{since}` から `{until}` までの期間は空です。--until は期間の終わりで、その日時自体は含みません";
}

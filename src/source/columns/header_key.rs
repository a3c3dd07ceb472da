use unicode_normalization::UnicodeNormalization;

/// What the field names of an issue tracker are wrapped in, in the form of [`header_key()`].
const WRAPPERS: [&str; 2] = ["customfield(", "カスタムフィールド("];

/// The form in which names of columns are compared: without case, width, white space, `_`, `-`,
/// `.` and parentheses, so that `Opened At`, `opened_at` and `openedAt` are one.
#[must_use]
pub fn header_key(name: &str) -> String {
    let name: String = name.trim_start_matches('\u{feff}').nfkc().collect::<String>().to_lowercase();
    let name: String =
        name.chars().filter(|&c| !c.is_whitespace() && !c.is_control() && !"_-‐.".contains(c)).collect();
    let inner = WRAPPERS.iter().find_map(|wrapper| name.strip_prefix(wrapper)?.strip_suffix(')'));
    inner.unwrap_or(&name).chars().filter(|c| !"()".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_of_a_name_does_not_matter() {
        for name in
            ["opened_at", "Opened At", "openedAt", "\u{feff}OPENED-AT", "ｏｐｅｎｅｄ＿ａｔ", " opened.at\n"]
        {
            assert_eq!(header_key(name), "openedat", "{name}");
        }
        assert_eq!(header_key("復旧\n日時"), "復旧日時");
        assert_eq!(header_key("Custom field (Severity)"), "severity");
        assert_eq!(header_key("カスタム フィールド（顧客名）"), "顧客名");
        assert_eq!(header_key("完了（日時）"), "完了日時");
        assert_eq!(header_key("No."), "no");
    }
}

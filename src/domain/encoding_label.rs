use std::borrow::Cow;

/// The WHATWG label of the encoding that people name: by such a label, as reports name it, or by
/// the name that Windows and Java have for `Shift_JIS`. Whether there is such an encoding isn't
/// known here.
#[must_use]
pub fn encoding_label(named: &str) -> Cow<'static, str> {
    match named.trim().to_ascii_lowercase() {
        named if ["cp932", "ms932", "windows-932"].contains(&named.as_str()) => Cow::Borrowed("shift_jis"),
        // A byte order mark is believed in any case.
        named if named == "utf-8-bom" => Cow::Borrowed("utf-8"),
        other => Cow::Owned(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beyond_the_standard_have_a_label() {
        for (named, label) in [
            ("cp932", "shift_jis"),
            (" Windows-932", "shift_jis"),
            ("MS932", "shift_jis"),
            ("UTF-8-BOM", "utf-8"),
            ("Shift_JIS", "shift_jis"),
            ("klingon", "klingon"),
        ] {
            assert_eq!(encoding_label(named), label);
        }
    }
}

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The form in which texts are compared: NFKC, lower case, without white space at the ends,
/// so that `Ａ社 ` and `A社` are one.
#[must_use]
pub fn normal(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !text.is_ascii() {
        return Cow::Owned(text.nfkc().collect::<String>().to_lowercase().trim().to_owned());
    }
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    Cow::Borrowed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_case_do_not_matter() {
        assert_eq!(normal("Ａ社　"), "a社");
        assert_eq!(normal(" P1 "), "p1");
        assert_eq!(normal("ﾃﾞｨｽｸ"), "ディスク");
        assert_eq!(normal("web"), "web");
    }
}

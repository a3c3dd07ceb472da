use crate::domain::{Fix, normal};

/// Whether something must be fixed, by a word that people write for it. `None` for other words.
pub(super) fn fix_word(text: &str) -> Option<Fix> {
    match &*normal(text) {
        "yes" | "true" | "required" | "needed" | "要" | "必要" | "要修正" | "修正要" | "はい" => {
            Some(Fix::Required)
        }
        "no" | "false" | "not-required" | "not required" | "not needed" | "不要" | "修正不要" | "いいえ" => {
            Some(Fix::NotRequired)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_known_in_both_languages() {
        for yes in ["yes", "YES", " Required ", "要", "必要", "はい", "ＴＲＵＥ"] {
            assert_eq!(fix_word(yes), Some(Fix::Required), "{yes}");
        }
        for no in ["No", "not-required", "不要", "修正不要", "いいえ", "FALSE"] {
            assert_eq!(fix_word(no), Some(Fix::NotRequired), "{no}");
        }
        for neither in ["", "?", "多分", "review", "1", "要不要"] {
            assert_eq!(fix_word(neither), None, "{neither}");
        }
    }
}

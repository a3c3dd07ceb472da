/// The language of what people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// 日本語
    Japanese,
    /// English
    English,
}

impl Language {
    /// By its two-letter code, or a locale that begins with it, such as `ja_JP.UTF-8`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (language, _) = code.split_at_checked(2)?;
        let ends = code[2..].chars().next().is_none_or(|next| !next.is_alphanumeric());
        match language {
            "ja" if ends => Some(Self::Japanese),
            "en" if ends => Some(Self::English),
            _ => None,
        }
    }

    /// The two-letter code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }
}

use crate::domain::normal;

/// What exports write for "not yet" and "not recorded".
#[derive(Clone, Debug)]
pub(super) struct MissingTokens {
    /// In the form of [`normal`].
    own: Vec<String>,
    /// Whether one of the policy's own tokens might also be read as a time.
    looks_like_time: bool,
}

/// In the form of [`normal`].
const USUAL: [&str; 26] = [
    "",
    "-",
    "?",
    "--",
    "–",
    "—",
    "―",
    "−",
    "null",
    "(null)",
    "none",
    "nan",
    "nat",
    "nil",
    "n/a",
    "na",
    "(empty)",
    "(blank)",
    "not available",
    "未",
    "未完了",
    "未復旧",
    "未対応",
    "未解決",
    "対応中",
    "なし",
];

impl MissingTokens {
    pub(super) fn new(own: &[String]) -> Self {
        let own: Vec<String> = own.iter().map(|token| normal(token).into_owned()).collect();
        let looks_like_time = own.iter().any(|token| token.bytes().any(|byte| byte.is_ascii_digit()));
        Self { own, looks_like_time }
    }

    pub(super) fn contains(&self, cell: &str) -> bool {
        let cell = cell.trim();
        if cell.is_empty() {
            return true;
        }
        let is_token = |cell: &str| USUAL.contains(&cell) || self.own.iter().any(|token| token == cell);
        is_token(&normal(cell))
    }

    /// Whether the cell is one of the policy's own tokens.
    pub(super) fn has_own(&self, cell: &str) -> bool {
        !self.own.is_empty() && self.own.iter().any(|token| *token == normal(cell.trim()))
    }

    /// Whether any of the policy's own tokens might also be read as a time.
    pub(super) fn look_like_time(&self) -> bool {
        self.looks_like_time
    }

    /// Whether the cell is a token of the policy that must not be taken for a time, such as
    /// `1900-01-01 00:00`.
    #[inline]
    pub(super) fn hides(&self, cell: &str) -> bool {
        self.looks_like_time && self.contains(cell)
    }
}

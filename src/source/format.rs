use super::SourceError;
use super::csv::detect_delimiter;
use super::json::{JsonShape, detect_json, unsure_key};

/// How an export is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Records whose cells this byte divides.
    Csv(u8),
    /// A JSON object per line.
    JsonLines,
    /// A JSON array.
    JsonArray {
        /// Where its elements begin in the text.
        start: usize,
        /// What stands before the array.
        before: String,
        /// Its key where nothing but its being the first speaks for it.
        unsure: Option<String>,
    },
}

impl Format {
    /// Recognises the format of a text by its beginning; `whole` tells that this is all of it.
    pub(super) fn detect(path: &str, head: &str, whole: bool) -> Result<Self, SourceError> {
        match detect_json(head) {
            None => Ok(Self::Csv(detect_delimiter(head, whole))),
            Some(Ok(JsonShape::Lines)) => Ok(Self::JsonLines),
            Some(Ok(JsonShape::Array(start))) => {
                let before = head.get(..start.saturating_sub(1)).unwrap_or_default().to_owned();
                let unsure = if whole { None } else { unsure_key(head, start) };
                Ok(Self::JsonArray { start, before, unsure })
            }
            Some(Err(found)) => Err(SourceError::NoList { path: path.to_owned(), found }),
        }
    }

    /// The name in reports.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::JsonLines => "jsonl",
            Self::JsonArray { .. } => "json",
        }
    }
}

use super::RowReason;
use crate::domain::WorklistColumn;
use crate::source::error_value::is_error_value;

/// Why a text is no answer that a person wrote, but what a spreadsheet saved in place of one. Ids
/// may look like anything.
pub(super) fn error_value(column: WorklistColumn, text: &str) -> Option<RowReason> {
    if !WorklistColumn::FILLED_IN.contains(&column) {
        return None;
    }
    let text = text.trim();
    if is_error_value(text) {
        return Some(RowReason::ErrorCell { shown: text.to_owned() });
    }
    let is_narrow = !text.is_empty() && text.chars().all(|char| char == '#');
    is_narrow.then(|| RowReason::TooNarrow { shown: text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_spreadsheets_show_is_told_from_what_people_write() {
        for text in ["#NAME?", " #名前? ", "#DIV/0!", "#N/A", "Err:508", "########", "#"] {
            assert!(error_value(WorklistColumn::Reason, text).is_some(), "{text}");
            assert_eq!(error_value(WorklistColumn::Incident, text), None, "{text}");
        }
        for text in ["", "#1 of the rack was down", "N/A", "# ##", "#7!", "Err: none", "Err:5080"] {
            assert_eq!(error_value(WorklistColumn::Reason, text), None, "{text}");
        }
    }
}

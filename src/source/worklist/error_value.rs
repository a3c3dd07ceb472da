use super::RowReason;
use crate::domain::WorklistColumn;

/// What spreadsheets show in place of what can't be computed; some in the words of their language.
const VALUES: [&str; 16] = [
    "#NAME?",
    "#名前?",
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#スピル!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#UNKNOWN!",
    "#CONNECT!",
    "#GETTING_DATA",
];

/// Why a text is no answer that a person wrote, but what a spreadsheet saved in place of one. Ids
/// may look like anything.
pub(super) fn error_value(column: WorklistColumn, text: &str) -> Option<RowReason> {
    if !WorklistColumn::FILLED_IN.contains(&column) {
        return None;
    }
    let text = text.trim();
    if VALUES.contains(&text) || is_numbered(text) {
        return Some(RowReason::ErrorCell { shown: text.to_owned() });
    }
    let is_narrow = !text.is_empty() && text.chars().all(|char| char == '#');
    is_narrow.then(|| RowReason::TooNarrow { shown: text.to_owned() })
}

/// Whether this is how Calc numbers its errors: `Err:508`.
fn is_numbered(text: &str) -> bool {
    let number = text.strip_prefix("Err:").or_else(|| text.strip_prefix("エラー:"));
    number.is_some_and(|number| number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
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

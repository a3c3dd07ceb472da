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

/// Whether this is what a spreadsheet shows where it can't compute something.
pub(super) fn is_error_value(text: &str) -> bool {
    VALUES.contains(&text) || is_numbered(text)
}

/// Whether this is how Calc numbers its errors: `Err:508`.
fn is_numbered(text: &str) -> bool {
    let number = text.strip_prefix("Err:").or_else(|| text.strip_prefix("エラー:"));
    number.is_some_and(|number| number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

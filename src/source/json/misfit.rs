use super::super::cells::MISFIT;

/// How many characters are shown.
const LONGEST: usize = 80;

/// The cell of a value that stands where none of its kind can, on one line.
pub(super) fn misfit(json: &str) -> serde_json::Result<String> {
    let text = if json.starts_with('"') { serde_json::from_str(json)? } else { json.to_owned() };
    let mut line: String =
        text.chars().take(LONGEST).map(|char| if char == '\n' { ' ' } else { char }).collect();
    if text.chars().nth(LONGEST).is_some() {
        line.push('…');
    }
    Ok(format!("{MISFIT}{line}"))
}

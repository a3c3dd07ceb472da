use unicode_width::UnicodeWidthStr;

use crate::render::sanitize;

/// The pixels that a column of a terminal takes in the letters of pictures.
const COLUMN: f64 = 6.2;
/// The room between two labels.
const GAP: f64 = 8.0;

/// The room that a label takes.
pub(super) fn pixels(label: &str) -> f64 {
    sanitize(label).width() as f64 * COLUMN
}

/// Every how many of equally wide slots one can have a label.
pub(super) fn every(labels: &[String], slot: f64) -> usize {
    let widest = labels.iter().map(|label| pixels(label)).fold(0.0, f64::max) + GAP;
    (1..labels.len()).find(|every| *every as f64 * slot >= widest).unwrap_or(labels.len().max(1))
}

/// The columns of a terminal that there is room for.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rooms are some hundred pixels")]
pub(super) fn columns(room: f64) -> usize {
    ((room - GAP) / COLUMN).max(2.0) as usize
}

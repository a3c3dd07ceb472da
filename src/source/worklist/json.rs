use serde_json::value::RawValue;

use super::columns::Columns;
use super::error_value::error_value;
use super::{RowFault, RowReason, Worklist, WorklistError, WorklistRow};
use crate::domain::WorklistColumn;
use crate::source::json::entries;
use crate::words::worklist_errors as words;

/// How much is shown of what stands in a wrong place.
const SHOWN: usize = 20;

/// The objects of a JSON array, or of JSON Lines, as rows: their keys are the headers.
pub(super) fn json_rows(path: &str, text: &str) -> Result<Worklist, WorklistError> {
    let broken =
        |error: serde_json::Error| WorklistError::Json { path: path.to_owned(), reason: error.to_string() };
    let objects: Vec<&RawValue> = if text.trim_start().starts_with('[') {
        serde_json::from_str(text).map_err(broken)?
    } else {
        serde_json::Deserializer::from_str(text).into_iter().collect::<Result<_, _>>().map_err(broken)?
    };
    if objects.is_empty() {
        return Err(WorklistError::Empty { path: path.to_owned() });
    }
    let mut columns = Columns::default();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for (number, object) in (1..).zip(objects) {
        match row_of(number, object.get(), &mut columns) {
            Ok(Some(row)) => rows.push(row),
            Ok(None) => {}
            Err(fault) => faults.push(fault),
        }
    }
    let headings = columns.headings(path)?;
    Ok(Worklist { path: path.to_owned(), headings, rows, faults, objects: true })
}

/// The row of an object; none if nothing is in it.
fn row_of(number: u64, object: &str, columns: &mut Columns) -> Result<Option<WorklistRow>, RowFault> {
    let fault = |column, reason| RowFault { row: number, column, reason };
    let Ok(entries) = entries(object) else {
        let found = object.chars().take(SHOWN).collect();
        return Err(fault(None, RowReason::NoObject { found }));
    };
    let mut keys: Vec<(WorklistColumn, String)> = Vec::new();
    let (mut row, mut blank) = (WorklistRow::new(number), true);
    for (key, value) in entries {
        let Some(column) = columns.meet(&key) else {
            blank &= value.get() == "null";
            continue;
        };
        if let Some((_, first)) = keys.iter().find(|(known, _)| *known == column) {
            let reason = RowReason::Twice { first: first.clone(), second: key };
            return Err(fault(None, reason));
        }
        let text = text_of(value.get()).map_err(|found| fault(Some(column), RowReason::NoText { found }))?;
        if let Some(reason) = error_value(column, &text) {
            return Err(fault(Some(column), reason));
        }
        blank &= text.trim().is_empty();
        row = row.with(column, text.trim());
        keys.push((column, key));
    }
    Ok((!blank).then_some(row))
}

/// The text of a value; the error is what is there instead of one.
fn text_of(value: &str) -> Result<String, String> {
    match value.as_bytes().first() {
        Some(b'"') => serde_json::from_str(value).map_err(|_| words::bad_text()),
        Some(b'{') => Err(words::an_object()),
        Some(b'[') => Err(words::an_array()),
        Some(b'n') | None => Ok(String::new()),
        Some(_) => Ok(value.to_owned()),
    }
}

//! Stand-in for the finding of columns.
use crate::domain::{Policy, Rows, Span, StageColumn, StageId};

/// Where things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The id.
    pub id: usize,
    /// The fields.
    pub fields: Vec<Option<usize>>,
    /// The stages.
    pub stages: Vec<StageCells>,
    /// The order of snapshots.
    pub order_by: Option<usize>,
    /// All names.
    pub names: Vec<String>,
}

/// Where a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageCells {
    /// Nowhere.
    None,
    /// As a time.
    Time(usize),
    /// As seconds after another.
    After {
        /// The other.
        stage: StageId,
        /// The seconds.
        seconds: usize,
    },
}

/// Columns are missing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no column {missing:?} among {present:?}")]
pub struct ColumnsError {
    /// Missing.
    pub missing: Vec<String>,
    /// Present.
    pub present: Vec<String>,
}

/// Finds columns.
pub fn resolve(policy: &Policy, header: &[String]) -> Result<Columns, ColumnsError> {
    let mut missing = Vec::new();
    let mut need = |name: &str| {
        let place = header.iter().position(|known| known == name);
        if place.is_none() {
            missing.push(name.to_owned());
        }
        place
    };
    let mapping = &policy.mapping;
    let id = need(mapping.id.as_deref().unwrap_or("id"));
    let fields: Vec<_> = policy
        .fields
        .iter()
        .map(|(field, name)| match mapping.fields.iter().find(|(known, _)| *known == field) {
            Some((_, column)) => need(column),
            None => header.iter().position(|known| known == name),
        })
        .collect();
    let stages: Vec<_> = policy
        .stages
        .iter()
        .map(|(stage, name)| match mapping.stages.iter().find(|(known, _)| *known == stage) {
            Some((_, StageColumn::Time(column))) => need(column).map_or(StageCells::None, StageCells::Time),
            Some((_, StageColumn::After { stage, seconds })) => {
                need(seconds).map_or(StageCells::None, |seconds| StageCells::After { stage: *stage, seconds })
            }
            None => header.iter().position(|known| known == name).map_or(StageCells::None, StageCells::Time),
        })
        .collect();
    let order_by = match &mapping.rows {
        Rows::Snapshots { order_by: Some(column) } => need(column),
        _ => None,
    };
    match id {
        Some(id) if missing.is_empty() => {
            Ok(Columns { id, fields, stages, order_by, names: header.to_vec() })
        }
        _ => Err(ColumnsError { missing, present: header.to_vec() }),
    }
}

/// Seconds.
#[must_use]
pub fn seconds(cell: &str) -> Option<Span> {
    Span::from_seconds(cell.trim().parse().ok()?)
}

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use thiserror::Error;

use super::WorklistError;
use crate::domain::{WorklistColumn, normal};
use crate::words::worklist_errors as words;

/// How the columns of a worklist are called in it.
#[derive(Clone, Debug, Default)]
pub struct Headings([Option<String>; WorklistColumn::ALL.len()]);

impl Headings {
    /// The header of a column as it stands there; the usual name where there is no such column.
    #[must_use]
    pub fn name(&self, column: WorklistColumn) -> &str {
        self.of(column).unwrap_or(column.name())
    }

    fn of(&self, column: WorklistColumn) -> Option<&str> {
        self.0.get(column as usize)?.as_deref()
    }
}

/// What is wrong with the header of a worklist.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ColumnFault {
    /// No column says which incident a row is about.
    #[error("{}", no_incident(.nearest.as_deref()))]
    NoIncident {
        /// The header most like it.
        nearest: Option<String>,
    },
    /// No column is there to be filled in.
    #[error("{}", words::no_answers())]
    NoAnswers,
    /// Two columns mean the same.
    #[error("{}", words::columns_twice(first, second, column.name()))]
    Twice {
        /// What they mean.
        column: WorklistColumn,
        /// The one header.
        first: String,
        /// The other.
        second: String,
    },
    /// A header that is nearly the name of a column.
    #[error("{}", words::nearly_named(header, name))]
    NearlyNamed {
        /// The header.
        header: String,
        /// The name that it is most like.
        name: &'static str,
    },
}

fn no_incident(nearest: Option<&str>) -> String {
    nearest.map_or_else(words::no_incident, words::no_incident_but)
}

/// The columns of a worklist, learnt header by header.
#[derive(Default)]
pub(super) struct Columns {
    met: HashMap<String, Option<WorklistColumn>>,
    present: Vec<String>,
    headings: Headings,
    faults: Vec<ColumnFault>,
}

impl Columns {
    /// The column that a header means; none for columns that are nobody's business here.
    pub(super) fn meet(&mut self, header: &str) -> Option<WorklistColumn> {
        let place = match self.met.entry(header.to_owned()) {
            Entry::Occupied(known) => return *known.get(),
            Entry::Vacant(place) => place,
        };
        let shown = header.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ");
        let column = WorklistColumn::named(header);
        place.insert(column);
        if let Some(column) = column {
            if let Some(heading) = self.headings.0.get_mut(column as usize) {
                heading.get_or_insert_with(|| shown.clone());
            }
        } else if let Some((_, name)) = WorklistColumn::nearly_named(header) {
            self.faults.push(ColumnFault::NearlyNamed { header: shown.clone(), name });
        }
        if !shown.is_empty() {
            self.present.push(shown);
        }
        column
    }

    /// What the headers of a table mean, in their order.
    pub(super) fn meet_all(&mut self, headers: &[String]) -> Vec<Option<WorklistColumn>> {
        let mut first: HashMap<WorklistColumn, &str> = HashMap::new();
        let mut columns = Vec::new();
        for header in headers {
            let column = self.meet(header);
            if let Some(column) = column {
                match first.entry(column) {
                    Entry::Vacant(place) => {
                        place.insert(header);
                    }
                    Entry::Occupied(first) => self.faults.push(ColumnFault::Twice {
                        column,
                        first: first.get().trim().to_owned(),
                        second: header.trim().to_owned(),
                    }),
                }
            }
            columns.push(column);
        }
        columns
    }

    /// How the columns are called, if they can be told apart and those that are needed are there.
    pub(super) fn headings(mut self, path: &str) -> Result<Headings, WorklistError> {
        let incident = WorklistColumn::Incident;
        let misspelt = |fault: &ColumnFault| matches!(fault, ColumnFault::NearlyNamed { name, .. } if WorklistColumn::named(name) == Some(incident));
        if self.headings.of(incident).is_none() && !self.faults.iter().any(misspelt) {
            self.faults.insert(0, ColumnFault::NoIncident { nearest: self.like_incident() });
        }
        let answers = WorklistColumn::FILLED_IN.into_iter().any(|column| self.headings.of(column).is_some());
        if !answers && self.faults.is_empty() {
            self.faults.push(ColumnFault::NoAnswers);
        }
        if self.faults.is_empty() {
            return Ok(self.headings);
        }
        let path = path.to_owned();
        Err(WorklistError::Columns { path, faults: self.faults, present: self.present, sheet: None })
    }

    /// The header, among those that mean nothing, that is most like `incident`.
    fn like_incident(&self) -> Option<String> {
        const ALIKE: f64 = 0.7;
        let likeness = |header: &&String| strsim::jaro_winkler(&normal(header), "incident");
        self.present
            .iter()
            .filter(|header| WorklistColumn::named(header).is_none() && likeness(header) >= ALIKE)
            .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
            .cloned()
    }
}

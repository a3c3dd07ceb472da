use std::collections::HashMap;

use super::cell_fault::Reason;
use super::unknown_incident;
use crate::assess::LedgerState;
use crate::domain::nearest;
use crate::domain::unguarded;
use crate::render::inert;

/// Which incidents are meant by cells that are no incident's id as they stand. A worklist shows
/// control characters instead of sending them, so that ids with such come back in another form.
#[derive(Debug, Default)]
pub(super) struct Identities(HashMap<String, Meant>);

#[derive(Debug)]
enum Meant {
    /// The incidents whose ids a worklist writes so.
    Incidents(Vec<String>),
    /// None; these are most like it.
    Nobody(Vec<String>),
}

/// For how many unknown ids the most similar ones are looked up: that takes a look at all there are.
const HINTED: usize = 10;

/// Whether a worklist may have written another id so, with a control character in place of what is
/// shown for it.
pub(super) fn may_be_another(cell: &str) -> bool {
    cell.contains(|char: char| matches!(char, ' ' | '\n' | '⏎' | '\u{2400}'..='\u{2421}' | '\u{FFFD}'))
}

impl Identities {
    /// Looks for these in the whole ledger.
    pub(super) fn of(cells: &[String], ledger: &LedgerState) -> Self {
        let mut written: HashMap<String, Vec<&str>> = HashMap::new();
        for id in ledger.incidents() {
            written.entry(unguarded(inert(id).trim()).to_owned()).or_default().push(id);
        }
        let mut hinted = 0;
        let mut found = HashMap::new();
        for cell in cells {
            if found.contains_key(cell) {
                continue;
            }
            // JSON that was made of a CSV has its quotes before formulas.
            let ids = written.get(cell).or_else(|| written.get(unguarded(cell)));
            let meant = match ids {
                Some(ids) => Meant::Incidents(ids.iter().map(|&id| id.to_owned()).collect()),
                None if hinted < HINTED => {
                    hinted += 1;
                    Meant::Nobody(nearest(cell, ledger.incidents()))
                }
                None => Meant::Nobody(Vec::new()),
            };
            found.insert(cell.clone(), meant);
        }
        Self(found)
    }

    /// The incidents that were found.
    pub(super) fn incidents(&self) -> impl Iterator<Item = &str> {
        self.0
            .values()
            .flat_map(|meant| match meant {
                Meant::Incidents(ids) => ids.as_slice(),
                Meant::Nobody(_) => &[],
            })
            .map(String::as_str)
    }

    /// The id of the incident that a cell means.
    pub(super) fn incident<'a>(&'a self, cell: &'a str) -> Result<&'a str, Reason> {
        match self.0.get(cell) {
            None => Ok(cell),
            Some(Meant::Incidents(ids)) => match ids.as_slice() {
                [only] => Ok(only),
                ids => Err(Reason::SeveralIncidents { cell: cell.to_owned(), ids: ids.to_vec() }),
            },
            Some(Meant::Nobody(nearest)) => Err(Reason::Ledger(unknown_incident(cell, nearest))),
        }
    }
}

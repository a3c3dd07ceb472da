use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::cell_fault::{CellFault, Reason, Unit};
use crate::domain::WorklistColumn;
use crate::ledger::Subject;

/// The rows that are about what another row is about: the later row's fault, beside the number of
/// the other, for each. Where both a whole incident and one objective of it are named, nobody can
/// tell which of the two is to stand.
pub(super) fn clashes(rows: &[(u64, Subject)], unit: Unit) -> Vec<(u64, CellFault)> {
    let mut known: HashMap<&Subject, u64> = HashMap::new();
    let mut wholes: HashMap<&str, u64> = HashMap::new();
    let mut found = Vec::new();
    for (row, subject) in rows {
        match known.entry(subject) {
            Entry::Vacant(place) => {
                place.insert(*row);
            }
            Entry::Occupied(first) => {
                let reason = Reason::Again { subject: subject.clone(), unit, first: *first.get() };
                found.push((*first.get(), of_incident(*row, reason)));
            }
        }
        if subject.objective.is_none() {
            wholes.entry(&subject.incident).or_insert(*row);
        }
    }
    for (row, Subject { incident, objective }) in rows {
        let (Some(objective), Some(&other)) = (objective, wholes.get(&**incident)) else { continue };
        let (incident, objective) = (incident.clone(), objective.clone());
        let reason = Reason::PartAndWhole { incident, objective, unit, other };
        found.push((other, of_incident(*row, reason)));
    }
    found
}

fn of_incident(row: u64, reason: Reason) -> CellFault {
    CellFault { row, column: Some(WorklistColumn::Incident), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[(u64, &str, Option<&str>)]) -> Vec<(u64, u64, String)> {
        let rows: Vec<(u64, Subject)> = rows
            .iter()
            .map(|&(row, incident, objective)| {
                (row, Subject { incident: incident.to_owned(), objective: objective.map(str::to_owned) })
            })
            .collect();
        clashes(&rows, Unit::Row)
            .into_iter()
            .map(|(first, fault)| (first, fault.row, fault.reason.to_string()))
            .collect()
    }

    #[test]
    fn a_subject_that_comes_again_names_its_first_row() {
        let rows =
            [(2, "A", Some("x")), (3, "A", Some("y")), (4, "B", None), (5, "A", Some("x")), (7, "B", None)];
        assert_eq!(
            found(&rows),
            [
                (
                    2,
                    5,
                    "`A` with the objective `x` stands in row 2 already; leave one of them out".to_owned()
                ),
                (4, 7, "`B` stands in row 4 already; leave one of them out".to_owned()),
            ]
        );
    }

    #[test]
    fn a_whole_incident_and_a_part_of_it_can_not_both_stand() {
        let text =
            "`A` is meant here with its objective `x`, and as a whole in row 3; name the objective in both";
        assert_eq!(found(&[(2, "A", Some("x")), (3, "A", None)]), [(3, 2, text.to_owned())]);
    }
}

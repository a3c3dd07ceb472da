use std::io::Write;

use proptest::prelude::*;
use tempfile::NamedTempFile;

use super::identities::may_be_another;
use super::*;
use crate::assess::sample::{minute, policy, recorded, state};
use crate::assess::{LedgerState, Waiting};
use crate::domain::{Language, RecordedBreach, WorklistColumn, Zone};
use crate::render::Style;
use crate::render::status::status_csv;

/// Ids as exports may have them: without white space around them, and one of a kind.
fn ids() -> impl Strategy<Value = Vec<String>> {
    let id = "['=+@＝A;,\"\t\n\r-]{1,6}|[ -~]{1,8}|\\PC{1,8}|(?s:.){1,5}";
    let id = id.prop_map(|id: String| id.trim().to_owned()).prop_filter("an id", |id| !id.is_empty());
    prop::collection::hash_set(id, 1..8).prop_map(|ids| ids.into_iter().collect())
}

/// The worklist of what waits, read back.
fn read_back(state: &LedgerState) -> Answers {
    let policy = policy();
    let waiting = Waiting::of(state, &policy, minute(1530));
    let style = Style {
        language: Language::English,
        width: None,
        colour: false,
        limit: None,
        groups: Vec::new(),
        names: false,
        csv_bom: true,
        program: String::new(),
    };
    let text = String::from_utf8(status_csv(&waiting, &policy, &style).unwrap()).unwrap();
    // Somebody fills in a cause in every row.
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cause = WorklistColumn::Cause as usize;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(reader.headers().unwrap()).unwrap();
    for record in reader.records().map(Result::unwrap) {
        let filled =
            record.iter().enumerate().map(|(place, cell)| if place == cause { "other" } else { cell });
        writer.write_record(filled).unwrap();
    }
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(&writer.into_inner().unwrap()).unwrap();
    let worklist = read_worklist(&Input::File(file.path().to_owned())).unwrap();
    Answers::of(worklist, Zone::named("Asia/Tokyo").unwrap()).unwrap()
}

proptest! {
    #[test]
    fn every_incident_of_a_worklist_is_known_again(ids in ids(), title in "(?s:.){0,12}") {
        let breaches = ids.iter().map(|id| recorded(id, &title, 0));
        let state = state(breaches.map(|breach| RecordedBreach { title: Some(title.clone()), ..breach }));
        let answers = read_back(&state);
        prop_assert_eq!(answers.rows.len(), ids.len());
        let unsure: Vec<String> = answers
            .incidents()
            .filter(|id| state.of_incident(id).is_empty() || may_be_another(id))
            .map(str::to_owned)
            .collect();
        let identities = Identities::of(&unsure, &state);
        let waiting: Vec<String> =
            Waiting::of(&state, &policy(), minute(1530)).unannotated.iter().map(|one| one.breach.incident.clone()).collect();
        for (id, answer) in waiting.iter().zip(&answers.rows) {
            match identities.incident(&answer.incident) {
                Ok(found) => prop_assert_eq!(found, id),
                // Two ids that look alike are never taken for one another.
                Err(cell_fault::Reason::SeveralIncidents { ids, .. }) => prop_assert!(ids.contains(id)),
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
    }
}

//! A month as it was reckoned by other means from the same export (`bench/month`), and as it is told.

use serde_json::{Value, json};

use crate::desk::Desk;

#[test]
fn a_month_is_told_as_it_was_reckoned_by_other_means() {
    let desk = Desk::new();
    let reckoned: Value = serde_json::from_str(&desk.read("fixtures/reckoned/2026-10.json")).unwrap();
    let args = ["report", "fixtures/incidents.csv", "--no-ledger", "--for", "2026-10", "--format", "json"];
    let told: Value = serde_json::from_str(&desk.answer(&args)).unwrap();

    let counts = told["report"]["objectives"].as_array().unwrap();
    for (counts, more) in counts.iter().zip(told["objectives"].as_array().unwrap()) {
        let id = counts["id"].as_str().unwrap();
        let known = &reckoned["objectives"][id];
        for name in ["met", "breached", "pending", "unknown", "uncovered", "excluded", "judged"] {
            assert_eq!(counts[name], known[name], "{name} of {id}");
        }
        for name in ["allowed", "used", "left"] {
            assert_eq!(more["budget"][0][name], known["budget"][name], "{name} of {id}");
        }
        for name in ["elapsed", "over"] {
            assert_eq!(more[name], known[name], "{name} of {id}");
        }
    }

    let causes = told["causes"].as_array().unwrap();
    let sum = |name: &str| causes.iter().map(|cause| cause[name].as_i64().unwrap()).sum::<i64>();
    assert_eq!(
        (json!(sum("breaches")), json!(sum("over_s"))),
        (reckoned["breaches"].clone(), reckoned["over_s"].clone())
    );
    let overruns: Vec<&Value> =
        told["overruns"].as_array().unwrap().iter().map(|one| &one["breaches"]).collect();
    assert_eq!(json!(overruns), reckoned["overruns"]);
    let breached =
        |day: &Value| day.as_array().unwrap().iter().map(|hour| hour[1].clone()).collect::<Vec<_>>();
    let week: Vec<Vec<Value>> = told["week"].as_array().unwrap().iter().map(breached).collect();
    assert_eq!(json!(week), reckoned["week"]);
}

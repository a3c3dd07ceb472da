use proptest::sample::select;

use super::super::settled::Settled;
use super::super::{read, read_unsettled};
use super::*;

/// What waits, as status tells it.
fn waits(state: &LedgerState) -> String {
    format!("{:?}", Waiting::of(state, &policy(), minute(900)))
}

/// What a person may do at random: the incident, and which.
#[derive(Clone, Debug)]
struct Deed(&'static str, u8);

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    proptest::collection::vec(
        (select(&["A", "B", "C", "D"][..]), 0..10_u8).prop_map(|(id, what)| Deed(id, what)),
        0..24,
    )
}

impl Lines {
    fn undergo(&mut self, Deed(id, what): &Deed, at: i64) {
        let state = self.state();
        let policy = policy();
        let author = author(at);
        let new = |cause: &str| because(id, cause, &format!("reason {at}"));
        let annotated =
            |new: &NewAnnotation| annotate(&state, &policy, &author, new).map(|entry| vec![entry]);
        let made = match what {
            0 => annotated(&new("runbook-missing")),
            1 | 2 => annotated(&new("customer-side")),
            3 => annotated(&new("other")),
            4 => {
                annotated(&NewAnnotation { subject: about_one(id, "first-response"), ..new("customer-side") })
            }
            5 => retract(&state, &author, &NewRetraction { subject: about(id), why: "x".into() }),
            6 => {
                let required = at % 2 == 0;
                decide(&state, &author, &NewDecision { subject: about(id), required, why: "x".into() })
            }
            7 => {
                let plan = EscalationPlan::of(&state, &policy);
                let asked =
                    plan.problems.iter().map(|problem| request_entry(&author, problem, "x.md").unwrap());
                Ok(asked.collect())
            }
            8 => {
                let sent = |request: &crate::domain::Request| {
                    mark(&state, &author, &request.id, RequestStatus::Done, None, None)
                };
                state.requests().iter().map(sent).collect()
            }
            _ => {
                let in_time = at % 3 == 0;
                let ticket = (*id, 0, Some(if in_time { 20 } else { 90 }), "closed");
                self.check(&policy, &[ticket], at);
                Ok(Vec::new())
            }
        };
        self.append(&made.unwrap_or_default());
    }
}

const FOUR: &[Ticket<'_>] =
    &[("A", 0, Some(90), ""), ("B", 10, Some(90), ""), ("C", 20, None, ""), ("D", 30, Some(300), "")];

proptest! {
    #[test]
    fn what_is_settled_never_waits(deeds in deeds(), order in proptest::collection::vec(any::<u32>(), 200)) {
        let mut ledger = Lines::default();
        ledger.check(&policy(), FOUR, 100);
        for (deed, at) in deeds.iter().zip(101..) {
            ledger.undergo(deed, at);
        }
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.jsonl");
        let mut mixed: Vec<_> = order.iter().zip(ledger.0.lines()).collect();
        mixed.sort();
        let mixed: Vec<&str> = mixed.into_iter().map(|(_, line)| line).collect();
        let mixed = mixed.join("\n") + "\n";
        for text in [&ledger.0, &mixed] {
            #[expect(clippy::disallowed_methods, reason = "a test stages its own files")]
            std::fs::write(&path, text).unwrap();
            let (all, some) = (read(&path).unwrap().state, read_unsettled(&path).unwrap().state);
            prop_assert_eq!(waits(&all), waits(&some));
        }
    }
}

#[test]
fn an_incident_is_settled_only_beyond_doubt() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), FOUR, 100);
    let settled = |ledger: &Lines| {
        let settled = Settled::of(ledger.0.as_bytes()).unwrap();
        ["A", "B", "C", "D"].iter().filter(|id| settled.contains(id)).copied().collect::<String>()
    };
    assert_eq!(settled(&ledger), "");
    ledger.annotate(&because("A", "customer-side", "x"));
    ledger.annotate(&because("B", "runbook-missing", "x"));
    ledger.annotate(&because("C", "other", "x"));
    assert_eq!(settled(&ledger), "A", "B is not asked for, C not decided on");
    ledger.undergo(&Deed("B", 7), 600);
    assert_eq!(settled(&ledger), "AB");
    ledger.undergo(&Deed("A", 5), 601);
    assert_eq!(settled(&ledger), "B", "what was taken back waits again");
    assert_eq!(settled(&Lines(ledger.0.replace("\"v\":1", "\"v\": 1"))), "", "read in full to be sure");
}

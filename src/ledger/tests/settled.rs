use proptest::sample::select;

use super::super::settled::{OpenRequests, Settled};
use super::super::{read, read_around, read_unsettled};
use super::*;
use crate::assess::sample::objective;
use crate::assess::{Dossier, Selection};
use crate::domain::{Policy, Shift, Shifts};

/// Two objectives, so that an incident can be annotated by halves.
fn two_objectives() -> Policy {
    let both = [("first-response", 30), ("resolve", 60)];
    Policy { objectives: both.map(|(id, within)| objective(id, id, within)).to_vec(), ..policy() }
}

/// What waits, as status tells it: everything, then of each incident by itself, which a shift of
/// its own stands for.
fn waits(state: &LedgerState) -> Vec<String> {
    let shift = |from: u16| Shift { id: from.to_string(), title: String::new(), from, to: from + 10 };
    let policy = Policy { shifts: Shifts::new([0, 10, 20, 30].map(shift).to_vec()), ..two_objectives() };
    let each = policy.shifts.iter().map(|shift| Selection::default().begun_in(shift));
    std::iter::once(Selection::default())
        .chain(each)
        .map(|selection| format!("{:?}", Waiting::among(state, &policy, &selection, minute(900))))
        .collect()
}

/// The line with its incident behind everything else.
fn incident_last(line: &str) -> String {
    let Some((head, rest)) = line.split_once(",\"incident\":\"") else { return line.to_owned() };
    let (incident, rest) = rest.split_once('"').unwrap();
    format!("{head}{},\"incident\":\"{incident}\"}}", rest.strip_suffix('}').unwrap())
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
        let policy = two_objectives();
        let author = author(at);
        let new = |cause: &str| because(id, cause, &format!("reason {at}"));
        let annotated =
            |new: &NewAnnotation| annotate(&state, &policy, &author, new).map(|entry| vec![entry]);
        let made = match what {
            0 => annotated(&new("runbook-missing")),
            1 | 2 => annotated(&new("customer-side")),
            3 => annotated(&new("other")),
            4 => {
                let objective = if at % 2 == 0 { "first-response" } else { "resolve" };
                let cause = if at % 3 == 0 { "runbook-missing" } else { "customer-side" };
                annotated(&NewAnnotation { subject: about_one(id, objective), ..new(cause) })
            }
            5 => retract(&state, &author, &NewRetraction { subject: about(id), why: "x".into() }),
            6 => {
                let required = at % 2 == 0;
                decide(&state, &author, &NewDecision { subject: about(id), required, why: "x".into() })
            }
            7 => {
                let plan = EscalationPlan::of(&state, &policy);
                let asked = plan
                    .problems
                    .iter()
                    .map(|problem| request_entry(&author, problem, writing(problem, "x.md")).unwrap());
                Ok(asked.collect())
            }
            8 => {
                let status = RequestStatus::MARKS[usize::try_from(at % 4).unwrap()];
                let happened = (at % 3 == 0).then(|| minute(at - 7));
                let marked = |request: &crate::domain::Request| {
                    mark(&state, policy.zone, &author, &NewMark { happened, ..so_far(&request.id, status) })
                };
                Ok(state.requests().iter().filter_map(|request| marked(request).ok()).collect())
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
        ledger.check(&two_objectives(), FOUR, 100);
        for (deed, at) in deeds.iter().zip(101..) {
            ledger.undergo(deed, at);
        }
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.jsonl");
        let mut mixed: Vec<_> = order.iter().zip(ledger.0.lines()).collect();
        mixed.sort();
        let mixed: Vec<&str> = mixed.into_iter().map(|(_, line)| line).collect();
        let mixed = mixed.join("\n") + "\n";
        // As another program may write some of the lines.
        let line = |(key, line): (&u32, &str)| match key % 4 {
            0 => line.replace("\":", "\": "),
            1 => incident_last(line),
            _ => line.to_owned(),
        };
        let odd: String = order.iter().zip(ledger.0.lines()).map(|pair| line(pair) + "\n").collect();
        for text in [&ledger.0, &mixed, &odd] {
            #[expect(clippy::disallowed_methods, reason = "a test stages its own files")]
            std::fs::write(&path, text).unwrap();
            let all = waits(&read(&path).unwrap().state);
            let some = |open| waits(&read_unsettled(&path, open).unwrap().state);
            prop_assert_eq!(&all, &some(OpenRequests::WithIncidents));
            prop_assert_eq!(&all[0], &some(OpenRequests::Alone)[0]);
        }
    }
}

proptest! {
    #[test]
    fn a_dossier_is_the_same_by_what_is_read_around_it(
        deeds in deeds(),
        opened in proptest::collection::vec(0..60 * 24 * 60_i64, 4),
    ) {
        let late = |(id, opened): (&'static str, &i64)| (id, *opened, Some(opened + 90), "");
        let tickets: Vec<Ticket<'_>> = ["A", "B", "C", "D"].into_iter().zip(&opened).map(late).collect();
        let mut ledger = Lines::default();
        ledger.check(&two_objectives(), &tickets, 100_000);
        for (deed, at) in deeds.iter().zip(100_001..) {
            ledger.undergo(deed, at);
        }
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.jsonl");
        #[expect(clippy::disallowed_methods, reason = "a test stages its own files")]
        std::fs::write(&path, &ledger.0).unwrap();
        let policy = two_objectives();
        let dossiers = |state: &LedgerState, ids: &[&str]| -> Vec<String> {
            ids.iter().map(|id| format!("{:?}", Dossier::of(state, &policy, id, None))).collect()
        };
        for ids in [&["A"][..], &["B"], &["C"], &["D"], &["B", "D"]] {
            let asked: HashSet<String> = ids.iter().map(|id| (*id).to_owned()).collect();
            let around = read_around(&path, &asked).unwrap();
            prop_assert_eq!(dossiers(&ledger.state(), ids), dossiers(&around.state, ids));
        }
    }
}

#[test]
fn each_objective_that_was_missed_needs_an_answer() {
    let mut ledger = Lines::default();
    ledger.check(&two_objectives(), &[("A", 0, Some(90), ""), ("B", 10, Some(50), "")], 100);
    let settled =
        |text: &str, id: &str| Settled::of(text.as_bytes(), OpenRequests::Alone).unwrap().contains(id);
    let only = |id: &str, objective: &str| NewAnnotation {
        subject: about_one(id, objective),
        ..because(id, "customer-side", "x")
    };
    ledger.annotate(&only("B", "first-response"));
    ledger.annotate(&only("A", "resolve"));
    assert!(settled(&ledger.0, "B") && !settled(&ledger.0, "A"));
    ledger.annotate(&only("A", "first-response"));
    assert!(settled(&ledger.0, "A"));
    // A field of the policy's own may have the name of a key.
    let with_field = ledger.0.replace(
        r#""objective":"resolve","target""#,
        r#""attributes":{"x":"y","objective":"z"},"objective":"resolve","target""#,
    );
    assert_ne!(with_field, ledger.0);
    assert!(settled(&with_field, "A"));
}

#[test]
fn an_incident_is_settled_only_beyond_doubt() {
    let mut ledger = Lines::default();
    ledger.check(&policy(), FOUR, 100);
    let settled = |ledger: &Lines| {
        let settled = Settled::of(ledger.0.as_bytes(), OpenRequests::WithIncidents).unwrap();
        ["A", "B", "C", "D"].iter().filter(|id| settled.contains(id)).copied().collect::<String>()
    };
    assert_eq!(settled(&ledger), "");
    ledger.annotate(&because("A", "customer-side", "x"));
    ledger.annotate(&because("B", "runbook-missing", "x"));
    ledger.annotate(&because("C", "other", "x"));
    assert_eq!(settled(&ledger), "A", "B is not asked for, C not decided on");
    ledger.undergo(&Deed("B", 7), 600);
    assert_eq!(settled(&ledger), "A", "a request about B waits");
    for (at, expected) in [(601, "A"), (602, "AB"), (604, "A"), (607, "AB")] {
        ledger.undergo(&Deed("B", 8), at);
        let status = ledger.state().requests()[0].status();
        assert_eq!(settled(&ledger), expected, "the request is {status:?}");
    }
    ledger.undergo(&Deed("A", 5), 608);
    assert_eq!(settled(&ledger), "B", "what was taken back waits again");
    let last = ledger.0.lines().next_back().unwrap();
    let odd = ledger.0.replace(last, &last.replace("\":", "\": "));
    assert_eq!(settled(&Lines(odd)), "B", "however that is written");
    assert_eq!(settled(&Lines(ledger.0.replace("\"v\":1", "\"v\": 1"))), "", "read in full to be sure");
}

//! Improvement requests whose breaches go and come while they are open.

use serde_json::Value;

use crate::desk::{Desk, outcome};

const POLICY: &str = "schema = 1\ntimezone = \"UTC\"\n\
    [objectives.first]\ntitle = \"First\"\nfrom = \"opened\"\nto = \"responded\"\n\
    targets = [{ within = \"1h\" }]\n\
    [objectives.last]\ntitle = \"Last\"\nfrom = \"opened\"\nto = \"resolved\"\n\
    targets = [{ within = \"4h\" }]\n\
    [causes.c]\nfix = \"required\"\nimprovement = \"Write it.\"\n\
    [causes.d]\nfix = \"required\"\nimprovement = \"Call.\"\n\
    [teams.acme]\ntitle = \"Acme\"\nwhen = { customer = \"acme\" }\n\
    [teams.rest]\ntitle = \"Rest\"\n";

const EXPORT: &str = "id,customer,title,opened,responded,resolved\n\
    A,acme,disk 1%,2026-10-01T00:00Z,2026-10-01T02:00Z,2026-10-01T03:00Z\n\
    B,acme,disk 2%,2026-10-02T00:00Z,2026-10-02T02:00Z,2026-10-02T03:00Z\n";

/// A desk with a drafted request about both incidents, and the request's name.
fn desk() -> (Desk, String) {
    let desk = Desk::new();
    desk.write("slo.toml", POLICY);
    desk.write("export.csv", EXPORT);
    desk.answer(&["check", "export.csv"]);
    for incident in ["A", "B"] {
        desk.answer(&["annotate", incident, "--cause", "c", "--reason", "slow"]);
    }
    let path = desk.answer(&["escalate", "--draft"]);
    let request = path.trim()["escalations/".len()..].trim_end_matches(".md").to_owned();
    (desk, request)
}

fn escalate(desk: &Desk) -> (String, String) {
    let (code, printed, told) = outcome(&mut desk.slo(&["escalate", "--draft"]));
    assert_eq!(code, 0, "{told}");
    (printed, told)
}

/// The incidents of each request, by name.
fn listed(desk: &Desk) -> Vec<(String, String)> {
    let list: Value =
        serde_json::from_str(&desk.answer(&["escalate", "list", "--all", "--format", "json"])).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let ids = |one: &Value| one.as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(" ");
    let mut all: Vec<_> = list["requests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (text(&one["request"]), ids(&one["incidents"])))
        .collect();
    all.sort();
    all
}

/// However an incident goes and comes, all within one moment.
#[test]
fn what_an_unsent_draft_left_out_is_told_when_it_is_back() {
    let away: [&[&str]; 3] = [
        &["annotate", "B", "--retract", "--reason", "another problem"],
        &["annotate", "B", "--cause", "d", "--reason", "another cause"],
        &["annotate", "B", "--cause", "c", "--fix", "no", "--reason", "no fix"],
    ];
    for away in away {
        for sent in [true, false] {
            let (desk, request) = desk();
            let draft = format!("escalations/{request}.md");
            desk.answer(away);
            let (printed, told) = escalate(&desk);
            assert!(printed.contains(&draft) && told.contains("made anew"), "{printed}{told}");
            assert!(!desk.read(&draft).contains("| B |"));
            assert!(listed(&desk).contains(&(request.clone(), "A".to_owned())));
            if sent {
                desk.answer(&["escalate", "mark", &request, "sent"]);
            } else {
                desk.write(&draft, &desk.read(&draft).replace("# ", "# Mine: "));
            }
            desk.answer(&["annotate", "B", "--cause", "c", "--reason", "sure now"]);
            let (printed, _) = escalate(&desk);
            let beside = format!("escalations/{request}-2.md");
            assert_eq!(printed.trim(), if sent { &beside } else { &draft });
            assert!(desk.read(printed.trim()).contains("| B |"));
            assert!(listed(&desk).contains(&(request, "A B".to_owned())));
            assert_eq!(escalate(&desk).0, "", "it is told once");
            desk.answer(&["ledger", "verify"]);
        }
    }
}

#[test]
fn a_draft_that_nothing_is_left_of_can_be_ended_and_what_comes_back_is_asked_anew() {
    let (desk, request) = desk();
    for incident in ["A", "B"] {
        desk.answer(&["annotate", incident, "--retract", "--reason", "wrong"]);
    }
    for _ in 0..2 {
        assert!(escalate(&desk).1.contains("has no breach left that calls for a fix"));
    }
    assert_eq!(listed(&desk), [(request.clone(), String::new())]);
    desk.answer(&["escalate", "mark", &request, "declined"]);
    desk.answer(&["annotate", "B", "--cause", "c", "--reason", "right after all"]);
    let (printed, told) = escalate(&desk);
    assert!(!printed.contains(&request), "{printed}{told}");
    assert!(desk.read(printed.trim()).contains("at worst 1h (B)"));
}

#[test]
fn a_breach_of_another_customer_by_now_goes_over_to_its_team() {
    let (desk, request) = desk();
    desk.write(
        "export.csv",
        &EXPORT.replace("B,acme", "B,globex").replace("2026-10-02T02:00Z", "2026-10-02T02:10Z"),
    );
    desk.answer(&["check", "export.csv"]);
    desk.answer(&["annotate", "B", "--cause", "c", "--reason", "globex has no runbook"]);
    let (printed, _) = escalate(&desk);
    assert_eq!(printed.lines().count(), 2, "{printed}");
    let all = listed(&desk);
    assert!(all.contains(&(request, "A".into())) && all.iter().any(|(_, of)| of == "B"), "{all:?}");
}

#[test]
fn another_objective_of_an_incident_is_named_where_it_comes_later() {
    let (desk, request) = desk();
    desk.answer(&["escalate", "mark", &request, "sent"]);
    desk.write("export.csv", &EXPORT.replace("2026-10-02T03:00Z", "2026-10-02T09:00Z"));
    desk.answer(&["check", "export.csv"]);
    desk.answer(&["annotate", "B", "--objective", "last", "--cause", "c", "--reason", "slow"]);
    let (printed, _) = escalate(&desk);
    let text = desk.read(printed.trim());
    assert!(text.contains("| Last |") && !text.contains("| A |"), "{text}");
}

#[test]
fn requests_newer_than_as_of_are_left_out_of_the_list_and_said() {
    let (desk, request) = desk();
    let (code, printed, told) =
        outcome(&mut desk.slo(&["escalate", "list", "--as-of", "2026-10-05T00:00:00Z"]));
    assert!(code == 0 && !printed.contains(&request), "{printed}");
    assert_eq!(told.trim(), "1 request is newer than as-of and left out");
    let early = ["escalate", "mark", &request, "sent", "--as-of", "2026-10-05T00:00:00Z"];
    let (code, _, told) = outcome(&mut desk.slo(&early));
    assert!(code == 2 && told.contains("is before request"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_said_before_anything_is_written() {
    let (desk, request) = desk();
    let draft = desk.path().join(format!("escalations/{request}.md"));
    std::fs::remove_file(&draft).unwrap();
    std::os::unix::fs::symlink("nowhere/x.md", &draft).unwrap();
    let ledger = desk.read("slo-ledger.jsonl");
    let (code, _, told) = outcome(&mut desk.slo(&["escalate", "--draft"]));
    assert!(code == 2 && told.contains("can't be read where its link leads"), "{told}");
    assert_eq!(desk.read("slo-ledger.jsonl"), ledger);
}

//! Which severity decides where it changed.

use super::clock_desk::{Ticket, hour, minute, policy, question, report};
use super::{Assessor, Intake, Question, Report};
use crate::domain::{FieldId, Incident, Instant, SeverityAt, SkippedStage, Stamp};

fn judged(severity_at: SeverityAt, ticket: &Ticket) -> Report {
    let mut policy = policy(vec![]);
    policy.clock.severity_at = severity_at;
    report(&policy, std::slice::from_ref(ticket))
}

/// The verdict, and the severity it is counted under.
fn verdict(severity_at: SeverityAt, ticket: &Ticket) -> (&'static str, String) {
    let report = judged(severity_at, ticket);
    let objective = &report.objectives[0];
    let counts = objective.counts;
    let word = match (counts.met, counts.breached, counts.pending) {
        (1, 0, 0) => "met",
        (0, 1, 0) => "breached",
        (0, 0, 1) => "pending",
        other => panic!("{other:?}"),
    };
    let groups = objective.groups.iter().find(|grouping| grouping.by == "severity").unwrap();
    let [row] = &groups.rows[..] else { panic!("{groups:?}") };
    assert_eq!(row.counts, counts);
    (word, row.key.clone().unwrap())
}

fn ticket(severities: &[(Instant, &'static str)], resolved: Option<Instant>) -> Ticket {
    let severity = severities[0].1;
    Ticket { severity, severities: severities.to_vec(), ..Ticket::new("A", hour(0), resolved) }
}

#[test]
fn raised_after_the_time_of_the_higher_one_had_passed_already() {
    // 4 hours as low; 2 hours later 1 hour as critical.
    let raised = ticket(&[(hour(0), "low"), (hour(2), "critical")], Some(hour(3)));
    assert_eq!(verdict(SeverityAt::Opened, &raised), ("met", "low".to_owned()));
    assert_eq!(verdict(SeverityAt::Breach, &raised), ("breached", "critical".to_owned()));
    assert_eq!(verdict(SeverityAt::Highest, &raised), ("breached", "critical".to_owned()));
    let report = judged(SeverityAt::Breach, &raised);
    let breach = &report.breaches[0].breach;
    assert_eq!((breach.incident.field(FieldId::SEVERITY), breach.target), (Some("critical"), 0));
    let report = judged(SeverityAt::Opened, &raised);
    assert_eq!(report.breaches.len(), 0);
}

#[test]
fn lowered_while_there_was_time_or_too_late() {
    let in_time = ticket(&[(hour(0), "critical"), (minute(30), "low")], Some(hour(3)));
    assert_eq!(verdict(SeverityAt::Opened, &in_time), ("breached", "critical".to_owned()));
    assert_eq!(verdict(SeverityAt::Breach, &in_time), ("met", "low".to_owned()));
    assert_eq!(verdict(SeverityAt::Highest, &in_time), ("breached", "critical".to_owned()));
    let too_late = ticket(&[(hour(0), "critical"), (minute(61), "low")], Some(hour(3)));
    assert_eq!(verdict(SeverityAt::Breach, &too_late), ("breached", "critical".to_owned()));
    // At the very end of its hour it is still in time.
    let just = ticket(&[(hour(0), "critical"), (minute(60), "low")], Some(hour(3)));
    assert_eq!(verdict(SeverityAt::Breach, &just), ("met", "low".to_owned()));
}

#[test]
fn what_came_after_the_end_of_the_clock_does_not_decide() {
    let raised_later = ticket(&[(hour(0), "low"), (hour(5), "critical")], Some(hour(3)));
    for severity_at in [SeverityAt::Opened, SeverityAt::Breach, SeverityAt::Highest] {
        assert_eq!(verdict(severity_at, &raised_later), ("met", "low".to_owned()), "{severity_at:?}");
    }
    let still_open = ticket(&[(hour(998), "low"), (hour(999), "high"), (hour(1001), "critical")], None);
    let still_open = Ticket { opened: hour(998), ..still_open };
    assert_eq!(verdict(SeverityAt::Highest, &still_open), ("pending", "high".to_owned()));
    assert_eq!(verdict(SeverityAt::Breach, &still_open), ("pending", "high".to_owned()));
}

#[test]
fn a_later_stage_that_is_stamped_before_the_end_ends_no_clock() {
    let mut policy = policy(vec![]);
    policy.clock.severity_at = SeverityAt::Breach;
    policy.clock.skipped_stage = SkippedStage::Miss;
    let closed = policy.stages.find("closed").unwrap().index();
    // As of the hour 2 it looks as if `resolved` had been skipped, under a severity with time left.
    let raised = ticket(&[(hour(0), "low"), (hour(2), "critical")], Some(hour(3)));
    let assessor = Assessor::new(Question { watched: ["A".to_owned()].into(), ..question(&policy) });
    let mut tally = assessor.begin();
    raised.look(&policy, |incident| {
        let mut stamps = incident.stamps.to_vec();
        stamps[closed] = Stamp::At(hour(1));
        assessor.take(&mut tally, &Incident { stamps: &stamps, ..*incident });
    });
    assert_eq!(Assessor::watched(&tally)["A"][0].word(), "breached");
}

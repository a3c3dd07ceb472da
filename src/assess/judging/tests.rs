use super::*;
use crate::assess::clock_desk::{hour, minute, policy, question};
use crate::domain::{Fields, Pauses, Position, SkippedStage, Stamp};

/// The severity that decides on `opened` to `acknowledged`, 1 hour as critical, 4 as low, 10 as high,
/// and the verdict.
fn decided(
    skipped_stage: SkippedStage,
    stamps: &[(&str, Instant)],
    severities: &[(Instant, &str)],
) -> (String, &'static str) {
    let mut policy = policy(Vec::new());
    policy.clock.skipped_stage = skipped_stage;
    policy.clock.severity_at = SeverityAt::Breach;
    policy.objectives[0].to = policy.stages.find("acknowledged").unwrap();
    let mut all = vec![Stamp::Absent; policy.stages.len()];
    for &(stage, at) in stamps {
        all[policy.stages.find(stage).unwrap().index()] = Stamp::At(at);
    }
    let fields = vec![None; Fields::BUILT_IN.len()];
    let incident = Incident {
        id: "A",
        fields: &fields,
        stamps: &all,
        written: &(),
        pauses: Pauses::NONE,
        severities,
        notes: &[],
        position: Position::default(),
    };
    let question = question(&policy);
    let mut decisions = Decisions::new(&policy, &question.filter);
    let judging = Judging::new(&question, &incident, 0);
    let decision = judging.by_severity(&mut decisions).unwrap();
    (decision.severity.to_string(), judging.by(&decision).0.word())
}

#[test]
fn a_later_stage_that_comes_first_hides_no_severity() {
    let severities = [(hour(0), "high"), (hour(1), "critical"), (hour(8), "high")];
    let resolved_first = [("opened", hour(0)), ("resolved", minute(10)), ("acknowledged", hour(9))];
    for skipped in [SkippedStage::Unknown, SkippedStage::Miss, SkippedStage::NextStage] {
        let decided = decided(skipped, &resolved_first, &severities);
        assert_eq!(decided, ("critical".to_owned(), "breached"), "{skipped:?}");
    }
}

#[test]
fn where_nothing_ran_out_the_severity_at_the_end_decides() {
    let severities = [(hour(0), "low"), (hour(1), "high"), (hour(3), "low")];
    let skipped = [("opened", hour(0)), ("resolved", hour(2))];
    assert_eq!(decided(SkippedStage::Miss, &skipped, &severities), ("high".to_owned(), "breached"));
    assert_eq!(decided(SkippedStage::NextStage, &skipped, &severities), ("high".to_owned(), "met"));
}

#[test]
fn a_severity_counts_from_the_moment_it_is_in_force() {
    let raised = [(hour(0), "low"), (hour(2), "critical")];
    let reached = |at| [("opened", hour(0)), ("acknowledged", at)];
    let decided = |at| decided(SkippedStage::Unknown, &reached(at), &raised);
    assert_eq!(decided(minute(119)), ("low".to_owned(), "met"));
    assert_eq!(decided(minute(121)), ("critical".to_owned(), "breached"));
}

use std::sync::Arc;

use super::joint::Joint;
use super::recorder::question;
use super::{Mark, RecordedVerdicts};
use crate::assess::interner::Interner;
use crate::assess::{Assessor, Intake, Tally};
use crate::domain::{FieldId, Incident, Instant, ObjectiveIndex, Policy, Span, StageId};

/// Compares the verdicts by the second of two policies with those by the first.
#[derive(Debug)]
pub struct VerdictComparison<'a> {
    assessor: Assessor<'a>,
    joint: Joint,
    recorded: &'a RecordedVerdicts,
}

/// What is kept of the incidents.
#[derive(Debug)]
pub struct ComparisonTally {
    tally: Tally,
    pub(super) found: Found,
    texts: Interner,
}

/// What the comparison found.
#[derive(Debug, Default)]
pub struct Found {
    pub(super) flips: Vec<Flip>,
    /// Incidents that both policies looked at.
    pub(super) compared: u64,
    /// Incidents that only the second looked at.
    pub(super) only_new: u64,
}

/// A verdict that is another one by the second policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The incident's id.
    pub incident: String,
    /// The severity by its name in the second policy.
    pub severity: Arc<str>,
    /// The customer, empty where there is none.
    pub customer: Arc<str>,
    /// The service, empty where there is none.
    pub service: Arc<str>,
    /// When it was opened, where that can be read.
    pub opened: Option<Instant>,
    /// The objective, by its place in the second policy.
    pub objective: ObjectiveIndex,
    /// By the first policy.
    pub before: Mark,
    /// By the second policy.
    pub after: Mark,
}

impl Flip {
    /// The time beyond the target by whichever policy it is the longer.
    #[must_use]
    pub fn over(&self) -> Span {
        self.before.over().max(self.after.over())
    }
}

impl<'a> VerdictComparison<'a> {
    /// A comparison of the verdicts by `new` with those `recorded` by `old`.
    #[must_use]
    pub fn new(old: &Policy, new: &'a Policy, recorded: &'a RecordedVerdicts, as_of: Instant) -> Self {
        Self { assessor: Assessor::new(question(new, as_of)), joint: Joint::of(old, new), recorded }
    }

    /// The assessor that judges.
    #[must_use]
    pub const fn assessor(&self) -> &Assessor<'a> {
        &self.assessor
    }

    fn note(&self, ComparisonTally { tally, found, texts }: &mut ComparisonTally, incident: &Incident<'_>) {
        if tally.latest().is_empty() {
            return;
        }
        let Some(marks) = self.recorded.of(incident.id) else {
            found.only_new += 1;
            return;
        };
        found.compared += 1;
        for (&before, objective) in marks.iter().take(self.joint.len()).zip(self.joint.after()) {
            let after = Mark::of(&tally.judged.verdicts[objective]);
            if before.verdict == after.verdict {
                continue;
            }
            let by_field =
                || self.assessor.question.policy.severities.name_of(incident.field(FieldId::SEVERITY));
            let deciding = tally.judged.otherwise(objective);
            let severity =
                deciding.map_or_else(|| texts.keep(by_field()), |deciding| Arc::clone(&deciding.severity));
            found.flips.push(Flip {
                incident: incident.id.to_owned(),
                severity,
                customer: texts.keep(incident.field(FieldId::CUSTOMER)),
                service: texts.keep(incident.field(FieldId::SERVICE)),
                opened: incident.stamp(StageId::OPENED).at(),
                objective,
                before,
                after,
            });
        }
    }
}

impl ComparisonTally {
    /// Takes apart what was found and what a report is made from.
    #[must_use]
    pub fn finish(self) -> (Found, Tally) {
        (self.found, self.tally)
    }
}

impl Intake for VerdictComparison<'_> {
    type Tally = ComparisonTally;

    fn begin(&self) -> ComparisonTally {
        ComparisonTally { tally: self.assessor.begin(), found: Found::default(), texts: Interner::default() }
    }

    fn take(&self, tally: &mut ComparisonTally, incident: &Incident<'_>) {
        self.assessor.judge(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn take_repeated(&self, tally: &mut ComparisonTally, incident: &Incident<'_>) {
        self.assessor.take_repeated(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn merge(&self, into: &mut ComparisonTally, other: ComparisonTally) {
        self.assessor.merge(&mut into.tally, other.tally);
        into.found.flips.extend(other.found.flips);
        into.found.compared += other.found.compared;
        into.found.only_new += other.found.only_new;
    }
}

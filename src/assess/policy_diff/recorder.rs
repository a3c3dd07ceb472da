use std::collections::HashMap;

use super::Mark;
use super::joint::Joint;
use crate::assess::{Assessor, GroupKey, Intake, Question, Tally};
use crate::domain::{FieldId, Incident, Instant, Policy};

/// Remembers the verdict on every incident by the first of two policies.
#[derive(Debug)]
pub struct VerdictRecorder<'a> {
    assessor: Assessor<'a>,
    joint: Joint,
}

/// What is kept of the incidents.
#[derive(Debug)]
pub struct RecordTally {
    tally: Tally,
    recorded: RecordedVerdicts,
}

/// The verdicts by incident, under the objectives that both policies have.
#[derive(Debug, Default)]
pub struct RecordedVerdicts {
    /// Where the marks of an incident begin.
    places: HashMap<Box<str>, usize>,
    marks: Vec<Mark>,
}

/// The question of either policy.
pub(super) fn question(policy: &Policy, as_of: Instant) -> Question<'_> {
    Question { group_by: vec![GroupKey::Field(FieldId::CUSTOMER)], ..Question::of(policy, as_of) }
}

impl<'a> VerdictRecorder<'a> {
    /// A recorder of the verdicts by `old` that will be compared with those by `new`.
    #[must_use]
    pub fn new(old: &'a Policy, new: &Policy, as_of: Instant) -> Self {
        Self { assessor: Assessor::new(question(old, as_of)), joint: Joint::of(old, new) }
    }

    /// The assessor that judges.
    #[must_use]
    pub const fn assessor(&self) -> &Assessor<'a> {
        &self.assessor
    }

    fn note(&self, RecordTally { tally, recorded }: &mut RecordTally, incident: &Incident<'_>) {
        let verdicts = tally.latest();
        if !verdicts.is_empty() {
            recorded.places.insert(incident.id.into(), recorded.marks.len());
            recorded.marks.extend(self.joint.before().map(|place| Mark::of(&verdicts[place])));
        }
    }
}

impl RecordedVerdicts {
    /// How many incidents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The marks of an incident, and whatever stands behind them.
    pub(super) fn of(&self, incident: &str) -> Option<&[Mark]> {
        self.marks.get(*self.places.get(incident)?..)
    }

    fn merge(&mut self, other: Self) {
        let before = self.marks.len();
        self.marks.extend(other.marks);
        self.places.extend(other.places.into_iter().map(|(incident, place)| (incident, before + place)));
    }
}

impl RecordTally {
    /// Takes apart the verdicts and what a report is made from.
    #[must_use]
    pub fn finish(self) -> (RecordedVerdicts, Tally) {
        (self.recorded, self.tally)
    }
}

impl Intake for VerdictRecorder<'_> {
    type Tally = RecordTally;

    fn begin(&self) -> RecordTally {
        RecordTally { tally: self.assessor.begin(), recorded: RecordedVerdicts::default() }
    }

    fn take(&self, tally: &mut RecordTally, incident: &Incident<'_>) {
        self.assessor.judge(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn take_repeated(&self, tally: &mut RecordTally, incident: &Incident<'_>) {
        self.assessor.take_repeated(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn merge(&self, into: &mut RecordTally, other: RecordTally) {
        self.assessor.merge(&mut into.tally, other.tally);
        into.recorded.merge(other.recorded);
    }
}

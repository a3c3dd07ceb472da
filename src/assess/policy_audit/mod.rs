//! What exports tell of the policy they are judged by: what fits nothing, and what nothing fits.

mod activities;
mod finding;
mod goals;
mod hours;
mod names;
mod outcome;
mod patterns;
mod scarce_counts;
mod target_use;
mod team_cover;
#[cfg(test)]
mod tests;
mod usage;

use std::collections::BTreeMap;

pub use finding::{Counted, PatternUse, PolicyFinding, PolicySpot, TargetUse, Top};

use self::patterns::Patterns;
use self::scarce_counts::ScarceCounts;
use self::target_use::note_targets;
use self::team_cover::TeamCover;
use super::{Assessor, GroupKey, Intake, Question, Tally};
use crate::domain::{Excluded, FieldId, Incident, Instant, Objective, Policy, StageId, Uncovered, Verdict};

/// Looks through exports for what they tell of the policy.
#[derive(Debug)]
pub struct PolicyAudit<'a> {
    assessor: Assessor<'a>,
    /// The fields whose values are kept.
    fields: Vec<FieldId>,
}

/// What is kept of the incidents.
#[derive(Debug)]
pub struct AuditTally {
    /// What the assessor keeps.
    tally: Tally,
    seen: Seen,
    cover: TeamCover,
}

/// What was seen, beside the verdicts.
#[derive(Debug)]
pub struct Seen {
    /// By objective, then by target.
    targets: Vec<Vec<TargetUse>>,
    /// As the exports write them, with how many incidents have each.
    values: BTreeMap<FieldId, ScarceCounts<str>>,
    /// By objective: severity by its name in the policy, service and customer of the incidents that
    /// no target fits.
    uncovered: Vec<ScarceCounts<[String; 3]>>,
    /// The customers of the incidents that no team answers for.
    without_team: ScarceCounts<str>,
    /// By exclusion: how many incidents its `when` fits.
    exclusions: Vec<u64>,
    /// When the first of the incidents was opened, and the last: the tally's, once all are taken in.
    span: Option<(Instant, Instant)>,
}

impl<'a> PolicyAudit<'a> {
    /// The audit of a policy as of a moment.
    #[must_use]
    pub fn new(policy: &'a Policy, as_of: Instant) -> Self {
        let question = Question { group_by: vec![GroupKey::Month], ..Question::of(policy, as_of) };
        let assessor = Assessor::new(question);
        Self { assessor, fields: Patterns::of(policy).fields(policy) }
    }

    /// The assessor that judges.
    #[must_use]
    pub const fn assessor(&self) -> &Assessor<'a> {
        &self.assessor
    }

    fn policy(&self) -> &'a Policy {
        self.assessor.question.policy
    }

    /// Notes what the incident taken in last tells.
    fn note(&self, audit: &mut AuditTally, incident: &Incident<'_>) {
        let AuditTally { tally, seen, cover } = audit;
        if tally.latest().is_empty() {
            return;
        }
        let policy = self.policy();
        self.note_values(seen, incident);
        let decision = tally.decisions.of(policy, &self.assessor.question.filter, incident);
        for (place, fits) in seen.exclusions.iter_mut().enumerate() {
            *fits += u64::from(decision.exclusions.has(place));
        }
        for (place, objective) in policy.objectives.iter().enumerate() {
            let deciding = tally.judged.otherwise(place).unwrap_or(&decision);
            let verdict = &tally.judged.verdicts[place];
            let is_dropped = matches!(verdict, Verdict::Excluded(Excluded::Dropped(_)));
            let opened = incident.stamp(StageId::OPENED);
            note_targets(
                &mut seen.targets[place],
                objective,
                &deciding.candidates[place],
                opened,
                is_dropped,
            );
            if *verdict == Verdict::Uncovered(Uncovered::NoTarget) {
                let [service, customer] =
                    [FieldId::SERVICE, FieldId::CUSTOMER].map(|field| incident.field(field).to_owned());
                seen.uncovered[place].add(&[deciding.severity.to_string(), service, customer], 1);
            }
        }
        if !cover.covers(policy, incident, &decision.severity) {
            seen.without_team.add(incident.field(FieldId::CUSTOMER), 1);
        }
    }

    fn note_values(&self, seen: &mut Seen, incident: &Incident<'_>) {
        for &field in &self.fields {
            let Some(values) = seen.values.get_mut(&field) else { continue };
            let value = incident.field(field);
            values.add(value, 1);
            if field == FieldId::SEVERITY && !incident.severities.is_empty() {
                // Each that it had in turn counts once.
                let mut noted = vec![value];
                for &(_, other) in incident.severities {
                    if !noted.contains(&other) {
                        values.add(other, 1);
                        noted.push(other);
                    }
                }
            }
        }
    }
}

impl Seen {
    fn new(policy: &Policy, fields: &[FieldId]) -> Self {
        let unused = |objective: &Objective| vec![TargetUse::default(); objective.targets.len()];
        Self {
            targets: policy.objectives.iter().map(unused).collect(),
            values: fields.iter().map(|&field| (field, ScarceCounts::default())).collect(),
            uncovered: policy.objectives.iter().map(|_| ScarceCounts::default()).collect(),
            without_team: ScarceCounts::default(),
            exclusions: vec![0; policy.exclusions.len()],
            span: None,
        }
    }

    fn merge(&mut self, other: Self) {
        for (ours, theirs) in self.targets.iter_mut().flatten().zip(other.targets.iter().flatten()) {
            ours.merge(theirs);
        }
        for (field, values) in other.values {
            self.values.entry(field).or_default().merge(values);
        }
        for (ours, theirs) in self.uncovered.iter_mut().zip(other.uncovered) {
            ours.merge(theirs);
        }
        self.without_team.merge(other.without_team);
        for (ours, theirs) in self.exclusions.iter_mut().zip(other.exclusions) {
            *ours += theirs;
        }
    }
}

impl AuditTally {
    /// Takes apart what was seen and what a report is made from.
    #[must_use]
    pub fn finish(self) -> (Seen, Tally) {
        (Seen { span: self.tally.opened, ..self.seen }, self.tally)
    }
}

impl Intake for PolicyAudit<'_> {
    type Tally = AuditTally;

    fn begin(&self) -> AuditTally {
        AuditTally {
            tally: self.assessor.begin(),
            seen: Seen::new(self.policy(), &self.fields),
            cover: TeamCover::of(self.policy()),
        }
    }

    fn take(&self, tally: &mut AuditTally, incident: &Incident<'_>) {
        self.assessor.judge(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn take_repeated(&self, tally: &mut AuditTally, incident: &Incident<'_>) {
        self.assessor.take_repeated(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn merge(&self, into: &mut AuditTally, other: AuditTally) {
        self.assessor.merge(&mut into.tally, other.tally);
        into.seen.merge(other.seen);
    }
}

use std::cmp::Ordering;
use std::collections::HashSet;

use super::groups::GroupKey;
use super::tally::Tally;
use super::{
    AdjustedStamp, Assessor, ObjectiveReport, PolicyRef, Report, ReportedBreach, SourceSummary, UnreadableRow,
};
use crate::domain::{Breach, FieldId, Policy, Position};

impl Assessor<'_> {
    /// Makes the report of everything that was taken in.
    ///
    /// `sources` are the exports with the rows that their readers couldn't use; `row` turns a
    /// position into the number of a row; `filters` are the conditions as typed.
    pub fn report(
        &self,
        tally: Tally,
        mut sources: Vec<SourceSummary>,
        mut unreadable: Vec<UnreadableRow>,
        filters: Vec<String>,
        row: impl Fn(Position) -> u64,
    ) -> Report {
        let policy = self.question.policy;
        let objectives = self.objectives(&tally);
        let ends_are_told = self.ends.are_told(&sources);
        let crowd = tally.lifetimes.map(|lifetimes| lifetimes.sorted(ends_are_told));
        let reported = |breach: Breach| ReportedBreach {
            row: row(breach.incident.position),
            target_line: policy.objectives[breach.objective].targets[breach.target].line,
            load: None,
            annotation: None,
            breach,
        };
        let mut breaches: Vec<ReportedBreach> = tally.breaches.into_iter().map(reported).collect();
        if let Some(crowd) = &crowd {
            for ReportedBreach { breach, load, .. } in &mut breaches {
                let own = self.ends.lifetime(|stage| breach.incident.stamps.get(stage.index()).copied()?);
                *load = Some(crowd.load(breach.reading.from, own));
            }
        }
        breaches.sort_unstable_by(|a, b| {
            b.breach.reading.over().cmp(&a.breach.reading.over()).then_with(|| named(a, b))
        });
        let mut pending: Vec<ReportedBreach> = tally.pending.into_iter().map(reported).collect();
        pending.sort_unstable_by(|a, b| {
            a.breach.reading.left().cmp(&b.breach.reading.left()).then_with(|| named(a, b))
        });
        let mut faults = tally.faults;
        faults.sort_unstable();
        faults.dedup_by_key(|fault| (fault.position, fault.stage));
        let mut known: HashSet<(usize, u64)> =
            unreadable.iter().map(|fault| (fault.source, fault.row)).collect();
        for fault in faults {
            let Some(source) = sources.get_mut(fault.position.source as usize) else { continue };
            let (place, number) = (fault.position.source as usize, row(fault.position));
            source.unreadable += u64::from(known.insert((place, number)));
            unreadable.push(UnreadableRow {
                source: place,
                row: number,
                column: source.stage_columns.get(fault.stage.index()).cloned().flatten(),
                value: Some(fault.value),
                reason: fault.reason,
            });
        }
        unreadable.sort();
        let mut adjusted = tally.adjusted;
        adjusted.sort_unstable_by_key(|(position, note)| (*position, note.stage));
        Report {
            as_of: self.question.as_of,
            zone: policy.zone,
            language: policy.language,
            policy: policy_ref(policy),
            sources,
            window: self.question.window,
            filters,
            incidents: tally.incidents,
            after_as_of: tally.after_as_of,
            objectives,
            breaches,
            pending,
            unreadable,
            adjusted: adjusted
                .into_iter()
                .map(|(position, note)| AdjustedStamp {
                    source: position.source as usize,
                    row: row(position),
                    note,
                })
                .collect(),
            since_last_check: None,
        }
    }

    fn objectives(&self, tally: &Tally) -> Vec<ObjectiveReport> {
        let policy = self.question.policy;
        let name = |key: GroupKey| match key {
            GroupKey::Month => "month",
            GroupKey::Field(id) => policy.fields.name(id),
        };
        let report = |(place, objective): (usize, &crate::domain::Objective)| ObjectiveReport {
            id: objective.id.clone(),
            title: objective.title.clone(),
            goal: objective.goal,
            counts: tally.counts[place],
            groups: tally
                .groups
                .iter()
                .zip(&self.question.group_by)
                .map(|(group, &key)| group.grouping(place, name(key), &policy.severities))
                .collect(),
        };
        policy.objectives.iter().enumerate().map(report).collect()
    }
}

/// The order of two that weigh the same: by incident, then by objective.
fn named(a: &ReportedBreach, b: &ReportedBreach) -> Ordering {
    let key = |one: &ReportedBreach| (one.breach.objective, one.breach.incident.position);
    a.breach.incident.id.cmp(&b.breach.incident.id).then_with(|| key(a).cmp(&key(b)))
}

fn policy_ref(policy: &Policy) -> PolicyRef {
    PolicyRef {
        name: policy.name.clone(),
        path: policy.path.display().to_string(),
        sha256: policy.sha256.clone(),
        stages: policy.stages.clone(),
        fields: policy.fields.clone(),
        clock: policy.clock,
        causes: policy.causes.clone(),
    }
}

impl GroupKey {
    /// The property of this name: `month`, or a field of the policy.
    #[must_use]
    pub fn named(policy: &Policy, name: &str) -> Option<Self> {
        if name == "month" { Some(Self::Month) } else { policy.fields.find(name).map(Self::Field) }
    }

    /// The breakdowns that every report has.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        vec![Self::Field(FieldId::SEVERITY), Self::Month]
    }
}

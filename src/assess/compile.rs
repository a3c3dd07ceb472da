use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use super::exclusions::ExclusionTally;
use super::export_warning::{export_warnings, never_reached};
use super::groups::GroupKey;
use super::near_misses::{NearMissCount, NearMisses};
use super::ranking::ranked;
use super::tally::Tally;
use super::{
    AdjustedStamp, Assessor, ExclusionEffects, ExclusionReport, HolidayFile, NearMissGroup, ObjectiveReport,
    PolicyRef, Report, ReportedBreach, SourceSummary, UnreadableRow, UnsureHolidays,
};
use crate::domain::{Exclusion, FieldId, Instant, Policy, Position, Reading, Severity, SeverityScale};

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
        let objectives = self.objectives(&tally, &sources);
        let looks_at_all = self.question.window.to.is_none() && self.question.filter.is_everything();
        let newest =
            tally.opened.filter(|_| looks_at_all && tally.after_as_of == 0).map(|(_, newest)| newest);
        let mut warnings = export_warnings(&sources, newest, self.question.as_of);
        warnings.extend(never_reached(policy, &tally.counts));
        let ends_are_told = self.ends.are_told(&sources);
        let crowd = tally.lifetimes.map(|lifetimes| lifetimes.sorted(ends_are_told));
        let number = |reported: &mut ReportedBreach| reported.row = row(reported.breach.incident.position());
        let complete = |reported: &mut ReportedBreach| {
            number(reported);
            let breach = &reported.breach;
            reported.load = crowd.as_ref().map(|crowd| {
                let own = self.ends.lifetime(|stage| breach.incident.stamp(stage));
                crowd.load(breach.reading.from, own)
            });
        };
        let breaches = ranked(tally.breaches, complete, |reading| Reverse(reading.over()));
        let pending = ranked(tally.pending, number, Reading::left);
        let near_misses = near_misses(tally.near, &row);
        let exclusions = exclusion_reports(policy, &tally.exclusions);
        let mut faults = tally.faults;
        faults.sort_unstable();
        faults.dedup_by(|next, kept| {
            (next.position, next.part) == (kept.position, kept.part) && next.column == kept.column
        });
        let mut known: HashSet<(usize, u64)> =
            unreadable.iter().map(|fault| (fault.source, fault.row)).collect();
        for fault in faults {
            let Some(source) = sources.get_mut(fault.position.source as usize) else { continue };
            let (place, number) = (fault.position.source as usize, row(fault.position));
            source.unreadable += u64::from(known.insert((place, number)));
            unreadable.push(UnreadableRow {
                source: place,
                row: number,
                column: fault
                    .column
                    .or_else(|| fault.value.as_ref().and(source.column(fault.part)).map(str::to_owned)),
                value: fault.value,
                reason: fault.reason,
            });
        }
        unreadable.sort();
        let mut adjusted = tally.adjusted;
        adjusted.sort_unstable_by_key(|(position, note)| (*position, note.part));
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
            near_misses,
            exclusions,
            unsure_holidays: unsure_holidays(policy, &tally.ran),
            unreadable,
            adjusted: adjusted
                .into_iter()
                .map(|(position, note)| AdjustedStamp {
                    source: position.source as usize,
                    row: row(position),
                    note,
                })
                .collect(),
            warnings,
            since_last_check: None,
        }
    }

    fn objectives(&self, tally: &Tally, sources: &[SourceSummary]) -> Vec<ObjectiveReport> {
        let policy = self.question.policy;
        let scale = scale(policy, sources);
        let name = |key: GroupKey| match key {
            GroupKey::Month => "month",
            GroupKey::Field(id) => policy.fields.name(id),
        };
        let report = |(place, objective): (usize, &crate::domain::Objective)| ObjectiveReport {
            id: objective.id.clone(),
            title: objective.title.clone(),
            goal: objective.goal,
            counts: tally.counts[place],
            without_exclusions: (!policy.exclusions.is_empty()).then(|| {
                let ExclusionEffects { with, without, .. } = &tally.exclusions.all[place];
                tally.counts[place].exchanged(with, without)
            }),
            groups: tally
                .groups
                .iter()
                .zip(&self.question.group_by)
                .map(|(group, &key)| group.grouping(place, name(key), &scale))
                .collect(),
        };
        policy.objectives.iter().enumerate().map(report).collect()
    }
}

/// The order of severities: the policy's, or else that of the tools that the exports come from.
fn scale(policy: &Policy, sources: &[SourceSummary]) -> SeverityScale {
    if !policy.severities.levels().is_empty() {
        return policy.severities.clone();
    }
    let levels = sources.iter().flat_map(|source| &source.severities).filter_map(|spellings| {
        let (name, values) = spellings.split_first()?;
        Some(Severity { name: name.clone(), values: values.to_vec() })
    });
    SeverityScale::new(levels.collect())
}

fn near_misses(near: NearMisses, row: impl Fn(Position) -> u64) -> Vec<NearMissGroup> {
    let mut groups: Vec<NearMissGroup> = near
        .sorted()
        .into_iter()
        .map(|(objective, service, NearMissCount { count, closest })| NearMissGroup {
            objective,
            service: Some(service).filter(|service| !service.is_empty()),
            count,
            row: row(closest.position),
            closest,
        })
        .collect();
    groups.sort_by_key(|group| (group.objective, Reverse(group.count)));
    groups
}

fn exclusion_reports(policy: &Policy, tally: &ExclusionTally) -> Vec<ExclusionReport> {
    let report =
        |(exclusion, (incidents, objectives)): (&Exclusion, &(u64, Vec<ExclusionEffects>))| ExclusionReport {
            reason: exclusion.reason.clone(),
            effect: exclusion.effect,
            window: exclusion.window,
            for_all: exclusion.when.is_everything(),
            line: exclusion.line,
            incidents: *incidents,
            objectives: objectives.clone(),
        };
    policy.exclusions.iter().zip(&tally.each).map(report).collect()
}

/// The tables of calendars in whose hours clocks ran before their first year or after their last.
fn unsure_holidays(policy: &Policy, ran: &[Option<(Instant, Instant)>]) -> Vec<UnsureHolidays> {
    let calendars = policy.calendars.iter().zip(ran).filter_map(|(calendar, ran)| Some((calendar, (*ran)?)));
    let unsure = calendars.flat_map(|(calendar, (from, to))| {
        calendar.unsure_sources(from, to).map(|(source, known, asked)| UnsureHolidays {
            calendar: calendar.id.clone(),
            source: source.name.clone(),
            known,
            asked,
        })
    });
    unsure.collect()
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
        holiday_files: holiday_files(policy),
    }
}

fn holiday_files(policy: &Policy) -> Vec<HolidayFile> {
    let sources = policy.calendars.iter().flat_map(|calendar| calendar.holidays.sources());
    let files: BTreeSet<HolidayFile> = sources
        .filter_map(|source| Some(HolidayFile { path: source.name.clone(), sha256: source.sha256.clone()? }))
        .collect();
    files.into_iter().collect()
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

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::assess::{
    AdjustedStamp, Change, Changes, GroupRow, HolidayFile, ObjectiveReport, Report, SourceSummary,
    UnreadableRow,
};
use crate::domain::{Goal, NoteKind};
use crate::render::time::LocalTimes;

use super::breach::BreachEntry;
use super::counts::{JudgedCounts, RatedCounts};
use super::exact::{Listed, Moment, Seconds};
use super::exclusion::ExclusionEntry;
use super::near_miss::NearMissEntry;
use super::unsure_holidays::UnsureHolidaysEntry;
use super::warning::WarningEntry;
use super::window::WindowEntry;

/// A report on its way into JSON.
pub(in crate::render) struct Document<'a> {
    report: &'a Report,
    program: &'a str,
    times: LocalTimes,
    names: bool,
}

impl<'a> Document<'a> {
    /// The document of a report.
    pub(in crate::render) fn of(report: &'a Report, program: &'a str) -> Self {
        Self { report, program, times: LocalTimes::new(report.zone), names: true }
    }

    /// The same, with the names of people only if they are wanted.
    pub(in crate::render) fn naming(self, names: bool) -> Self {
        Self { names, ..self }
    }
}

impl<'a> Serialize for Document<'a> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { report, times, names, .. } = self;
        let names = *names;
        Root {
            schema: "slo.report/1",
            program: self.program,
            as_of: Moment(times, report.as_of),
            timezone: report.zone.name(),
            policy: PolicyEntry {
                name: &report.policy.name,
                path: &report.policy.path,
                sha256: &report.policy.sha256,
                holiday_files: Listed(&report.policy.holiday_files, HolidayFileEntry::of),
            },
            sources: Listed(&report.sources, SourceEntry::of),
            window: WindowEntry::of(report.window, times),
            filters: &report.filters,
            incidents: report.incidents,
            after_as_of: report.after_as_of,
            objectives: Listed(&report.objectives, ObjectiveEntry::of),
            breaches: Listed(&report.breaches, |breach: &'a Box<_>| {
                BreachEntry::breached(report, times, breach).naming(names)
            }),
            at_risk: Listed(&report.pending, |pending: &'a Box<_>| {
                BreachEntry::pending(report, times, pending).naming(names)
            }),
            near_misses: Listed(&report.near_misses, |group| NearMissEntry::of(report, group)),
            exclusions: Listed(&report.exclusions, |exclusion| ExclusionEntry::of(report, times, exclusion)),
            unsure_holidays: Listed(&report.unsure_holidays, UnsureHolidaysEntry::of),
            unreadable: Listed(&report.unreadable, |row| UnreadableEntry::of(report, row)),
            adjusted: Listed(&report.adjusted, |stamp| UnreadableEntry::adjusted(report, stamp)),
            warnings: Listed(&report.warnings, |warning| WarningEntry::of(report, times, warning)),
            since_last_check: report
                .since_last_check
                .as_ref()
                .map(|changes| ChangesEntry::of(changes, times)),
        }
        .serialize(serializer)
    }
}

/// The outermost object.
#[derive(Serialize)]
struct Root<'a, H, S, O, B, P, N, E, T, U, A, W> {
    schema: &'static str,
    program: &'a str,
    as_of: Moment<'a>,
    timezone: &'static str,
    policy: PolicyEntry<'a, H>,
    sources: S,
    window: WindowEntry<'a>,
    filters: &'a [String],
    incidents: u64,
    after_as_of: u64,
    objectives: O,
    breaches: B,
    at_risk: P,
    near_misses: N,
    exclusions: E,
    unsure_holidays: T,
    unreadable: U,
    adjusted: A,
    warnings: W,
    since_last_check: Option<ChangesEntry<'a>>,
}

#[derive(Serialize)]
struct PolicyEntry<'a, H> {
    name: &'a str,
    path: &'a str,
    sha256: &'a str,
    holiday_files: H,
}

#[derive(Serialize)]
struct HolidayFileEntry<'a> {
    path: &'a str,
    sha256: &'a str,
}

impl<'a> HolidayFileEntry<'a> {
    fn of(file: &'a HolidayFile) -> Self {
        Self { path: &file.path, sha256: &file.sha256 }
    }
}

#[derive(Serialize)]
struct SourceEntry<'a> {
    path: &'a str,
    format: &'static str,
    sheet: Option<&'a str>,
    title_rows: u32,
    preset: Option<&'a str>,
    /// The columns by which the preset was recognised.
    preset_columns: &'a [String],
    /// The presets that fit equally well, so that none was used.
    presets_tied: &'a [String],
    encoding: &'a str,
    date_order: Option<&'static str>,
    rows: u64,
    incidents: u64,
    unreadable: u64,
    replaced: u64,
    outside_incidents: u64,
    sha256: Option<&'a str>,
}

impl<'a> SourceEntry<'a> {
    fn of(source: &'a SourceSummary) -> Self {
        Self {
            path: &source.path,
            format: source.format,
            sheet: source.sheet.as_ref().map(|sheet| sheet.name.as_str()),
            title_rows: source.title_rows,
            preset: source.preset.name.as_deref(),
            preset_columns: &source.preset.evidence,
            presets_tied: &source.preset.tied,
            encoding: &source.encoding,
            date_order: source.date_order,
            rows: source.rows,
            incidents: source.incidents,
            unreadable: source.unreadable,
            replaced: source.replaced,
            outside_incidents: source.outside,
            sha256: source.sha256.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct ObjectiveEntry<'a> {
    id: &'a str,
    title: &'a str,
    goal: Option<f64>,
    #[serde(flatten)]
    counts: JudgedCounts,
    missed_months: Vec<&'a str>,
    without_exclusions: Option<RatedCounts>,
    groups: BTreeMap<&'a str, Vec<GroupEntry<'a>>>,
}

impl<'a> ObjectiveEntry<'a> {
    fn of(objective: &'a ObjectiveReport) -> Self {
        let group = |row: &'a GroupRow| GroupEntry {
            key: row.key.as_deref(),
            counts: JudgedCounts::of(&row.counts, objective.goal),
        };
        Self {
            id: &objective.id,
            title: &objective.title,
            goal: objective.goal.map(Goal::share),
            counts: JudgedCounts::with(&objective.counts, objective.goal_met()),
            missed_months: objective.missed_months(),
            without_exclusions: objective.without_exclusions.as_ref().map(RatedCounts::of),
            groups: objective
                .groups
                .iter()
                .map(|grouping| (grouping.by.as_str(), grouping.rows.iter().map(group).collect()))
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct GroupEntry<'a> {
    key: Option<&'a str>,
    #[serde(flatten)]
    counts: JudgedCounts,
}

/// An unreadable row, or a stamp that was adjusted.
#[derive(Serialize)]
struct UnreadableEntry<'a> {
    path: &'a str,
    row: u64,
    column: Option<&'a str>,
    value: Option<&'a str>,
    reason: Cow<'a, str>,
}

impl<'a> UnreadableEntry<'a> {
    fn of(report: &'a Report, row: &'a UnreadableRow) -> Self {
        Self {
            path: path(report, row.source),
            row: row.row,
            column: row.column.as_deref(),
            value: row.value.as_deref(),
            reason: row.reason.to_string().into(),
        }
    }

    fn adjusted(report: &'a Report, stamp: &'a AdjustedStamp) -> Self {
        Self {
            path: path(report, stamp.source),
            row: stamp.row,
            column: Some(&stamp.note.column),
            value: Some(&stamp.note.value),
            reason: match &stamp.note.kind {
                NoteKind::Gap => "gap".into(),
                NoteKind::Overlap => "overlap".into(),
                NoteKind::NeverEnded => "never-ended".into(),
                NoteKind::UnknownStatus => "unknown-status".into(),
                NoteKind::Unreadable(reason) => reason.into(),
            },
        }
    }
}

#[derive(Serialize)]
struct ChangesEntry<'a> {
    at: Moment<'a>,
    new: Vec<ChangeEntry<'a>>,
    amended: Vec<ChangeEntry<'a>>,
    withdrawn: Vec<ChangeEntry<'a>>,
}

impl<'a> ChangesEntry<'a> {
    fn of(changes: &'a Changes, times: &'a LocalTimes) -> Self {
        let entries = |list: &'a [Change]| list.iter().map(ChangeEntry::of).collect();
        Self {
            at: Moment(times, changes.last_check),
            new: entries(&changes.new),
            amended: entries(&changes.amended),
            withdrawn: entries(&changes.withdrawn),
        }
    }
}

#[derive(Serialize)]
struct ChangeEntry<'a> {
    incident: &'a str,
    objective: &'a str,
    over_before_s: Option<Seconds>,
    over_now_s: Option<Seconds>,
    verdict: Option<&'a str>,
}

impl<'a> ChangeEntry<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            incident: &change.incident,
            objective: &change.objective,
            over_before_s: change.over_before.map(Seconds),
            over_now_s: change.over_now.map(Seconds),
            verdict: change.verdict.as_deref(),
        }
    }
}

/// The export that a row stands in.
pub(super) fn path(report: &Report, source: usize) -> &str {
    report.sources.get(source).map_or("", |source| &source.path)
}

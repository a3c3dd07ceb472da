use crate::domain::{
    Annotation, Breach, Cause, ClockRules, Fields, Goal, IncidentPart, Instant, Language, Load,
    ObjectiveIndex, Span, Stages, StampNote, Window, Zone,
};

use super::{Counts, Distrust, ExclusionReport, ExportWarning, NearMissGroup, UnsureHolidays};

/// What a run found, as one value that every format is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The instant that counts as now.
    pub as_of: Instant,
    /// The zone of calendar days and of printed times.
    pub zone: Zone,
    /// The language the policy asks for.
    pub language: Option<Language>,
    /// The policy it was judged by.
    pub policy: PolicyRef,
    /// The exports it was read from, in the order in which they were named.
    pub sources: Vec<SourceSummary>,
    /// Which incidents were looked at, by `opened`.
    pub window: Window,
    /// The conditions that further narrowed them, as typed: `service=web-*`.
    pub filters: Vec<String>,
    /// How many incidents were looked at.
    pub incidents: u64,
    /// Incidents left out because they were opened after as-of.
    pub after_as_of: u64,
    /// The objectives in the policy's order.
    pub objectives: Vec<ObjectiveReport>,
    /// The breaches, the worst first: by time over target, then by incident and objective.
    pub breaches: Breaches,
    /// The pending ones, those with the least time left first.
    pub pending: Breaches,
    /// Met ones that used more than nine tenths of their time, by objective and service: the
    /// objectives in their order, the services with most of them first.
    pub near_misses: Vec<NearMissGroup>,
    /// The policy's exclusions and what they did, in its order.
    pub exclusions: Vec<ExclusionReport>,
    /// The holiday tables that don't reach as far as the incidents.
    pub unsure_holidays: Vec<UnsureHolidays>,
    /// Rows that can't be trusted, in the order of exports and rows.
    pub unreadable: Vec<UnreadableRow>,
    /// Stamps whose local time is ambiguous, in the order of exports and rows.
    pub adjusted: Vec<AdjustedStamp>,
    /// What looks as if the exports were not what they should be.
    pub warnings: Vec<ExportWarning>,
    /// What the ledger learnt since the check before this one; `None` without an earlier check.
    pub since_last_check: Option<Changes>,
}

/// The policy a report was judged by, and the words it needs from it.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyRef {
    /// What it is called.
    pub name: String,
    /// Where it was read from, as the user named it.
    pub path: String,
    /// SHA-256 of the file, in lower-case hex.
    pub sha256: String,
    /// The stages.
    pub stages: Stages,
    /// The fields.
    pub fields: Fields,
    /// How the clock treats the odd cases.
    pub clock: ClockRules,
    /// The causes.
    pub causes: Vec<Cause>,
    /// The files that holidays of its calendars were read from, each once, by path.
    pub holiday_files: Vec<HolidayFile>,
}

/// A file that holidays were read from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HolidayFile {
    /// As the policy names it.
    pub path: String,
    /// SHA-256 of the file, in lower-case hex.
    pub sha256: String,
}

impl PolicyRef {
    /// What people read for a cause; its name where the policy no longer lists it.
    #[must_use]
    pub fn cause_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.causes.iter().find(|cause| cause.id == id).map_or(id, |cause| &cause.title)
    }
}

/// The sheet of a workbook that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSheet {
    /// Its name.
    pub name: String,
    /// How many sheets the workbook has.
    pub of: usize,
}

/// What one export was, and how much was in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceSummary {
    /// As the user named it; `-` for standard input.
    pub path: String,
    /// `csv`, `json`, `jsonl`, `xlsx` or `ods`.
    pub format: &'static str,
    /// The preset that it was read by.
    pub preset: RecognisedPreset,
    /// The number of rows at which the tool stops without a word, where that is known.
    pub row_cap: Option<u64>,
    /// The severities of the tool with their spellings, most severe first, where they are known.
    pub severities: Vec<Vec<String>>,
    /// The sheet that was read, of a workbook.
    pub sheet: Option<SourceSheet>,
    /// How many rows with text above the header were left out as titles.
    pub title_rows: u32,
    /// The character encoding: `utf-8`, `utf-8-bom`, `shift_jis`, `utf-16le`, …
    pub encoding: String,
    /// The order of day and month that its values prove, where it mattered: `day-first` or `month-first`.
    pub date_order: Option<&'static str>,
    /// Rows of data, blank ones and the header not counted.
    pub rows: u64,
    /// Incidents in those rows.
    pub incidents: u64,
    /// Rows that can't be trusted.
    pub unreadable: u64,
    /// Incidents that an export named later has too, and that were taken from there.
    pub replaced: u64,
    /// Rows that belong to no incident: events before the first that opens one, recoveries whose
    /// problem isn't in the export.
    pub outside: u64,
    /// The columns that the stages were read from, by [`crate::domain::StageId::index`].
    pub stage_columns: Vec<Option<String>>,
    /// The columns that pauses were read from, by the part that they tell of.
    pub pause_columns: Vec<(IncidentPart, String)>,
    /// Where rows are events: what happened in them, as the export writes it, with how many rows
    /// have it, in order of the texts. Of very many, those that the policy names and those with
    /// most rows.
    pub activities: Vec<(String, u64)>,
    /// SHA-256 of the export's bytes as they are, in lower-case hex; only where the ledger wants it.
    pub sha256: Option<String>,
}

/// The preset that an export was read by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecognisedPreset {
    /// Its name; `None` where none was.
    pub name: Option<String>,
    /// The columns by which it was recognised; none where the policy names it.
    pub evidence: Vec<String>,
    /// Presets that fit equally well, so that none was taken.
    pub tied: Vec<String>,
}

/// How one objective was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveReport {
    /// The name in the policy.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The share that must be met.
    pub goal: Option<Goal>,
    /// The verdicts of all incidents.
    pub counts: Counts,
    /// The same, had no exclusion been made; `None` where the policy has none.
    pub without_exclusions: Option<Counts>,
    /// The same, broken down by one property at a time.
    pub groups: Vec<Grouping>,
}

impl ObjectiveReport {
    /// Whether the goal was reached: in every calendar month of `opened`, as it is promised by the
    /// month. `None` without a goal, or without anything judged.
    #[must_use]
    pub fn goal_met(&self) -> Option<bool> {
        let overall = self.counts.reaches(self.goal?)?;
        let by_month = self.months().is_some_and(|months| !months.rows.is_empty());
        Some(if by_month { self.missed_months().is_empty() } else { overall })
    }

    /// The months in which the goal was missed, such as `2026-10`.
    #[must_use]
    pub fn missed_months(&self) -> Vec<&str> {
        let (Some(goal), Some(months)) = (self.goal, self.months()) else { return Vec::new() };
        let missed = months.rows.iter().filter(|row| row.counts.reaches(goal) == Some(false));
        missed.map(|row| row.key.as_deref().unwrap_or("–")).collect()
    }

    fn months(&self) -> Option<&Grouping> {
        self.groups.iter().find(|grouping| grouping.by == "month")
    }
}

/// The verdicts broken down by one property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// The property: `severity`, `month`, a field.
    pub by: String,
    /// Severities by the scale, months in order, everything else with most breaches first.
    pub rows: Vec<GroupRow>,
}

/// The verdicts of the incidents that share a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// The value; `None` for those without one.
    pub key: Option<String>,
    /// Their verdicts.
    pub counts: Counts,
}

/// Breaches, or pending incidents. There may be hundreds of thousands; each stands in memory beside
/// the incident that was kept for it, and stays there however they are sorted.
pub type Breaches = Vec<Box<ReportedBreach>>;

/// A breach (or a pending incident) with its places and what people wrote about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportedBreach {
    /// The incident, the objective and the arithmetic.
    pub breach: Breach,
    /// The row in its export: the record number, the header being row 1.
    pub row: u64,
    /// The line of the deciding target in the policy.
    pub target_line: usize,
    /// What else was going on when its clock started; only where the question asks for it.
    pub load: Option<Load>,
    /// What was written about it.
    pub annotation: Option<Box<Annotation>>,
}

impl ReportedBreach {
    /// A breach by the target in this line, in a row whose number is not known yet.
    #[must_use]
    pub fn of(breach: Breach, target_line: usize) -> Self {
        Self { breach, row: 0, target_line, load: None, annotation: None }
    }
}

/// A row that can't be trusted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnreadableRow {
    /// The export, by its place among the sources.
    pub source: usize,
    /// The row: the record number, the header being row 1.
    pub row: u64,
    /// The column, where one is at fault.
    pub column: Option<String>,
    /// What stands there.
    pub value: Option<String>,
    /// What is wrong, and what would be right.
    pub reason: Distrust,
}

/// A stamp at a daylight-saving change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdjustedStamp {
    /// The export, by its place among the sources.
    pub source: usize,
    /// The row: the record number, the header being row 1.
    pub row: u64,
    /// The column, the value, and whether it falls into a gap or an overlap.
    pub note: StampNote,
}

/// What the ledger learnt since an earlier check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The as-of of the earlier check.
    pub last_check: Instant,
    /// Breaches recorded for the first time.
    pub new: Vec<Change>,
    /// Breaches whose arithmetic moved.
    pub amended: Vec<Change>,
    /// Breaches that are none any more.
    pub withdrawn: Vec<Change>,
}

/// One breach that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The incident's id.
    pub incident: String,
    /// The objective's name in the policy.
    pub objective: String,
    /// The time over target before; `None` for a new one.
    pub over_before: Option<Span>,
    /// The time over target now; `None` for a withdrawn one.
    pub over_now: Option<Span>,
    /// Why it was withdrawn: the verdict it has now (`met`, `pending`, …) or `objective-removed`.
    pub verdict: Option<String>,
}

impl SourceSummary {
    /// The column that a part of incidents was read from.
    #[must_use]
    pub fn column(&self, part: IncidentPart) -> Option<&str> {
        if let IncidentPart::Stage(stage) = part {
            return self.stage_columns.get(stage.index())?.as_deref();
        }
        self.pause_columns.iter().find(|(known, _)| *known == part).map(|(_, column)| column.as_str())
    }
}

impl Report {
    /// The name of an objective in the policy.
    #[must_use]
    pub fn objective(&self, index: ObjectiveIndex) -> Option<&ObjectiveReport> {
        self.objectives.get(index)
    }

    /// How many rows can't be trusted.
    #[must_use]
    pub fn unreadable_rows(&self) -> u64 {
        self.sources.iter().map(|source| source.unreadable).sum()
    }
}

//! The numbers: judging incidents, counting verdicts, and the report as one value.
//!
//! Pure, like [`crate::domain`]: no files, no clock, no serialisation.

mod assessor;
#[cfg(test)]
mod assessor_tests;
mod choice;
mod circumstances;
mod clearly_met;
#[cfg(test)]
mod clock_desk;
mod compile;
mod counts;
mod decisions;
mod distrust;
mod dossier;
mod escalation;
mod exclusion_report;
mod exclusions;
#[cfg(test)]
mod exclusions_tests;
mod expected_effect;
mod explanation;
mod export_warning;
mod fault;
mod field_memo;
mod figures;
mod fix_effect;
mod groups;
mod intake;
mod interner;
mod inventory;
mod judge;
#[cfg(test)]
mod judge_oracle;
#[cfg(test)]
mod judge_tests;
mod judging;
mod ledger_audit;
mod ledger_log;
mod ledger_state;
mod lifetimes;
mod near_misses;
#[cfg(test)]
mod near_misses_tests;
mod passage;
mod per_customer;
mod period_report;
mod policy_audit;
mod policy_diff;
mod problem_breaches;
mod ranking;
mod recurrences;
mod report;
mod request_case;
mod request_progress;
#[cfg(test)]
pub(crate) mod sample;
mod selection;
#[cfg(test)]
mod severity_tests;
mod signature;
mod stage_times;
mod survey;
mod tally;
mod text_places;
mod unsure_holidays;
mod waiting;

pub use assessor::{Assessor, Question};
pub use circumstances::Circumstances;
pub use counts::{Counts, Rate};
pub use distrust::Distrust;
pub use dossier::{Dossier, Writing};
pub use escalation::{Continued, EscalationChoice, EscalationPlan, Evidence, Problem};
pub use exclusion_report::ExclusionReport;
pub use exclusions::ExclusionEffects;
pub use expected_effect::{ExpectedEffect, RateWithout};
pub use explanation::{
    ExplainedClock, ExplainedObjective, ExplainedSegment, Explanation, KeptIncident, Mismatch, Seek, Sought,
};
pub use export_warning::{ExportWarning, shorter_exports};
pub use figures::{Figures, furthest};
pub use fix_effect::{FixEffect, FixOutcome, Occurred, Recurrence};
pub use groups::GroupKey;
pub use intake::Intake;
pub use inventory::{Carried, Inventory};
pub use ledger_audit::{AuditFault, LedgerAudit, RepeatedLine};
pub use ledger_log::{LedgerLog, LogFilter, LogSelection, Replaced};
pub use ledger_state::{CheckRecord, LedgerState, Moves, ReportRecord, ReportedExport, ReportedPeriod};
pub use near_misses::{NearMiss, NearMissGroup};
pub use passage::{Passage, Step};
pub use per_customer::{Customer, PerCustomer, PerCustomerTally};
pub use period_report::{
    Backdrop, Budget, CauseMeasure, CauseShare, Chronicle, ChronicleTally, Chronicled, Course, Distribution,
    HourCounts, OverrunClass, PastPeriod, PeriodReport, RestatedBreach, RestatedPeriod, Restatement,
    ShiftReport, WeekCounts, Why, last_hours,
};
pub use policy_audit::{
    AuditTally, Counted, PatternUse, PolicyAudit, PolicyFinding, PolicySpot, Seen, TargetUse, Top,
};
pub use policy_diff::{
    ComparisonTally, CustomerDiff, Flip, Mark, ObjectiveDiff, PolicyDiff, RecordTally, RecordedVerdicts,
    VerdictComparison, VerdictRecorder,
};
pub use problem_breaches::ProblemBreaches;
pub use recurrences::{Earlier, Recurrences};
pub use report::{
    AdjustedStamp, Breaches, Change, Changes, GroupRow, Grouping, HolidayFile, ObjectiveReport, PolicyRef,
    RecognisedPreset, Report, ReportedBreach, SourceSheet, SourceSummary, UnreadableRow,
};
pub use request_case::{CaseSources, EarlierRequest, RequestCase};
pub use request_progress::RequestProgress;
pub use selection::Selection;
pub use signature::{Signature, essence};
pub use stage_times::{StageStep, StageTimes};
pub use survey::{Occurrence, Survey, SurveyTally, Surveyed};
pub use tally::Tally;
pub use unsure_holidays::UnsureHolidays;
pub use waiting::{
    Awaited, Newer, WaitCount, Waiting, WaitingBreach, WaitingGroup, WaitingGroups, WaitingKey,
};

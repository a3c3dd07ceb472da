use std::path::PathBuf;
use std::sync::Arc;

use super::{
    Calendar, Cause, ClockRules, Exclusion, Fields, FiscalStart, Language, Mapping, Objective, Preset,
    SeverityScale, Shifts, Span, StageId, Stages, Team, Zone, normal,
};

/// A policy that has been checked: what is promised, and how exports and people say things.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// What it is called.
    pub name: String,
    /// Where it was read from, as the user named it.
    pub path: PathBuf,
    /// SHA-256 of the file, in lower-case hex.
    pub sha256: String,
    /// What zone-less times and calendar days mean.
    pub zone: Zone,
    /// The language of what is written for people.
    pub language: Option<Language>,
    /// The stages, in order.
    pub stages: Stages,
    /// The describing fields.
    pub fields: Fields,
    /// The severities.
    pub severities: SeverityScale,
    /// Where in an export things stand.
    pub mapping: Mapping,
    /// How the exports of tools are recognised and read, where the mapping leaves it open.
    pub presets: Vec<Preset>,
    /// What is promised.
    pub objectives: Vec<Objective>,
    /// The calendars that targets may name.
    pub calendars: Vec<Arc<Calendar>>,
    /// Time and incidents that don't count.
    pub exclusions: Vec<Exclusion>,
    /// How the clock treats the odd cases.
    pub clock: ClockRules,
    /// Why a response can be slow.
    pub causes: Vec<Cause>,
    /// Who is asked for improvements.
    pub teams: Vec<Team>,
    /// Who is on duty when.
    pub shifts: Shifts,
    /// How improvements are asked for.
    pub escalation: Escalation,
    /// When fiscal years begin.
    pub fiscal_start: FiscalStart,
    /// The ledger's file, if not `slo-ledger.jsonl` beside the policy; relative to the policy.
    pub ledger: Option<PathBuf>,
}

impl Policy {
    /// Whether a verdict may hang on the stamp of this stage.
    #[must_use]
    pub fn touches(&self, stage: StageId) -> bool {
        stage == StageId::OPENED
            || self.stages.is_deadline(stage)
            || self.objectives.iter().any(|objective| objective.from == stage || objective.to == stage)
    }

    /// The cause of this name.
    #[must_use]
    pub fn cause(&self, id: &str) -> Option<&Cause> {
        self.causes.iter().find(|cause| cause.id == id)
    }

    /// The cause that a person means: by its name, else by its title. Case and width don't matter.
    #[must_use]
    pub fn find_cause(&self, text: &str) -> Option<&Cause> {
        let wanted = normal(text);
        self.cause(text.trim())
            .or_else(|| self.causes.iter().find(|cause| normal(&cause.id) == wanted))
            .or_else(|| self.causes.iter().find(|cause| normal(&cause.title) == wanted))
    }

    /// The team of this name.
    #[must_use]
    pub fn team(&self, id: &str) -> Option<&Team> {
        self.teams.iter().find(|team| team.id == id)
    }
}

#[cfg(test)]
impl Policy {
    /// A policy that promises nothing, for tests to fill in.
    pub(crate) fn for_tests(stages: Stages, fields: Fields) -> Self {
        Self {
            name: "test".to_owned(),
            path: PathBuf::from("slo.toml"),
            sha256: "0".repeat(64),
            zone: Zone::named("Asia/Tokyo").expect("a zone of the database"),
            language: None,
            stages,
            fields,
            severities: SeverityScale::default(),
            mapping: Mapping::default(),
            presets: Vec::new(),
            objectives: Vec::new(),
            calendars: Vec::new(),
            exclusions: Vec::new(),
            clock: ClockRules::default(),
            causes: Vec::new(),
            teams: Vec::new(),
            shifts: Shifts::default(),
            escalation: Escalation::default(),
            fiscal_start: FiscalStart::default(),
            ledger: None,
        }
    }
}

/// How improvements are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// The folder of drafts, relative to the policy.
    pub drafts: PathBuf,
    /// How soon an answer is wanted.
    pub reply_within: Option<Span>,
    /// A template of requests in place of the built-in one, relative to the policy.
    pub template: Option<PathBuf>,
}

impl Default for Escalation {
    fn default() -> Self {
        Self { drafts: PathBuf::from("escalations"), reply_within: None, template: None }
    }
}

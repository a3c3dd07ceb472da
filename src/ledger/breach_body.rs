//! A breach as it stands in the file: part of the same contract as the other bodies.

use serde::{Deserialize, Serialize};

use super::{Moment, Pairs, Seconds};
use crate::domain::{Instant, Load, Pause, RecordedBreach, RecordedTarget};

/// A breach as it stood: `breach` and `breach-amended`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreachBody {
    /// The incident's id.
    pub incident: String,
    /// What it was about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// The service or host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The severity by its name in the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// The state in the tool that the export came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Who handled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// The policy's own fields.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub attributes: Pairs<String>,
    /// The stamps by stage.
    pub stages: Pairs<Moment>,
    /// The stretches in which it was paused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<PauseBody>,
    /// The time paused up to a stage, where the export gave sums.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub paused_s: Pairs<Seconds>,
    /// The severities that it had in turn, as the export wrote them, where there were several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severities: Vec<SeverityBody>,
    /// The objective's name in the policy.
    pub objective: String,
    /// What was promised.
    pub target: TargetBody,
    /// When the clock started.
    pub from: Moment,
    /// How much of the time counted until then, or had counted at as-of.
    pub elapsed_s: Seconds,
    /// How much more would have counted without pauses and exclusions.
    #[serde(default = "Seconds::none", skip_serializing_if = "Seconds::is_none")]
    pub stopped_s: Seconds,
    /// The time beyond the target.
    pub over_s: Seconds,
    /// The first moment by which as much time has counted as it might take.
    pub deadline: Moment,
    /// The last moment by which no more has, where that is later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_in_time: Option<Moment>,
    /// When the stage counts as reached.
    pub reached: Option<Moment>,
    /// Whether the stage was still to come.
    pub open: bool,
    /// What else was going on when the clock started.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub load: Option<LoadBody>,
    /// SHA-256 of the policy file.
    pub policy: String,
    /// Where the row stands.
    pub source: SourcePlace,
    /// The instant that counted as now.
    pub as_of: Moment,
    /// The entry that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
}

/// What was promised, and where the policy says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetBody {
    /// How long it might take.
    pub within_s: Seconds,
    /// The stage that held the deadline, where the export says by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The calendar in whose hours the clock ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// The place among the objective's targets, from 0.
    pub index: usize,
    /// The line in the policy file, from 1.
    pub line: usize,
}

/// A severity that an incident had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeverityBody {
    /// From when on.
    pub from: Moment,
    /// As the export wrote it.
    pub severity: String,
}

/// A stretch in which an incident was paused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PauseBody {
    /// When it began.
    pub from: Moment,
    /// When it ended, if it did.
    pub to: Option<Moment>,
}

/// How many other incidents there were around the start of the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadBody {
    /// Those open then, where the exports tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<u64>,
    /// Those opened in the fifteen minutes up to then.
    pub opened_15m: u64,
}

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePlace {
    /// The export, as the user named it.
    pub path: String,
    /// The record number, the header being row 1.
    pub row: u64,
}

impl BreachBody {
    /// When the incident was opened; the start of the clock where the export doesn't say.
    #[must_use]
    pub fn opened(&self) -> Instant {
        let stage = self.stages.0.iter().find(|(stage, _)| stage == "opened");
        stage.map_or(self.from.0, |(_, at)| at.0)
    }
}

impl From<BreachBody> for RecordedBreach {
    fn from(body: BreachBody) -> Self {
        Self {
            incident: body.incident,
            title: body.title,
            customer: body.customer,
            service: body.service,
            severity: body.severity,
            status: body.status,
            assignee: body.assignee,
            attributes: body.attributes.0,
            stages: body.stages.0.into_iter().map(|(stage, at)| (stage, at.0)).collect(),
            pauses: body
                .pauses
                .iter()
                .map(|pause| Pause { from: pause.from.0, to: pause.to.map(|to| to.0) })
                .collect(),
            paused: body.paused_s.0.into_iter().map(|(stage, sum)| (stage, sum.0)).collect(),
            severities: body.severities.into_iter().map(|one| (one.from.0, one.severity)).collect(),
            objective: body.objective,
            target: RecordedTarget {
                within: body.target.within_s.0,
                by: body.target.by,
                calendar: body.target.calendar,
                index: body.target.index,
                line: body.target.line,
            },
            from: body.from.0,
            elapsed: body.elapsed_s.0,
            stopped: body.stopped_s.0,
            over: body.over_s.0,
            deadline: body.deadline.0,
            last_in_time: body.last_in_time.unwrap_or(body.deadline).0,
            reached: body.reached.map(|at| at.0),
            open: body.open,
            load: body.load.map(|load| Load { open: load.open, before: load.opened_15m }),
            policy: body.policy,
            source: body.source.path,
            row: body.source.row,
            as_of: body.as_of.0,
        }
    }
}

impl From<RecordedBreach> for BreachBody {
    fn from(breach: RecordedBreach) -> Self {
        Self {
            incident: breach.incident,
            title: breach.title,
            customer: breach.customer,
            service: breach.service,
            severity: breach.severity,
            status: breach.status,
            assignee: breach.assignee,
            attributes: Pairs(breach.attributes),
            stages: Pairs(breach.stages.into_iter().map(|(stage, at)| (stage, Moment(at))).collect()),
            pauses: breach
                .pauses
                .iter()
                .map(|pause| PauseBody { from: Moment(pause.from), to: pause.to.map(Moment) })
                .collect(),
            paused_s: Pairs(breach.paused.into_iter().map(|(stage, sum)| (stage, Seconds(sum))).collect()),
            severities: breach
                .severities
                .into_iter()
                .map(|(at, severity)| SeverityBody { from: Moment(at), severity })
                .collect(),
            objective: breach.objective,
            target: TargetBody {
                within_s: Seconds(breach.target.within),
                by: breach.target.by,
                calendar: breach.target.calendar,
                index: breach.target.index,
                line: breach.target.line,
            },
            from: Moment(breach.from),
            elapsed_s: Seconds(breach.elapsed),
            stopped_s: Seconds(breach.stopped),
            over_s: Seconds(breach.over),
            deadline: Moment(breach.deadline),
            last_in_time: (breach.last_in_time != breach.deadline).then_some(Moment(breach.last_in_time)),
            reached: breach.reached.map(Moment),
            open: breach.open,
            load: breach.load.map(|load| LoadBody { open: load.open, opened_15m: load.before }),
            policy: breach.policy,
            source: SourcePlace { path: breach.source, row: breach.row },
            as_of: Moment(breach.as_of),
            supersedes: None,
        }
    }
}

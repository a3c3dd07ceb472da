//! The bodies of entries as they stand in the file. A contract: fields may be added, none is
//! removed or changes its meaning under `"v":1`. They are apart from the types of the domain, which
//! may change.

use serde::{Deserialize, Serialize};

use super::Moment;
use crate::assess::{Counts, SourceSummary};

/// A breach that is none any more: `breach-withdrawn`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawnBody {
    /// The incident's id.
    pub incident: String,
    /// The objective's name in the policy.
    pub objective: String,
    /// The verdict it has now, or `objective-removed`.
    pub verdict: String,
    /// SHA-256 of the policy file.
    pub policy: String,
    /// The instant that counted as now.
    pub as_of: Moment,
    /// The entry that recorded the breach.
    pub supersedes: String,
}

/// What a person recorded: `annotation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnotationBody {
    /// The incident's id.
    pub incident: String,
    /// The objective, where only one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// The cause by its name in the policy.
    pub cause: String,
    /// Why, in a person's words.
    pub reason: String,
    /// What would help, in a person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub improvement: Option<String>,
    /// `required`, `not-required` or `review`.
    pub fix: String,
    /// When it was learnt, where that was at another time than it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Moment>,
    /// The annotation that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// Further annotations that it takes the place of, where several stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_supersedes: Vec<String>,
    /// The retraction that it was written after, where nothing stood: what keeps it apart from the
    /// same words that were taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// That an annotation was taken back: `annotation-retracted`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetractionBody {
    /// The incident's id.
    pub incident: String,
    /// The objective, where the annotation was about only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// Why, in a person's words.
    pub why: String,
    /// The annotation.
    pub supersedes: String,
}

/// What was decided about a fix: `decision`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionBody {
    /// The incident's id.
    pub incident: String,
    /// The objective, where the annotation is about only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objective: Option<String>,
    /// The annotation that it is about.
    pub annotation: String,
    /// `required` or `not-required`.
    pub fix: String,
    /// Why, in a person's words.
    pub why: String,
    /// The decision that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// Further decisions that it takes the place of, where several stood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_supersedes: Vec<String>,
}

/// An improvement that is asked for: `request`. Several entries of one name are one request, with
/// the incidents of all but those left out later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestBody {
    /// The name, such as `REQ-3f9a2c11`.
    pub request: String,
    /// The team by its name in the policy.
    pub team: String,
    /// The cause by its name in the policy.
    pub cause: String,
    /// Customer, service and title.
    pub signature: [String; 3],
    /// The incidents that prove it; of one that is open already, those that came since.
    pub incidents: Vec<String>,
    /// Their breaches that it is about: incident and objective of each. Without any, all are meant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaches: Vec<[String; 2]>,
    /// Breaches that earlier entries of the name were about and that it no longer is: they were taken
    /// back, or call for another fix or none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<[String; 2]>,
    /// The entry of the name that was written before: what tells which came first of two of the same
    /// moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The file that tells of them, relative to the policy.
    pub draft: String,
    /// What a person asked for in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub improvement: Option<String>,
}

/// How far a request got: `request-status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestStatusBody {
    /// The request's name.
    pub request: String,
    /// `sent`, `accepted`, `declined` or `done`.
    pub status: String,
    /// The entry of the step before: what tells which came first of two of the same moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// When that happened, where it was at another time than it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Moment>,
    /// What a person noted about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What was read and counted: `check`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckBody {
    /// The check recorded before it: what keeps two checks apart that read the same, when others
    /// came between them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The instant that counted as now.
    pub as_of: Moment,
    /// SHA-256 of the policy file.
    pub policy: String,
    /// The exports in the order in which they were named.
    pub sources: Vec<SourceBody>,
    /// Which incidents were looked at, by `opened`.
    pub window: WindowBody,
    /// The conditions that further narrowed them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<String>,
    /// How many incidents were looked at.
    pub incidents: u64,
    /// The verdicts by objective.
    pub objectives: Vec<ObjectiveCounts>,
}

/// One export of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceBody {
    /// As the user named it.
    pub path: String,
    /// Of its bytes, in lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Rows of data.
    pub rows: u64,
    /// Incidents in them.
    pub incidents: u64,
    /// Rows that can't be trusted.
    pub unreadable: u64,
}

impl SourceBody {
    pub(super) fn of(source: &SourceSummary) -> Self {
        Self {
            path: source.path.clone(),
            sha256: source.sha256.clone(),
            rows: source.rows,
            incidents: source.incidents,
            unreadable: source.unreadable,
        }
    }
}

/// A half-open stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowBody {
    /// The first moment in it.
    pub from: Option<Moment>,
    /// The first moment after it.
    pub to: Option<Moment>,
}

/// The verdicts under one objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveCounts {
    /// The objective's name in the policy.
    pub id: String,
    /// Kept.
    pub met: u64,
    /// Missed, those still open included.
    pub breached: u64,
    /// Missed and still open.
    pub breached_open: u64,
    /// Not reached yet, with time left.
    pub pending: u64,
    /// The row doesn't tell.
    pub unknown: u64,
    /// No target is meant for them.
    pub uncovered: u64,
    /// Nothing is promised to them.
    pub excluded: u64,
}

impl ObjectiveCounts {
    pub(super) fn of(id: &str, counts: &Counts) -> Self {
        let &Counts { met, breached, breached_open, pending, unknown, uncovered, excluded } = counts;
        Self { id: id.to_owned(), met, breached, breached_open, pending, unknown, uncovered, excluded }
    }
}

impl From<&ObjectiveCounts> for Counts {
    fn from(body: &ObjectiveCounts) -> Self {
        let &ObjectiveCounts { met, breached, breached_open, pending, unknown, uncovered, excluded, .. } =
            body;
        Self { met, breached, breached_open, pending, unknown, uncovered, excluded }
    }
}

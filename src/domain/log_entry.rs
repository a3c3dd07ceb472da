use super::{EntryId, EntryKind, Fix, Instant, RequestStatus, Span};

/// An entry of the ledger as people look it up: who said what, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// Its name.
    pub entry: EntryId,
    /// Its line in the file, from 1.
    pub line: u64,
    /// When it was written.
    pub at: Instant,
    /// Who wrote it.
    pub by: String,
    /// What it says.
    pub said: Said,
    /// The entries that it takes the place of, or takes back.
    pub supersedes: Vec<EntryId>,
    /// The line as it stands in the file, without its end.
    pub content: String,
}

/// What an entry of the ledger says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// There is a breach, for the first time or again.
    Breach(LoggedBreach),
    /// The arithmetic of a breach moved.
    BreachAmended(LoggedBreach),
    /// A breach is none any more.
    BreachWithdrawn {
        /// The incident.
        incident: String,
        /// The objective's name in the policy.
        objective: String,
        /// The verdict it has now, or `objective-removed`.
        verdict: String,
    },
    /// Why a response was slow.
    Annotation {
        /// The incident.
        incident: String,
        /// The objective, where only one is meant.
        objective: Option<String>,
        /// The cause by its name in the policy.
        cause: String,
        /// Why, in a person's words.
        reason: String,
    },
    /// An annotation doesn't hold any more.
    AnnotationRetracted {
        /// The incident.
        incident: String,
        /// The objective, where only one is meant.
        objective: Option<String>,
        /// Why, in a person's words.
        why: String,
    },
    /// Whether something must be fixed.
    Decision {
        /// The incident.
        incident: String,
        /// The objective, where only one is meant.
        objective: Option<String>,
        /// What was decided.
        fix: Fix,
        /// Why, in a person's words.
        why: String,
    },
    /// An improvement is asked for.
    Request {
        /// The name, such as `REQ-3f9a2c11`.
        request: String,
        /// The team by its name in the policy.
        team: String,
        /// The cause by its name in the policy.
        cause: String,
        /// The incidents that prove it.
        incidents: Vec<String>,
        /// Incidents with breaches that it is no longer about.
        left_out: Vec<String>,
    },
    /// A request got further.
    RequestStatus {
        /// The request's name.
        request: String,
        /// How far.
        status: RequestStatus,
        /// What a person noted about it.
        note: Option<String>,
    },
    /// Exports were read and judged.
    Check {
        /// The exports, as the user named them.
        exports: Vec<String>,
        /// How many incidents were looked at.
        incidents: u64,
        /// The breaches under all objectives.
        breaches: u64,
    },
    /// A report was made.
    Report {
        /// The period that it is about, such as `2026-11`.
        about: String,
        /// The exports, as the user named them.
        exports: Vec<String>,
    },
}

/// A breach as an entry tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedBreach {
    /// The incident.
    pub incident: String,
    /// The objective's name in the policy.
    pub objective: String,
    /// The time beyond the target.
    pub over: Span,
    /// Whether the stage was still to come.
    pub open: bool,
}

impl Said {
    /// The kind of the entry.
    #[must_use]
    pub const fn kind(&self) -> EntryKind {
        match self {
            Self::Breach(_) => EntryKind::Breach,
            Self::BreachAmended(_) => EntryKind::BreachAmended,
            Self::BreachWithdrawn { .. } => EntryKind::BreachWithdrawn,
            Self::Annotation { .. } => EntryKind::Annotation,
            Self::AnnotationRetracted { .. } => EntryKind::AnnotationRetracted,
            Self::Decision { .. } => EntryKind::Decision,
            Self::Request { .. } => EntryKind::Request,
            Self::RequestStatus { .. } => EntryKind::RequestStatus,
            Self::Check { .. } => EntryKind::Check,
            Self::Report { .. } => EntryKind::Report,
        }
    }

    /// The one incident that it is about.
    #[must_use]
    pub fn incident(&self) -> Option<&str> {
        match self {
            Self::Breach(breach) | Self::BreachAmended(breach) => Some(&breach.incident),
            Self::BreachWithdrawn { incident, .. }
            | Self::Annotation { incident, .. }
            | Self::AnnotationRetracted { incident, .. }
            | Self::Decision { incident, .. } => Some(incident),
            Self::Request { .. } | Self::RequestStatus { .. } | Self::Check { .. } | Self::Report { .. } => {
                None
            }
        }
    }

    /// The one objective that it is about.
    #[must_use]
    pub fn objective(&self) -> Option<&str> {
        match self {
            Self::Breach(breach) | Self::BreachAmended(breach) => Some(&breach.objective),
            Self::BreachWithdrawn { objective, .. } => Some(objective),
            Self::Annotation { objective, .. }
            | Self::AnnotationRetracted { objective, .. }
            | Self::Decision { objective, .. } => objective.as_deref(),
            Self::Request { .. } | Self::RequestStatus { .. } | Self::Check { .. } | Self::Report { .. } => {
                None
            }
        }
    }

    /// The request that it is about.
    #[must_use]
    pub fn request(&self) -> Option<&str> {
        match self {
            Self::Request { request, .. } | Self::RequestStatus { request, .. } => Some(request),
            _ => None,
        }
    }
}

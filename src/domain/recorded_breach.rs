use super::{EntryId, Instant, Load, Pause, Span};

/// A breach as the ledger keeps it: everything by name, so that it can be read without the policy
/// and the export that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedBreach {
    /// The incident's id.
    pub incident: String,
    /// What it was about.
    pub title: Option<String>,
    /// The customer whose service it was.
    pub customer: Option<String>,
    /// The service or host.
    pub service: Option<String>,
    /// The severity by its name in the policy.
    pub severity: Option<String>,
    /// The state in the tool that the export came from.
    pub status: Option<String>,
    /// Who handled it.
    pub assignee: Option<String>,
    /// The policy's own fields by name, in the policy's order.
    pub attributes: Vec<(String, String)>,
    /// The stamps by stage name, in the policy's order.
    pub stages: Vec<(String, Instant)>,
    /// The stretches in which it was paused.
    pub pauses: Vec<Pause>,
    /// The time paused up to a stage by its name, where the export gave sums.
    pub paused: Vec<(String, Span)>,
    /// The severities that it had, as the export wrote them, in the order of time; empty where it
    /// told of one only.
    pub severities: Vec<(Instant, String)>,
    /// The objective's name in the policy.
    pub objective: String,
    /// What was promised.
    pub target: RecordedTarget,
    /// When the clock started.
    pub from: Instant,
    /// How much of the time counted until then, or had counted at as-of.
    pub elapsed: Span,
    /// How much more would have counted without pauses and exclusions.
    pub stopped: Span,
    /// The time beyond the target.
    pub over: Span,
    /// The first moment by which as much time has counted as it might take.
    pub deadline: Instant,
    /// The last moment by which no more has: later than the deadline where the clock stands still
    /// then.
    pub last_in_time: Instant,
    /// When the stage counts as reached.
    pub reached: Option<Instant>,
    /// Whether the stage was still to come.
    pub open: bool,
    /// What else was going on when the clock started; `None` where that was not measured.
    pub load: Option<Load>,
    /// SHA-256 of the policy file, in lower-case hex.
    pub policy: String,
    /// The export it was read from, as the user named it.
    pub source: String,
    /// The row there: the record number, the header being row 1.
    pub row: u64,
    /// The instant that counted as now.
    pub as_of: Instant,
}

/// What a recorded breach was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedTarget {
    /// How long it might take.
    pub within: Span,
    /// The stage that held the deadline, where the export says by when.
    pub by: Option<String>,
    /// The calendar, by its name in the policy, in whose hours the clock ran.
    pub calendar: Option<String>,
    /// The place among the objective's targets, from 0.
    pub index: usize,
    /// The line in the policy file, from 1.
    pub line: usize,
}

/// The breaches that the ledger holds of one incident and objective, the latest word on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreachRecord {
    /// The entry that says the latest.
    pub entry: EntryId,
    /// The arithmetic as it was last recorded.
    pub breach: RecordedBreach,
    /// The entry that recorded it.
    pub recorded_by: EntryId,
    /// That it is none any more.
    pub withdrawn: Option<Withdrawal>,
}

impl BreachRecord {
    /// Whether it still counts.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.withdrawn.is_none()
    }

    /// The instant as of which the latest word was said.
    #[must_use]
    pub fn as_of(&self) -> Instant {
        self.withdrawn.as_ref().map_or(self.breach.as_of, |withdrawal| withdrawal.as_of)
    }
}

/// Why a breach is none any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The verdict it has now (`met`, `pending`, …) or `objective-removed`.
    pub verdict: String,
    /// The instant that counted as now.
    pub as_of: Instant,
    /// SHA-256 of the policy file that it was judged by, in lower-case hex.
    pub policy: String,
}

impl RecordedBreach {
    /// The text of a field by its name in the policy, empty where there is none.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        let own = || self.attributes.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
        match name {
            "title" => self.title.as_deref(),
            "customer" => self.customer.as_deref(),
            "service" => self.service.as_deref(),
            "severity" => self.severity.as_deref(),
            "status" => self.status.as_deref(),
            "assignee" => self.assignee.as_deref(),
            _ => own(),
        }
        .unwrap_or("")
    }

    /// When the incident was opened; the start of the clock where the export doesn't say.
    #[must_use]
    pub fn opened(&self) -> Instant {
        self.stages.iter().find(|(stage, _)| stage == "opened").map_or(self.from, |&(_, at)| at)
    }
}

//! Policies and incidents as mere data. Every moment is a whole minute since the epoch.

use crate::domain::oracle::PlainCalendar;
use crate::domain::{SeverityAt, SkippedStage};

pub(super) type Minute = i64;

/// The happenings that incidents may have, in order.
pub(super) const STAGES: [&str; 5] = ["opened", "acknowledged", "responded", "resolved", "closed"];

/// What exports write for severities and how the policy calls them, most severe first. The last one
/// is none of the policy's.
pub(super) const SEVERITIES: [(&str, &str); 4] =
    [("P1", "critical"), ("2 - High", "high"), ("low", "low"), ("odd", "odd")];

pub(super) const SERVICES: [&str; 3] = ["web-1", "web-2", "db-1"];

#[derive(Debug)]
pub(super) struct PlainPolicy {
    pub(super) calendars: Vec<PlainCalendar>,
    pub(super) objectives: Vec<PlainObjective>,
    pub(super) exclusions: Vec<PlainExclusion>,
    pub(super) skipped_stage: SkippedStage,
    pub(super) severity_at: SeverityAt,
}

#[derive(Debug)]
pub(super) struct PlainObjective {
    /// Places in [`STAGES`].
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) pauses: bool,
    pub(super) targets: Vec<PlainTarget>,
}

#[derive(Debug)]
pub(super) struct PlainTarget {
    pub(super) when: When,
    pub(super) since: Option<Minute>,
    pub(super) until: Option<Minute>,
    pub(super) promise: PlainPromise,
    /// A place among the policy's calendars.
    pub(super) calendar: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum PlainPromise {
    Within(Minute),
    BusinessDays(usize),
    Due,
    Exempt,
}

#[derive(Debug)]
pub(super) struct PlainExclusion {
    pub(super) when: When,
    pub(super) from: Option<Minute>,
    pub(super) to: Option<Minute>,
    pub(super) drops: bool,
}

/// For which incidents something is meant.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// Any of these names; empty for all.
    pub(super) severities: Vec<&'static str>,
    /// A service; one with a `*` at its end means all that begin so.
    pub(super) service: Option<&'static str>,
}

impl When {
    pub(super) fn fits(&self, severity: &str, service: &str) -> bool {
        let by_service = match self.service {
            None => true,
            Some(wanted) => match wanted.strip_suffix('*') {
                Some(begins) => service.starts_with(begins),
                None => service == wanted,
            },
        };
        by_service && (self.severities.is_empty() || self.severities.contains(&severity))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlainStamp {
    Missing,
    Unreadable,
    At(Minute),
}

#[derive(Debug)]
pub(super) struct PlainIncident {
    pub(super) service: &'static str,
    pub(super) stamps: [PlainStamp; STAGES.len()],
    pub(super) due: PlainStamp,
    /// From when to when, if it ended; `None` where they can't be read.
    pub(super) pauses: Option<Vec<(Minute, Option<Minute>)>>,
    /// By stage, how many minutes it was paused from `opened` on; `None` where that can't be read.
    pub(super) sums: Vec<(usize, Option<Minute>)>,
    /// Places in [`SEVERITIES`], each from when on; never empty.
    pub(super) severities: Vec<(Minute, usize)>,
}

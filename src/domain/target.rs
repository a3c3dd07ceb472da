use std::sync::Arc;

use super::{Calendar, Condition, Instant, Span, StageId};

/// One line of an objective: which incidents, and how long.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Which incidents it is for.
    pub when: Condition,
    /// Only for incidents opened at or after this moment.
    pub since: Option<Instant>,
    /// Only for incidents opened before this moment.
    pub until: Option<Instant>,
    /// What is promised to them.
    pub promise: Promise,
    /// The hours in which the clock runs; day and night without one.
    pub calendar: Option<Arc<Calendar>>,
    /// The line of the policy file that says so, from 1.
    pub line: usize,
}

/// What a target promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promise {
    /// The objective's `to` stage is reached within this time.
    Within(Span),
    /// It is reached by the end of this business day of the target's calendar, the day on which the
    /// clock starts not being counted.
    BusinessDays(u32),
    /// It is reached by the moment that stands in the export as this stage.
    By(StageId),
    /// Nothing, for this reason.
    Exempt(String),
}

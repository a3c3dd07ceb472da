/// How the clock treats the odd cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockRules {
    /// What a missing stamp means where a later stage has one.
    pub skipped_stage: SkippedStage,
    /// Which of several resolutions stops the clock, where rows are events.
    pub reopen: Reopen,
    /// Which of several severities decides, where rows are events.
    pub severity_at: SeverityAt,
}

/// What a missing stamp means where a later stage has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SkippedStage {
    /// The verdict is unknown.
    #[default]
    Unknown,
    /// The objective was missed.
    Miss,
    /// The stage counts as reached when the next stage that has a stamp was.
    NextStage,
}

/// What reopening an incident does to its clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reopen {
    /// The clock runs on to the last resolution.
    #[default]
    SameClock,
    /// The first resolution stops it for good.
    FirstResolution,
}

/// Which severity of an incident decides, where it changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SeverityAt {
    /// The one it was opened with.
    #[default]
    Opened,
    /// The one under which its time ran out first; if it never did, the one at the end of the clock.
    Breach,
    /// The most severe it had by the end of the clock.
    Highest,
}

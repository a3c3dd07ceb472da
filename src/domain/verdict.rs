use super::{ExclusionIndex, IncidentPart, Instant, Span, StageId, VerdictKind};

/// What holds of one incident under one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The stage was reached in time; exactly on target is in time.
    Met(Reading),
    /// It was reached too late, or is late already.
    Breached(Reading),
    /// It was not reached yet, and there is time left.
    Pending(Reading),
    /// The incident has not come to the stage where the clock starts; pending, too.
    NotStarted,
    /// The row doesn't tell.
    Unknown(Unknown),
    /// No target is meant for the incident.
    Uncovered(Uncovered),
    /// Nothing is promised to the incident, or it doesn't count.
    Excluded(Excluded),
}

impl Verdict {
    /// The word for it in reports and in the ledger.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        self.kind().word()
    }

    /// Which verdict it is.
    #[must_use]
    pub const fn kind(&self) -> VerdictKind {
        match self {
            Self::Met(_) => VerdictKind::Met,
            Self::Breached(_) => VerdictKind::Breached,
            Self::Pending(_) | Self::NotStarted => VerdictKind::Pending,
            Self::Unknown(_) => VerdictKind::Unknown,
            Self::Uncovered(_) => VerdictKind::Uncovered,
            Self::Excluded(_) => VerdictKind::Excluded,
        }
    }

    /// The arithmetic, where the clock was read.
    #[must_use]
    pub const fn reading(&self) -> Option<&Reading> {
        match self {
            Self::Met(reading) | Self::Breached(reading) | Self::Pending(reading) => Some(reading),
            Self::NotStarted | Self::Unknown(_) | Self::Uncovered(_) | Self::Excluded(_) => None,
        }
    }
}

/// The arithmetic of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// When the clock started.
    pub from: Instant,
    /// Whether and how the stage was reached.
    pub reach: Reach,
    /// How long it might take.
    pub target: Span,
    /// How much of the time counted until then, or has counted at as-of.
    pub elapsed: Span,
    /// How much more would have counted without pauses and exclusions.
    pub stopped: Span,
}

impl Reading {
    /// The time beyond the target, zero where there is none.
    #[must_use]
    pub fn over(&self) -> Span {
        self.elapsed.minus(self.target).at_least_zero()
    }

    /// The time that is left of the target, zero where there is none.
    #[must_use]
    pub fn left(&self) -> Span {
        self.target.minus(self.elapsed).at_least_zero()
    }

    /// Whether more than nine tenths of the time it may take have gone by; exactly nine tenths are
    /// not more.
    #[must_use]
    pub fn is_close(&self) -> bool {
        self.elapsed > self.target.nine_tenths()
    }

    /// Whether the stage is still to come.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.reach == Reach::NotYet
    }

    /// When the stage counts as reached.
    #[must_use]
    pub fn reached(&self) -> Option<Instant> {
        match self.reach {
            Reach::At(at) | Reach::ByNextStage(at) => Some(at),
            Reach::NotYet | Reach::Skipped => None,
        }
    }
}

/// Whether and how the stage at the end of the clock was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// At this moment.
    At(Instant),
    /// No stamp, but a later stage has one, and `clock.skipped_stage` takes that.
    ByNextStage(Instant),
    /// No stamp though a later stage has one, and `clock.skipped_stage` calls that a miss.
    Skipped,
    /// Not at as-of.
    NotYet,
}

/// Why a row doesn't tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The stamp of this stage can't be read.
    Unreadable(StageId),
    /// The second stage is stamped before the first.
    Contradictory(StageId, StageId),
    /// The stage has no stamp though a later one has.
    Skipped(StageId),
    /// The clock never started: this stage has no stamp.
    NotStarted(StageId),
    /// Another row of the export has the same id.
    RepeatedId,
    /// Its pauses can't be read, or are longer than the time in which they lie.
    Pauses(IncidentPart),
}

/// Why an incident gets no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excluded {
    /// The target says that nothing is promised.
    Exempt,
    /// The policy's exclusion of this place drops it.
    Dropped(ExclusionIndex),
}

/// Why no target is meant for an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncovered {
    /// None of the targets fits.
    NoTarget,
    /// The target that fits names a deadline that the row doesn't have.
    NoDeadline(StageId),
}

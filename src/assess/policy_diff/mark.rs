use crate::domain::{Span, Verdict};

/// What is remembered of a verdict: small, as there is one for each incident and objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    target: Span,
    elapsed: Span,
    has_clock: bool,
    /// Which verdict it is.
    pub verdict: VerdictKind,
}

/// A verdict without its arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerdictKind {
    /// Kept.
    Met,
    /// Missed.
    Breached,
    /// Not reached yet.
    Pending,
    /// The row doesn't tell.
    Unknown,
    /// No target is for it.
    Uncovered,
    /// Nothing is promised to it.
    Excluded,
}

impl VerdictKind {
    /// The word for it, as [`Verdict::word`] gives it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Breached => "breached",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Uncovered => "uncovered",
            Self::Excluded => "excluded",
        }
    }
}

impl Mark {
    /// The mark of a verdict.
    #[must_use]
    pub fn of(verdict: &Verdict) -> Self {
        let kind = match verdict {
            Verdict::Met(_) => VerdictKind::Met,
            Verdict::Breached(_) => VerdictKind::Breached,
            Verdict::Pending(_) | Verdict::NotStarted => VerdictKind::Pending,
            Verdict::Unknown(_) => VerdictKind::Unknown,
            Verdict::Uncovered(_) => VerdictKind::Uncovered,
            Verdict::Excluded(_) => VerdictKind::Excluded,
        };
        let reading = verdict.reading();
        Self {
            target: reading.map_or(Span::ZERO, |reading| reading.target),
            elapsed: reading.map_or(Span::ZERO, |reading| reading.elapsed),
            has_clock: reading.is_some(),
            verdict: kind,
        }
    }

    /// How long it might take, where the clock was read.
    #[must_use]
    pub fn target(&self) -> Option<Span> {
        self.has_clock.then_some(self.target)
    }

    /// How long it took, or has taken so far, where the clock was read.
    #[must_use]
    pub fn elapsed(&self) -> Option<Span> {
        self.has_clock.then_some(self.elapsed)
    }

    /// The time beyond the target; none where there is none.
    #[must_use]
    pub fn over(&self) -> Span {
        self.elapsed.minus(self.target).at_least_zero()
    }
}

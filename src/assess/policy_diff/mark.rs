use crate::domain::{Span, Verdict, VerdictKind};

/// What is remembered of a verdict: small, as there is one for each incident and objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    target: Span,
    elapsed: Span,
    has_clock: bool,
    /// Which verdict it is.
    pub verdict: VerdictKind,
}

impl Mark {
    /// The mark of a verdict.
    #[must_use]
    pub fn of(verdict: &Verdict) -> Self {
        let reading = verdict.reading();
        Self {
            target: reading.map_or(Span::ZERO, |reading| reading.target),
            elapsed: reading.map_or(Span::ZERO, |reading| reading.elapsed),
            has_clock: reading.is_some(),
            verdict: verdict.kind(),
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

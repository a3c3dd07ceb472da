use crate::domain::{Goal, Verdict};

/// How many incidents got which verdict under one objective.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
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

impl Counts {
    /// Counts one verdict.
    #[inline]
    pub fn add(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Met(_) => self.met += 1,
            other => self.add_other(other),
        }
    }

    /// Counts one verdict, of which there are few but for the met ones.
    #[inline(never)]
    fn add_other(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Met(_) => self.met += 1,
            Verdict::Breached(reading) => {
                self.breached += 1;
                self.breached_open += u64::from(reading.is_open());
            }
            Verdict::Pending(_) | Verdict::NotStarted => self.pending += 1,
            Verdict::Unknown(_) => self.unknown += 1,
            Verdict::Uncovered(_) => self.uncovered += 1,
            Verdict::Excluded(_) => self.excluded += 1,
        }
    }

    /// Adds what was counted elsewhere.
    pub fn merge(&mut self, other: &Self) {
        self.met += other.met;
        self.breached += other.breached;
        self.breached_open += other.breached_open;
        self.pending += other.pending;
        self.unknown += other.unknown;
        self.uncovered += other.uncovered;
        self.excluded += other.excluded;
    }

    /// These counts with some of the incidents judged otherwise: without `taken`, which are among
    /// them, and with `given`.
    #[must_use]
    pub const fn exchanged(&self, taken: &Self, given: &Self) -> Self {
        Self {
            met: self.met - taken.met + given.met,
            breached: self.breached - taken.breached + given.breached,
            breached_open: self.breached_open - taken.breached_open + given.breached_open,
            pending: self.pending - taken.pending + given.pending,
            unknown: self.unknown - taken.unknown + given.unknown,
            uncovered: self.uncovered - taken.uncovered + given.uncovered,
            excluded: self.excluded - taken.excluded + given.excluded,
        }
    }

    /// The base of the rate: what was met or breached.
    #[must_use]
    pub const fn judged(&self) -> u64 {
        self.met + self.breached
    }

    /// All incidents, whatever their verdict.
    #[must_use]
    pub const fn all(&self) -> u64 {
        self.judged() + self.pending + self.unknown + self.uncovered + self.excluded
    }

    /// The share that was met of those judged, unrounded; `None` without a base.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        Rate::of(self.met, self.judged())
    }

    /// The rate if every unknown one was breached.
    #[must_use]
    pub fn worst_case(&self) -> Option<Rate> {
        Rate::of(self.met, self.judged() + self.unknown)
    }

    /// Whether the goal is reached; `None` without a base.
    #[must_use]
    pub fn reaches(&self, goal: Goal) -> Option<bool> {
        (self.judged() > 0).then(|| goal.reached(self.met, self.judged()))
    }
}

/// A share of a base that is not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many have it.
    pub part: u64,
    /// Out of how many.
    pub base: u64,
}

impl Rate {
    /// The share of `part` in `base`; `None` for an empty base.
    #[must_use]
    pub fn of(part: u64, base: u64) -> Option<Self> {
        (base > 0).then_some(Self { part, base })
    }

    /// The exact quotient, from 0 to 1.
    #[must_use]
    pub fn quotient(self) -> f64 {
        self.part as f64 / self.base as f64
    }

    /// In tenths of a percent, rounded down, so that 99.95 % never shows as 100.
    #[must_use]
    pub fn per_mille(self) -> u64 {
        u64::try_from(u128::from(self.part) * 1000 / u128::from(self.base)).unwrap_or(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_round_down_and_need_a_base() {
        assert_eq!(Rate::of(1999, 2000).unwrap().per_mille(), 999);
        assert_eq!(Rate::of(0, 0), None);
        let counts = Counts { met: 9, breached: 1, unknown: 2, ..Counts::default() };
        assert_eq!(counts.rate().unwrap().per_mille(), 900);
        assert_eq!(counts.worst_case().unwrap().per_mille(), 750);
        assert_eq!(counts.all(), 12);
    }
}

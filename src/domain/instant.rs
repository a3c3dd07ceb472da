use chrono::{DateTime, SecondsFormat};

use super::Span;

/// A moment, counted exactly in nanoseconds since 1970-01-01T00:00:00Z.
///
/// Covers the years 1678 to 2261; what lies outside can't be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

const NANOS: i64 = 1_000_000_000;

impl Instant {
    /// The last moment that there is.
    pub const LAST: Self = Self(i64::MAX);

    /// From whole seconds since the epoch and the nanoseconds after them.
    /// `None` outside the covered years.
    #[must_use]
    pub fn from_epoch(seconds: i64, nanos: u32) -> Option<Self> {
        Some(Self(seconds.checked_mul(NANOS)?.checked_add(i64::from(nanos))?))
    }

    /// From nanoseconds since the epoch.
    #[must_use]
    pub const fn from_nanos(nanos: i64) -> Self {
        Self(nanos)
    }

    /// Nanoseconds since the epoch.
    #[must_use]
    pub const fn nanos(self) -> i64 {
        self.0
    }

    /// In UTC as RFC 3339, with as many digits behind the second as it takes.
    #[must_use]
    pub fn utc_text(self) -> String {
        let (seconds, nanos) = self.epoch();
        DateTime::from_timestamp(seconds, nanos)
            .map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
            .unwrap_or_default()
    }

    /// Whole seconds since the epoch, rounded down, and the nanoseconds after them.
    #[must_use]
    pub fn epoch(self) -> (i64, u32) {
        let nanos = u32::try_from(self.0.rem_euclid(NANOS)).unwrap_or_default();
        (self.0.div_euclid(NANOS), nanos)
    }

    /// The time from `earlier` to here; negative if `earlier` is in truth later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Span {
        Span::from_nanos(self.0.saturating_sub(earlier.0))
    }

    /// This moment moved by `span`, held at the ends of the covered years.
    #[must_use]
    pub const fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.nanos()))
    }

    /// This moment moved back by `span`, held at the ends of the covered years.
    #[must_use]
    pub const fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.nanos()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epoch_round_trips_before_and_after_1970() {
        for (seconds, nanos) in [(0, 0), (1, 5), (-1, 999_999_999), (-62, 1)] {
            let instant = Instant::from_epoch(seconds, nanos).unwrap();
            assert_eq!(instant.epoch(), (seconds, nanos));
        }
    }

    #[test]
    fn years_out_of_range_are_refused() {
        assert_eq!(Instant::from_epoch(253_402_300_799, 0), None);
    }
}

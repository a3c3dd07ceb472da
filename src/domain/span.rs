use std::fmt;

/// A length of time in nanoseconds, exact; negative where something ran backwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

const NANOS: i64 = 1_000_000_000;

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// From nanoseconds.
    #[must_use]
    pub const fn from_nanos(nanos: i64) -> Self {
        Self(nanos)
    }

    /// From whole seconds; `None` beyond 292 years.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        seconds.checked_mul(NANOS).map(Self)
    }

    /// The length in nanoseconds.
    #[must_use]
    pub const fn nanos(self) -> i64 {
        self.0
    }

    /// The length in whole seconds, rounded towards zero. For display, never for a comparison.
    #[must_use]
    pub const fn whole_seconds(self) -> i64 {
        self.0 / NANOS
    }

    /// The length less `other`.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The length and `other` together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Nine tenths of this length, rounded down to a nanosecond, so that a length is more than them just
    /// when it is more than these.
    #[must_use]
    pub fn nine_tenths(self) -> Self {
        Self(self.0 - self.0.div_euclid(10) - i64::from(self.0.rem_euclid(10) > 0))
    }

    /// This length, or none where it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        self.max(Self::ZERO)
    }
}

/// Seconds as a decimal number, as short as exactness allows: `90`, `0.5`, `-1.000000001`.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0.unsigned_abs() / 1_000_000_000, self.0.unsigned_abs() % 1_000_000_000);
        let sign = if self.0 < 0 { "-" } else { "" };
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let fraction = format!("{rest:09}");
        write!(f, "{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn more_than_nine_tenths_is_more_than_what_is_rounded_down(whole: i64, beside in -3..4_i64) {
            let tenths = Span::from_nanos(whole).nine_tenths();
            let part = tenths.plus(Span::from_nanos(beside));
            prop_assert_eq!(part > tenths, i128::from(part.nanos()) * 10 > i128::from(whole) * 9);
        }
    }

    #[test]
    fn seconds_are_whole_where_they_can_be() {
        assert_eq!(Span::from_seconds(90).unwrap().to_string(), "90");
        assert_eq!(Span::from_nanos(500_000_000).to_string(), "0.5");
        assert_eq!(Span::from_nanos(-1_000_000_001).to_string(), "-1.000000001");
    }
}

use std::fmt;

/// The share of judged incidents that must keep an objective, exact to a millionth of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Goal(u64);

/// What stands for 100 %.
const WHOLE: u64 = 100_000_000;
/// What stands for 1 %.
const PERCENT: u64 = WHOLE / 100;

impl Goal {
    /// Reads a percentage such as `95%` or `99.95 %`; above 0 and at most 100.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.trim().strip_suffix(['%', '％'])?.trim_end();
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || fraction.len() > 6 {
            return None;
        }
        let parts = whole.parse::<u64>().ok()?.checked_mul(PERCENT)?
            + format!("{fraction:0<6}").parse::<u64>().ok()?;
        (parts > 0 && parts <= WHOLE).then_some(Self(parts))
    }

    /// Whether `met` of `judged` reaches the goal, compared without rounding.
    #[must_use]
    pub fn reached(self, met: u64, judged: u64) -> bool {
        u128::from(met) * u128::from(WHOLE) >= u128::from(self.0) * u128::from(judged)
    }

    /// The fewest judged incidents of which one may miss it; `None` where none ever may.
    #[must_use]
    pub fn fewest_for_a_miss(self) -> Option<u64> {
        let missing = WHOLE - self.0;
        (missing > 0).then(|| WHOLE.div_ceil(missing))
    }

    /// How many of those judged may miss it.
    #[must_use]
    pub fn misses_allowed(self, judged: u64) -> u64 {
        let allowed = u128::from(judged) * u128::from(WHOLE - self.0) / u128::from(WHOLE);
        u64::try_from(allowed).unwrap_or(judged)
    }

    /// The share as a number from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.0 as f64 / WHOLE as f64
    }
}

/// As a percentage with as many decimals as it needs: `99.95`.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:06}", self.0 / PERCENT, self.0 % PERCENT);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_read_exactly() {
        assert_eq!(Goal::parse("99.95%").unwrap().to_string(), "99.95");
        assert_eq!(Goal::parse("100 %").unwrap().to_string(), "100");
        for wrong in ["101%", "0%", "95", "-1%", ".5%", "9 5%", "99.9999999%"] {
            assert_eq!(Goal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_goal_leaves_room_for_a_miss_from_some_number_on() {
        for (text, fewest) in [("99.9%", 1000), ("95%", 20), ("90%", 10), ("97%", 34), ("0.000001%", 2)] {
            let goal = Goal::parse(text).unwrap();
            assert_eq!(goal.fewest_for_a_miss(), Some(fewest), "{text}");
            assert!(goal.reached(fewest - 1, fewest) && !goal.reached(fewest - 2, fewest - 1), "{text}");
        }
        assert_eq!(Goal::parse("100%").unwrap().fewest_for_a_miss(), None);
    }

    #[test]
    fn as_many_may_miss_it_as_leave_it_reached() {
        for text in ["95%", "99.9%", "100%", "33.333333%"] {
            let goal = Goal::parse(text).unwrap();
            for judged in [0, 1, 19, 20, 21, 999, 1000, 1001] {
                let allowed = goal.misses_allowed(judged);
                assert!(goal.reached(judged - allowed, judged), "{text} of {judged}: {allowed}");
                assert!(
                    allowed == judged || !goal.reached(judged - allowed - 1, judged),
                    "{text} of {judged}"
                );
            }
        }
    }

    #[test]
    fn the_goal_is_compared_without_rounding() {
        let goal = Goal::parse("99.95%").unwrap();
        assert!(goal.reached(1999, 2000));
        assert!(!goal.reached(19_989, 20_000));
    }
}

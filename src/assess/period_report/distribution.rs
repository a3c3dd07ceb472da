use crate::domain::Span;

/// How lengths of time are spread, by what stands at certain places when they are put in order:
/// a mean would be drawn off by the few that took for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// How many there are.
    pub count: usize,
    /// Half of them took no longer.
    pub median: Span,
    /// Nine of ten took no longer.
    pub ninetieth: Span,
    /// None took longer.
    pub longest: Span,
}

impl Distribution {
    /// The spread of these; `None` of none.
    ///
    /// A percentile is the least of them that as large a share does not exceed (the nearest-rank
    /// method), so that each is a length that was measured.
    #[must_use]
    pub fn of(spans: &[Span]) -> Option<Self> {
        let mut spans = spans.to_vec();
        spans.sort_unstable();
        let rank = |percent: usize| spans.get((spans.len() * percent).div_ceil(100).checked_sub(1)?).copied();
        Some(Self { count: spans.len(), median: rank(50)?, ninetieth: rank(90)?, longest: *spans.last()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::minutes;

    #[test]
    fn percentiles_are_lengths_that_were_measured() {
        let of = |counts: &[i64]| {
            let spans: Vec<Span> = counts.iter().map(|&count| minutes(count)).collect();
            Distribution::of(&spans).map(|found| [found.median, found.ninetieth, found.longest])
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), Some([minutes(7); 3]));
        assert_eq!(of(&[9, 1]), Some([minutes(1), minutes(9), minutes(9)]));
        let ten: Vec<i64> = (1..=10).rev().collect();
        assert_eq!(of(&ten), Some([minutes(5), minutes(9), minutes(10)]));
        let eleven: Vec<i64> = (1..=11).collect();
        assert_eq!(of(&eleven), Some([minutes(6), minutes(10), minutes(11)]));
    }
}

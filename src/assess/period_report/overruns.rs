use crate::domain::Span;

/// The upper ends of the classes, in minutes: what is over by just so much is still in it.
const ENDS: [i64; 8] = [5, 15, 30, 60, 4 * 60, 12 * 60, 24 * 60, 3 * 24 * 60];

/// Breaches by how far they were over target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverrunClass {
    /// More than this.
    pub above: Span,
    /// At most this; `None` for the last class.
    pub up_to: Option<Span>,
    /// How many.
    pub breaches: u64,
}

impl OverrunClass {
    /// All classes, also those with nothing in them.
    #[must_use]
    pub fn of(overruns: impl IntoIterator<Item = Span>) -> Vec<Self> {
        let ends: Vec<Span> = ENDS.iter().filter_map(|minutes| Span::from_seconds(minutes * 60)).collect();
        let above = std::iter::once(Span::ZERO).chain(ends.iter().copied());
        let up_to = ends.iter().copied().map(Some).chain([None]);
        let mut classes: Vec<Self> =
            above.zip(up_to).map(|(above, up_to)| Self { above, up_to, breaches: 0 }).collect();
        for over in overruns {
            let place = ends.partition_point(|end| *end < over);
            if let Some(class) = classes.get_mut(place) {
                class.breaches += 1;
            }
        }
        classes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::minutes;

    #[test]
    fn every_overrun_is_in_the_class_whose_end_it_does_not_exceed() {
        let overruns = [Span::from_nanos(1), minutes(5), minutes(6), minutes(60), minutes(100_000)];
        let classes = OverrunClass::of(overruns);
        let counts: Vec<u64> = classes.iter().map(|class| class.breaches).collect();
        assert_eq!(counts, [2, 1, 0, 1, 0, 0, 0, 0, 1]);
        for class in &classes {
            let inside = |over: Span| over > class.above && class.up_to.is_none_or(|end| over <= end);
            let counted = overruns.iter().filter(|over| inside(**over)).count() as u64;
            assert_eq!(class.breaches, counted, "{class:?}");
        }
    }
}

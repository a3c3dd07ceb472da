use std::collections::BTreeMap;

use super::{Instant, Pause};

/// A stretch of time that doesn't count, half-open, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The first moment that doesn't count.
    pub from: Instant,
    /// The first moment that counts again; later than `from`.
    pub to: Instant,
    /// Why it doesn't.
    pub why: StopReason,
}

/// Why a stretch of time doesn't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StopReason {
    /// The policy's exclusion of this place.
    Exclusion(usize),
    /// The incident was paused.
    Pause,
}

impl Stop {
    /// The part of a pause that has happened by `end`: one that never ended lasts until then.
    /// `None` where nothing of it has.
    #[must_use]
    #[inline]
    pub fn of_pause(pause: Pause, end: Instant) -> Option<Self> {
        let to = pause.to.map_or(end, |to| to.min(end));
        (pause.from < to).then_some(Self { from: pause.from, to, why: StopReason::Pause })
    }

    /// The stops one behind the other, none overlapping another: where several hold at once, the
    /// exclusion listed first counts, and a pause only where no exclusion does.
    #[must_use]
    pub fn disjoint(mut stops: Vec<Self>) -> Vec<Self> {
        let apart = |pair: &[Self]| pair[0].to <= pair[1].from;
        stops.sort_unstable_by_key(|stop| (stop.from, stop.why));
        if stops.windows(2).all(apart) {
            return stops;
        }
        let mut merged: Vec<Self> = Vec::new();
        for (stop, _) in Self::stretches(&stops) {
            match merged.last_mut() {
                Some(last) if last.to == stop.from && last.why == stop.why => last.to = stop.to,
                _ => merged.push(stop),
            }
        }
        merged
    }

    /// The same, cut wherever another stop begins or ends, with how many hold.
    #[must_use]
    pub fn stretches(stops: &[Self]) -> Vec<(Self, usize)> {
        let ends = stops.iter().map(|stop| (stop.to, false, stop.why));
        let mut edges: Vec<_> = stops.iter().map(|stop| (stop.from, true, stop.why)).chain(ends).collect();
        edges.sort_unstable();
        let mut stretches: Vec<(Self, usize)> = Vec::new();
        let mut holding: BTreeMap<StopReason, usize> = BTreeMap::new();
        let (mut at, mut count) = (Instant::from_nanos(i64::MIN), 0_usize);
        for (edge, begins, why) in edges {
            if let Some((&why, _)) = holding.first_key_value()
                && at < edge
            {
                stretches.push((Self { from: at, to: edge, why }, count));
            }
            at = edge;
            if begins {
                *holding.entry(why).or_default() += 1;
                count += 1;
            } else if let Some(held) = holding.get_mut(&why) {
                *held -= 1;
                count -= 1;
                if *held == 0 {
                    holding.remove(&why);
                }
            }
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_epoch(second, 0).unwrap()
    }

    fn stop(from: i64, to: i64, why: StopReason) -> Stop {
        Stop { from: at(from), to: at(to), why }
    }

    #[test]
    fn overlapping_stops_are_counted_once() {
        use StopReason::{Exclusion, Pause};
        let stops = vec![
            stop(0, 10, Pause),
            stop(5, 15, Pause),
            stop(8, 12, Exclusion(1)),
            stop(15, 20, Pause),
            stop(30, 40, Exclusion(0)),
        ];
        assert_eq!(
            Stop::disjoint(stops),
            [stop(0, 8, Pause), stop(8, 12, Exclusion(1)), stop(12, 20, Pause), stop(30, 40, Exclusion(0)),]
        );
    }

    #[test]
    fn a_pause_that_never_ended_lasts_until_the_clock_does() {
        let open = Pause { from: at(5), to: None };
        assert_eq!(Stop::of_pause(open, at(9)), Some(stop(5, 9, StopReason::Pause)));
        assert_eq!(Stop::of_pause(open, at(5)), None);
        let over = Pause { from: at(5), to: Some(at(7)) };
        assert_eq!(Stop::of_pause(over, at(9)), Some(stop(5, 7, StopReason::Pause)));
    }
}

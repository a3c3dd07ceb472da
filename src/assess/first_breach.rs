use crate::domain::{Instant, Stop};

/// A severity while it was in force, as far as one objective can tell it from others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn<'a> {
    /// The place of its target, and the stops of its exclusions; `None` where nothing can be breached.
    pub(super) rule: Option<(usize, &'a [Stop])>,
    /// When it ended.
    pub(super) until: Instant,
}

/// The first of the turns, which are in order, that ends breached; `stamps` are those of the incident,
/// in any order.
///
/// An incident may have thousands of turns and of pauses, so that few turns are judged: by one rule, and
/// while no stage is reached, time only grows, so that of these turns all behind one that ends breached
/// do so too. There are as few rules as the policy has.
pub(super) fn first_breached(
    turns: &[Turn<'_>],
    stamps: &[Instant],
    ends_breached: impl Fn(usize) -> bool,
) -> Option<usize> {
    let reached = |&place: &usize| {
        let until = turns[place].until;
        stamps.iter().filter(|&&at| at <= until).count()
    };
    let mut first = None;
    for places in by_rule(turns) {
        for alike in places.chunk_by(|one, next| reached(one) == reached(next)) {
            let count = alike.partition_point(|&place| first.is_none_or(|first| place < first));
            let sooner = &alike[..count];
            let found = sooner.get(sooner.partition_point(|&place| !ends_breached(place)));
            if found.is_some() || count < alike.len() {
                first = found.copied().or(first);
                break;
            }
        }
    }
    first
}

/// The places of the turns that have the same rule.
fn by_rule(turns: &[Turn<'_>]) -> Vec<Vec<usize>> {
    let mut rules: Vec<((usize, &[Stop]), Vec<usize>)> = Vec::new();
    for (place, turn) in turns.iter().enumerate() {
        let Some(rule) = turn.rule else { continue };
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, places)) => places.push(place),
            None => rules.push((rule, vec![place])),
        }
    }
    rules.into_iter().map(|(_, places)| places).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;

    fn at(second: usize) -> Instant {
        Instant::from_epoch(i64::try_from(second).unwrap(), 0).unwrap()
    }

    fn turns(rules: &[Option<usize>]) -> Vec<Turn<'static>> {
        let turn = |(place, rule): (usize, &Option<usize>)| Turn {
            rule: rule.map(|rule| (rule, &[][..])),
            until: at(place),
        };
        rules.iter().enumerate().map(turn).collect()
    }

    #[test]
    fn few_of_many_turns_are_judged() {
        let rules: Vec<_> = (0..10_000).map(|place| Some(place % 3)).collect();
        let judged = Cell::new(0);
        let found = first_breached(&turns(&rules), &[at(0), at(5000)], |place| {
            judged.set(judged.get() + 1);
            place >= 9000
        });
        assert_eq!(found, Some(9000));
        assert!(judged.get() < 100, "{}", judged.get());
    }

    proptest! {
        #[test]
        fn the_first_is_found(
            rules in prop::collection::vec(prop::option::of(0..3_usize), 0..20),
            stamps in prop::collection::vec(0..20_usize, 0..3),
            // By rule and stamps, behind which turn it is breached.
            limits in prop::collection::vec(0..30_usize, 12),
        ) {
            let stamps: Vec<Instant> = stamps.into_iter().map(at).collect();
            let ends_breached = |place: usize| rules[place].is_some_and(|rule| {
                let reached = stamps.iter().filter(|&&stamp| stamp <= at(place)).count();
                place > limits[rule * 4 + reached]
            });
            let naive = (0..rules.len()).find(|&place| ends_breached(place));
            prop_assert_eq!(first_breached(&turns(&rules), &stamps, ends_breached), naive);
        }
    }
}

use std::cmp::Ordering;

use super::{Breaches, ReportedBreach};
use crate::domain::{Reading, Snapshot};

/// A breach behind what it is compared by, which is small and stands together: the weight and the
/// beginning of the id tell nearly all of them apart, without a look at incidents strewn over the
/// memory.
type Weighed<W> = (W, u128, Box<ReportedBreach>);

/// Breaches by a weight of their reading, those that weigh the same by incident and then by
/// objective. Each is seen by `complete` on the way.
pub(super) fn ranked<W: Ord>(
    breaches: Breaches,
    complete: impl Fn(&mut ReportedBreach),
    weight: impl Fn(&Reading) -> W,
) -> Breaches {
    let weighed = |mut one: Box<ReportedBreach>| {
        complete(&mut one);
        (weight(&one.breach.reading), beginning(&one.breach.incident), one)
    };
    let mut all: Vec<Weighed<W>> = breaches.into_iter().map(weighed).collect();
    all.sort_unstable_by(order);
    all.into_iter().map(|(_, _, one)| one).collect()
}

fn order<W: Ord>(one: &Weighed<W>, other: &Weighed<W>) -> Ordering {
    (&one.0, one.1).cmp(&(&other.0, other.1)).then_with(|| named(&one.2).cmp(&named(&other.2)))
}

/// The first bytes of the id, in their order; a shorter one is filled up with zeros.
fn beginning(incident: &Snapshot) -> u128 {
    let mut bytes = [0; 16];
    let id = incident.text_bytes().next().flatten().unwrap_or_default();
    bytes.iter_mut().zip(id).for_each(|(place, byte)| *place = *byte);
    u128::from_be_bytes(bytes)
}

/// The order of two that weigh the same.
fn named(one: &ReportedBreach) -> impl Ord {
    (one.breach.incident.id(), one.breach.objective, one.breach.incident.position())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Breach, Incident, Instant, Position, Reach, SnapshotWriter, Span};

    fn breach(id: &str, objective: usize, over: i64, row: u32) -> ReportedBreach {
        let incident = Incident::new(id, &[], &[], Position { source: 0, block: 0, row });
        let [from, deadline] = [0, 1].map(Instant::from_nanos);
        let (target, elapsed) = (Span::ZERO, Span::from_nanos(over));
        let reading = Reading { from, reach: Reach::NotYet, target, elapsed, stopped: Span::ZERO };
        let incident = SnapshotWriter::default().keep(&incident, [].into_iter());
        let breach = Breach { incident, objective, target: 0, reading, deadline, last_in_time: deadline };
        ReportedBreach::of(breach, 0)
    }

    proptest! {
        #[test]
        fn the_order_is_by_weight_then_id_then_objective_then_place(
            rows in prop::collection::vec(("[ab\\x00]{1,2}|long enough [ab]{0,9}", 0..3_usize, 0..4_i64), 0..60),
        ) {
            let list: Breaches = (0..)
                .zip(&rows)
                .map(|(row, (id, objective, over))| Box::new(breach(id, *objective, *over, row)))
                .collect();
            let ranked = ranked(list.clone(), |one| one.row += 1, |reading| std::cmp::Reverse(reading.over()));
            let mut sorted = list;
            for one in &mut sorted {
                one.row += 1;
            }
            sorted.sort_by(|a, b| {
                let key = |one: &ReportedBreach| (one.breach.incident.id().to_owned(), one.breach.objective, one.breach.incident.position());
                b.breach.reading.over().cmp(&a.breach.reading.over()).then_with(|| key(a).cmp(&key(b)))
            });
            prop_assert_eq!(ranked, sorted);
        }
    }
}

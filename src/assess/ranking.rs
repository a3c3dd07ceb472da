use std::mem;

use super::ReportedBreach;
use crate::domain::{Reading, Snapshot};

/// Sorts breaches by a weight of their reading, those that weigh the same by incident and then by
/// objective.
///
/// Small keys are sorted, which tell nearly all of them apart without a look at the breaches and
/// their incidents, strewn over the memory as they are; then each breach moves once.
pub(super) fn rank<W: Copy + Ord>(list: &mut [ReportedBreach], weight: impl Fn(&Reading) -> W) {
    let key = |(place, one): (usize, &ReportedBreach)| {
        (weight(&one.breach.reading), beginning(&one.breach.incident), place)
    };
    let mut keys: Vec<(W, u128, usize)> = list.iter().enumerate().map(key).collect();
    keys.sort_unstable_by(|a, b| {
        (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| named(&list[a.2]).cmp(&named(&list[b.2])))
    });
    let mut order: Vec<usize> = keys.into_iter().map(|(_, _, place)| place).collect();
    bring_into(list, &mut order);
}

/// The first bytes of the id, in their order; a shorter one is filled up with zeros.
fn beginning(incident: &Snapshot) -> u128 {
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(incident.id().bytes()).for_each(|(place, byte)| *place = byte);
    u128::from_be_bytes(bytes)
}

/// The order of two that weigh the same.
fn named(one: &ReportedBreach) -> impl Ord {
    (one.breach.incident.id(), one.breach.objective, one.breach.incident.position())
}

/// Moves things in place: `order` says of each place what belongs there, by where that stands now.
fn bring_into<T>(list: &mut [T], order: &mut [usize]) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            // What is brought where it belongs leaves its own place to the next.
            let from = mem::replace(&mut order[place], place);
            if from == start {
                break;
            }
            list.swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Breach, Incident, Instant, Pauses, Position, Reach, SnapshotWriter, Span};

    fn breach(id: &str, objective: usize, over: i64, row: u32) -> ReportedBreach {
        let incident = Incident {
            id,
            fields: &[],
            stamps: &[],
            written: &(),
            pauses: Pauses::NONE,
            severities: &[],
            notes: &[],
            position: Position { source: 0, block: 0, row },
        };
        let [from, deadline] = [0, 1].map(Instant::from_nanos);
        let (target, elapsed) = (Span::ZERO, Span::from_nanos(over));
        let reading = Reading { from, reach: Reach::NotYet, target, elapsed, stopped: Span::ZERO };
        let incident = SnapshotWriter::default().keep(&incident, [].into_iter());
        let breach = Breach { incident, objective, target: 0, reading, deadline, last_in_time: deadline };
        ReportedBreach { breach, row: 0, target_line: 0, load: None, annotation: None }
    }

    proptest! {
        #[test]
        fn the_order_is_by_weight_then_id_then_objective_then_place(
            rows in prop::collection::vec(("[ab\\0]{1,2}|long enough [ab]{0,9}", 0..3_usize, 0..4_i64), 0..60),
        ) {
            let list: Vec<ReportedBreach> = (0..).zip(&rows)
                .map(|(row, (id, objective, over))| breach(id, *objective, *over, row)).collect();
            let mut ranked = list.clone();
            rank(&mut ranked, |reading| std::cmp::Reverse(reading.over()));
            let mut sorted = list;
            sorted.sort_by(|a, b| {
                let key = |one: &ReportedBreach| (one.breach.incident.id().to_owned(), one.breach.objective, one.breach.incident.position());
                b.breach.reading.over().cmp(&a.breach.reading.over()).then_with(|| key(a).cmp(&key(b)))
            });
            prop_assert_eq!(ranked, sorted);
        }
    }
}

use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Counted, Top};

/// How many incidents have which value, of so many values at most. Beyond that the first in order
/// stay, with all their incidents: what is kept doesn't depend on the order in which they came.
#[derive(Debug)]
pub(super) struct ScarceCounts<K: ToOwned + Ord + ?Sized>
where
    K::Owned: Ord,
{
    counts: BTreeMap<K::Owned, u64>,
    most: usize,
    /// Incidents of all values, those not kept included.
    all: u64,
    /// Whether some values were not kept.
    is_partial: bool,
}

impl<K: ToOwned + Ord + ?Sized> Default for ScarceCounts<K>
where
    K::Owned: Ord,
{
    fn default() -> Self {
        Self::of_at_most(Self::MOST)
    }
}

impl<K: ToOwned + Ord + ?Sized> ScarceCounts<K>
where
    K::Owned: Ord,
{
    /// How many values are kept.
    const MOST: usize = 1 << 16;

    /// Counts of at most so many values.
    pub(super) const fn of_at_most(most: usize) -> Self {
        Self { counts: BTreeMap::new(), most, all: 0, is_partial: false }
    }

    /// Counts incidents of a value.
    pub(super) fn add(&mut self, value: &K, incidents: u64) {
        self.all += incidents;
        if let Some(count) = self.counts.get_mut(value) {
            *count += incidents;
            return;
        }
        if self.counts.len() == self.most {
            self.is_partial = true;
            // A value that gives way is never kept again: only smaller ones still come in.
            match self.counts.last_entry() {
                Some(last) if last.key().borrow() > value => drop(last.remove()),
                _ => return,
            }
        }
        self.counts.insert(value.to_owned(), incidents);
    }

    pub(super) fn merge(&mut self, other: Self) {
        let counted: u64 = other.counts.values().sum();
        for (value, incidents) in other.counts {
            self.add(value.borrow(), incidents);
        }
        self.all += other.all - counted;
        self.is_partial |= other.is_partial;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all == 0
    }

    /// Whether there were more values than are kept.
    pub(super) const fn is_partial(&self) -> bool {
        self.is_partial
    }

    /// The values in order, with their incidents.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, u64)> {
        self.counts.iter().map(|(value, &incidents)| (value.borrow(), incidents))
    }

    /// The most frequent ones.
    pub(super) fn top(&self) -> Top<K::Owned> {
        let mut sorted: Vec<(&K, u64)> = self.iter().collect();
        sorted.sort_by_key(|&(_, incidents)| Reverse(incidents));
        let listed = sorted.iter().take(Top::<K::Owned>::LISTED);
        Top {
            listed: listed
                .map(|&(value, incidents)| Counted { value: value.to_owned(), incidents })
                .collect(),
            values: sorted.len(),
            incidents: self.all,
            is_partial: self.is_partial,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(values: &[&str]) -> ScarceCounts<str> {
        let mut counts = ScarceCounts::<str>::of_at_most(2);
        for value in values {
            counts.add(value, 1);
        }
        counts
    }

    #[test]
    fn what_is_kept_does_not_depend_on_the_order() {
        let orders =
            [["b", "c", "a", "c", "b", "b"], ["c", "b", "b", "b", "c", "a"], ["a", "b", "c", "b", "b", "c"]];
        let kept = |counts: &ScarceCounts<str>| {
            (counts.iter().map(|(value, count)| (value.to_owned(), count)).collect::<Vec<_>>(), counts.all)
        };
        for order in orders {
            let whole = counts(&order);
            assert_eq!(kept(&whole), (vec![("a".to_owned(), 1), ("b".to_owned(), 3)], 6), "{order:?}");
            assert!(whole.is_partial());
            for cut in 0..order.len() {
                let mut merged = counts(&order[..cut]);
                merged.merge(counts(&order[cut..]));
                assert_eq!(kept(&merged), kept(&whole), "{order:?} at {cut}");
                assert!(merged.is_partial());
            }
        }
    }

    #[test]
    fn the_most_frequent_come_first_and_then_by_name() {
        let top = counts(&["b", "a", "b"]).top();
        let listed: Vec<_> =
            top.listed.iter().map(|counted| (counted.value.as_str(), counted.incidents)).collect();
        assert_eq!((listed, top.more(), top.is_partial), (vec![("b", 2), ("a", 1)], 0, false));
    }
}

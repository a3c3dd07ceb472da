use std::collections::HashSet;

use roaring::RoaringTreemap;

use super::key::{BuildKeyHasher, Key, family, fingerprint, number, split};

/// How many kinds of numbered ids get a bitmap of their own.
const FAMILIES: usize = if cfg!(test) { 8 } else { 64 };

/// A set of incident ids, without their texts. Numbered ids such as `INC0012345` cost about a bit
/// each where they follow one another; others 17 bytes or a few more.
#[derive(Clone, Debug, Default)]
pub struct IdSet {
    families: Vec<Family>,
    /// The family of the last id, which mostly is that of the next.
    last: usize,
    /// Whether no more families are made, so that `others` may hold numbered ids too.
    closed: bool,
    others: HashSet<Key, BuildKeyHasher>,
}

/// The ids that share what stands before the number, and the number's width.
#[derive(Clone, Debug)]
struct Family {
    prefix: String,
    digits: usize,
    fingerprint: u64,
    numbers: RoaringTreemap,
    /// No number in `numbers` is this great.
    above: u64,
    /// A stretch of numbers that is not yet in `numbers`.
    run: Option<(u64, u64)>,
}

impl IdSet {
    /// Whether the id is in the set.
    #[inline]
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        !self.is_empty() && self.holds(id)
    }

    /// Apart from the question whether it has any, as that of later exports mostly has none.
    #[inline(never)]
    fn holds(&self, id: &str) -> bool {
        let Some((prefix, digits)) = split(id) else { return self.others.contains(&fingerprint(id)) };
        if let Some(place) = self.place(prefix, digits.len()) {
            return self.families[place].contains(number(digits));
        }
        self.closed
            && self.others.contains(&Key { family: family(prefix, digits.len()), number: number(digits) })
    }

    /// Adds an id. False if it was there already.
    pub fn insert(&mut self, id: &str) -> bool {
        if let Some(family) = self.families.get_mut(self.last)
            && let Some(number) = family.number_in(id)
        {
            return family.insert(number);
        }
        self.insert_anywhere(id)
    }

    #[inline(never)]
    fn insert_anywhere(&mut self, id: &str) -> bool {
        let Some((prefix, digits)) = split(id) else { return self.others.insert(fingerprint(id)) };
        if let Some(place) = self.place(prefix, digits.len()) {
            self.last = place;
            return self.families[place].insert(number(digits));
        }
        let fingerprint = family(prefix, digits.len());
        if self.closed {
            return self.others.insert(Key { family: fingerprint, number: number(digits) });
        }
        let mut made = Family {
            prefix: prefix.to_owned(),
            digits: digits.len(),
            fingerprint,
            numbers: RoaringTreemap::new(),
            above: 0,
            run: None,
        };
        made.insert(number(digits));
        self.adopt(made);
        true
    }

    /// Adds all ids of `other`, and gives those that both have.
    #[expect(clippy::return_self_not_must_use, reason = "whether ids clash is not everyone's question")]
    pub fn merge(&mut self, other: Self) -> Self {
        let mut both = Self::default();
        for mut theirs in other.families {
            theirs.settle();
            if let Some(place) = self.place(&theirs.prefix, theirs.digits) {
                let ours = &mut self.families[place];
                ours.settle();
                let common = &ours.numbers & &theirs.numbers;
                both.add(&theirs, &common);
                ours.add_all(&theirs.numbers);
            } else if self.closed {
                let common = theirs
                    .numbers
                    .iter()
                    .filter(|&number| !self.others.insert(Key { family: theirs.fingerprint, number }));
                let common = common.collect();
                both.add(&theirs, &common);
            } else {
                self.adopt(theirs);
            }
        }
        self.closed |= other.closed;
        both.closed |= self.closed;
        #[expect(clippy::iter_over_hash_type, reason = "the outcome is a set again")]
        for key in other.others {
            if !self.insert_key(key) {
                both.insert_key(key);
            }
        }
        both
    }

    /// How many ids there are.
    #[must_use]
    pub fn len(&self) -> u64 {
        let numbered: u64 = self.families.iter().map(Family::len).sum();
        numbered + u64::try_from(self.others.len()).unwrap_or(u64::MAX)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.families.is_empty() && self.others.is_empty()
    }

    fn place(&self, prefix: &str, digits: usize) -> Option<usize> {
        let fits = |family: &Family| family.digits == digits && family.prefix == prefix;
        if self.families.get(self.last).is_some_and(fits) {
            return Some(self.last);
        }
        self.families.iter().position(fits)
    }

    fn adopt(&mut self, family: Family) {
        self.last = self.families.len();
        self.families.push(family);
        self.closed = self.families.len() >= FAMILIES;
    }

    /// Adds numbers of a family that another set has.
    fn add(&mut self, family: &Family, numbers: &RoaringTreemap) {
        if numbers.is_empty() {
            return;
        }
        if let Some(place) = self.place(&family.prefix, family.digits) {
            self.families[place].add_all(numbers);
        } else if self.closed {
            let keys = numbers.iter().map(|number| Key { family: family.fingerprint, number });
            self.others.extend(keys);
        } else {
            self.adopt(Family { numbers: numbers.clone(), run: None, ..family.clone() });
        }
    }

    fn insert_key(&mut self, key: Key) -> bool {
        match self.families.iter().position(|family| family.fingerprint == key.family) {
            Some(place) => self.families[place].insert(key.number),
            None => self.others.insert(key),
        }
    }
}

impl Family {
    /// The number of an id of this family.
    #[inline]
    fn number_in(&self, id: &str) -> Option<u64> {
        let (prefix, digits) = id.as_bytes().split_at_checked(self.prefix.len())?;
        if digits.len() != self.digits || prefix != self.prefix.as_bytes() {
            return None;
        }
        let mut number = 0;
        for byte in digits {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            number = number * 10 + u64::from(digit);
        }
        Some(number)
    }

    fn contains(&self, number: u64) -> bool {
        self.run.is_some_and(|(first, last)| first <= number && number <= last)
            || self.numbers.contains(number)
    }

    fn insert(&mut self, number: u64) -> bool {
        if let Some((first, last)) = self.run {
            if first <= number && number <= last {
                return false;
            }
            if number == last + 1 {
                self.run = Some((first, number));
                return !self.is_settled(number);
            }
            self.settle();
        }
        self.run = Some((number, number));
        !self.is_settled(number)
    }

    /// Whether the number is in `numbers`. Ids mostly come in rising order.
    #[inline]
    fn is_settled(&self, number: u64) -> bool {
        number < self.above && self.numbers.contains(number)
    }

    /// Puts the run with the other numbers.
    fn settle(&mut self) {
        if let Some((first, last)) = self.run.take() {
            if first == last {
                self.numbers.insert(first);
            } else {
                self.numbers.insert_range(first..=last);
            }
            self.above = self.above.max(last + 1);
        }
    }

    /// Adds numbers that another set has.
    fn add_all(&mut self, numbers: &RoaringTreemap) {
        self.settle();
        self.numbers |= numbers;
        self.above = self.numbers.max().map_or(0, |last| last + 1);
    }

    fn len(&self) -> u64 {
        let run = self
            .run
            .map_or(0, |(first, last)| last - first + 1 - self.numbers.range_cardinality(first..=last));
        self.numbers.len() + run
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_are_told_apart_by_their_whole_text() {
        let mut set = IdSet::default();
        let ids = ["INC1", "INC01", "INC2", "inc1", "1", "障害-1", "INC", "1234567890123456789", "A-1-x", ""];
        for id in ids {
            assert!(set.insert(id), "{id}");
        }
        for id in ids {
            assert!(!set.insert(id) && set.contains(id), "{id}");
        }
        assert!(!set.contains("INC3") && !set.contains("INC001") && !set.contains("x"));
        assert_eq!(set.len(), 10);
    }

    #[test]
    fn numbered_ids_cost_about_a_bit_each() {
        let mut set = IdSet::default();
        for number in 0..200_000 {
            assert!(set.insert(&format!("INC{number:07}")));
        }
        assert!(!set.insert("INC0050000"));
        assert_eq!(set.len(), 200_000);
        set.families[0].settle();
        assert!(set.families[0].numbers.serialized_size() < 40_000);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn merged_sets_know_every_id_and_every_clash(
            one in prop::collection::vec("[a-c]{0,2}(0?[1-9])?", 0..120),
            two in prop::collection::vec("[a-c]{0,2}(0?[1-9])?", 0..120),
        ) {
            let (mut left, mut right) = (IdSet::default(), IdSet::default());
            let (mut seen_left, mut seen_right) = (BTreeSet::new(), BTreeSet::new());
            for id in &one {
                prop_assert_eq!(left.insert(id), seen_left.insert(id));
            }
            for id in &two {
                prop_assert_eq!(right.insert(id), seen_right.insert(id));
            }
            let both = left.merge(right);
            for id in seen_left.union(&seen_right) {
                prop_assert!(left.contains(id));
                prop_assert_eq!(both.contains(id), seen_left.contains(id) && seen_right.contains(id));
            }
            prop_assert_eq!(left.len(), seen_left.union(&seen_right).count() as u64);
            prop_assert_eq!(both.len(), seen_left.intersection(&seen_right).count() as u64);
        }
    }
}

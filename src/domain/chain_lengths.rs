use std::collections::HashMap;

use super::EntryId;

/// How many others each entry was written after, one behind the other; of each, the one that it was
/// written after, which need not be among them. It tells which came first of two of the same moment.
#[must_use]
pub fn chain_lengths(
    entries: impl IntoIterator<Item = (EntryId, Option<EntryId>)>,
) -> HashMap<EntryId, usize> {
    let links: HashMap<EntryId, Option<EntryId>> = entries.into_iter().collect();
    let before = |entry: &EntryId| (*links.get(entry)?).filter(|before| links.contains_key(before));
    // No chain is longer, and one that runs in a circle ends here too.
    let length = |entry| std::iter::successors(before(entry), before).take(links.len()).count();
    links.keys().map(|entry| (*entry, length(entry))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_are_counted_and_circles_and_gaps_end_them() {
        let id = |byte| EntryId::from_bytes([byte; 16]);
        let lengths = chain_lengths([
            (id(3), Some(id(2))),
            (id(2), Some(id(1))),
            (id(1), None),
            (id(4), Some(id(9))),
            (id(5), Some(id(6))),
            (id(6), Some(id(5))),
        ]);
        assert_eq!([1, 2, 3, 4].map(|byte| lengths[&id(byte)]), [0, 1, 2, 0]);
        assert_eq!(lengths[&id(5)], lengths[&id(6)]);
    }
}

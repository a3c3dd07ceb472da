use std::collections::HashMap;

use crate::domain::FieldId;

/// What was decided by the texts of some fields, remembered by them: thousands of incidents share
/// few combinations of severity, customer and service, and matching patterns is slow.
#[derive(Debug)]
pub(super) struct FieldMemo<T> {
    fields: Vec<FieldId>,
    known: HashMap<Vec<u8>, T>,
    key: Vec<u8>,
}

/// Beyond so many combinations they are decided anew each time, so that memory stays flat.
const MOST: usize = 1 << 16;

impl<T: Clone> FieldMemo<T> {
    /// A memo of what these fields decide, each named once or more.
    pub(super) fn of(fields: impl IntoIterator<Item = FieldId>) -> Self {
        let mut fields: Vec<FieldId> = fields.into_iter().collect();
        fields.sort_unstable();
        fields.dedup();
        Self { fields, known: HashMap::new(), key: Vec::new() }
    }

    /// What was decided by these texts, or is now.
    pub(super) fn get<'a>(&mut self, field: impl Fn(FieldId) -> &'a str, decide: impl FnOnce() -> T) -> T {
        self.key.clear();
        for &id in &self.fields {
            self.key.extend_from_slice(field(id).as_bytes());
            self.key.push(0xFF); // no byte of UTF-8, so that texts can't run into each other
        }
        if let Some(known) = self.known.get(&self.key) {
            return known.clone();
        }
        let decided = decide();
        if self.known.len() < MOST {
            self.known.insert(self.key.clone(), decided.clone());
        }
        decided
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_texts_are_decided_once_and_do_not_run_into_each_other() {
        let mut memo = FieldMemo::of([FieldId::SERVICE, FieldId::CUSTOMER, FieldId::SERVICE]);
        let mut decided = 0;
        for (service, customer) in [("a", "bc"), ("ab", "c"), ("a", "bc")] {
            let field = |id| match id {
                FieldId::SERVICE => service,
                FieldId::CUSTOMER => customer,
                _ => "another",
            };
            let found = memo.get(field, || {
                decided += 1;
                (service, customer)
            });
            assert_eq!(found, (service, customer));
        }
        assert_eq!(decided, 2);
    }
}

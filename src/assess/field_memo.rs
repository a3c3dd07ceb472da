use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::domain::FieldId;

/// What was decided by the texts of some fields, remembered by them: thousands of incidents share
/// few combinations of severity, customer and service, and matching patterns is slow.
#[derive(Debug)]
pub(super) struct FieldMemo<T> {
    fields: Vec<FieldId>,
    places: HashMap<Box<[u8]>, usize, RandomState>,
    /// By place. Behind all that have one may stand what found no room, until the next of these.
    decided: Vec<T>,
    key: Vec<u8>,
}

/// Beyond so many combinations they are decided anew each time, so that memory stays flat.
const MOST: usize = 1 << 16;

impl<T> FieldMemo<T> {
    /// A memo of what these fields decide, each named once or more.
    pub(super) fn of(fields: impl IntoIterator<Item = FieldId>) -> Self {
        let mut fields: Vec<FieldId> = fields.into_iter().collect();
        fields.sort_unstable();
        fields.dedup();
        Self { fields, places: HashMap::default(), decided: Vec::new(), key: Vec::new() }
    }

    /// Whether a field is one of those that decide.
    pub(super) fn has(&self, field: FieldId) -> bool {
        self.fields.contains(&field)
    }

    /// The place of what was decided by these texts, or is now. It holds for good where
    /// [`Self::is_kept`] says so, else until other texts are asked for here.
    #[inline]
    pub(super) fn place<'a>(
        &mut self,
        field: impl Fn(FieldId) -> &'a str,
        decide: impl FnOnce() -> T,
    ) -> usize {
        match self.find(&field) {
            Some(place) => place,
            None => {
                self.decided.truncate(MOST);
                self.add(field, decide())
            }
        }
    }

    /// What stands at a place.
    #[inline]
    pub(super) fn at(&self, place: usize) -> &T {
        &self.decided[place]
    }

    /// Whether the same thing stands at this place for good.
    #[inline]
    pub(super) fn is_kept(place: usize) -> bool {
        place < MOST
    }

    #[inline]
    fn find<'a>(&mut self, field: impl Fn(FieldId) -> &'a str) -> Option<usize> {
        let Self { fields, places, key, .. } = self;
        places.get(written(fields, field, key)).copied()
    }

    #[cold]
    fn add<'a>(&mut self, field: impl Fn(FieldId) -> &'a str, decided: T) -> usize {
        let place = self.decided.len();
        self.decided.push(decided);
        if Self::is_kept(place) {
            self.places.insert(written(&self.fields, field, &mut self.key).into(), place);
        }
        place
    }
}

impl<T: Clone> FieldMemo<T> {
    /// What was decided by these texts, or is now.
    pub(super) fn get<'a>(&mut self, field: impl Fn(FieldId) -> &'a str, decide: impl FnOnce() -> T) -> T {
        if let Some(place) = self.find(&field) {
            return self.decided[place].clone();
        }
        let decided = decide();
        if Self::is_kept(self.decided.len()) {
            self.add(field, decided.clone());
        }
        decided
    }
}

/// The texts of the fields as one key; that of a single field is its text. `space` is memory to put
/// it together in.
#[inline]
fn written<'k, 'a: 'k>(
    fields: &[FieldId],
    field: impl Fn(FieldId) -> &'a str,
    space: &'k mut Vec<u8>,
) -> &'k [u8] {
    if let &[only] = fields {
        return field(only).as_bytes();
    }
    space.clear();
    for &id in fields {
        space.extend_from_slice(field(id).as_bytes());
        space.push(0xFF); // no byte of UTF-8, so that texts can't run into each other
    }
    space
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

    #[test]
    fn what_finds_no_room_stands_until_the_next_of_its_kind() {
        let mut memo = FieldMemo::of([FieldId::SERVICE]);
        let texts: Vec<String> = (0..MOST + 2).map(|number| number.to_string()).collect();
        let mut places = texts.iter().map(|text| memo.place(|_| text, || text.clone()));
        assert!(places.by_ref().take(MOST).eq(0..MOST));
        assert_eq!(places.collect::<Vec<_>>(), [MOST, MOST]);
        // Another is decided meanwhile.
        assert_eq!(memo.get(|_| &texts[MOST], || texts[MOST].clone()), texts[MOST]);
        assert_eq!(memo.at(MOST), &texts[MOST + 1]);
        assert_eq!(memo.at(7), "7");
        assert!(FieldMemo::<String>::is_kept(MOST - 1) && !FieldMemo::<String>::is_kept(MOST));
    }
}

use super::text_places::TextPlaces;
use crate::domain::FieldId;

/// What was decided by the texts of some fields, remembered by them: thousands of incidents share
/// few combinations of severity, customer and service, and matching patterns is slow.
#[derive(Debug)]
pub(super) struct FieldMemo<T> {
    fields: Vec<FieldId>,
    places: TextPlaces,
    /// By place.
    known: Vec<T>,
    key: Vec<u8>,
}

/// Beyond so many combinations they are decided anew each time, so that memory stays flat.
const MOST: usize = 1 << 16;

impl<T: Copy> FieldMemo<T> {
    /// A memo of what these fields decide, each named once or more.
    pub(super) fn of(fields: impl IntoIterator<Item = FieldId>) -> Self {
        let mut fields: Vec<FieldId> = fields.into_iter().collect();
        fields.sort_unstable();
        fields.dedup();
        Self { fields, places: TextPlaces::default(), known: Vec::new(), key: Vec::new() }
    }

    /// What was decided by these texts, or is now.
    pub(super) fn get<'a>(&mut self, field: impl Fn(FieldId) -> &'a str, decide: impl FnOnce() -> T) -> T {
        if let Some(known) = self.find(&field) {
            return known;
        }
        let decided = decide();
        if !self.is_full() {
            self.keep(field, decided);
        }
        decided
    }

    /// What was decided by these texts.
    #[inline]
    pub(super) fn find<'a>(&mut self, field: impl Fn(FieldId) -> &'a str) -> Option<T> {
        let place = self.places.find(written(&self.fields, field, &mut self.key))?;
        self.known.get(place).copied()
    }

    /// Keeps what was decided by these texts, which nothing was kept of.
    pub(super) fn keep<'a>(&mut self, field: impl Fn(FieldId) -> &'a str, decided: T) {
        self.places.add(written(&self.fields, field, &mut self.key));
        self.known.push(decided);
    }

    /// Whether no more is to be kept.
    pub(super) fn is_full(&self) -> bool {
        self.known.len() >= MOST
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
}

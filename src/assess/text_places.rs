use std::collections::HashMap;

use foldhash::fast::RandomState;

/// Numbers texts in the order in which they come: customers, services and people are looked up for
/// every incident.
#[derive(Debug, Default)]
pub(super) struct TextPlaces(HashMap<Box<[u8]>, usize, RandomState>);

impl TextPlaces {
    /// The place of a text that came before.
    #[inline]
    pub(super) fn find(&self, text: &[u8]) -> Option<usize> {
        self.0.get(text).copied()
    }

    /// Gives a text that is new the next place.
    pub(super) fn add(&mut self, text: &[u8]) -> usize {
        let place = self.0.len();
        self.0.insert(text.into(), place);
        place
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn texts_of_every_length_have_places_of_their_own() {
        let mut places = TextPlaces::default();
        let mut texts: HashSet<String> = HashSet::new();
        for length in 0..20 {
            texts.insert("a".repeat(length));
            for at in 0..length {
                let mut text = vec![b'a'; length];
                text[at] = b'b';
                texts.insert(String::from_utf8(text).unwrap());
            }
        }
        let mut texts: Vec<String> = texts.into_iter().collect();
        texts.sort_unstable();
        for (place, text) in texts.iter().enumerate() {
            assert_eq!(places.find(text.as_bytes()), None, "{text}");
            assert_eq!(places.add(text.as_bytes()), place);
        }
        for (place, text) in texts.iter().enumerate() {
            assert_eq!(places.find(text.as_bytes()), Some(place), "{text}");
        }
    }
}

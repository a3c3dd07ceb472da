use std::collections::HashMap;

use foldhash::fast::RandomState;

/// Numbers texts in the order in which they come. Customers, services and people are looked up for
/// every incident; most have short names, which are compared as a few numbers.
#[derive(Debug, Default)]
pub(super) struct TextPlaces {
    short: HashMap<Short, usize, RandomState>,
    long: HashMap<Box<[u8]>, usize, RandomState>,
}

/// A text of up to sixteen bytes as its length, its first and its last bytes, which together tell it
/// from all others.
type Short = (usize, u64, u64);

impl TextPlaces {
    /// The place of a text that came before.
    #[inline]
    pub(super) fn find(&self, text: &[u8]) -> Option<usize> {
        match short(text) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(text).copied(),
        }
    }

    /// Gives a text that is new the next place.
    pub(super) fn add(&mut self, text: &[u8]) -> usize {
        let place = self.len();
        match short(text) {
            Some(key) => self.short.insert(key, place),
            None => self.long.insert(text.into(), place),
        };
        place
    }

    /// How many texts have a place.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }
}

#[inline]
fn short(text: &[u8]) -> Option<Short> {
    let (first, last) = match text.len() {
        0 => (0, 0),
        1..=3 => {
            let (first, last) = (*text.first()?, *text.last()?);
            (first.into(), u64::from(text[text.len() / 2]) << 8 | u64::from(last))
        }
        4..=7 => {
            let (first, last) = (*text.first_chunk()?, *text.last_chunk()?);
            (u32::from_le_bytes(first).into(), u32::from_le_bytes(last).into())
        }
        8..=16 => {
            let (first, last) = (*text.first_chunk()?, *text.last_chunk()?);
            (u64::from_le_bytes(first), u64::from_le_bytes(last))
        }
        _ => return None,
    };
    Some((text.len(), first, last))
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

use std::collections::HashMap;
use std::sync::Arc;

/// Texts that come many times, each kept once.
#[derive(Debug, Default)]
pub(super) struct Texts {
    places: HashMap<Arc<str>, u32>,
    all: Vec<Arc<str>>,
}

impl Texts {
    /// The place of a text, which is kept if it is new.
    pub(super) fn keep(&mut self, text: &str) -> u32 {
        if let Some(&place) = self.places.get(text) {
            return place;
        }
        let (text, place) = (Arc::<str>::from(text), u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(Arc::clone(&text));
        self.places.insert(text, place);
        place
    }

    /// The text at a place.
    pub(super) fn get(&self, place: u32) -> &str {
        self.all.get(place as usize).map_or("", |text| text)
    }

    /// All texts, by their places.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|text| &**text)
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Keeps the texts of `other` too, and gives the place here of each.
    pub(super) fn merge(&mut self, other: &Self) -> Vec<u32> {
        other.iter().map(|text| self.keep(text)).collect()
    }
}

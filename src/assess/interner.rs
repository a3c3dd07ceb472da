use std::collections::HashSet;
use std::sync::Arc;

/// Keeps one copy of each text that comes again and again: customers, services, people.
#[derive(Debug, Default)]
pub(super) struct Interner(HashSet<Arc<str>>);

/// Beyond so many different texts they don't repeat enough to be worth the memory.
const MOST: usize = 1 << 16;

impl Interner {
    pub(super) fn keep(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        if self.0.len() < MOST {
            self.0.insert(Arc::clone(&new));
        }
        new
    }
}

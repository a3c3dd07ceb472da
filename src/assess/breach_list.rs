use crate::domain::Breach;

/// Breaches as they were found, in no order. There may be hundreds of thousands, so that lists are
/// put together without moving what is in them.
#[derive(Debug, Default)]
pub(super) struct BreachList {
    latest: Vec<Breach>,
    merged: Vec<Vec<Breach>>,
}

impl BreachList {
    pub(super) fn push(&mut self, breach: Breach) {
        self.latest.push(breach);
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.merged.extend(other.merged);
        self.merged.push(other.latest);
    }

    pub(super) fn len(&self) -> usize {
        self.latest.len() + self.merged.iter().map(Vec::len).sum::<usize>()
    }

    #[cfg(test)]
    pub(super) fn iter(&self) -> impl Iterator<Item = &Breach> {
        self.merged.iter().flatten().chain(&self.latest)
    }

    /// What `make` makes of each. The memory of each of the merged lists is given back as soon as it is done.
    pub(super) fn map<T>(self, make: impl Fn(Breach) -> T) -> Vec<T> {
        let mut made = Vec::with_capacity(self.len());
        for list in self.merged.into_iter().chain([self.latest]) {
            made.extend(list.into_iter().map(&make));
        }
        made
    }
}

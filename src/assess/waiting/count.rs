use std::collections::HashSet;

use super::{RequestProgress, WaitingBreach};
use crate::domain::{Annotation, Span};

/// How much waits, and for how long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaitCount {
    /// How many breaches or requests.
    pub all: usize,
    /// How many incidents they are about.
    pub incidents: usize,
    /// For how long the first of them has waited; `None` where nothing waits.
    pub longest: Option<Span>,
}

impl WaitCount {
    /// Counts breaches.
    pub(super) fn of_breaches<'a>(list: impl Iterator<Item = &'a WaitingBreach<'a>> + Clone) -> Self {
        Self {
            all: list.clone().count(),
            incidents: list.clone().map(|one| &*one.breach.incident).collect::<HashSet<_>>().len(),
            longest: list.map(|one| one.age).max(),
        }
    }

    /// Counts requests.
    pub(super) fn of_requests(list: &[RequestProgress<'_>]) -> Self {
        let incidents: HashSet<&String> = list.iter().flat_map(|one| &one.request.incidents).collect();
        Self { all: list.len(), incidents: incidents.len(), longest: list.iter().map(|one| one.age).max() }
    }

    /// Counts annotations, which wait for nobody.
    #[must_use]
    pub fn of_annotations(list: &[&Annotation]) -> Self {
        let incidents: HashSet<&String> = list.iter().map(|one| &one.incident).collect();
        Self { all: list.len(), incidents: incidents.len(), longest: None }
    }
}

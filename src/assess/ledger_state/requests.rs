use std::collections::HashMap;

use crate::domain::{Request, RequestStep, chain_lengths};

/// The requests of a ledger and how far they got.
#[derive(Debug, Default)]
pub(super) struct Requests {
    all: Vec<Request>,
    places: HashMap<String, usize>,
    /// Steps of requests that stand further down, as in ledgers that were joined.
    early: HashMap<String, Vec<RequestStep>>,
}

impl Requests {
    /// Takes in a request. One that two people drafted apart is one, with the incidents of both, and
    /// so is one whose problem came back while it was open.
    pub(super) fn take(&mut self, request: Request) {
        if let Some(&place) = self.places.get(&request.id) {
            for writing in request.writings {
                self.all[place].take_writing(writing);
            }
            return;
        }
        let steps = self.early.remove(&request.id).unwrap_or_default();
        self.places.insert(request.id.clone(), self.all.len());
        self.all.push(Request { steps, ..request });
    }

    /// Takes in how far a request got. Steps follow each other by when they happened, then by when
    /// they were written down; of the same moment, a step follows the one it was written after.
    pub(super) fn take_step(&mut self, request: &str, step: RequestStep) {
        let steps = match self.places.get(request) {
            Some(&place) => &mut self.all[place].steps,
            None => self.early.entry(request.to_owned()).or_default(),
        };
        steps.push(step);
        let lengths = chain_lengths(steps.iter().map(|step| (step.entry, step.after)));
        steps.sort_by_key(|step| (step.happened, step.at, lengths.get(&step.entry).copied(), step.entry));
    }

    /// All of them, in the order in which they were drafted.
    pub(super) fn all(&self) -> &[Request] {
        &self.all
    }
}

use std::collections::HashMap;

use crate::domain::{Request, RequestStep};

/// The requests of a ledger and how far they got.
#[derive(Debug, Default)]
pub(super) struct Requests {
    all: Vec<Request>,
    places: HashMap<String, usize>,
    /// Steps of requests that stand further down, as in ledgers that were joined.
    early: HashMap<String, Vec<RequestStep>>,
}

impl Requests {
    /// Takes in a request. One that two people drafted apart is one, with the incidents of both.
    pub(super) fn take(&mut self, request: Request) {
        if let Some(&place) = self.places.get(&request.id) {
            let known = &mut self.all[place];
            for incident in request.incidents {
                if !known.incidents.contains(&incident) {
                    known.incidents.push(incident);
                }
            }
            known.at = known.at.min(request.at);
            return;
        }
        let steps = self.early.remove(&request.id).unwrap_or_default();
        self.places.insert(request.id.clone(), self.all.len());
        self.all.push(Request { steps, ..request });
    }

    /// Takes in how far a request got. Steps follow each other by when they happened, then by when
    /// they were written down, then as they were taken in.
    pub(super) fn take_step(&mut self, request: &str, step: RequestStep) {
        let steps = match self.places.get(request) {
            Some(&place) => &mut self.all[place].steps,
            None => self.early.entry(request.to_owned()).or_default(),
        };
        let when = |step: &RequestStep| (step.happened, step.at);
        let place = steps.partition_point(|other| when(other) <= when(&step));
        steps.insert(place, step);
    }

    /// All of them, in the order in which they were drafted.
    pub(super) fn all(&self) -> &[Request] {
        &self.all
    }
}

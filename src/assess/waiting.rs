use std::collections::HashSet;

use super::{EscalationPlan, LedgerState};
use crate::domain::{Annotation, Fix, Instant, Policy, RecordedBreach, Request, RequestStatus, Span, Zone};

/// What waits for somebody, the longest first.
#[derive(Debug)]
pub struct Waiting<'a> {
    /// The instant that counts as now.
    pub as_of: Instant,
    /// The zone of printed times.
    pub zone: Zone,
    /// Breaches that nobody wrote about. Their age counts from the moment the target was crossed.
    pub unannotated: Vec<WaitingBreach<'a>>,
    /// Breaches about whose fix a person has yet to decide. Their age counts from the annotation.
    pub reviews: Vec<WaitingBreach<'a>>,
    /// Breaches whose fix no open request asks for. Their age counts from the annotation.
    pub unrequested: Vec<WaitingBreach<'a>>,
    /// Requests that were written and not sent.
    pub drafts: Vec<WaitingRequest<'a>>,
    /// Annotations of breaches that are none any more, in the order of the ledger.
    pub stale: Vec<&'a Annotation>,
}

/// A breach that waits.
#[derive(Clone, Copy, Debug)]
pub struct WaitingBreach<'a> {
    /// The breach.
    pub breach: &'a RecordedBreach,
    /// What stands about it.
    pub annotation: Option<&'a Annotation>,
    /// For how long.
    pub age: Span,
}

/// A request that waits.
#[derive(Clone, Copy, Debug)]
pub struct WaitingRequest<'a> {
    /// The request.
    pub request: &'a Request,
    /// For how long.
    pub age: Span,
}

impl<'a> Waiting<'a> {
    /// What waits at `as_of`.
    #[must_use]
    pub fn of(state: &'a LedgerState, policy: &'a Policy, as_of: Instant) -> Self {
        let age = |since: Instant| as_of.since(since).at_least_zero();
        let mut unannotated = Vec::new();
        let mut reviews = Vec::new();
        for breach in state.active() {
            match state.annotation_for(&breach.incident, &breach.objective) {
                None => {
                    unannotated.push(WaitingBreach { breach, annotation: None, age: age(breach.deadline) });
                }
                Some(found) if found.fix() == Fix::Review => {
                    reviews.push(WaitingBreach { breach, annotation: Some(found), age: age(found.at) });
                }
                Some(_) => {}
            }
        }
        let plan = EscalationPlan::of(state, policy);
        let evidence = plan.problems.iter().flat_map(|problem| &problem.evidence).chain(&plan.without_team);
        let mut unrequested: Vec<WaitingBreach<'a>> = evidence
            .map(|one| WaitingBreach {
                breach: one.breach,
                annotation: Some(one.annotation),
                age: age(one.annotation.at),
            })
            .collect();
        let mut drafts: Vec<WaitingRequest<'a>> = state
            .requests()
            .iter()
            .filter(|request| request.status() == RequestStatus::Draft)
            .map(|request| WaitingRequest { request, age: age(request.since()) })
            .collect();
        for list in [&mut unannotated, &mut reviews, &mut unrequested] {
            list.sort_by(|a, b| {
                b.age.cmp(&a.age).then_with(|| {
                    (&a.breach.incident, &a.breach.objective).cmp(&(&b.breach.incident, &b.breach.objective))
                })
            });
        }
        drafts.sort_by(|a, b| b.age.cmp(&a.age).then_with(|| a.request.id.cmp(&b.request.id)));
        Self { as_of, zone: policy.zone, unannotated, reviews, unrequested, drafts, stale: state.stale() }
    }

    /// How many breaches wait for a cause longer than `longest`.
    #[must_use]
    pub fn unannotated_longer_than(&self, longest: Span) -> usize {
        self.unannotated.iter().filter(|waiting| waiting.age > longest).count()
    }

    /// How many incidents are among these breaches.
    #[must_use]
    pub fn incidents(list: &[WaitingBreach<'_>]) -> usize {
        list.iter().map(|waiting| waiting.breach.incident.as_str()).collect::<HashSet<_>>().len()
    }

    /// Whether nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unannotated.is_empty()
            && self.reviews.is_empty()
            && self.unrequested.is_empty()
            && self.drafts.is_empty()
    }
}

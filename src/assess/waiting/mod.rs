mod awaited;
mod count;
mod groups;
#[cfg(test)]
mod tests;

use super::{EscalationPlan, LedgerState, RequestProgress, Selection};
use crate::domain::{Annotation, Fix, Instant, Policy, RecordedBreach, RequestStatus, Span, Zone};

pub use awaited::Awaited;
pub use count::WaitCount;
pub use groups::{WaitingGroup, WaitingGroups, WaitingKey};

/// What waits for somebody, the longest first. What began to wait only after the instant that
/// counts as now, as the ledger tells when it is asked about the past, is counted and left out.
#[derive(Debug)]
pub struct Waiting<'a> {
    /// The instant that counts as now.
    pub as_of: Instant,
    /// The zone of printed times.
    pub zone: Zone,
    /// What it is a selection of, each as `FIELD=PATTERN`; empty where everything was looked at.
    pub filters: Vec<String>,
    /// How many breaches and requests were left out, since they began to wait later.
    pub newer: Newer,
    /// Breaches that nobody wrote about. Their age counts from the moment the target was crossed.
    pub unannotated: Vec<WaitingBreach<'a>>,
    /// Breaches about whose fix a person has yet to decide. Their age counts from the annotation.
    pub reviews: Vec<WaitingBreach<'a>>,
    /// Breaches whose fix is to be asked for: no request of its cause names them, no open one is
    /// about their problem, and none that is done came after them. Their age counts from the
    /// annotation.
    pub unrequested: Vec<WaitingBreach<'a>>,
    /// Requests that were written and not sent.
    pub drafts: Vec<RequestProgress<'a>>,
    /// Requests that were sent and not answered. Their age counts from the sending.
    pub requests_unanswered: Vec<RequestProgress<'a>>,
    /// Requests that were accepted and are not done. Their age counts from the acceptance.
    pub requests_accepted: Vec<RequestProgress<'a>>,
    /// Annotations of breaches that are none any more, the oldest first. They are told, but nobody
    /// has to do anything about them.
    pub stale: Vec<&'a Annotation>,
}

/// What began to wait only after the instant that counts as now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Newer {
    /// How many breaches.
    pub breaches: usize,
    /// How many requests.
    pub requests: usize,
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

impl<'a> Waiting<'a> {
    /// What waits at `as_of`.
    #[must_use]
    pub fn of(state: &'a LedgerState, policy: &'a Policy, as_of: Instant) -> Self {
        Self::among(state, policy, &Selection::default(), as_of)
    }

    /// What waits of a selection at `as_of`.
    #[must_use]
    pub fn among(state: &'a LedgerState, policy: &'a Policy, selection: &Selection, as_of: Instant) -> Self {
        let mut waiting = Self {
            as_of,
            zone: policy.zone,
            filters: selection.filters(policy),
            newer: Newer::default(),
            unannotated: Vec::new(),
            reviews: Vec::new(),
            unrequested: Vec::new(),
            drafts: Vec::new(),
            requests_unanswered: Vec::new(),
            requests_accepted: Vec::new(),
            stale: state.stale(),
        };
        waiting.stale.retain(|annotation| selection.is_about(annotation, state, policy));
        for breach in state.active().filter(|breach| selection.has(breach, policy)) {
            waiting.take_breach(breach, state.annotation_for(&breach.incident, &breach.objective));
        }
        let plan = EscalationPlan::of(state, policy);
        for one in plan.problems.iter().flat_map(|problem| &problem.evidence).chain(&plan.without_team) {
            if selection.has(one.breach, policy)
                && let Some(one) = waiting.breach(one.breach, Some(one.annotation), one.annotation.at)
            {
                waiting.unrequested.push(one);
            }
        }
        for request in state.requests().iter().filter(|request| request.is_open()) {
            if selection.has_of(request, state, policy) {
                waiting.take_request(RequestProgress::of(request, policy, as_of));
            }
        }
        waiting.sort();
        waiting
    }

    fn take_breach(&mut self, breach: &'a RecordedBreach, annotation: Option<&'a Annotation>) {
        match annotation {
            None => {
                let one = self.breach(breach, annotation, breach.deadline);
                self.unannotated.extend(one);
            }
            Some(found) if found.fix() == Fix::Review => {
                let one = self.breach(breach, annotation, found.at);
                self.reviews.extend(one);
            }
            Some(_) => {}
        }
    }

    /// A breach that has waited since then; one that is newer is only counted.
    fn breach(
        &mut self,
        breach: &'a RecordedBreach,
        annotation: Option<&'a Annotation>,
        since: Instant,
    ) -> Option<WaitingBreach<'a>> {
        if since > self.as_of {
            self.newer.breaches += 1;
            return None;
        }
        Some(WaitingBreach { breach, annotation, age: self.as_of.since(since) })
    }

    fn take_request(&mut self, progress: RequestProgress<'a>) {
        if progress.request.since() > self.as_of {
            self.newer.requests += 1;
            return;
        }
        match progress.request.status() {
            RequestStatus::Draft => self.drafts.push(progress),
            RequestStatus::Sent => self.requests_unanswered.push(progress),
            RequestStatus::Accepted => self.requests_accepted.push(progress),
            RequestStatus::Declined | RequestStatus::Done => {}
        }
    }

    fn sort(&mut self) {
        for list in [&mut self.unannotated, &mut self.reviews, &mut self.unrequested] {
            let name = |one: &WaitingBreach<'a>| (&one.breach.incident, &one.breach.objective);
            list.sort_by(|a, b| b.age.cmp(&a.age).then_with(|| name(a).cmp(&name(b))));
        }
        for list in [&mut self.drafts, &mut self.requests_unanswered, &mut self.requests_accepted] {
            list.sort_by(|a, b| b.age.cmp(&a.age).then_with(|| a.request.id.cmp(&b.request.id)));
        }
    }

    /// The breaches that wait for this; none where requests do.
    #[must_use]
    pub fn breaches(&self, awaited: Awaited) -> &[WaitingBreach<'a>] {
        match awaited {
            Awaited::Cause => &self.unannotated,
            Awaited::Decision => &self.reviews,
            Awaited::Request => &self.unrequested,
            Awaited::Sending | Awaited::Answer | Awaited::Completion => &[],
        }
    }

    /// The requests that wait for this; none where breaches do.
    #[must_use]
    pub fn requests(&self, awaited: Awaited) -> &[RequestProgress<'a>] {
        match awaited {
            Awaited::Sending => &self.drafts,
            Awaited::Answer => &self.requests_unanswered,
            Awaited::Completion => &self.requests_accepted,
            Awaited::Cause | Awaited::Decision | Awaited::Request => &[],
        }
    }

    /// How much waits for this.
    #[must_use]
    pub fn count(&self, awaited: Awaited) -> WaitCount {
        if Awaited::BY_BREACHES.contains(&awaited) {
            WaitCount::of_breaches(self.breaches(awaited).iter())
        } else {
            WaitCount::of_requests(self.requests(awaited))
        }
    }

    /// Whether anything has waited for this longer than `longest`.
    #[must_use]
    pub fn is_longer_than(&self, awaited: Awaited, longest: Span) -> bool {
        let breach = self.breaches(awaited).first().map(|one| one.age);
        let request = self.requests(awaited).first().map(|one| one.age);
        breach.max(request).is_some_and(|age| age > longest)
    }

    /// How many answers are overdue.
    #[must_use]
    pub fn overdue(&self) -> usize {
        self.requests_unanswered.iter().filter(|one| one.overdue.is_some()).count()
    }

    /// Whether nobody has anything to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Awaited::all().all(|awaited| self.breaches(awaited).is_empty() && self.requests(awaited).is_empty())
    }
}

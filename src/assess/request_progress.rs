use crate::domain::{Instant, NextStep, Policy, Request, RequestStatus, Span};

/// Where a request stands, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct RequestProgress<'a> {
    /// The request.
    pub request: &'a Request,
    /// For how long it has been as far as it is.
    pub age: Span,
    /// The last moment at which an answer would have been in time; `None` unless one is wanted and
    /// the policy says how soon.
    pub due: Option<Instant>,
    /// For how long the answer is overdue; `None` where it isn't.
    pub overdue: Option<Span>,
}

impl<'a> RequestProgress<'a> {
    /// Where it stands at `as_of`.
    #[must_use]
    pub fn of(request: &'a Request, policy: &Policy, as_of: Instant) -> Self {
        let reply_within = policy.escalation.reply_within.filter(|_| request.status() == RequestStatus::Sent);
        let due = reply_within.map(|within| request.since().plus(within));
        Self {
            request,
            age: as_of.since(request.since()).at_least_zero(),
            due,
            overdue: due.map(|due| as_of.since(due)).filter(|late| *late > Span::ZERO),
        }
    }

    /// What is to come next.
    #[must_use]
    pub fn next(&self) -> Option<NextStep> {
        self.request.status().next()
    }

    /// All that are chosen, overdue ones first, then those that have stood still for longest;
    /// behind them what is done or declined.
    #[must_use]
    pub fn list(
        requests: impl IntoIterator<Item = &'a Request>,
        policy: &Policy,
        as_of: Instant,
    ) -> Vec<Self> {
        let mut list: Vec<Self> =
            requests.into_iter().map(|request| Self::of(request, policy, as_of)).collect();
        list.sort_by(|a, b| {
            let rank = |one: &Self| (!one.request.is_open(), std::cmp::Reverse(one.overdue));
            rank(a)
                .cmp(&rank(b))
                .then_with(|| b.age.cmp(&a.age))
                .then_with(|| a.request.id.cmp(&b.request.id))
        });
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{minute, minutes, policy, request, step};
    use crate::domain::Escalation;

    #[test]
    fn what_is_overdue_stands_first_and_what_is_over_last() {
        let policy = Policy {
            escalation: Escalation { reply_within: Some(minutes(60)), ..Escalation::default() },
            ..policy()
        };
        let so_far = |id: &str, steps: &[(RequestStatus, i64)]| {
            let steps = steps.iter().map(|&(status, at)| step(status, at)).collect();
            Request { steps, ..request(id, &["A"]) }
        };
        let requests = [
            so_far("done", &[(RequestStatus::Done, 1200)]),
            so_far("draft", &[]),
            so_far("sent", &[(RequestStatus::Sent, 1400)]),
            so_far("late", &[(RequestStatus::Sent, 1300)]),
            so_far("later", &[(RequestStatus::Sent, 1200)]),
            so_far("accepted", &[(RequestStatus::Sent, 1150), (RequestStatus::Accepted, 1160)]),
        ];
        let list = RequestProgress::list(&requests, &policy, minute(1400));
        let told: Vec<_> =
            list.iter().map(|one| (one.request.id.as_str(), one.next(), one.overdue)).collect();
        assert_eq!(
            told,
            [
                ("later", Some(NextStep::Answer), Some(minutes(140))),
                ("late", Some(NextStep::Answer), Some(minutes(40))),
                ("draft", Some(NextStep::Send), None),
                ("accepted", Some(NextStep::Do), None),
                ("sent", Some(NextStep::Answer), None),
                ("done", Some(NextStep::LookAtEffect), None),
            ]
        );
        assert_eq!(list[4].due, Some(minute(1460)));
    }
}

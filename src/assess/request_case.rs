use super::{
    ExpectedEffect, Figures, LedgerState, Problem, ProblemBreaches, Signature, StageTimes, Surveyed,
};
use crate::domain::{Instant, Policy, Request};

/// All that an improvement request has to tell of its problem.
#[derive(Debug)]
pub struct RequestCase<'a> {
    /// The problem.
    pub problem: &'a Problem<'a>,
    /// Its numbers.
    pub figures: Figures<'a>,
    /// Where the time went.
    pub times: StageTimes<'a>,
    /// What it did lately.
    pub expected: Vec<ExpectedEffect<'a>>,
    /// Requests on the same signature that were drafted before, in that order.
    pub earlier: Vec<EarlierRequest<'a>>,
    /// What a person asks for in their own words.
    pub asked: Option<&'a str>,
    /// By when an answer is wanted.
    pub reply_by: Option<Instant>,
}

/// An earlier request on the same signature.
#[derive(Clone, Copy, Debug)]
pub struct EarlierRequest<'a> {
    /// The request.
    pub request: &'a Request,
    /// How many incidents of the signature missed an objective since it was answered for the last
    /// time; `None` while it is open.
    pub recurred: Option<usize>,
}

/// What cases are made from.
#[derive(Clone, Copy, Debug)]
pub struct CaseSources<'a> {
    /// What the ledger says.
    pub state: &'a LedgerState,
    /// The breaches of the problems in it.
    pub breaches: &'a ProblemBreaches<'a>,
    /// What exports tell; `None` where none was named.
    pub found: Option<&'a Surveyed>,
    /// The policy.
    pub policy: &'a Policy,
    /// The instant that counts as now.
    pub as_of: Instant,
}

impl<'a> RequestCase<'a> {
    /// The case of a problem, for the request that it has already, if it has one; `None` without
    /// evidence.
    #[must_use]
    pub fn of(
        problem: &'a Problem<'a>,
        request: Option<&'a Request>,
        asked: Option<&'a str>,
        sources: CaseSources<'a>,
    ) -> Option<Self> {
        let CaseSources { policy, as_of, .. } = sources;
        Some(Self {
            problem,
            figures: Figures::of(&problem.evidence, policy)?,
            times: StageTimes::of(problem.evidence.iter().map(|one| one.breach), policy),
            expected: ExpectedEffect::of(problem, sources),
            earlier: earlier(problem, request, sources),
            asked: asked.or_else(|| request.and_then(Request::improvement)),
            reply_by: policy.escalation.reply_within.map(|within| as_of.plus(within)),
        })
    }
}

fn earlier<'a>(
    problem: &Problem<'_>,
    request: Option<&Request>,
    sources: CaseSources<'a>,
) -> Vec<EarlierRequest<'a>> {
    let before = |other: &&Request| {
        other.id != problem.id
            && request.is_none_or(|request| other.at < request.at)
            && Signature::from_parts(&other.signature) == problem.signature
    };
    let recurred = |other: &Request| {
        let breaches = sources.breaches.of_problem(&problem.signature).iter();
        let mut incidents: Vec<&str> = breaches
            .filter(|breach| breach.opened() >= other.since())
            .map(|breach| breach.incident.as_str())
            .collect();
        incidents.sort_unstable();
        incidents.dedup();
        incidents.len()
    };
    let told =
        |request| EarlierRequest { request, recurred: (!request.is_open()).then(|| recurred(request)) };
    sources.state.requests().iter().filter(before).map(told).collect()
}

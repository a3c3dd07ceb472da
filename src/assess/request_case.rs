use super::{ExpectedEffect, Figures, LedgerState, Problem, Signature, StageTimes, Surveyed};
use crate::domain::{Instant, Policy, RecordedBreach, Request};

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
    /// Other requests on the same signature, in the order in which they were drafted.
    pub earlier: Vec<EarlierRequest<'a>>,
    /// What a person asks for in their own words.
    pub asked: Option<&'a str>,
}

/// Another request on the same signature.
#[derive(Clone, Copy, Debug)]
pub struct EarlierRequest<'a> {
    /// The request.
    pub request: &'a Request,
    /// How many incidents of the signature missed an objective since it was answered for the last
    /// time; `None` while it is open.
    pub recurred: Option<usize>,
}

impl<'a> RequestCase<'a> {
    /// The case of a problem; `None` without evidence. `found` is what exports tell.
    #[must_use]
    pub fn of(
        problem: &'a Problem<'a>,
        state: &'a LedgerState,
        policy: &'a Policy,
        as_of: Instant,
        found: Option<&Surveyed>,
    ) -> Option<Self> {
        Some(Self {
            problem,
            figures: problem.figures(policy)?,
            times: StageTimes::of(problem.evidence.iter().map(|one| one.breach), policy),
            expected: ExpectedEffect::of(problem, policy, as_of, found),
            earlier: earlier(problem, state),
            asked: None,
        })
    }

    /// The case with what a person asks for in their own words.
    #[must_use]
    pub fn asking(self, asked: Option<&'a str>) -> Self {
        Self { asked, ..self }
    }
}

fn earlier<'a>(problem: &Problem<'_>, state: &'a LedgerState) -> Vec<EarlierRequest<'a>> {
    let same = |request: &&Request| {
        request.id != problem.id && Signature::from_parts(&request.signature) == problem.signature
    };
    let recurred = |request: &Request| {
        let since = |breach: &RecordedBreach| breach.opened() >= request.since();
        let mut incidents: Vec<&str> = state
            .active()
            .filter(|breach| since(breach) && problem.signature.fits(breach))
            .map(|breach| breach.incident.as_str())
            .collect();
        incidents.sort_unstable();
        incidents.dedup();
        incidents.len()
    };
    state
        .requests()
        .iter()
        .filter(same)
        .map(|request| EarlierRequest { request, recurred: (!request.is_open()).then(|| recurred(request)) })
        .collect()
}

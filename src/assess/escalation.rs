use std::collections::{BTreeMap, HashSet};

use sha2::{Digest, Sha256};

use super::{LedgerState, Signature};
use crate::domain::{Annotation, Cause, Fix, Policy, RecordedBreach, Request, Team};

/// What is to be asked for: one problem per team, cause and signature, out of all breaches that
/// still count and whose annotation calls for a fix.
#[derive(Debug)]
pub struct EscalationPlan<'a> {
    /// Problems that no open request is about, teams in the policy's order. One that comes back
    /// after its request was declined or done is asked about anew.
    pub problems: Vec<Problem<'a>>,
    /// Open requests that new incidents belong to. They are not asked for again.
    pub continued: Vec<Continued<'a>>,
    /// Breaches that no team answers for.
    pub without_team: Vec<Evidence<'a>>,
}

/// A problem to ask one team about.
#[derive(Debug)]
pub struct Problem<'a> {
    /// The name of the request, such as `REQ-3f9a2c11`: the same for the same problem.
    pub id: String,
    /// The team that is asked.
    pub team: &'a Team,
    /// The cause; one that the policy no longer lists has its name for a title.
    pub cause: Cause,
    /// What makes its incidents one.
    pub signature: Signature,
    /// The breaches that prove it, in the order in which their incidents were opened; never empty.
    pub evidence: Vec<Evidence<'a>>,
}

/// An open request and the breaches that came after it.
#[derive(Debug)]
pub struct Continued<'a> {
    /// The request.
    pub request: &'a Request,
    /// Breaches of incidents that it doesn't name.
    pub fresh: Vec<Evidence<'a>>,
}

/// A breach and what a person wrote about it.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// The breach.
    pub breach: &'a RecordedBreach,
    /// Its annotation, which calls for a fix.
    pub annotation: &'a Annotation,
}

impl Problem<'_> {
    /// The incidents that prove it, each once, in the order of the evidence.
    #[must_use]
    pub fn incidents(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        self.evidence
            .iter()
            .map(|one| one.breach.incident.as_str())
            .filter(|incident| seen.insert(*incident))
            .collect()
    }
}

impl<'a> EscalationPlan<'a> {
    /// Groups what calls for a fix.
    #[must_use]
    pub fn of(state: &'a LedgerState, policy: &'a Policy) -> Self {
        let mut groups: BTreeMap<(usize, &str, Signature), Vec<Evidence<'a>>> = BTreeMap::new();
        let mut without_team = Vec::new();
        for breach in state.active() {
            let Some(annotation) = state.annotation_for(&breach.incident, &breach.objective) else {
                continue;
            };
            if annotation.fix() != Fix::Required {
                continue;
            }
            let evidence = Evidence { breach, annotation };
            let fits = |team: &Team| team.when.matches(|field| breach.field(policy.fields.name(field)));
            let list = match policy.teams.iter().position(fits) {
                Some(team) => groups.entry((team, &annotation.cause, Signature::of(breach))).or_default(),
                None => &mut without_team,
            };
            list.push(evidence);
        }
        sort(&mut without_team);
        let mut plan = Self { problems: Vec::new(), continued: Vec::new(), without_team };
        let mut taken: HashSet<String> = state.requests().iter().map(|request| request.id.clone()).collect();
        let mut asked: BTreeMap<(&str, &str, [String; 3]), Vec<&'a Request>> = BTreeMap::new();
        for request in state.requests() {
            asked
                .entry((&request.team, &request.cause, request.signature.clone()))
                .or_default()
                .push(request);
        }
        // What a request of the same cause names was asked for, whoever was asked, and whatever the
        // answer was.
        let named: HashSet<(&str, &str)> = state
            .requests()
            .iter()
            .flat_map(|request| request.incidents.iter().map(|incident| (&*request.cause, &**incident)))
            .collect();
        for ((team, cause, signature), mut evidence) in groups {
            sort(&mut evidence);
            let team = &policy.teams[team];
            let parts = signature.parts();
            let before = asked.remove(&(team.id.as_str(), cause, parts.clone())).unwrap_or_default();
            evidence.retain(|one| !named.contains(&(cause, &*one.breach.incident)));
            if evidence.is_empty() {
                continue;
            }
            if let Some(request) = before.into_iter().rfind(|request| request.is_open()) {
                plan.continued.push(Continued { request, fresh: evidence });
                continue;
            }
            let id = request_id(&team.id, cause, &parts, &mut taken);
            plan.problems.push(Problem { id, team, cause: cause_of(policy, cause), signature, evidence });
        }
        plan
    }
}

/// By the opening of the incident, then by its id and objective.
fn sort(evidence: &mut [Evidence<'_>]) {
    evidence.sort_by(|a, b| {
        (a.breach.opened(), &a.breach.incident, &a.breach.objective).cmp(&(
            b.breach.opened(),
            &b.breach.incident,
            &b.breach.objective,
        ))
    });
}

fn cause_of(policy: &Policy, id: &str) -> Cause {
    policy.cause(id).cloned().unwrap_or_else(|| Cause {
        id: id.to_owned(),
        title: id.to_owned(),
        fix: Fix::Required,
        improvement: None,
    })
}

/// A name from what the problem is, so that drafting it again gives the same one. The number keeps
/// names apart that would be the same though the problems aren't.
fn request_id(team: &str, cause: &str, signature: &[String; 3], taken: &mut HashSet<String>) -> String {
    let mut number = 0_u64;
    loop {
        let mut digest = Sha256::new();
        for part in [team, cause].into_iter().chain(signature.iter().map(String::as_str)) {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        digest.update(number.to_be_bytes());
        let digest = digest.finalize();
        let id = format!("REQ-{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3]);
        if taken.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}

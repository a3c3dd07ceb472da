mod choice;
mod problem;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use sha2::{Digest, Sha256};

use super::{LedgerState, Signature};
use crate::domain::{Fix, Policy, Request, RequestStatus, Team};

pub use choice::EscalationChoice;
pub use problem::{Evidence, Problem};

/// What is to be asked for: one problem per team, cause and signature, out of all breaches that
/// still count and whose annotation calls for a fix.
#[derive(Debug, Default)]
pub struct EscalationPlan<'a> {
    /// Problems that no open request is about, teams in the policy's order. One that comes back
    /// after its request was declined or done is asked about anew.
    pub problems: Vec<Problem<'a>>,
    /// Open requests that new incidents belong to, and those that were chosen by name. They are not
    /// asked for again.
    pub continued: Vec<Continued<'a>>,
    /// Breaches that no team answers for.
    pub without_team: Vec<Evidence<'a>>,
    /// How many problems have fewer incidents than were asked for.
    pub fewer: usize,
    /// Chosen names that are neither of a problem nor of a request.
    pub unknown: Vec<String>,
}

/// An open request and the breaches that came after it.
#[derive(Debug)]
pub struct Continued<'a> {
    /// The request.
    pub request: &'a Request,
    /// All that it is about by now.
    pub problem: Problem<'a>,
    /// Breaches of incidents that it doesn't name.
    pub fresh: Vec<Evidence<'a>>,
}

/// What a request is made for.
type Key<'a> = (usize, &'a str, Signature);

impl<'a> EscalationPlan<'a> {
    /// Groups what calls for a fix.
    #[must_use]
    pub fn of(state: &'a LedgerState, policy: &'a Policy) -> Self {
        Self::chosen(state, policy, &EscalationChoice::default())
    }

    /// Groups what calls for a fix, and leaves what is not chosen.
    #[must_use]
    pub fn chosen(state: &'a LedgerState, policy: &'a Policy, choice: &EscalationChoice) -> Self {
        let called: Vec<Evidence<'a>> = called_for(state);
        let recent = called.iter().copied().filter(|one| choice.since.is_none_or(|at| one.opened() >= at));
        let (groups, without_team) = grouped(recent, policy);
        let mut plan = Self::default();
        if choice.is_open() {
            plan.without_team = without_team;
        }
        let mut taken: HashSet<String> = state.requests().iter().map(|request| request.id.clone()).collect();
        let mut asked = asked_before(state);
        // What a request of the same cause names was asked for, whoever was asked, and whatever the
        // answer was.
        let named: HashSet<(&str, &str)> = state
            .requests()
            .iter()
            .flat_map(|request| request.incidents.iter().map(|incident| (&*request.cause, &**incident)))
            .collect();
        for ((team, cause, signature), mut evidence) in groups {
            let team = &policy.teams[team];
            let before = asked.remove(&(team.id.as_str(), cause, signature.parts())).unwrap_or_default();
            // What came before the fix is not asked about again after it.
            let fixed = before.iter().filter(|request| request.status() == RequestStatus::Done);
            let fixed = fixed.map(|request| request.since()).max();
            evidence.retain(|one| {
                !named.contains(&(cause, one.incident())) && fixed.is_none_or(|fixed| one.opened() >= fixed)
            });
            if evidence.is_empty() {
                continue;
            }
            if let Some(request) = before.into_iter().rfind(|request| request.is_open()) {
                if choice.has(&request.id, &request.team) {
                    plan.continued.push(Continued::of(request, &called, evidence, policy));
                }
                continue;
            }
            let id = request_id(&team.id, cause, &signature.parts(), &mut taken);
            if !choice.has(&id, &team.id) {
                continue;
            }
            let problem = Problem::of(id, team.clone(), cause, signature, evidence, policy);
            if problem.incidents().len() < choice.min_incidents {
                plan.fewer += 1;
            } else {
                plan.problems.push(problem);
            }
        }
        for name in &choice.requests {
            plan.name(name, state, &called, policy, &taken);
        }
        plan
    }

    /// Takes in a request that was chosen by name, if it isn't there yet.
    fn name(
        &mut self,
        name: &str,
        state: &'a LedgerState,
        called: &[Evidence<'a>],
        policy: &Policy,
        taken: &HashSet<String>,
    ) {
        let there = |continued: &Continued<'_>| continued.request.id == name;
        match state.requests().iter().find(|request| request.id == name) {
            Some(request) if request.is_open() && !self.continued.iter().any(there) => {
                self.continued.push(Continued::of(request, called, Vec::new(), policy));
            }
            None if !taken.contains(name) => self.unknown.push(name.to_owned()),
            _ => {}
        }
    }
}

impl<'a> Continued<'a> {
    fn of(request: &'a Request, called: &[Evidence<'a>], fresh: Vec<Evidence<'a>>, policy: &Policy) -> Self {
        let known: HashSet<&str> = request.incidents.iter().map(String::as_str).collect();
        let came: HashSet<&str> = fresh.iter().map(Evidence::incident).collect();
        let its = |one: &&Evidence<'a>| {
            one.annotation.cause == request.cause
                && (known.contains(one.incident()) || came.contains(one.incident()))
        };
        let team = policy.team(&request.team).cloned().unwrap_or_else(|| Team::unlisted(&request.team));
        let problem = Problem::of(
            request.id.clone(),
            team,
            &request.cause,
            Signature::from_parts(&request.signature),
            called.iter().filter(its).copied().collect(),
            policy,
        );
        Self { request, problem, fresh }
    }
}

/// All that calls for a fix, in the order in which the incidents were opened.
fn called_for(state: &LedgerState) -> Vec<Evidence<'_>> {
    let mut called: Vec<Evidence<'_>> = state
        .active()
        .filter_map(|breach| {
            let annotation = state.annotation_for(&breach.incident, &breach.objective)?;
            (annotation.fix() == Fix::Required).then_some(Evidence { breach, annotation })
        })
        .collect();
    called.sort_by(|a, b| a.place().cmp(&b.place()));
    called
}

/// The evidence by the problem that it is of, and what no team answers for.
fn grouped<'a>(
    evidence: impl Iterator<Item = Evidence<'a>>,
    policy: &Policy,
) -> (BTreeMap<Key<'a>, Vec<Evidence<'a>>>, Vec<Evidence<'a>>) {
    let (mut groups, mut without_team): (BTreeMap<Key<'a>, Vec<_>>, _) = (BTreeMap::new(), Vec::new());
    for one in evidence {
        let fits = |team: &Team| team.when.matches(|field| one.breach.field(policy.fields.name(field)));
        match policy.teams.iter().position(fits) {
            Some(team) => {
                let key = (team, one.annotation.cause.as_str(), Signature::of(one.breach));
                groups.entry(key).or_default().push(one);
            }
            None => without_team.push(one),
        }
    }
    (groups, without_team)
}

/// The requests by team, cause and signature, in the order in which they were drafted.
fn asked_before(state: &LedgerState) -> BTreeMap<(&str, &str, [String; 3]), Vec<&Request>> {
    let mut asked: BTreeMap<_, Vec<&Request>> = BTreeMap::new();
    for request in state.requests() {
        let key = (request.team.as_str(), request.cause.as_str(), request.signature.clone());
        asked.entry(key).or_default().push(request);
    }
    asked
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

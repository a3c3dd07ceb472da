mod choice;
mod problem;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sha2::{Digest, Sha256};

use super::{LedgerState, Signature};
use crate::domain::{Instant, Policy, RecordedBreach, Request, RequestStatus, Team, hex};

pub use choice::EscalationChoice;
pub use problem::{Evidence, Problem};

/// What is to be asked for: one problem per team, cause and signature, out of all breaches that
/// still count and whose annotation calls for a fix.
#[derive(Debug, Default)]
pub struct EscalationPlan<'a> {
    /// Problems that no open request is about, teams in the policy's order. One that comes back
    /// after its request was declined or done is asked about anew, but not about what came before
    /// the fix.
    pub problems: Vec<Problem<'a>>,
    /// Open requests that new breaches belong to, drafts that may be out of date, and those that were
    /// chosen by name. They are not asked for again.
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
    /// Breaches that it doesn't name.
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
        let (groups, without_team) = grouped(state, policy, choice.as_of);
        let recent = |one: &Evidence<'_>| choice.since.is_none_or(|at| one.opened() >= at);
        let mut plan = Self::default();
        if choice.means_all_requests() {
            plan.without_team = without_team.into_iter().filter(recent).collect();
        }
        let mut taken: HashSet<String> = state.requests().iter().map(|request| request.id.clone()).collect();
        let mut asked = asked_before(state);
        let named = Named::of(state, policy);
        for ((team, cause, signature), mut evidence) in groups {
            let team = &policy.teams[team];
            let before = asked.remove(&(team.id.as_str(), cause, signature.parts())).unwrap_or_default();
            // What came before the fix is not asked about again after it.
            let fixed = before.iter().filter(|request| request.status() == RequestStatus::Done);
            let fixed = fixed.map(|request| request.since()).max();
            evidence.retain(|one| !named.has(cause, one) && fixed.is_none_or(|fixed| one.opened() >= fixed));
            if evidence.is_empty() {
                continue;
            }
            let open = before.into_iter().rfind(|request| request.is_open());
            let id = match open {
                Some(request) => request.id.clone(),
                None => request_id(&team.id, cause, &signature.parts(), &mut taken),
            };
            evidence.retain(recent);
            if !choice.has(&id, &team.id) || evidence.is_empty() {
                continue;
            }
            if Evidence::incidents(&evidence).len() < choice.min_incidents {
                plan.fewer += 1;
                continue;
            }
            Evidence::sort(&mut evidence);
            match open {
                Some(request) => plan.continued.push(Continued { request, fresh: evidence }),
                None => {
                    plan.problems.push(Problem::of(id, &team.id, cause, signature, evidence, policy));
                }
            }
        }
        plan.rest(state, choice);
        let unknown = |name: &&String| !taken.contains(*name);
        plan.unknown = choice.requests.iter().filter(unknown).cloned().collect();
        plan
    }

    /// Takes in the open requests that nothing came of: drafts that may be out of date, and those
    /// that were chosen by name.
    fn rest(&mut self, state: &'a LedgerState, choice: &EscalationChoice) {
        let there: HashSet<&str> = self.continued.iter().map(|one| one.request.id.as_str()).collect();
        let rest = state.requests().iter().filter(|request| {
            let chosen = choice.requests.contains(&request.id) || request.status() == RequestStatus::Draft;
            chosen
                && request.is_open()
                && choice.has(&request.id, &request.team)
                && !there.contains(request.id.as_str())
        });
        let rest: Vec<_> = rest.map(|request| Continued { request, fresh: Vec::new() }).collect();
        self.continued.extend(rest);
    }
}

/// What requests are about already, by cause: whoever was asked, and whatever the answer was.
#[derive(Default)]
struct Named<'a> {
    breaches: HashSet<(&'a str, &'a str, &'a str)>,
    /// Incidents that are meant with all their breaches.
    whole: HashSet<(&'a str, &'a str)>,
}

impl<'a> Named<'a> {
    fn of(state: &'a LedgerState, policy: &Policy) -> Self {
        let mut named = Self::default();
        for request in state.requests() {
            let cause = request.cause.as_str();
            let mut by_breach = HashSet::new();
            for [incident, objective] in &request.breaches {
                by_breach.insert(incident.as_str());
                let held = state.breach(incident, objective);
                if held.is_none_or(|held| !is_anothers(request, &held.breach, policy)) {
                    named.breaches.insert((cause, incident, objective));
                }
            }
            let whole = request.incidents.iter().map(String::as_str);
            named.whole.extend(
                whole.filter(|incident| !by_breach.contains(incident)).map(|incident| (cause, incident)),
            );
        }
        named
    }

    fn has(&self, cause: &str, one: &Evidence<'_>) -> bool {
        self.whole.contains(&(cause, one.incident()))
            || self.breaches.contains(&(cause, one.incident(), &one.breach.objective))
    }
}

impl<'a> Continued<'a> {
    /// The breaches that it names and that no longer call for this fix. A draft that isn't sent yet
    /// leaves them out, so that they are asked about again should they come back.
    #[must_use]
    pub fn left_out(&self, state: &LedgerState, policy: &Policy) -> Vec<[String; 2]> {
        let request = self.request;
        let calls = |[incident, objective]: &&[String; 2]| {
            state
                .breach(incident, objective)
                .filter(|held| held.is_active())
                .and_then(|held| Evidence::of(&held.breach, state))
                .is_some_and(|one| is_subject(request, &one, policy))
        };
        if request.status() != RequestStatus::Draft {
            return Vec::new();
        }
        request.breaches.iter().filter(|breach| !calls(breach)).cloned().collect()
    }

    /// All that the request is about by now.
    #[must_use]
    pub fn problem(&self, state: &'a LedgerState, policy: &'a Policy) -> Problem<'a> {
        let request = self.request;
        let named = request.incidents.iter().map(String::as_str);
        let incidents: BTreeSet<&str> = named.chain(Evidence::incidents(&self.fresh)).collect();
        let mut evidence: Vec<Evidence<'a>> = incidents
            .into_iter()
            .flat_map(|incident| state.of_incident(incident))
            .filter(|held| held.is_active())
            .filter_map(|held| Evidence::of(&held.breach, state))
            .filter(|one| is_subject(request, one, policy))
            .filter(|one| {
                request.names(one.incident(), &one.breach.objective)
                    || self.fresh.iter().any(|fresh| fresh.breach == one.breach)
            })
            .collect();
        Evidence::sort(&mut evidence);
        let signature = Signature::from_parts(&request.signature);
        Problem::of(request.id.clone(), &request.team, &request.cause, signature, evidence, policy)
    }
}

/// Whether a request that names a breach still asks for its fix.
fn is_subject(request: &Request, one: &Evidence<'_>, policy: &Policy) -> bool {
    one.annotation.cause == request.cause && !is_anothers(request, one.breach, policy)
}

/// Whether a breach went over to another team, as when its customer is put right, before the one
/// that its request names was asked.
fn is_anothers(request: &Request, breach: &RecordedBreach, policy: &Policy) -> bool {
    request.status() == RequestStatus::Draft
        && policy.team(&request.team).is_some()
        && team_of(breach, policy).is_none_or(|team| policy.teams[team].id != request.team)
}

/// The team that answers for a breach, by its place in the policy.
fn team_of(breach: &RecordedBreach, policy: &Policy) -> Option<usize> {
    let fits = |team: &Team| team.when.matches(|field| breach.field(policy.fields.name(field)));
    policy.teams.iter().position(fits)
}

/// All that calls for a fix by the problem that it is of, and what no team answers for.
fn grouped<'a>(
    state: &'a LedgerState,
    policy: &Policy,
    as_of: Option<Instant>,
) -> (BTreeMap<Key<'a>, Vec<Evidence<'a>>>, Vec<Evidence<'a>>) {
    let (mut groups, mut without_team): (BTreeMap<Key<'a>, Vec<_>>, _) = (BTreeMap::new(), Vec::new());
    let there = |breach: &&RecordedBreach| as_of.is_none_or(|as_of| breach.deadline <= as_of);
    for one in state.active().filter(there).filter_map(|breach| Evidence::of(breach, state)) {
        match team_of(one.breach, policy) {
            Some(team) => {
                let key = (team, one.annotation.cause.as_str(), Signature::of(one.breach));
                groups.entry(key).or_default().push(one);
            }
            None => without_team.push(one),
        }
    }
    Evidence::sort(&mut without_team);
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
        let id = format!("REQ-{}", hex(&digest[..4]));
        if taken.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}

use std::collections::HashMap;

use crate::domain::{FieldId, Policy, normal};

/// What is read for the spellings of a tool's severities, by their [`normal`] form: what the policy calls
/// the same severity by another of its spellings, and a name for a code. A spelling that the policy
/// knows, or that nothing better is known for, stands as it is.
pub(super) fn severity_spellings(policy: &Policy, levels: &[Vec<String>]) -> HashMap<String, String> {
    let mut read = HashMap::new();
    for spellings in levels {
        let known = spellings.iter().find(|spelling| knows(policy, spelling));
        for spelling in spellings {
            let is_code = spelling.bytes().all(|byte| byte.is_ascii_digit());
            let meant = match known {
                _ if knows(policy, spelling) => continue,
                Some(known) => known,
                None if is_code => &spellings[0],
                None => continue,
            };
            read.insert(normal(spelling).into_owned(), meant.clone());
        }
    }
    read
}

/// Whether a policy speaks of a severity by this spelling.
fn knows(policy: &Policy, spelling: &str) -> bool {
    let targets =
        policy.objectives.iter().flat_map(|objective| &objective.targets).map(|target| &target.when);
    let exclusions = policy.exclusions.iter().map(|exclusion| &exclusion.when);
    let mut conditions = targets.chain(exclusions).chain(policy.teams.iter().map(|team| &team.when));
    policy.severities.rank(spelling).is_some()
        || conditions.any(|when| {
            let clauses = when.clauses().iter().filter(|(field, _)| *field == FieldId::SEVERITY);
            clauses
                .into_iter()
                .any(|(_, values)| values.iter().any(|value| !value.is_wild() && value.matches(spelling)))
        })
}

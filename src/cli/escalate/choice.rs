use anyhow::anyhow;
use clap::Args;

use crate::assess::{EscalationChoice, EscalationPlan, LedgerState};
use crate::cli::{failure, moment};
use crate::domain::{Instant, Policy, Team, nearest, normal};
use crate::words::request_faults as words;
use crate::words::suggestion::all_quoted;

/// Which problems to ask about.
#[derive(Debug, Args)]
pub(super) struct Choice {
    /// Only the request of this name, such as REQ-3f9a2c11; repeatable
    #[arg(long = "id", value_name = "REQUEST")]
    requests: Vec<String>,

    /// Only requests to this team, by its name or title
    #[arg(long, value_name = "TEAM")]
    team: Option<String>,

    /// Only breaches of incidents opened at or after this moment (also: today, this-month, 2026-11)
    #[arg(long, value_name = "TIME")]
    since: Option<String>,

    /// Only problems with at least so many incidents that nobody asked about yet
    #[arg(long, value_name = "COUNT", default_value_t = 1)]
    min_incidents: usize,
}

impl Choice {
    /// The choice in the words of the policy.
    pub(super) fn of(&self, policy: &Policy, as_of: Instant) -> anyhow::Result<EscalationChoice> {
        let since = self.since.as_deref().map(|text| moment::parse("--since", text, policy.zone, as_of));
        Ok(EscalationChoice {
            min_incidents: self.min_incidents,
            since: since.transpose()?,
            as_of: Some(as_of),
            team: self.team.as_deref().map(|text| team(policy, text)).transpose()?,
            requests: self.requests.clone(),
        })
    }
}

/// The name of the team that a person means: by its name, else by its title.
pub(super) fn team(policy: &Policy, text: &str) -> anyhow::Result<String> {
    let wanted = normal(text);
    let titled = |team: &&Team| normal(&team.id) == wanted || normal(&team.title) == wanted;
    policy.team(text).or_else(|| policy.teams.iter().find(titled)).map(|team| team.id.clone()).ok_or_else(
        || {
            let known: Vec<&str> = policy.teams.iter().map(|team| team.id.as_str()).collect();
            anyhow!(words::unknown_team(text, &all_quoted(&known)))
        },
    )
}

/// That names were chosen which nothing has, if there are such.
pub(super) fn unknown(plan: &EscalationPlan<'_>, state: &LedgerState, policy: &Policy) -> anyhow::Result<()> {
    if plan.unknown.is_empty() {
        return Ok(());
    }
    let all = EscalationPlan::of(state, policy);
    let known: Vec<&str> = all
        .problems
        .iter()
        .map(|problem| problem.id.as_str())
        .chain(state.requests().iter().map(|request| request.id.as_str()))
        .collect();
    let fault = |name: &String| words::no_such_request(name, &nearest(name, known.iter().copied()));
    Err(failure::all(&plan.unknown.iter().map(fault).collect::<Vec<_>>()))
}

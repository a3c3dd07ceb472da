use anyhow::anyhow;
use clap::Args;

use crate::assess::{EscalationChoice, EscalationPlan, LedgerState};
use crate::cli::{failure, moment};
use crate::domain::{Instant, Policy, Team, nearest, normal};

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
            let known: Vec<String> = policy.teams.iter().map(|team| format!("`{}`", team.id)).collect();
            anyhow!("the policy has no team `{text}`; it has {}", known.join(", "))
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
    let fault = |name: &String| {
        let near: Vec<String> =
            nearest(name, known.iter().copied()).iter().map(|near| format!("`{near}`")).collect();
        let near = if near.is_empty() {
            "`slo escalate --draft --dry-run` shows those that would be written".to_owned()
        } else {
            format!("did you mean {}?", near.join(" or "))
        };
        format!("--id: there is no request `{name}`, written or to be written; {near}")
    };
    Err(failure::all(&plan.unknown.iter().map(fault).collect::<Vec<_>>()))
}

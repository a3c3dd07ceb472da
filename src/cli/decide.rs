//! `slo decide`: say whether what was annotated calls for a fix.

use std::collections::HashSet;

use clap::Parser;

use super::annotate::FixArg;
use super::arguments::{Basis, Writing};
use super::policy_source;
use super::writer::{Writer, gather};
use crate::context::Context;
use crate::domain::Fix;
use crate::exit::Outcome;
use crate::ledger::{NewDecision, Subject, decide};

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// The incidents, by their ids
    #[arg(value_name = "ID", required = true)]
    incidents: Vec<String>,

    /// Whether something must be fixed
    #[arg(long, value_name = "DECISION")]
    fix: FixArg,

    /// Why, in a sentence
    #[arg(long, value_name = "TEXT")]
    why: String,

    /// Only what was annotated about this objective
    #[arg(long, value_name = "OBJECTIVE")]
    objective: Option<String>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    basis: Basis,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let policy = policy_source::load(args.basis.policy.as_deref(), None, &args.basis.look, context)?;
    let writer = Writer::new(&policy, &args.writing, &args.basis, context)?;
    let incidents: HashSet<String> = args.incidents.iter().cloned().collect();
    writer.write(&incidents, |state| {
        let mut named = HashSet::new();
        let each = args.incidents.iter().filter(|incident| named.insert(*incident));
        gather(each.map(|incident| {
            let subject = Subject { incident: incident.clone(), objective: args.objective.clone() };
            let required = args.fix.fix() == Fix::Required;
            decide(state, &writer.author, &NewDecision { subject, required, why: args.why.clone() })
        }))
    })?;
    Ok(Outcome::Answered)
}

//! `slo annotate`: record why a response was slow.

use anyhow::anyhow;
use clap::{Parser, ValueEnum};

use super::arguments::{Basis, Writing};
use super::failure::Told;
use super::{ledger_access, policy_source};
use crate::context::Context;
use crate::domain::Fix;
use crate::exit::Outcome;
use crate::ledger::{NewAnnotation, annotate};
use crate::output::say;
use crate::render;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// The incident, by its id
    #[arg(value_name = "ID")]
    incident: String,

    /// Why the response was slow: a cause of the policy
    #[arg(long, value_name = "CAUSE")]
    cause: String,

    /// Why, in a sentence
    #[arg(long, value_name = "TEXT")]
    reason: String,

    /// What would help, in a sentence
    #[arg(long, value_name = "TEXT")]
    improvement: Option<String>,

    /// Whether something must be fixed; otherwise the cause decides
    #[arg(long, value_name = "DECISION")]
    fix: Option<FixArg>,

    /// Only about this objective; otherwise about all breaches of the incident
    #[arg(long, value_name = "OBJECTIVE")]
    objective: Option<String>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    basis: Basis,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FixArg {
    /// Something must be fixed
    Yes,
    /// Nothing needs to be
    No,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let policy = policy_source::load(args.basis.policy.as_deref(), None, look, context)?;
    let author =
        ledger_access::author(args.writing.by.as_deref(), args.basis.as_of(context, policy.zone)?, context)?;
    let path = policy_source::ledger_path(args.writing.ledger.as_deref(), &policy);
    let language = look.language(Some(&policy), context);
    let file = ledger_access::open(&path, language)?;
    let new = NewAnnotation {
        incident: args.incident.clone(),
        objective: args.objective.clone(),
        cause: args.cause.clone(),
        reason: args.reason.clone(),
        improvement: args.improvement.clone(),
        fix: args.fix.map(|fix| match fix {
            FixArg::Yes => Fix::Required,
            FixArg::No => Fix::NotRequired,
        }),
    };
    let entry = annotate(file.state(), &policy, &author, &new).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|fault| format!("error: {fault}")).collect();
        anyhow!(Told(render::sanitize_lines(&lines.join("\n"))))
    })?;
    ledger_access::commit(file, &[entry], language)?;
    if let Some(cause) = policy.cause(args.cause.trim()) {
        say(&render::annotated(&args.incident, cause, new.fix.unwrap_or(cause.fix), language));
    }
    Ok(Outcome::Answered)
}

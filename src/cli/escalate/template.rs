//! `slo escalate template`: the built-in words of a request, to start one's own from.

use std::path::PathBuf;

use clap::Parser;

use crate::cli::arguments::Look;
use crate::cli::policy_source;
use crate::context::Context;
use crate::exit::Outcome;
use crate::output::print;
use crate::render::draft::Template;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// Policy file, whose language counts; otherwise slo.toml or slo.json here or in a folder above
    #[arg(long, value_name = "FILE", env = "SLO_POLICY")]
    policy: Option<PathBuf>,

    #[command(flatten)]
    look: Look,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    // The language of the policy, where there is one that can be read: its drafts are in it.
    let read = |path: PathBuf| policy_source::read(&path, &args.look, context).ok();
    let policy = policy_source::find(args.policy.as_deref(), None, context).ok().and_then(read);
    let policy = policy.map(|read| read.policy);
    print(Template::of(args.look.language(policy.as_ref(), context)).text().as_bytes())?;
    Ok(Outcome::Answered)
}

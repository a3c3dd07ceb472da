//! `slo escalate template`: the built-in words of a request, to start one's own from.

use clap::Parser;

use crate::cli::arguments::Look;
use crate::cli::policy_source;
use crate::context::Context;
use crate::exit::Outcome;
use crate::output::print;
use crate::render::draft::Template;

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(flatten)]
    look: Look,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    // The language of the policy, where there is one: its drafts are in it.
    let policy = match policy_source::find(None, None, context) {
        Ok(path) if args.look.asked().is_none() => {
            Some(policy_source::read(&path, &args.look, context)?.policy)
        }
        _ => None,
    };
    print(Template::of(args.look.language(policy.as_ref(), context)).text().as_bytes())?;
    Ok(Outcome::Answered)
}

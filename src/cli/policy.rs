//! `slo policy`: is the policy right, and what does it mean?

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::arguments::Look;
use super::policy_source::{self, ReadPolicy};
use crate::context::Context;
use crate::exit::Outcome;
use crate::output::{print, say_laid_out};
use crate::render;

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Say whether the policy is right, and all its faults if it isn't
    Check(Which),
    /// Say in words what the policy means
    Show(Which),
}

#[derive(Debug, Parser)]
struct Which {
    /// Policy file; otherwise slo.toml or slo.json here or in a folder above
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// The same, as the other commands have it
    #[arg(long, value_name = "FILE", env = "SLO_POLICY", conflicts_with = "file", hide = true)]
    policy: Option<PathBuf>,

    #[command(flatten)]
    look: Look,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let (Action::Check(which) | Action::Show(which)) = &args.action;
    let path = policy_source::find(which.file.as_deref().or(which.policy.as_deref()), None, context)?;
    let read = policy_source::read(&path, &which.look, context)?;
    let language = which.look.language(Some(&read.policy), context);
    match args.action {
        Action::Check(_) => {
            let ReadPolicy { policy, text, warnings } = &read;
            if !warnings.is_empty() {
                let width = context.width.unwrap_or(100);
                say_laid_out(&render::diagnostics(warnings, text, which.look.colour_err(context), width));
            }
            print(render::policy_is_right(policy, warnings.len(), language).as_bytes())?;
        }
        Action::Show(_) => print(render::policy_words(&read.policy, language).as_bytes())?,
    }
    Ok(Outcome::Answered)
}

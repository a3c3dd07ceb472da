//! `slo policy`: is the policy right, what does it mean, and what does an edit change?

mod check;
mod diff;
mod spots;

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

use super::arguments::Look;
use super::policy_source;
use crate::context::Context;
use crate::exit::Outcome;
use crate::output::print;
use crate::render;

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Say whether the policy is right, and all its faults if it isn't
    Check(check::Args),
    /// Say in words what the policy means
    Show(Which),
    /// Say which verdicts on the same exports another policy changes
    Diff(diff::Args),
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
    match &args.action {
        Action::Check(args) => check::run(args, context),
        Action::Show(which) => show(which, context),
        Action::Diff(args) => diff::run(args, context),
    }
}

fn show(which: &Which, context: &Context) -> anyhow::Result<Outcome> {
    let read = policy_source::read(&which.path(None, context)?, &which.look, context)?;
    let language = which.look.language(Some(&read.policy), context);
    print(render::policy_words(&read.policy, language).as_bytes())?;
    Ok(Outcome::Answered)
}

impl Which {
    /// The file, which may lie beside an export.
    fn path(&self, export: Option<&Path>, context: &Context) -> anyhow::Result<PathBuf> {
        policy_source::find(self.file.as_deref().or(self.policy.as_deref()), export, context)
    }
}

//! `slo escalate`: ask second-line teams for improvements, follow what becomes of it, and see whether
//! it helped.

mod choice;
mod deed;
mod drafting;
mod drafts;
mod effect;
mod exports;
mod list;
mod mark;
mod status_arg;
mod subjects;
mod task;
mod template;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use self::choice::Choice;
use self::drafts::{DraftFormat, Drafts};
use super::arguments::{Basis, Writing};
use super::reading::Reading;
use crate::context::Context;
use crate::exit::Outcome;

#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Args {
    /// Exports to count all incidents in, for compliance rates in the drafts
    #[arg(value_name = "EXPORT")]
    exports: Vec<PathBuf>,

    /// Write the drafts of requests that nobody wrote yet, and what came since of those that are open
    #[arg(long, required = true)]
    draft: bool,

    #[command(flatten)]
    choice: Choice,

    /// What you ask for in your own words, of one request
    #[arg(long, value_name = "TEXT")]
    improvement: Option<String>,

    /// Template of the drafts; otherwise the policy's, else the built-in one
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,

    /// Print the draft of one request, and write nothing
    #[arg(long, conflicts_with_all = ["dry_run", "format"])]
    stdout: bool,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "paths")]
    format: DraftFormat,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    basis: Basis,

    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Record how far a request got
    Mark(mark::Args),
    /// List requests: how far they got, and who owes the next step
    List(list::Args),
    /// Show whether what was asked for helped, once it is done
    Effect(effect::Args),
    /// Print the built-in template, to start your own from
    Template(template::Args),
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    match &args.action {
        Some(Action::Mark(args)) => mark::run(args, context),
        Some(Action::List(args)) => list::run(args, context),
        Some(Action::Effect(args)) => effect::run(args, context),
        Some(Action::Template(args)) => template::run(args, context),
        None => Drafts {
            exports: &args.exports,
            choice: &args.choice,
            improvement: args.improvement.as_deref(),
            template: args.template.as_deref(),
            dry_run: args.dry_run,
            stdout: args.stdout,
            format: args.format,
            reading: &args.reading,
            writing: &args.writing,
            basis: &args.basis,
        }
        .run(context),
    }
}

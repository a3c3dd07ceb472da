//! `slo ledger`: read, check and join ledgers.

mod log;
mod merge;
mod verify;

use clap::{Parser, Subcommand};

use crate::context::Context;
use crate::exit::Outcome;

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show who did what and when, the oldest first
    Log(log::Args),
    /// Check every line, every id and every reference, and print the digests
    Verify(verify::Args),
    /// Join ledgers into one that has all their entries, and resolve git's conflicts in them
    Merge(merge::Args),
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    match &args.command {
        Command::Log(args) => log::run(args, context),
        Command::Verify(args) => verify::run(args, context),
        Command::Merge(args) => merge::run(args, context),
    }
}

//! The command line: a file per subcommand with its arguments and its `run`.
//!
//! clap and anyhow stay here; what is below gets values and returns values.

mod arguments;
mod check;
mod condition;
mod failure;
mod moment;
mod policy_source;
mod population;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::context::Context;
use crate::exit::{NO_ANSWER, Outcome};

/// Finds the incidents that missed their SLO, asks why, and drafts the improvement request
#[derive(Debug, Parser)]
#[command(name = "slo", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Judge every incident of an export, report the breached ones and record them
    Check(check::Args),
}

/// Runs the program on the arguments and the surroundings of the process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match Context::read().and_then(|context| run(cli.command, &context)) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            failure::tell(&error);
            NO_ANSWER.into()
        }
    }
}

fn run(command: Command, context: &Context) -> anyhow::Result<Outcome> {
    match command {
        Command::Check(args) => check::run(&args, context),
    }
}

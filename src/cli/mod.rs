//! The command line: a file per subcommand with its arguments and its `run`.
//!
//! clap and anyhow stay here; what is below gets values and returns values.

mod annotate;
mod arguments;
mod asking;
mod check;
mod condition;
mod decide;
mod escalate;
mod explain;
mod fail_on;
mod failure;
mod init;
mod ledger;
mod ledger_access;
mod moment;
mod output_files;
mod policy;
mod policy_source;
mod population;
mod presets;
mod reading;
mod report;
mod selection;
mod status;
mod too_long;
mod writer;

use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use self::arguments::LanguageArg;
use crate::context::Context;
use crate::domain::Language;
use crate::exit::{NO_ANSWER, Outcome};
use crate::words;

/// Finds the incidents that missed their SLO, asks why, and drafts the improvement request
#[derive(Debug, Parser)]
#[command(name = "slo", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a commented policy, filled with what an export tells
    Init(init::Args),
    /// Judge every incident of an export, report the breached ones and record them
    Check(check::Args),
    /// Report on a day, week, month or fiscal year, or on a shift: compliance, trend, causes, requests
    Report(report::Args),
    /// Show what waits: breaches without a cause, fixes not requested, requests not answered
    Status(status::Args),
    /// Record why the response to an incident was slow
    Annotate(annotate::Args),
    /// Decide whether what was annotated calls for a fix
    Decide(decide::Args),
    /// Show the arithmetic of the verdicts on one incident
    Explain(explain::Args),
    /// Write one improvement request for each team and problem
    Escalate(escalate::Args),
    /// Show who did what, check a ledger, or join several
    Ledger(ledger::Args),
    /// List the exports of tools that are recognised, or print how one is read
    Presets(presets::Args),
    /// Check a policy, say in words what it means, or what an edit of it changes
    Policy(policy::Args),
}

/// Runs the program on the arguments and the surroundings of the process.
#[must_use]
pub fn main() -> ExitCode {
    let matches = Cli::command().get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let answer = Context::read().and_then(|context| {
        words::speak(asked_language(&matches).or(context.language).unwrap_or(Language::English));
        run(cli.command, &context)
    });
    match answer {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            failure::tell(&error);
            NO_ANSWER.into()
        }
    }
}

/// The language that was asked for, whichever command was.
fn asked_language(matches: &ArgMatches) -> Option<Language> {
    match matches.subcommand() {
        Some((_, deeper)) => asked_language(deeper),
        None => matches.try_get_one::<LanguageArg>("lang").ok()?.copied().map(Language::from),
    }
}

fn run(command: Command, context: &Context) -> anyhow::Result<Outcome> {
    match command {
        Command::Init(args) => init::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::Report(args) => report::run(&args, context),
        Command::Status(args) => status::run(&args, context),
        Command::Annotate(args) => annotate::run(&args, context),
        Command::Decide(args) => decide::run(&args, context),
        Command::Explain(args) => explain::run(&args, context),
        Command::Escalate(args) => escalate::run(&args, context),
        Command::Ledger(args) => ledger::run(&args, context),
        Command::Presets(args) => presets::run(&args, context),
        Command::Policy(args) => policy::run(&args, context),
    }
}

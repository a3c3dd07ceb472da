//! The command line: a file per subcommand with its arguments and its `run`.
//!
//! clap and anyhow stay here; what is below gets values and returns values.

mod annotate;
mod arguments;
mod asking;
mod check;
mod complaint;
mod condition;
mod decide;
mod escalate;
mod explain;
mod fail_on;
mod failure;
mod help;
mod init;
mod ledger;
mod ledger_access;
mod moment;
mod output_files;
mod policy;
mod policy_source;
mod population;
mod presets;
mod progress;
mod reading;
mod report;
mod selection;
mod status;
mod too_long;
mod writer;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum as _};

use self::arguments::LanguageArg;
use crate::context::{self, Context};
use crate::domain::Language;
use crate::exit::{NO_ANSWER, Outcome};
use crate::words;

/// Finds the incidents that missed their SLO, asks why, and drafts the improvement request
#[derive(Debug, Parser)]
#[command(name = "slo", version, about, max_term_width = help::WIDEST)]
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
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let language = spoken(&arguments).or_else(context::language).unwrap_or(Language::English);
    words::speak(language);
    let parsed = command_line(language)
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => complaint::exit(error, language),
    };
    match Context::read().and_then(|context| run(cli.command, &context)) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            failure::tell(&error);
            NO_ANSWER.into()
        }
    }
}

/// The commands and their arguments, with help in a language.
fn command_line(language: Language) -> clap::Command {
    let command = Cli::command();
    match language {
        Language::English => command,
        Language::Japanese => help::in_japanese(command, context::columns()),
    }
}

/// The language that `--lang` asks for, before it is known whether the arguments are right.
fn spoken(arguments: &[OsString]) -> Option<Language> {
    let mut arguments = arguments.iter().map_while(|argument| argument.to_str().filter(|text| *text != "--"));
    while let Some(argument) = arguments.next() {
        let code = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        if let Some(code) = code {
            return LanguageArg::from_str(code, true).ok().map(Language::from);
        }
    }
    None
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_arguments_are_right() {
        let spoken = |line: &str| spoken(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        for japanese in ["slo check --lang ja", "slo --lang=ja --nonsense", "slo check a.csv -h --lang JA"] {
            assert_eq!(spoken(japanese), Some(Language::Japanese), "{japanese}");
        }
        assert_eq!(spoken("slo check --lang en"), Some(Language::English));
        for none in [
            "slo check",
            "slo check --lang",
            "slo check --lang de",
            "slo check -- --lang ja",
            "slo --language=ja",
        ] {
            assert_eq!(spoken(none), None, "{none}");
        }
    }
}

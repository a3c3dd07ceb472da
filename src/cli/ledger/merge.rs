//! `slo ledger merge`: several ledgers as one.

use std::path::{Path, PathBuf};

use clap::Parser;

use crate::cli::arguments::Look;
use crate::cli::{failure, ledger_access};
use crate::context::Context;
use crate::domain::Zone;
use crate::exit::Outcome;
use crate::ledger::{LedgerError, Merged, merge, merge_into};
use crate::output::{print, say};
use crate::render;

#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// The ledgers; a single one if git left a conflict in it
    #[arg(value_name = "LEDGER", required = true)]
    inputs: Vec<PathBuf>,

    /// Write the joined ledger to this file, which may be one of the ledgers; `-` is standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,

    #[command(flatten)]
    look: Look,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let language = args.look.language(None, context);
    let output = args.output.as_deref().filter(|output| *output != Path::new("-"));
    let joined: Result<Merged, Vec<LedgerError>> = match output {
        None => merge(&args.inputs),
        Some(output) => {
            let who = ledger_access::recorder(None, context.now, context)?;
            let claim = ledger_access::claim(&who.by, context);
            let waiting = ledger_access::waiting(output, &claim, Zone::UTC, language);
            merge_into(output, &args.inputs, &claim, waiting)
        }
    };
    let merged = joined.map_err(|faults| failure::all(&faults))?;
    for (path, torn) in &merged.torn {
        say(&render::broken_line_left_out(path, torn.line, language));
    }
    if let Some(aside) = &merged.set_aside {
        say(&render::broken_line_put_aside(aside, language));
    }
    if !merged.overruled.is_empty() {
        say(&render::answers_overruled(&merged.overruled, language));
    }
    match output {
        None => print(&merged.bytes)?,
        Some(output) => say(&render::ledgers_joined(output, merged.entries, language)),
    }
    Ok(Outcome::Answered)
}

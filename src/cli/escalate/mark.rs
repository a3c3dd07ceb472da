use std::collections::HashSet;

use clap::Parser;

use super::status_arg::Mark;
use crate::cli::arguments::{Basis, Writing};
use crate::cli::writer::Writer;
use crate::cli::{moment, policy_source};
use crate::context::Context;
use crate::exit::Outcome;
use crate::ledger::{NewMark, mark};

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// The request, by its name such as REQ-3f9a2c11
    #[arg(value_name = "REQUEST")]
    request: String,

    /// How far it got
    #[arg(value_name = "STATUS")]
    status: Mark,

    /// What there is to note about it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// When that happened, if it was earlier than now
    #[arg(long, value_name = "TIME")]
    at: Option<String>,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    basis: Basis,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let policy = policy_source::load(args.basis.policy.as_deref(), None, &args.basis.look, context)?;
    let writer = Writer::new(&policy, &args.writing, &args.basis, context)?;
    let zone = policy.zone;
    let happened =
        args.at.as_deref().map(|text| moment::parse("--at", text, zone, writer.author.at)).transpose()?;
    // Of incidents nothing needs to be known: requests are always.
    writer.write(&HashSet::new(), |state| {
        let note = args.note.as_deref();
        let new = NewMark { request: &args.request, status: args.status.0, happened, note };
        mark(state, zone, &writer.author, &new).map(|entry| vec![entry])
    })?;
    Ok(Outcome::Answered)
}

//! `slo status`: what waits, and for how long.

use std::path::PathBuf;

use anyhow::bail;
use clap::{Parser, ValueEnum};

use super::arguments::{Basis, PROGRAM};
use super::fail_on::FailOn;
use super::{ledger_access, policy_source};
use crate::assess::Waiting;
use crate::context::Context;
use crate::exit::Outcome;
use crate::output::print;
use crate::render::Style;
use crate::render::status::{status_csv, status_json, status_table};

/// How many of each list are shown unless told otherwise.
const LISTED: usize = 10;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// List everything that waits, not just the longest
    #[arg(long)]
    all: bool,

    /// Begin CSV with a byte-order mark, by which Excel knows UTF-8
    #[arg(long, alias = "csv-bom")]
    bom: bool,

    /// Exit with 1 if this holds: unannotated=2d; repeatable
    #[arg(long, value_name = "CONDITION", value_parser = FailOn::of_ledger)]
    fail_on: Vec<FailOn>,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    #[command(flatten)]
    basis: Basis,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    /// Tables for people
    Table,
    /// JSON, schema slo.status/1
    Json,
    /// A worklist: the breaches without a cause, with empty columns for `slo annotate --from`
    Csv,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let policy = policy_source::load(args.basis.policy.as_deref(), None, look, context)?;
    let as_of = args.basis.as_of(context, policy.zone)?;
    let path = policy_source::ledger_path(args.ledger.as_deref(), &policy);
    if !path.exists() {
        bail!(
            "there is no ledger `{}` yet: `slo check EXPORT` writes it, --ledger FILE names another",
            path.display()
        );
    }
    let read = ledger_access::read_unsettled(&path, look.language(Some(&policy), context))?;
    let waiting = Waiting::of(&read.state, &policy, as_of);
    let bytes = match args.format {
        FormatArg::Table => {
            let limit = (!args.all).then_some(LISTED);
            status_table(&waiting, &policy, &look.style(&policy, limit, context))?
        }
        FormatArg::Json => status_json(&waiting, PROGRAM)?,
        FormatArg::Csv => {
            let style = Style { csv_bom: args.bom, ..look.style(&policy, None, context) };
            status_csv(&waiting, &policy, &style)?
        }
    };
    print(&bytes)?;
    let holds = args.fail_on.iter().any(|condition| match condition {
        FailOn::Unannotated(longest) => waiting.unannotated_longer_than(*longest) > 0,
        FailOn::Breach | FailOn::Goal => false,
    });
    Ok(if holds { Outcome::ConditionHolds } else { Outcome::Answered })
}

//! `slo escalate effect`: whether what was asked for helped.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use super::exports::{self, Asked};
use crate::assess::{FixEffect, Signature};
use crate::cli::arguments::{Basis, PROGRAM};
use crate::cli::reading::Reading;
use crate::cli::{failure, ledger_access, policy_source, population};
use crate::context::Context;
use crate::domain::{Request, RequestStatus};
use crate::exit::Outcome;
use crate::output::print;
use crate::render::fix_effect::{fix_effect_json, fix_effect_table};
use crate::words::request_faults as words;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// Exports to count all incidents in; without them only those that missed their SLO are known
    #[arg(value_name = "EXPORT")]
    exports: Vec<PathBuf>,

    /// Only the request of this name, such as REQ-3f9a2c11; repeatable
    #[arg(long = "id", value_name = "REQUEST")]
    requests: Vec<String>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    basis: Basis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// A table for people
    Table,
    /// JSON, schema slo.effect/1
    Json,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let first = population::first_file(&args.exports);
    let policy = policy_source::load(args.basis.policy.as_deref(), first, look, context)?;
    let as_of = args.basis.as_of(context, policy.zone)?;
    let path = policy_source::ledger_path(args.ledger.as_deref(), &policy);
    ledger_access::must_exist(&path)?;
    let style = look.style(&policy, None, context);
    let state = ledger_access::read(&path, style.language)?.state;
    let found = |name: &String| state.requests().iter().find(|request| request.id == *name);
    let fault = |name: &String| match found(name).map(Request::status) {
        None => Some(words::unknown_request(name)),
        Some(RequestStatus::Done) => None,
        Some(status) => Some(words::not_done(name, status.word())),
    };
    let faults: Vec<String> = args.requests.iter().filter_map(fault).collect();
    if !faults.is_empty() {
        return Err(failure::all(&faults));
    }
    let chosen = |request: &&Request| {
        request.status() == RequestStatus::Done
            && (args.requests.is_empty() || args.requests.contains(&request.id))
    };
    let requests: Vec<&Request> = state.requests().iter().filter(chosen).collect();
    let asked = Asked {
        problems: requests.iter().map(|request| Signature::from_parts(&request.signature)).collect(),
        incidents: HashSet::new(),
        undone: String::new(),
    };
    let surveyed = exports::survey(&args.exports, &args.reading, &policy, as_of, asked)?;
    let effects = FixEffect::of(&state, &requests, (as_of, policy.zone), surveyed.as_ref());
    let bytes = match args.format {
        FormatArg::Table => fix_effect_table(&effects, &policy, as_of, &style)?,
        FormatArg::Json => fix_effect_json(&effects, &policy, as_of, PROGRAM)?,
    };
    print(&bytes)?;
    Ok(Outcome::Answered)
}

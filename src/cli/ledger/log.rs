//! `slo ledger log`: who did what and when.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, ValueEnum};

use crate::assess::LogFilter;
use crate::cli::arguments::{Basis, PROGRAM};
use crate::cli::{failure, ledger_access, moment, policy_source};
use crate::context::Context;
use crate::domain::EntryKind;
use crate::exit::Outcome;
use crate::ledger::history;
use crate::output::{print, say};
use crate::render::ledger_breaks_off;
use crate::render::ledger_log::{ledger_log_csv, ledger_log_json, ledger_log_table};
use crate::words::ledger_use;

#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// Only about these incidents or requests, by their ids
    #[arg(value_name = "INCIDENT")]
    subjects: Vec<String>,

    /// Only what this person wrote
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// Only entries of this kind; repeatable
    #[arg(long = "kind", value_name = "KIND", value_parser = kinds())]
    kinds: Vec<EntryKind>,

    /// Only what was written at or after this moment (also: today, yesterday, this-month, 2026-11)
    #[arg(long, value_name = "TIME")]
    since: Option<String>,

    /// Only what was written before this moment
    #[arg(long, value_name = "TIME")]
    until: Option<String>,

    /// Only the newest so many
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    #[command(flatten)]
    basis: Basis,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    /// A table for people
    Table,
    /// JSON, schema slo.ledger-log/1
    Json,
    /// CSV, an entry to a row
    Csv,
}

/// Reads a kind by its word in the ledger.
fn kinds() -> impl TypedValueParser<Value = EntryKind> {
    PossibleValuesParser::new(EntryKind::ALL.map(EntryKind::word))
        .try_map(|word| EntryKind::from_word(&word).ok_or_else(|| ledger_use::unknown_kind(&word)))
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let policy = policy_source::load(args.basis.policy.as_deref(), None, look, context)?;
    let as_of = args.basis.as_of(context, policy.zone)?;
    let filter = LogFilter {
        subjects: args.subjects.clone(),
        by: args.by.as_deref().map(|by| by.trim().to_owned()),
        kinds: args.kinds.clone(),
        window: moment::window(args.since.as_deref(), args.until.as_deref(), policy.zone, as_of)?,
        limit: args.limit,
    };
    let path = policy_source::ledger_path(args.ledger.as_deref(), &policy);
    ledger_access::must_exist(&path)?;
    let style = look.style(&policy, None, context);
    let found = history(&path, &filter)?;
    if let Some(torn) = &found.torn {
        say(&ledger_breaks_off(&path, torn.line, style.language));
    }
    let log = &found.log;
    if !log.unknown.is_empty() {
        let fault = |subject: &String| ledger_use::no_subject(subject);
        return Err(failure::all(&log.unknown.iter().map(fault).collect::<Vec<_>>()));
    }
    let bytes = match args.format {
        FormatArg::Table => ledger_log_table(log, &path, &policy, &style)?,
        FormatArg::Json => ledger_log_json(log, &path, policy.zone, PROGRAM)?,
        FormatArg::Csv => ledger_log_csv(log, &policy, &style)?,
    };
    print(&bytes)?;
    Ok(Outcome::Answered)
}

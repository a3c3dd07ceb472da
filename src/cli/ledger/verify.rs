//! `slo ledger verify`: whether every line of a ledger is what it was.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use crate::assess::AuditFault;
use crate::cli::arguments::{Look, PROGRAM};
use crate::cli::{failure, ledger_access, policy_source};
use crate::context::Context;
use crate::domain::{Policy, Zone};
use crate::exit::Outcome;
use crate::ledger::verify;
use crate::output::print;
use crate::render::ledger_verify::{ledger_audit_json, ledger_audit_table};
use crate::words::ledger_use;

#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// The ledger; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// The ledger, as other commands name it
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    ledger: Option<PathBuf>,

    /// Policy file, which tells the ledger and the time zone; not needed where FILE is given
    #[arg(long, value_name = "FILE", env = "SLO_POLICY")]
    policy: Option<PathBuf>,

    #[command(flatten)]
    look: Look,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    /// Facts for people
    Table,
    /// JSON, schema slo.ledger-verify/1
    Json,
}

impl Args {
    /// The ledger, and the policy if one was named or is needed to find it.
    fn ledger(&self, context: &Context) -> anyhow::Result<(PathBuf, Option<Policy>)> {
        let named = self.file.as_deref().or(self.ledger.as_deref());
        match (named, &self.policy) {
            (Some(named), None) => Ok((named.to_owned(), None)),
            (named, policy) => {
                let policy = policy_source::load(policy.as_deref(), None, &self.look, context)?;
                Ok((policy_source::ledger_path(named, &policy), Some(policy)))
            }
        }
    }
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let (path, policy) = args.ledger(context)?;
    ledger_access::must_exist(&path)?;
    let audit = verify(&path)?;
    let zone = policy.as_ref().map_or(Zone::UTC, |policy| policy.zone);
    let style = args.look.style_in(args.look.language(policy.as_ref(), context), None, context);
    let bytes = match args.format {
        FormatArg::Table => ledger_audit_table(&audit, &path, zone, &style)?,
        FormatArg::Json => ledger_audit_json(&audit, &path, zone, PROGRAM)?,
    };
    print(&bytes)?;
    if audit.faults.is_empty() {
        return Ok(Outcome::Answered);
    }
    let told = |fault: &AuditFault| ledger_use::line_fault(&path.display(), &fault.line, &fault.reason);
    Err(failure::all(&audit.faults.iter().map(told).collect::<Vec<_>>()))
}

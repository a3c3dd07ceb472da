//! `slo status`: what waits, and for how long.

use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::{Parser, ValueEnum};

use super::arguments::{Basis, PROGRAM};
use super::selection::SelectionArgs;
use super::too_long::TooLong;
use super::{ledger_access, output_files, policy_source};
use crate::assess::{Waiting, WaitingGroups, WaitingKey};
use crate::context::Context;
use crate::domain::Policy;
use crate::exit::Outcome;
use crate::ledger::OpenRequests;
use crate::output::{print, say};
use crate::render::status::{Extent, Status, status_csv, status_json, status_table};
use crate::render::{self, Style};
use crate::words::selection as words;

/// How many of each list are shown where there is no screen to fill, as in a pipe.
const LISTED: usize = 10;

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(flatten)]
    selection: SelectionArgs,

    /// Who I am, for --mine; otherwise `SLO_USER`, git's user, the login
    #[arg(long, value_name = "NAME", requires = "mine")]
    by: Option<String>,

    /// Break the breaches down by these: shift, customer, assignee or another field
    #[arg(long, value_name = "KEYS", value_delimiter = ',')]
    group_by: Vec<String>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// Also write it to a file, such as csv=worklist.csv; repeatable
    #[arg(long, value_name = "FORMAT=PATH")]
    output: Vec<String>,

    /// List everything that waits, and break it down by shift, customer and assignee; otherwise
    /// the table fills one screen
    #[arg(long)]
    all: bool,

    /// Begin CSV with a byte-order mark, by which Excel knows UTF-8
    #[arg(long, alias = "csv-bom")]
    bom: bool,

    /// Exit with 1 if something waits longer than this: unannotated=2d (for a cause), undecided=,
    /// unrequested= (for a request of the fix), unanswered= (since it was sent); repeatable
    #[arg(long, value_name = "CONDITION")]
    fail_on: Vec<TooLong>,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    #[command(flatten)]
    basis: Basis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
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
    let selection = args.selection.selection(args.by.as_deref(), &policy, as_of, context)?;
    let path = policy_source::ledger_path(args.ledger.as_deref(), &policy);
    ledger_access::must_exist(&path)?;
    let outputs = output_files::prepare::<FormatArg>(&args.output, &output_files::own(&policy, Some(&path)))?;
    let keys = args.keys(&policy, outputs.iter().any(|(format, _)| *format == FormatArg::Json))?;
    // Requests are chosen by their incidents; without a choice those needn't be read.
    let open = if selection.is_everything() { OpenRequests::Alone } else { OpenRequests::WithIncidents };
    let read = ledger_access::read_unsettled(&path, open, look.language(Some(&policy), context))?;
    let waiting = Waiting::among(&read.state, &policy, &selection, as_of);
    let groups: Vec<WaitingGroups<'_>> =
        keys.into_iter().map(|key| WaitingGroups::of(&waiting, &policy, key)).collect();
    let status = Status { ledger: &path, waiting: &waiting, groups: &groups };
    let style = Style { csv_bom: args.bom, ..look.style(&policy, None, context) };
    let form = |format, extent, style: &Style| match format {
        FormatArg::Table => status_table(&status, &policy, extent, style),
        FormatArg::Json => status_json(&status, &policy, PROGRAM),
        FormatArg::Csv => status_csv(&waiting, &policy, style),
    };
    for (format, file) in outputs {
        let style = Style { width: None, colour: false, ..style.clone() };
        file.commit(&form(format, args.extent(None), &style)?)?;
    }
    // The table tells it itself.
    if args.format != FormatArg::Table
        && let Some(newer) = render::newer_than_as_of(waiting.newer, style.language)
    {
        say(&newer);
    }
    print(&form(args.format, args.extent(context.height), &style)?)?;
    let holds = args.fail_on.iter().any(|condition| condition.holds(&waiting));
    Ok(if holds { Outcome::ConditionHolds } else { Outcome::Answered })
}

impl Args {
    /// What breaches are broken down by: what was asked for, and what is usual where everything is
    /// told.
    fn keys(&self, policy: &Policy, json: bool) -> anyhow::Result<Vec<WaitingKey>> {
        let mut keys: Vec<WaitingKey> = Vec::new();
        for name in &self.group_by {
            let key = group_key(name.trim(), policy)?;
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        if json || self.format == FormatArg::Json || self.all && keys.is_empty() {
            let missing = |key: &WaitingKey| !keys.contains(key);
            let usual: Vec<_> = WaitingKey::usual(policy).into_iter().filter(missing).collect();
            keys.extend(usual);
        }
        Ok(keys)
    }

    fn extent(&self, lines: Option<usize>) -> Extent {
        match lines {
            _ if self.all => Extent::All,
            Some(lines) => Extent::Screen(lines),
            None => Extent::Each(LISTED),
        }
    }
}

fn group_key(name: &str, policy: &Policy) -> anyhow::Result<WaitingKey> {
    let key = WaitingKey::named(policy, name).ok_or_else(|| {
        let known: Vec<&str> = policy.fields.iter().map(|(_, name)| name).collect();
        anyhow!(words::unknown_waiting_key(name, &known.join(", ")))
    })?;
    if key == WaitingKey::Shift && policy.shifts.is_empty() {
        bail!(words::no_shifts("--group-by", &policy.path.display()));
    }
    Ok(key)
}

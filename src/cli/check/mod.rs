//! `slo check`: judge every incident of the exports, report the breached ones, record them.

mod recording;

use std::collections::HashSet;
use std::mem;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{anyhow, bail};
use clap::{Parser, ValueEnum};

use super::arguments::Basis;
use super::fail_on::FailOn;
use super::population::{self, Population};
use super::{condition, moment, policy_source};
use crate::assess::{Assessor, GroupKey, Question, Report};
use crate::context::Context;
use crate::domain::Policy;
use crate::exit::Outcome;
use crate::output::{self, OutputFile};
use crate::render::{self, Format, Style};

/// How many breaches the table lists unless told otherwise.
const LISTED: usize = 20;

#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub(super) struct Args {
    /// Exports to read, as one population: CSV, JSON or JSON Lines, also .gz or .zst; `-` is standard input
    #[arg(required = true, value_name = "EXPORT")]
    exports: Vec<PathBuf>,

    #[command(flatten)]
    basis: Basis,

    /// Ledger to record breaches in; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE", conflicts_with = "no_ledger")]
    ledger: Option<PathBuf>,

    /// Read and write no ledger
    #[arg(long)]
    no_ledger: bool,

    /// Who runs the check, for the ledger; otherwise `SLO_USER`, then the login
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// Only incidents opened at or after this moment (also: today, yesterday, this-month, 2026-11)
    #[arg(long, value_name = "TIME")]
    since: Option<String>,

    /// Only incidents opened before this moment
    #[arg(long, value_name = "TIME")]
    until: Option<String>,

    /// Only incidents whose field fits, such as service=web-*; repeatable
    #[arg(long = "where", value_name = "FIELD=PATTERN")]
    filters: Vec<String>,

    /// Break the counts down by these: month, severity, service, customer or another field
    #[arg(long, value_name = "KEYS", value_delimiter = ',', default_value = "severity,month")]
    group_by: Vec<String>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// Also write a report to a file, such as json=report.json; repeatable
    #[arg(long, value_name = "FORMAT=PATH")]
    output: Vec<String>,

    /// How many breaches tables list
    #[arg(long, value_name = "COUNT", default_value_t = LISTED, conflicts_with = "all")]
    limit: usize,

    /// List all breaches
    #[arg(long)]
    all: bool,

    /// Begin CSV with a byte-order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    /// Exit with 1 if this holds: breach, goal, or unannotated=2d; repeatable
    #[arg(long, value_name = "CONDITION")]
    fail_on: Vec<FailOn>,

    /// How many unreadable rows are still a trustworthy answer
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    max_unreadable: u64,

    /// Accept an export without an incident
    #[arg(long)]
    allow_empty: bool,

    /// How many threads to read with; otherwise one for each core
    #[arg(long, value_name = "COUNT", hide_short_help = true)]
    threads: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    /// Tables for people
    Table,
    /// The report as JSON, schema slo.report/1
    Json,
    /// One row for each breach
    Csv,
    /// Tables for a ticket or a wiki
    Markdown,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Table => Self::Table,
            FormatArg::Json => Self::Json,
            FormatArg::Csv => Self::Csv,
            FormatArg::Markdown => Self::Markdown,
        }
    }
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let exports = population::expand(&args.exports)?;
    let first = exports.first().map(PathBuf::as_path).filter(|path| *path != Path::new("-"));
    let basis = &args.basis;
    let policy = policy_source::load(basis.policy.as_deref(), first, &basis.look, context)?;
    let outputs = prepare(&args.output)?;
    let ledger = args.ledger_path(&policy);
    let watched = ledger.as_deref().map(recording::watched).transpose()?.unwrap_or_default();
    let question = args.question(&policy, context, watched)?;
    let assessor = Assessor::new(question);

    let population = Population::read(&exports, &policy, &assessor, ledger.is_some(), args.threads())?;
    let seen = Assessor::watched(&population.tally).clone();
    let mut report = population.report(&assessor, args.filters.clone());

    let recorded = match &ledger {
        Some(_) if args.distrust(&report).is_some() => Ok(recording::Recorded::default()),
        Some(path) => {
            recording::record(path, &policy, &mut report, &seen, args.by.as_deref(), &args.fail_on, context)
        }
        None => Ok(recording::Recorded::default()),
    };

    let style = args.style(&policy, context);
    for (format, file) in outputs {
        let style = Style { width: None, colour: false, ..style.clone() };
        file.commit(&render::report(&report, format, &style)?)?;
    }
    output::stream(|out| render::write_report(&report, args.format.into(), &style, out))?;

    let recorded = recorded?;
    if let Some(reason) = args.distrust(&report) {
        bail!(reason);
    }
    recorded.tell(ledger.as_deref(), style.language);
    let holds = args.fail_on.iter().any(|&condition| condition.holds(&report) || recorded.holds(condition));
    // Taking millions of breaches apart only to end would take as long as printing them.
    mem::forget(report);
    Ok(if holds { Outcome::ConditionHolds } else { Outcome::Answered })
}

impl Args {
    fn ledger_path(&self, policy: &Policy) -> Option<PathBuf> {
        (!self.no_ledger).then(|| policy_source::ledger_path(self.ledger.as_deref(), policy))
    }

    fn question<'a>(
        &self,
        policy: &'a Policy,
        context: &Context,
        watched: HashSet<String>,
    ) -> anyhow::Result<Question<'a>> {
        let as_of = self.basis.as_of(context, policy.zone)?;
        let key = |name: &String| {
            GroupKey::named(policy, name.trim()).ok_or_else(|| {
                let known: Vec<&str> = policy.fields.iter().map(|(_, name)| name).collect();
                anyhow!("--group-by: there is no `{name}`; known are month, {}", known.join(", "))
            })
        };
        let mut groups = GroupKey::usual();
        for name in &self.group_by {
            let key = key(name)?;
            if !groups.contains(&key) {
                groups.push(key);
            }
        }
        Ok(Question {
            policy,
            as_of,
            window: moment::window(self.since.as_deref(), self.until.as_deref(), policy.zone, as_of)?,
            filter: condition::parse(&self.filters, policy)?,
            group_by: groups,
            watched,
        })
    }

    fn threads(&self) -> usize {
        self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
    }

    fn style(&self, policy: &Policy, context: &Context) -> Style {
        let limit = (!self.all).then_some(self.limit);
        let groups = self.group_by.iter().map(|name| name.trim().to_owned()).collect();
        Style { groups, csv_bom: self.bom, ..self.basis.look.style(policy, limit, context) }
    }

    /// Why the report is no trustworthy answer, if it isn't.
    fn distrust(&self, report: &Report) -> Option<String> {
        let unreadable = report.unreadable_rows();
        if unreadable > self.max_unreadable {
            let rows = if unreadable == 1 { "1 row".to_owned() } else { format!("{unreadable} rows") };
            let recorded = if self.no_ledger { "" } else { "; nothing was recorded" };
            return Some(format!(
                "{rows} can't be trusted, and --max-unreadable allows {}: mend the export, or allow \
                 --max-unreadable {unreadable}{recorded}",
                self.max_unreadable
            ));
        }
        let empty = report.sources.iter().find(|source| source.incidents == 0 && source.replaced == 0)?;
        (!self.allow_empty)
            .then(|| format!("`{}` has no incident; if that may be, say so by --allow-empty", empty.path))
    }
}

/// Opens the files that `--output` names, before the work begins.
fn prepare(outputs: &[String]) -> anyhow::Result<Vec<(Format, OutputFile)>> {
    let open = |output: &String| {
        let (format, path) = output
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| anyhow!("--output: `{output}` isn't FORMAT=PATH, such as json=report.json"))?;
        let format = FormatArg::from_str(format, true).map_err(|_| {
            anyhow!("--output: `{format}` isn't a format; known are table, json, csv, markdown")
        })?;
        Ok((format.into(), OutputFile::prepare(Path::new(path))?))
    };
    outputs.iter().map(open).collect()
}

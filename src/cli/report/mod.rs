//! `slo report`: how the goals were kept in a period, why not, and what is being done about it.

mod about;
mod customers;
mod forms;
mod made;
mod memory;
mod shift;

use std::path::PathBuf;

use anyhow::bail;
use clap::{Parser, ValueEnum};

use self::about::{About, PeriodArg};
use self::forms::FormArg;
use self::made::Desk;
use super::arguments::{Basis, Listing};
use super::fail_on::FailOn;
use super::reading::Reading;
use super::{condition, failure, ledger_access, output_files, policy_source, population};
use crate::context::Context;
use crate::domain::Policy;
use crate::exit::Outcome;
use crate::output::{self, OutputFile, say};
use crate::render::{self, ReportForm, Style};
use crate::words;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// Exports to read, as one population: CSV, JSON or JSON Lines, also .gz or .zst; `-` is standard input
    #[arg(required = true, value_name = "EXPORT")]
    exports: Vec<PathBuf>,

    /// How long the periods are; otherwise as --for says, else a month
    #[arg(long, value_name = "KIND")]
    period: Option<PeriodArg>,

    /// Which period: 2026-11-03, 2026-W45, 2026-11, FY2026, this-month, last-month, today, yesterday; otherwise the one that yesterday belongs to
    #[arg(long = "for", value_name = "PERIOD")]
    which: Option<String>,

    /// A shift report instead: what the named shift of the policy handled last, or began on the day of --for
    #[arg(long, value_name = "SHIFT", conflicts_with_all = ["period", "by"])]
    shift: Option<String>,

    /// One report for each of these, with nothing of another's in it, into files named by --output FORMAT=PATH with `{customer}` in the path
    #[arg(long, value_name = "FIELD")]
    by: Option<ByArg>,

    /// Name the people who handled incidents
    #[arg(long)]
    with_names: bool,

    /// Only incidents whose field fits, such as service=web-*; repeatable
    #[arg(long = "where", value_name = "FIELD=PATTERN")]
    filters: Vec<String>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormArg,

    #[command(flatten)]
    listing: Listing,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE", conflicts_with = "no_ledger")]
    ledger: Option<PathBuf>,

    /// Read and write no ledger: nothing is known of causes, requests and earlier reports
    #[arg(long)]
    no_ledger: bool,

    /// Exit with 1 if this holds: breach, goal, at-risk (more than 90 % of its time used), at-risk=30m (so much left), or unannotated=2d; repeatable
    #[arg(long, value_name = "CONDITION")]
    fail_on: Vec<FailOn>,

    /// Say nothing on standard error but errors
    #[arg(long)]
    quiet: bool,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    basis: Basis,
}

/// What there is one report for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ByArg {
    /// Each customer
    Customer,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    args.validate(context)?;
    let exports = population::expand(&args.exports)?;
    let first = population::first_file(&exports);
    let basis = &args.basis;
    let policy = policy_source::load(basis.policy.as_deref(), first, &basis.look, context)?;
    let as_of = basis.as_of(context, policy.zone)?;
    let ledger = (!args.no_ledger).then(|| policy_source::ledger_path(args.ledger.as_deref(), &policy));
    let own = [exports.clone(), output_files::own(&policy, ledger.as_deref())].concat();
    let about = About::of(args.period, args.which.as_deref(), args.shift.as_deref(), &policy, as_of)?;
    let filter = condition::parse(&args.filters, &policy)?;
    let style = args.style(&policy, context);
    let state = ledger.as_deref().map(|path| ledger_access::read(path, style.language)).transpose()?;
    let desk = Desk {
        args,
        policy: &policy,
        as_of,
        exports: &exports,
        filter,
        state: state.map(|read| read.state),
        ledger,
        style,
        context,
    };
    match (about, args.by) {
        (About::Shift(hours), _) => shift::run(&desk, &hours, args.listing.files(&own)?),
        (About::Period(period), Some(ByArg::Customer)) => customers::run(&desk, period, &own),
        (About::Period(period), None) => memory::run(&desk, period, args.listing.files(&own)?),
    }
}

impl Args {
    fn validate(&self, context: &Context) -> anyhow::Result<()> {
        let asks_ledger = self.fail_on.iter().any(|condition| matches!(condition, FailOn::Unannotated(_)));
        if self.no_ledger && asks_ledger {
            bail!(words::fail_on::ledger_left_out());
        }
        if self.format == FormArg::Xlsx && context.out_is_terminal {
            bail!(words::report_choice::workbook_for_a_terminal());
        }
        if self.by.is_none() && self.listing.names_in_outputs(customers::PLACE) {
            bail!(words::report_choice::place_without_by(customers::PLACE));
        }
        if self.by.is_some() && asks_ledger {
            bail!(words::report_choice::waits_of_all());
        }
        if self.by.is_some() && self.format != FormArg::Table {
            bail!(words::report_choice::format_of_files());
        }
        Ok(())
    }

    fn style(&self, policy: &Policy, context: &Context) -> Style {
        Style { names: self.with_names, ..self.listing.style(&self.basis.look, policy, context) }
    }
}

/// Writes a report to its files, then prints it; what could not be written is told.
fn write_out(
    desk: &Desk<'_>,
    files: Vec<(FormArg, OutputFile)>,
    write: impl Fn(ReportForm, &Style, &mut dyn std::io::Write) -> Result<(), render::RenderError>,
) -> Vec<anyhow::Error> {
    let mut troubles = Vec::new();
    for (form, file) in files {
        let form = ReportForm::from(form);
        let style = forms::style(form, &desk.style, true);
        troubles.extend(file.stream(|out| write(form, &style, out)).err());
    }
    let form = ReportForm::from(desk.args.format);
    let style = forms::style(form, &desk.style, false);
    let printed = output::stream(|out| write(form, &style, out));
    troubles.extend(printed.err().map(Into::into));
    troubles
}

/// Says the report in a line, unless that isn't wanted, and tells what went wrong.
fn conclude(desk: &Desk<'_>, troubles: &[anyhow::Error], summary: &str) -> anyhow::Result<()> {
    failure::any(troubles)?;
    if !desk.args.quiet {
        say(summary);
    }
    Ok(())
}

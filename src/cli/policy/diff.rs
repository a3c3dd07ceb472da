use std::path::{Path, PathBuf};

use anyhow::anyhow;
use clap::{Parser, ValueEnum};

use crate::assess::{PolicyDiff, Report, SourceSummary, VerdictComparison, VerdictRecorder};
use crate::cli::arguments::{Listing, Look, PROGRAM};
use crate::cli::population::{self, Population};
use crate::cli::reading::Reading;
use crate::cli::{failure, moment, policy_source};
use crate::context::Context;
use crate::domain::{Instant, Policy};
use crate::exit::Outcome;
use crate::output::print;
use crate::render::Style;
use crate::render::policy_diff::{ComparedPolicies, policy_diff_csv, policy_diff_json, policy_diff_table};
use crate::source::Input;
use crate::words;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// The policy as it was
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The policy as it is to be
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// Exports to judge by both, as one population; `-` is standard input. Write it behind NEW
    #[arg(long, value_name = "EXPORT", num_args = 1.., required = true)]
    against: Vec<PathBuf>,

    /// The instant that counts as now, such as 2026-11-01T09:00:00+09:00
    #[arg(long, value_name = "TIME", env = "SLO_AS_OF")]
    as_of: Option<String>,

    #[command(flatten)]
    look: Look,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    #[command(flatten)]
    listing: Listing,

    #[command(flatten)]
    reading: Reading,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// Tables for people
    Table,
    /// JSON, schema slo.policy-diff/1, with every customer and every verdict that changes
    Json,
    /// A row for each objective and customer with its rates, and for each verdict that changes
    Csv,
}

/// What both readings of the exports gave.
struct Readings {
    diff: PolicyDiff,
    old: Report,
    new: Report,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let exports = population::expand(&args.against)?;
    let [old, new] = args.policies(context)?;
    let as_of = match &args.as_of {
        Some(text) => moment::parse("--as-of", text, new.zone, context.now)?,
        None => context.now,
    };
    let own = [exports.clone(), vec![old.path.clone(), new.path.clone()]].concat();
    let outputs = args.listing.files::<FormatArg>(&own)?;
    let readings = args.read(&exports, &old, &new, as_of)?;
    let named: Vec<String> = readings.new.sources.iter().map(|source| source.path.clone()).collect();
    let compared = ComparedPolicies { old: &old, new: &new, exports: &named, as_of, diff: &readings.diff };
    let style = args.listing.style(&args.look, &new, context);
    let form = |format, style: &Style| match format {
        FormatArg::Table => policy_diff_table(&compared, style),
        FormatArg::Json => policy_diff_json(&compared, PROGRAM),
        FormatArg::Csv => policy_diff_csv(&compared, style),
    };
    for (format, file) in outputs {
        let style = Style { width: None, colour: false, ..style.clone() };
        file.commit(&form(format, &style)?)?;
    }
    print(&form(args.format, &style)?)?;
    // What makes both readings doubtful is said once.
    let mut troubles: Vec<anyhow::Error> = args.reading.distrust(&readings.old, "").into_iter().collect();
    let newer = args.reading.distrust(&readings.new, "");
    troubles.extend(newer.filter(|newer| troubles.iter().all(|old| old.to_string() != newer.to_string())));
    failure::any(&troubles)?;
    Ok(Outcome::Answered)
}

impl Args {
    /// Both policies; the faults of both come together.
    fn policies(&self, context: &Context) -> anyhow::Result<[Policy; 2]> {
        let load = |path: &Path| policy_source::load(Some(path), None, &self.look, context);
        match (load(&self.old), load(&self.new)) {
            (Ok(old), Ok(new)) => Ok([old, new]),
            (old, new) => {
                failure::any(&[old.err(), new.err()].into_iter().flatten().collect::<Vec<_>>())?;
                Err(anyhow!(words::policy_files::unreadable()))
            }
        }
    }

    /// Reads the exports twice, by the mapping of each policy.
    fn read(
        &self,
        exports: &[PathBuf],
        old: &Policy,
        new: &Policy,
        as_of: Instant,
    ) -> anyhow::Result<Readings> {
        let kept = exports.iter().map(|export| population::input(export).kept());
        let inputs: Vec<Input> = kept.collect::<Result<_, _>>()?;
        let first = VerdictRecorder::new(old, new, as_of);
        let Population { tally, exports } =
            Population::read_inputs(&inputs, old, &first, as_of, true, &self.reading)?;
        let (recorded, tally) = tally.finish();
        let report = exports.report(first.assessor(), tally, Vec::new());
        // Not asked for here, and there may be many of them.
        let old_report = Report { breaches: Vec::new(), pending: Vec::new(), ..report };
        let second = VerdictComparison::new(old, new, &recorded, as_of);
        let Population { tally, exports } =
            Population::read_inputs(&inputs, new, &second, as_of, true, &self.reading)?;
        let (found, tally) = tally.finish();
        let new_report = exports.report(second.assessor(), tally, Vec::new());
        let twice = old_report.sources.iter().zip(&new_report.sources);
        let changed = |(before, after): &(&SourceSummary, &SourceSummary)| before.sha256 != after.sha256;
        if let Some((changed, _)) = twice.into_iter().find(changed) {
            return Err(anyhow!(words::export_choice::changed_meanwhile(&changed.path)));
        }
        let diff = PolicyDiff::of(&recorded, found, &old_report, &new_report);
        Ok(Readings { diff, old: old_report, new: new_report })
    }
}

//! `slo check`: judge every incident of the exports, report the breached ones, record them.

mod forms;
mod recording;

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::{anyhow, bail};
use clap::Parser;

use self::forms::FormatArg;
use self::recording::Recording;

use super::arguments::{Basis, Listing};
use super::fail_on::FailOn;
use super::population::{self, Population};
use super::reading::Reading;
use super::{condition, failure, ledger_access, moment, output_files, policy_source};
use crate::assess::{Assessor, GroupKey, Question};
use crate::context::Context;
use crate::domain::{Instant, Policy};
use crate::exit::Outcome;
use crate::output::{self, say};
use crate::render::{self, Style};
use crate::words;

#[derive(Debug, Parser)]
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

    #[command(flatten)]
    listing: Listing,

    /// Exit with 1 if this holds: breach, goal, at-risk (more than 90 % of its time used), at-risk=30m (so much left), or unannotated=2d; repeatable
    #[arg(long, value_name = "CONDITION")]
    fail_on: Vec<FailOn>,

    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    args.validate()?;
    let exports = population::expand(&args.exports)?;
    let first = population::first_file(&exports);
    let basis = &args.basis;
    let policy = policy_source::load(basis.policy.as_deref(), first, &basis.look, context)?;
    let as_of = basis.as_of(context, policy.zone)?;
    let ledger = args.ledger_path(&policy);
    let language = basis.look.language(Some(&policy), context);
    let own = [exports.clone(), output_files::own(&policy, ledger.as_deref())].concat();
    let outputs = args.listing.files::<FormatArg>(&own)?;

    // A ledger that can't be read doesn't keep the report from being printed.
    let mut troubles = Vec::new();
    let recording = match &ledger {
        Some(path) => {
            let author = ledger_access::recorder(args.by.as_deref(), as_of, context)?;
            Recording::open(path, &policy, author, language).map_err(|trouble| troubles.push(trouble)).ok()
        }
        None => None,
    };

    let watched = recording.as_ref().map(Recording::watched).unwrap_or_default();
    let question = Question { load: recording.is_some(), ..args.question(&policy, as_of, watched)? };
    let assessor = Assessor::new(question);
    let Population { tally, exports } =
        Population::read(&exports, &policy, &assessor, as_of, ledger.is_some(), &args.reading)?;
    let seen = Assessor::watched(&tally).clone();
    let mut report = exports.report(&assessor, tally, args.filters.clone());
    let undone = if args.no_ledger { String::new() } else { words::export_choice::nothing_recorded() };
    troubles.extend(args.reading.distrust(&report, &undone));
    if let Some(recording) = &recording {
        recording.annotate(&mut report);
        if troubles.is_empty() {
            recording.tell_changes(&mut report, &seen)?;
        }
    }

    let style = args.style(&policy, context);
    for (format, file) in outputs {
        let style = Style { width: None, colour: false, ..style.clone() };
        let written = file.stream(|out| render::write_report(&report, format.into(), &style, out));
        troubles.extend(written.err());
    }
    let printed = output::stream(|out| render::write_report(&report, args.format.into(), &style, out));
    troubles.extend(printed.err().map(Into::into));
    if matches!(args.format, FormatArg::Csv) && !report.warnings.is_empty() {
        // The other formats tell of it themselves.
        say(&render::export_warnings(&report, style.language));
    }

    // Recorded last: a run that fails has recorded nothing, and says so to whoever reads on.
    let mut recorded = None;
    if let Some(recording) = recording.filter(|_| troubles.is_empty()) {
        match recording.record(&report, &seen, context) {
            Ok(done) => recorded = Some(done),
            Err(trouble) => troubles.push(trouble),
        }
    }
    failure::any(&troubles)?;
    if let Some(recorded) = &recorded {
        recorded.tell(style.language);
    }
    let has_waited =
        |longest| recorded.as_ref().is_some_and(|recorded| recorded.has_waited(longest, &policy, as_of));
    let holds = |condition: &FailOn| condition.holds(&report, &report.pending, has_waited);
    let outcome = if args.fail_on.iter().any(holds) { Outcome::ConditionHolds } else { Outcome::Answered };
    // The process ends here: to give back hundreds of thousands of breaches one by one would take about
    // as long as to judge them.
    std::mem::forget(report);
    Ok(outcome)
}

impl Args {
    fn validate(&self) -> anyhow::Result<()> {
        let asks_ledger = self.fail_on.iter().any(|condition| matches!(condition, FailOn::Unannotated(_)));
        if self.no_ledger && asks_ledger {
            bail!(words::fail_on::ledger_left_out());
        }
        Ok(())
    }

    fn ledger_path(&self, policy: &Policy) -> Option<PathBuf> {
        (!self.no_ledger).then(|| policy_source::ledger_path(self.ledger.as_deref(), policy))
    }

    fn question<'a>(
        &self,
        policy: &'a Policy,
        as_of: Instant,
        watched: HashSet<String>,
    ) -> anyhow::Result<Question<'a>> {
        let key = |name: &String| {
            GroupKey::named(policy, name.trim()).ok_or_else(|| {
                let known: Vec<&str> = policy.fields.iter().map(|(_, name)| name).collect();
                anyhow!(words::selection::unknown_key(name, &known.join(", ")))
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
            load: false,
        })
    }

    fn style(&self, policy: &Policy, context: &Context) -> Style {
        let groups = self.group_by.iter().map(|name| name.trim().to_owned()).collect();
        Style { groups, ..self.listing.style(&self.basis.look, policy, context) }
    }
}

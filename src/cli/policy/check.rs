use std::path::PathBuf;

use clap::{Parser, ValueEnum};

use super::Which;
use super::spots::Spots;
use crate::assess::PolicyAudit;
use crate::cli::arguments::PROGRAM;
use crate::cli::population::{self, Population};
use crate::cli::reading::Reading;
use crate::cli::{failure, moment, policy_source};
use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::domain::{Instant, Policy};
use crate::exit::Outcome;
use crate::output::{print, say_laid_out};
use crate::render;
use crate::render::policy_findings::{policy_check_json, policy_findings};

#[derive(Debug, Parser)]
pub(super) struct Args {
    #[command(flatten)]
    which: Which,

    /// Also compare it with what these exports hold, as one population; `-` is standard input. Write
    /// it behind FILE
    #[arg(long, value_name = "EXPORT", num_args = 1..)]
    against: Vec<PathBuf>,

    /// The instant that counts as now, such as 2026-11-01T09:00:00+09:00
    #[arg(long, value_name = "TIME", env = "SLO_AS_OF")]
    as_of: Option<String>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: FormatArg,

    #[command(flatten)]
    reading: Reading,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// A line for people; the warnings go to standard error
    Text,
    /// JSON, schema slo.policy-check/1, with the warnings in it
    Json,
}

/// What the exports told.
struct Audited {
    as_of: Instant,
    incidents: u64,
    findings: Vec<Diagnostic>,
    trouble: Option<anyhow::Error>,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let exports = population::expand(&args.against)?;
    let look = &args.which.look;
    let path = args.which.path(population::first_file(&exports), context)?;
    let read = policy_source::read(&path, look, context)?;
    let (policy, language) = (&read.policy, look.language(Some(&read.policy), context));
    let audited = if exports.is_empty() {
        args.reading.without_exports()?;
        None
    } else {
        Some(args.audit(&exports, policy, &read.text, context)?)
    };
    let found = audited.as_ref().map_or(&[][..], |audited| &audited.findings);
    let warnings = [&read.warnings[..], found].concat();
    match args.format {
        FormatArg::Json => {
            let compared = audited.as_ref().map(|audited| (audited.as_of, audited.incidents));
            print(&policy_check_json(&warnings, policy, &read.text, compared, PROGRAM)?)?;
        }
        FormatArg::Text => {
            if !warnings.is_empty() {
                let width = context.width.unwrap_or(100);
                say_laid_out(&render::diagnostics(&warnings, &read.text, look.colour_err(context), width));
            }
            let mut text = render::policy_is_right(policy, read.warnings.len(), language);
            if let Some(audited) = &audited {
                text.push_str(&render::policy_meets_exports(audited.incidents, found.len(), language));
            }
            print(text.as_bytes())?;
        }
    }
    failure::any(&Vec::from_iter(audited.and_then(|audited| audited.trouble)))?;
    Ok(Outcome::Answered)
}

impl Args {
    fn audit(
        &self,
        exports: &[PathBuf],
        policy: &Policy,
        text: &str,
        context: &Context,
    ) -> anyhow::Result<Audited> {
        let as_of = match &self.as_of {
            Some(text) => moment::parse("--as-of", text, policy.zone, context.now)?,
            None => context.now,
        };
        let audit = PolicyAudit::new(policy, as_of);
        let Population { tally, exports } =
            Population::read(exports, policy, &audit, as_of, false, &self.reading)?;
        let (seen, tally) = tally.finish();
        let report = exports.report(audit.assessor(), tally, Vec::new());
        let findings = seen.findings(policy, &report);
        Ok(Audited {
            as_of,
            incidents: report.incidents,
            findings: policy_findings(&findings, policy, &Spots::new(policy, text)),
            trouble: self.reading.distrust(&report, ""),
        })
    }
}

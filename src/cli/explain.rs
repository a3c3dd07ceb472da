//! `slo explain`: the verdicts on one incident with all that led to them.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use clap::{Parser, ValueEnum};

use super::arguments::{Basis, PROGRAM};
use super::population::{self, Population};
use super::reading::Reading;
use super::{failure, ledger_access, policy_source};
use crate::assess::{Explanation, KeptIncident, LedgerState, Question, Seek, Sought};
use crate::context::Context;
use crate::domain::{Instant, Policy, nearest};
use crate::exit::Outcome;
use crate::output::print;
use crate::render::explanation::{
    Explained, ExplainedSource, explanation_json, explanation_markdown, explanation_table,
};
use crate::words::{incident_search, selection};

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// The incident's id
    #[arg(value_name = "ID")]
    incident: String,

    /// Exports to look for it in; without one the ledger tells what it recorded
    #[arg(value_name = "EXPORT")]
    exports: Vec<PathBuf>,

    /// Only this objective, by its name in the policy; repeatable
    #[arg(long = "objective", value_name = "NAME")]
    objectives: Vec<String>,

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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatArg {
    /// A screen for people
    Table,
    /// JSON, schema slo.explain/1
    Json,
    /// To be pasted into a request or a ticket
    Markdown,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let exports = population::expand(&args.exports)?;
    let first = population::first_file(&exports);
    let policy = policy_source::load(args.basis.policy.as_deref(), first, look, context)?;
    args.objectives_exist(&policy)?;
    let as_of = args.basis.as_of(context, policy.zone)?;
    if exports.is_empty() {
        args.reading.without_exports()?;
        return args.recorded(&policy, as_of, context);
    }
    let seek = Seek::new(&policy, &args.incident);
    let population = Population::read(&exports, &policy, &seek, as_of, false, &args.reading)?;
    let Some(found) = &population.tally.found else {
        return Err(not_found(&args.incident, &exports, &population));
    };
    let row = population.exports.row(found.position);
    let path =
        population.exports.sources.get(found.position.source as usize).map_or("", |source| &source.path);
    let explanation = Explanation::of(&Question::of(&policy, as_of), found);
    args.print(&policy, as_of, (found, explanation), ExplainedSource::Export(path, row), context)
}

impl Args {
    fn objectives_exist(&self, policy: &Policy) -> anyhow::Result<()> {
        let known = || policy.objectives.iter().map(|objective| objective.id.as_str());
        let unknown = self.objectives.iter().filter(|name| known().all(|known| known != name.as_str()));
        let faults: Vec<String> = unknown
            .map(|name| {
                let names: Vec<&str> = known().collect();
                selection::unknown_objective(name, &names.join(", "))
            })
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(failure::all(&faults)) }
    }

    /// Explains what the ledger recorded of the incident, as of then unless another as-of is named.
    fn recorded(&self, policy: &Policy, as_of: Instant, context: &Context) -> anyhow::Result<Outcome> {
        let path = policy_source::ledger_path(self.ledger.as_deref(), policy);
        ledger_access::must_exist(&path)?;
        let state = ledger_access::read(&path, self.basis.look.language(Some(policy), context))?.state;
        let records = state.of_incident(&self.incident);
        let latest = records.iter().map(|record| record.breach.as_of).max();
        let as_of = if self.basis.as_of.is_some() { as_of } else { latest.unwrap_or(as_of) };
        match Explanation::of_records(&Question::of(policy, as_of), records) {
            Some((kept, explanation)) => {
                self.print(policy, as_of, (&kept, explanation), ExplainedSource::Ledger(records), context)
            }
            None => Err(not_recorded(&self.incident, &path, &state)),
        }
    }

    fn print(
        &self,
        policy: &Policy,
        as_of: Instant,
        (incident, mut explanation): (&KeptIncident, Explanation),
        source: ExplainedSource<'_>,
        context: &Context,
    ) -> anyhow::Result<Outcome> {
        let id = |objective: usize| policy.objectives.get(objective).map_or("", |found| found.id.as_str());
        let wanted = |name: &str| self.objectives.is_empty() || self.objectives.iter().any(|id| id == name);
        explanation.objectives.retain(|explained| wanted(id(explained.objective)));
        let explained = Explained { policy, as_of, incident, source, explanation: &explanation };
        let style = self.basis.look.style(policy, None, context);
        print(&match self.format {
            FormatArg::Table => explanation_table(&explained, &style)?,
            FormatArg::Markdown => explanation_markdown(&explained, &style)?,
            FormatArg::Json => explanation_json(&explained, PROGRAM)?,
        })?;
        Ok(Outcome::Answered)
    }
}

/// By which policy and as of when; which incident it is about is known already.
/// Says what was read instead, and what may have been meant.
fn not_found(id: &str, exports: &[PathBuf], population: &Population<Sought>) -> anyhow::Error {
    let Sought { alike, seen, .. } = &population.tally;
    let names: Vec<String> = exports.iter().map(|path| format!("`{}`", path.display())).collect();
    let hint = incident_search::hint(alike.first().map(String::as_str), population.exports.unreadable.len());
    anyhow!(incident_search::not_in_exports(id, &names.join(", "), seen, &hint))
}

fn not_recorded(id: &str, path: &Path, state: &LedgerState) -> anyhow::Error {
    let advice = incident_search::advice(&nearest(id, state.incidents()));
    anyhow!(incident_search::not_in_ledger(&path.display(), id, &advice))
}

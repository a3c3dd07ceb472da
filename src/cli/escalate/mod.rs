//! `slo escalate`: write one improvement request for each team and problem, and mark how far it got.

mod mark;

use std::path::Path;

use anyhow::bail;
use clap::{Parser, Subcommand};

use super::arguments::{Basis, Writing};
use super::{ledger_access, policy_source};
use crate::assess::{EscalationPlan, Evidence};
use crate::context::Context;
use crate::domain::{Language, Policy};
use crate::exit::Outcome;
use crate::ledger::{DraftFolder, Written, request_entry};
use crate::output::{print, say};
use crate::render::draft::draft;
use crate::render::{self, sanitize};

#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Args {
    /// Write the drafts of requests that nobody wrote yet
    #[arg(long, required = true)]
    draft: bool,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    basis: Basis,

    #[command(subcommand)]
    action: Option<Action>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Record how far a request got
    Mark(mark::Args),
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    match &args.action {
        Some(Action::Mark(args)) => mark::run(args, context),
        None => write_drafts(args, context),
    }
}

fn write_drafts(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let policy = policy_source::load(args.basis.policy.as_deref(), None, look, context)?;
    if policy.teams.is_empty() {
        bail!(
            "`{}` names no team to ask; add one as [teams.NAME] with `title` and `when`",
            policy.path.display()
        );
    }
    let as_of = args.basis.as_of(context, policy.zone)?;
    let author = ledger_access::author(args.writing.by.as_deref(), as_of, context)?;
    let language = look.language(Some(&policy), context);
    let path = policy_source::ledger_path(args.writing.ledger.as_deref(), &policy);
    ledger_access::must_exist(&path)?;
    let claim = ledger_access::claim(&author.by, context);
    let file = ledger_access::open(&path, &claim, policy.zone, language)?;
    let plan = EscalationPlan::of(file.state(), &policy);
    let folder = DraftFolder::new(policy.path.with_file_name("").join(&policy.escalation.drafts));

    // All texts are made before the first is written: a broken template leaves nothing behind.
    let mut drafts = Vec::new();
    for problem in &plan.problems {
        drafts.push((problem, draft(problem, &policy, language, as_of)?));
    }
    let mut entries = Vec::new();
    let mut written = String::new();
    for (problem, text) in drafts {
        let name = format!("{}.md", problem.id);
        let path = match folder.write(&name, &text)? {
            Written::New(path) | Written::Same(path) => path,
            Written::Kept(path) => {
                say(&render::draft_kept(&path, language));
                path
            }
        };
        entries.push(request_entry(&author, problem, &relative(&path, &policy))?);
        written.extend([&*sanitize(&path.to_string_lossy()), "\n"]);
    }
    tell_rest(&plan, language);
    ledger_access::commit(file, &entries, language)?;
    print(written.as_bytes())?;
    Ok(Outcome::Answered)
}

/// Says what was not written, and why.
fn tell_rest(plan: &EscalationPlan<'_>, language: Language) {
    for continued in &plan.continued {
        say(&render::request_is_open(&continued.request.id, &incidents(&continued.fresh), language));
    }
    if !plan.without_team.is_empty() {
        say(&render::without_team(&incidents(&plan.without_team), language));
    } else if plan.problems.is_empty() {
        say(&render::no_request(language));
    }
}

fn incidents(evidence: &[Evidence<'_>]) -> String {
    let mut ids: Vec<&str> = evidence.iter().map(|one| one.breach.incident.as_str()).collect();
    ids.dedup();
    ids.join(", ")
}

/// The draft's path as the ledger keeps it: from the policy on, so that both can move together.
fn relative(path: &Path, policy: &Policy) -> String {
    let home = policy.path.with_file_name("");
    path.strip_prefix(&home).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

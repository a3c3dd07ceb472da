//! `slo escalate list`: how far requests got, and who owes the next step.

use std::path::PathBuf;

use anyhow::anyhow;
use clap::{Parser, ValueEnum};

use super::choice::team;
use super::deed::draft_name;
use super::status_arg::StatusArg;
use super::task::relative;
use crate::assess::{Newer, RequestProgress};
use crate::cli::arguments::{Basis, PROGRAM};
use crate::cli::{failure, ledger_access, policy_source};
use crate::context::Context;
use crate::domain::{Policy, Request};
use crate::exit::Outcome;
use crate::ledger::OpenRequests;
use crate::output::{print, say};
use crate::render;
use crate::render::draft::{Handover, handover_line};
use crate::render::requests::{request_list_json, request_list_table};
use crate::words::request_faults as words;

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// Only these requests, by their names; also those that are done or declined
    #[arg(value_name = "REQUEST")]
    requests: Vec<String>,

    /// Also requests that are done or declined
    #[arg(long)]
    all: bool,

    /// Only requests that are so far; repeatable
    #[arg(long, value_name = "STATUS")]
    status: Vec<StatusArg>,

    /// Only requests to this team, by its name or title
    #[arg(long, value_name = "TEAM")]
    team: Option<String>,

    /// What to print
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: FormatArg,

    /// Ledger file; otherwise the policy's, else slo-ledger.jsonl beside the policy
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,

    #[command(flatten)]
    basis: Basis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// A table for people
    Table,
    /// JSON, schema slo.request-list/1
    Json,
    /// A line of JSON for each request, with the title and body of its draft for a tracker
    Jsonl,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let policy = policy_source::load(args.basis.policy.as_deref(), None, look, context)?;
    let as_of = args.basis.as_of(context, policy.zone)?;
    let team = args.team.as_deref().map(|text| team(&policy, text)).transpose()?;
    let path = policy_source::ledger_path(args.ledger.as_deref(), &policy);
    ledger_access::must_exist(&path)?;
    let style = look.style(&policy, None, context);
    // Requests are all read, whatever is read of incidents.
    let state = ledger_access::read_unsettled(&path, OpenRequests::Alone, style.language)?.state;
    let unknown: Vec<String> = args
        .requests
        .iter()
        .filter(|name| !state.requests().iter().any(|request| request.id == **name))
        .map(|name| words::unknown_request(name))
        .collect();
    if !unknown.is_empty() {
        return Err(failure::all(&unknown));
    }
    let chosen =
        |request: &&Request| args.has(request) && team.as_ref().is_none_or(|team| *team == request.team);
    let (there, later): (Vec<&Request>, Vec<&Request>) =
        state.requests().iter().filter(chosen).partition(|request| request.since() <= as_of);
    let newer = Newer { requests: later.len(), breaches: 0 };
    if let Some(newer) = render::newer_than_as_of(newer, style.language) {
        say(&newer);
    }
    let list = RequestProgress::list(there, &policy, as_of);
    match args.format {
        FormatArg::Table => print(&request_list_table(&list, &policy, as_of, &style)?)?,
        FormatArg::Json => print(&request_list_json(&list, &policy, as_of, PROGRAM)?)?,
        FormatArg::Jsonl => return hand_over(&list, &policy),
    }
    Ok(Outcome::Answered)
}

impl Args {
    fn has(&self, request: &Request) -> bool {
        let by_status = if self.status.is_empty() {
            self.all || !self.requests.is_empty() || request.is_open()
        } else {
            self.status.iter().any(|status| status.0 == request.status())
        };
        by_status && (self.requests.is_empty() || self.requests.contains(&request.id))
    }
}

/// Prints the drafts as they stand there by now. One that is gone is a fault, told when all others
/// were printed.
fn hand_over(list: &[RequestProgress<'_>], policy: &Policy) -> anyhow::Result<Outcome> {
    let folder = policy_source::draft_folder(policy);
    let (mut out, mut faults) = (Vec::new(), Vec::new());
    for one in list {
        let request = one.request;
        let path = folder.path().join(draft_name(&request.id));
        let draft = match folder.read(&draft_name(&request.id)) {
            Ok(Some(draft)) => draft,
            Ok(None) => {
                faults.push(anyhow!(words::draft_gone(&path.display(), &request.id)));
                continue;
            }
            Err(error) => {
                faults.push(error.into());
                continue;
            }
        };
        let Some(text) = draft.text() else {
            faults.push(anyhow!(words::draft_not_utf8(&path.display())));
            continue;
        };
        let handover = Handover {
            request: &request.id,
            status: request.status().word(),
            team: &request.team,
            contact: policy.team(&request.team).and_then(|team| team.contact.as_deref()),
            draft: &relative(&path, policy),
            text,
        };
        handover_line(&handover, &mut out)?;
    }
    print(&out)?;
    failure::any(&faults)?;
    Ok(Outcome::Answered)
}

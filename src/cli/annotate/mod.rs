//! `slo annotate`: record why a response was slow.

mod answer;
mod choice;
mod from_file;
mod walk;

use std::collections::HashSet;

use anyhow::bail;
use clap::Parser;

use self::answer::Answer;
pub(super) use self::answer::FixArg;
use self::from_file::FromFile;
use self::walk::{Turn, Walk};
use super::arguments::{Basis, Writing};
use super::selection::SelectionArgs;
use super::writer::{Writer, gather};
use super::{failure, policy_source};
use crate::assess::{LedgerState, Selection};
use crate::context::Context;
use crate::domain::Policy;
use crate::exit::Outcome;
use crate::ledger::{NewRetraction, Subject, WritingFault, annotate, given_faults, happened_before, retract};
use crate::output::say;
use crate::render;
use crate::words::annotating as words;

/// The options that choose breaches instead of naming incidents.
const SELECTION: [&str; 3] = ["filters", "mine", "shift"];

#[derive(Debug, Parser)]
pub(super) struct Args {
    /// The incidents, by their ids
    #[arg(value_name = "ID", conflicts_with_all = SELECTION)]
    incidents: Vec<String>,

    /// Or all that wait for a cause, of these
    #[command(flatten)]
    selection: SelectionArgs,

    #[command(flatten)]
    answer: Answer,

    /// Only about this objective; otherwise about all breaches of an incident
    #[arg(long, value_name = "OBJECTIVE", requires = "incidents")]
    objective: Option<String>,

    /// Take back what was annotated; --reason says why
    #[arg(long, requires = "incidents", conflicts_with_all = ["cause", "improvement", "fix", "happened"])]
    retract: bool,

    #[command(flatten)]
    worklist: FromFile,

    #[command(flatten)]
    writing: Writing,

    #[command(flatten)]
    basis: Basis,
}

pub(super) fn run(args: &Args, context: &Context) -> anyhow::Result<Outcome> {
    let look = &args.basis.look;
    let policy = policy_source::load(args.basis.policy.as_deref(), None, look, context)?;
    let writer = Writer::new(&policy, &args.writing, &args.basis, context)?;
    if let Some(path) = &args.worklist.from {
        from_file::record(path, &args.worklist, &writer)?;
        return Ok(Outcome::Answered);
    }
    if args.retract {
        let Some(why) = &args.answer.reason else {
            bail!(words::retraction_without_reason());
        };
        take_back(&writer, &args.subjects(), why)?;
        return Ok(Outcome::Answered);
    }
    let by = args.writing.by.as_deref();
    let selection = args.selection.selection(by, &policy, writer.author.at, context)?;
    let missing = args.answer.missing();
    if !missing.is_empty() {
        if !context.can_ask && args.incidents.is_empty() && selection.is_everything() {
            bail!(words::nobody_to_ask());
        }
        if !context.can_ask {
            bail!(words::options_missing(&missing.join(&words::and())));
        }
        return ask(args, writer, &selection, context);
    }
    if !selection.is_everything() {
        record_waiting(&writer, &selection, &args.answer)?;
    } else if args.incidents.is_empty() {
        bail!(words::which_incidents());
    } else {
        record(&writer, &args.subjects(), &args.answer)?;
    }
    Ok(Outcome::Answered)
}

/// Asks a person: one answer about the incidents that are named, or one that the command line begins
/// about all that are chosen; otherwise about each in turn.
fn ask(args: &Args, writer: Writer<'_>, selection: &Selection, context: &Context) -> anyhow::Result<Outcome> {
    let policy = writer.policy;
    let Answer { cause, reason, .. } = &args.answer;
    let happened = args.answer.happened(policy.zone, writer.author.at)?;
    // Nobody is to answer questions for nothing.
    right(given_faults(policy, &writer.author, cause.as_deref(), reason.as_deref(), happened))
        .map_err(|faults| failure::all(&faults))?;
    let before = |state: &LedgerState, subject: &Subject, happened| {
        happened_before(state, policy.zone, subject, happened)
    };
    let subjects = args.subjects();
    let turns = if subjects.is_empty() {
        let state = writer.unsettled()?;
        let turns = turns(args, policy, &state, selection)?;
        right(turns.iter().flatten().filter_map(|subject| before(&state, subject, happened)).collect())
            .map_err(|faults| failure::all(&faults))?;
        turns
    } else {
        writer.check(&incidents(&subjects), |state| {
            let fault = |subject: &Subject| {
                let kept = || walk::kept(&subjects, state)?.happened;
                subject.breached(state).err().or_else(|| before(state, subject, happened.or_else(kept)))
            };
            right(subjects.iter().filter_map(fault).collect())
        })?;
        vec![subjects]
    };
    if turns.is_empty() {
        say(&render::nothing_waits_there(writer.language));
        return Ok(Outcome::Answered);
    }
    let as_of = args.basis.as_of.is_some().then_some(writer.author.at);
    let walk = Walk {
        answer: &args.answer,
        happened,
        style: args.basis.look.style_of_dialogue(policy, context),
        clock: &|| as_of.unwrap_or_else(|| context.present()),
        writer,
    };
    walk.run(&turns)
}

fn right(faults: Vec<WritingFault>) -> Result<(), Vec<WritingFault>> {
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// What waits, one by one; all at once where the command line begins the answer.
fn turns(
    args: &Args,
    policy: &Policy,
    state: &LedgerState,
    selection: &Selection,
) -> anyhow::Result<Vec<Turn>> {
    let waiting = choice::waiting(state, policy, selection);
    if args.answer.is_empty() || waiting.is_empty() {
        return Ok(waiting.into_iter().map(|subject| vec![subject]).collect());
    }
    if selection.is_everything() {
        bail!(words::which_incidents());
    }
    Ok(vec![waiting])
}

/// Records one answer about several subjects.
fn record(writer: &Writer<'_>, subjects: &[Subject], answer: &Answer) -> anyhow::Result<()> {
    let happened = answer.happened(writer.policy.zone, writer.author.at)?;
    writer.write(&incidents(subjects), |state| {
        gather(subjects.iter().map(|subject| {
            let new = answer.about(subject.clone(), happened);
            annotate(state, writer.policy, &writer.author, &new).map(|entry| vec![entry])
        }))
    })
}

/// Records one answer about all that waits for a cause among incidents that fit.
fn record_waiting(writer: &Writer<'_>, selection: &Selection, answer: &Answer) -> anyhow::Result<()> {
    let happened = answer.happened(writer.policy.zone, writer.author.at)?;
    let chosen = choice::waiting(&writer.unsettled()?, writer.policy, selection);
    if chosen.is_empty() {
        say(&render::nothing_waits_there(writer.language));
        return Ok(());
    }
    writer.write(&incidents(&chosen), |state| {
        // Somebody may have written about some of them meanwhile.
        let still = choice::waiting(state, writer.policy, selection);
        gather(still.into_iter().filter(|subject| chosen.contains(subject)).map(|subject| {
            let new = answer.about(subject, happened);
            annotate(state, writer.policy, &writer.author, &new).map(|entry| vec![entry])
        }))
    })
}

/// Takes back what stands about the subjects.
fn take_back(writer: &Writer<'_>, subjects: &[Subject], why: &str) -> anyhow::Result<()> {
    writer.write(&incidents(subjects), |state| {
        gather(subjects.iter().map(|subject| {
            let new = NewRetraction { subject: subject.clone(), why: why.to_owned() };
            retract(state, &writer.author, &new)
        }))
    })
}

fn incidents(subjects: &[Subject]) -> HashSet<String> {
    subjects.iter().map(|subject| subject.incident.clone()).collect()
}

impl Args {
    /// What the command is about, each once.
    fn subjects(&self) -> Vec<Subject> {
        let mut subjects: Vec<Subject> = Vec::new();
        for incident in &self.incidents {
            let subject = Subject { incident: incident.clone(), objective: self.objective.clone() };
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        subjects
    }
}

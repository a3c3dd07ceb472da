//! `slo annotate --from`: record what people filled in, all of it in one go.

mod answers;
mod cell_fault;
mod checked;
mod clashes;
mod fix_word;
mod identities;
mod moments;
mod opened;
mod outcome;
mod subject;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use clap::Args;

use self::answers::Answers;
use self::checked::Checked;
use self::identities::Identities;
use crate::cli::writer::Writer;
use crate::cli::{failure, ledger_access};
use crate::ledger::{LedgerFile, WritingFault};
use crate::output::say;
use crate::render;
use crate::source::{Input, read_worklist};

/// Which worklist, and what if not all of it is right.
#[derive(Debug, Args)]
pub(super) struct FromFile {
    /// A worklist that was filled in, as `slo status --format csv` writes it: CSV, JSON or .xlsx;
    /// `-` is standard input
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = [
            "incidents", "filters", "mine", "shift", "cause", "reason", "improvement", "fix", "happened", "objective",
            "retract",
        ]
    )]
    pub(super) from: Option<PathBuf>,

    /// Record the rows that are right, even if others are not
    #[arg(
        long,
        requires = "from",
        conflicts_with_all = [
            "incidents", "filters", "mine", "shift", "cause", "reason", "improvement", "fix", "happened", "objective",
            "retract",
        ]
    )]
    pub(super) partial: bool,

    /// Let rows take the place of answers that stand, and say again what was taken back; otherwise
    /// such a row is wrong
    #[arg(long, requires = "from")]
    pub(super) replace: bool,
}

/// Records the answers of a worklist in one commit. If a row is wrong, nothing is recorded, or with
/// `partial` the others are; either way that is a failure, since not all was done.
pub(super) fn record(path: &Path, asked: &FromFile, writer: &Writer<'_>) -> anyhow::Result<()> {
    let input = if path == Path::new("-") { Input::Stdin } else { Input::File(path.to_owned()) };
    let answers = Answers::of(read_worklist(&input)?, writer.policy.zone)?;
    let (file, identities) = open(&answers, writer)?;
    let checked = Checked::of(&answers, &identities, file.state(), writer, asked.replace);
    let right = checked.recorded() + checked.unchanged;
    if !checked.is_right() && !asked.partial {
        drop(file);
        let faults = checked.faults(&answers);
        return Err(failure::all_and(&faults, &render::nothing_recorded(right, writer.language)));
    }
    if !checked.entries.is_empty() {
        ledger_access::commit(file, &checked.entries, writer.language)?;
    }
    let told = render::worklist_recorded(
        &answers.worklist.path,
        &render::WorklistCounts {
            recorded: checked.recorded(),
            replaced: checked.replaced,
            unchanged: checked.unchanged,
            not_filled_in: answers.not_filled_in,
            wrong: checked.wrong.len(),
        },
        writer.language,
    );
    if checked.is_right() {
        say(&told);
        return Ok(());
    }
    Err(failure::all_and(&checked.faults(&answers), &told))
}

/// Opens the ledger for the incidents of the worklist, and finds out which they are: where a cell is
/// no incident's id as it stands, or may stand for another, the whole ledger is asked.
fn open(answers: &Answers, writer: &Writer<'_>) -> anyhow::Result<(LedgerFile, Identities)> {
    let mut wanted: HashSet<String> = answers.incidents().map(str::to_owned).collect();
    let file = writer.open_for(&wanted)?;
    let is_unsure = |incident: &&str| {
        file.state().of_incident(incident).is_empty() || identities::may_be_another(incident)
    };
    let unsure: Vec<String> = answers.incidents().filter(is_unsure).map(str::to_owned).collect();
    if unsure.is_empty() {
        return Ok((file, Identities::default()));
    }
    // Nobody is to wait while the whole ledger is read.
    drop(file);
    let identities = Identities::of(&unsure, &writer.state()?);
    wanted.extend(identities.incidents().map(str::to_owned));
    Ok((writer.open_for(&wanted)?, identities))
}

/// What the ledger says of an incident that it doesn't know.
fn unknown_incident(id: &str, nearest: &[String]) -> WritingFault {
    WritingFault::UnknownIncident { id: id.to_owned(), nearest: nearest.to_vec() }
}

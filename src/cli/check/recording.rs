//! What a check reads from the ledger, and what it records there.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::assess::{Awaited, LedgerState, Report, Waiting};
use crate::cli::ledger_access;
use crate::context::Context;
use crate::domain::{Instant, Language, Policy, Span, Verdict};
use crate::ledger::{Author, Entry, Kind, reconcile};
use crate::output::say;
use crate::render;
use crate::words::ledger_use;

/// A ledger in the hands of a check. It is read before the exports, and locked only when the
/// report is out, so that nobody has to wait for a slow export or a reader's pager.
pub(super) struct Recording<'a> {
    path: PathBuf,
    policy: &'a Policy,
    author: Author,
    language: Language,
    state: LedgerState,
}

/// The verdicts on watched incidents, by id, then by objective.
type Seen = BTreeMap<String, Vec<Verdict>>;

impl<'a> Recording<'a> {
    /// Reads the ledger.
    pub(super) fn open(
        path: &Path,
        policy: &'a Policy,
        author: Author,
        language: Language,
    ) -> anyhow::Result<Self> {
        let state = ledger_access::read(path, language)?.state;
        Ok(Self { path: path.to_owned(), policy, author, language, state })
    }

    /// The incidents that it holds as breached, whose present verdicts are wanted.
    pub(super) fn watched(&self) -> HashSet<String> {
        self.state.watched()
    }

    /// Puts into a report what people wrote.
    pub(super) fn annotate(&self, report: &mut Report) {
        self.state.annotate(report);
    }

    /// Puts into a report what changed since the last check.
    pub(super) fn tell_changes(&self, report: &mut Report, seen: &Seen) -> anyhow::Result<()> {
        let found = reconcile(&self.state, report, seen, self.policy, &self.author)?;
        report.since_last_check = found.changes;
        report.warnings.extend(found.shorter);
        Ok(())
    }

    /// Records what the report tells.
    pub(super) fn record(self, report: &Report, seen: &Seen, context: &Context) -> anyhow::Result<Recorded> {
        let claim = ledger_access::claim(&self.author.by, context);
        let file = ledger_access::open(&self.path, &claim, self.policy.zone, self.language)?;
        // Another process may have recorded breaches since the ledger was read. Those that the
        // report has too, as when the same check runs twice at once, are no obstacle.
        if !file.state().is_answered_by(report, &self.state.watched()) {
            bail!(ledger_use::grown_nothing_recorded(&self.path.display()));
        }
        let entries = reconcile(file.state(), report, seen, self.policy, &self.author)?.entries;
        let state = ledger_access::commit(file, &entries, self.language)?;
        Ok(Recorded { path: self.path, entries, state })
    }
}

/// What was recorded.
pub(super) struct Recorded {
    path: PathBuf,
    entries: Vec<Entry>,
    state: LedgerState,
}

impl Recorded {
    /// Says on standard error what was recorded.
    pub(super) fn tell(&self, language: Language) {
        let count = |of: fn(&Kind) -> bool| self.entries.iter().filter(|entry| of(entry.kind())).count();
        let counts = [
            count(|kind| matches!(kind, Kind::Breach(_))),
            count(|kind| matches!(kind, Kind::BreachAmended(_))),
            count(|kind| matches!(kind, Kind::BreachWithdrawn(_))),
        ];
        say(&render::recorded(&self.path, counts, language));
    }

    /// Whether a recorded breach has waited longer than that for its cause.
    pub(super) fn has_waited(&self, longest: Span, policy: &Policy, as_of: Instant) -> bool {
        Waiting::of(&self.state, policy, as_of).is_longer_than(Awaited::Cause, longest)
    }
}

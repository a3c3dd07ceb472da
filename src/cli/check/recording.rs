//! What a check reads from the ledger, and what it records there.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use crate::assess::{Report, Waiting};
use crate::cli::fail_on::FailOn;
use crate::cli::ledger_access;
use crate::context::Context;
use crate::domain::{Language, Policy, Span, Verdict};
use crate::ledger::reconcile;
use crate::output::say;
use crate::render;

/// The incidents that the ledger holds as breached, whose present verdicts are wanted.
pub(super) fn watched(path: &Path) -> anyhow::Result<HashSet<String>> {
    Ok(ledger_access::read(path)?.state.watched())
}

/// What was recorded.
#[derive(Debug, Default)]
pub(super) struct Recorded {
    new: usize,
    amended: usize,
    withdrawn: usize,
    /// How long each breach has waited for its cause; only where a condition asks.
    waiting: Vec<Span>,
}

/// Records what the report tells, and puts into the report what people wrote and what changed.
pub(super) fn record(
    path: &Path,
    policy: &Policy,
    report: &mut Report,
    seen: &BTreeMap<String, Vec<Verdict>>,
    by: Option<&str>,
    fail_on: &[FailOn],
    context: &Context,
) -> anyhow::Result<Recorded> {
    let author = ledger_access::author(by, report.as_of, context)?;
    let file = ledger_access::open(path)?;
    let before = file.state();
    before.annotate(report);
    let reconciled = reconcile(before, report, seen, policy, &author)?;
    report.since_last_check.clone_from(&reconciled.changes);
    let mut recorded = Recorded::of(&reconciled.entries);
    ledger_access::commit(file, &reconciled.entries)?;
    if fail_on.iter().any(|condition| matches!(condition, FailOn::Unannotated(_))) {
        let after = ledger_access::read(path)?;
        let waiting = Waiting::of(&after.state, policy, report.as_of);
        recorded.waiting = waiting.unannotated.iter().map(|breach| breach.age).collect();
    }
    Ok(recorded)
}

impl Recorded {
    fn of(entries: &[crate::ledger::Entry]) -> Self {
        use crate::ledger::Kind;
        let mut recorded = Self::default();
        for entry in entries {
            match entry.kind() {
                Kind::Breach(_) => recorded.new += 1,
                Kind::BreachAmended(_) => recorded.amended += 1,
                Kind::BreachWithdrawn(_) => recorded.withdrawn += 1,
                _ => {}
            }
        }
        recorded
    }

    /// Says on standard error what was recorded.
    pub(super) fn tell(&self, path: Option<&Path>, language: Language) {
        if let Some(path) = path {
            say(&render::recorded(path, [self.new, self.amended, self.withdrawn], language));
        }
    }

    /// Whether the ledger fulfils the condition.
    pub(super) fn holds(&self, condition: FailOn) -> bool {
        match condition {
            FailOn::Unannotated(longest) => self.waiting.iter().any(|&age| age > longest),
            FailOn::Breach | FailOn::Goal => false,
        }
    }
}

use super::Counts;
use super::report::SourceSummary;
use crate::domain::{Instant, ObjectiveIndex, Policy, Span, StageId};

/// What looks as if an export were not what it should be, though all of it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportWarning {
    /// It has just as many rows as the tool gives at most: more are probably missing.
    RowCap {
        /// The export, by its place among the sources.
        source: usize,
        /// The rows.
        rows: u64,
    },
    /// It has fewer rows than at the check before.
    Shorter {
        /// The export, by its place among the sources.
        source: usize,
        /// The rows now.
        rows: u64,
        /// The rows then.
        before: u64,
        /// The as-of of that check.
        last_check: Instant,
    },
    /// Incidents were judged under an objective, and none of them has reached its end.
    NeverReached {
        /// The objective, by its place among them.
        objective: ObjectiveIndex,
        /// The stage.
        stage: StageId,
    },
    /// The newest incident of all exports is more than a day old.
    Stale {
        /// When it was opened.
        newest: Instant,
    },
}

/// How old the newest incident may be.
const FRESH: Span = Span::from_nanos(86_400_000_000_000);

/// The objectives whose end no incident has reached, though some were judged or are pending.
pub(super) fn never_reached(policy: &Policy, counts: &[Counts]) -> Vec<ExportWarning> {
    let objectives = policy.objectives.iter().zip(counts).enumerate();
    let never = objectives.filter(|(_, (_, counts))| {
        counts.met + counts.unknown == 0
            && counts.breached == counts.breached_open
            && counts.breached + counts.pending > 0
    });
    never
        .map(|(objective, (promise, _))| ExportWarning::NeverReached { objective, stage: promise.to })
        .collect()
}

/// The warnings that the exports themselves give. `newest` is when the newest incident was opened,
/// where all of them were looked at.
pub(super) fn export_warnings(
    sources: &[SourceSummary],
    newest: Option<Instant>,
    as_of: Instant,
) -> Vec<ExportWarning> {
    let capped = sources.iter().enumerate().filter(|(_, source)| source.row_cap == Some(source.rows));
    let capped = capped.map(|(place, source)| ExportWarning::RowCap { source: place, rows: source.rows });
    let stale = newest.filter(|newest| as_of.since(*newest) > FRESH);
    capped.chain(stale.map(|newest| ExportWarning::Stale { newest })).collect()
}

/// The exports that have fewer rows than those of the same path that a check read `before`.
#[must_use]
pub fn shorter_exports(
    sources: &[SourceSummary],
    before: &[(String, u64)],
    last_check: Instant,
) -> Vec<ExportWarning> {
    let shorter = |(place, source): (usize, &SourceSummary)| {
        let &(_, rows) = before.iter().find(|(path, _)| *path == source.path)?;
        (source.rows < rows).then_some(ExportWarning::Shorter {
            source: place,
            rows: source.rows,
            before: rows,
            last_check,
        })
    };
    sources.iter().enumerate().filter_map(shorter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, rows: u64, row_cap: Option<u64>) -> SourceSummary {
        SourceSummary { path: path.to_owned(), rows, row_cap, ..SourceSummary::default() }
    }

    #[test]
    fn caps_and_old_exports_are_told() {
        let at = |hours: i64| Instant::from_epoch(hours * 3600, 0).unwrap();
        let sources = [source("a", 999, Some(1000)), source("b", 1000, Some(1000)), source("c", 1000, None)];
        assert_eq!(
            export_warnings(&sources, Some(at(1)), at(26)),
            [ExportWarning::RowCap { source: 1, rows: 1000 }, ExportWarning::Stale { newest: at(1) }]
        );
        assert_eq!(export_warnings(&sources[..1], Some(at(1)), at(25)), []);
        assert_eq!(export_warnings(&sources[..1], None, at(25)), []);
    }

    #[test]
    fn an_export_is_compared_with_the_one_of_its_path() {
        let now = [source("a", 9, None), source("b", 9, None), source("new", 1, None)];
        let before = [("b".to_owned(), 10), ("a".to_owned(), 9)];
        let last_check = Instant::from_nanos(0);
        assert_eq!(
            shorter_exports(&now, &before, last_check),
            [ExportWarning::Shorter { source: 1, rows: 9, before: 10, last_check }]
        );
    }
}

use std::collections::HashSet;
use std::io::{self, Read};

use memchr::memmem::Finder;

use super::Moment;
use super::blocks::in_order;
use super::head::{Head, lines, text};
use crate::assess::{LedgerState, Recurrences};
use crate::domain::Instant;

/// What stands in front of the moment at which the clock of a breach started.
const FROM: &[u8] = br#","from":""#;

/// When the clocks of breaches started that may be of the same problem as those of some incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Vicinity {
    since: Instant,
    until: Instant,
}

impl Vicinity {
    /// Of these incidents, as far as they have a breach.
    pub(super) fn of<'a>(state: &LedgerState, incidents: impl Iterator<Item = &'a str>) -> Option<Self> {
        let breaches = incidents.flat_map(|incident| state.of_incident(incident));
        let reaches = breaches.map(|held| Recurrences::reach(&held.breach));
        reaches.map(|(since, until)| Self { since, until }).reduce(|one, other| Self {
            since: one.since.min(other.since),
            until: one.until.max(other.until),
        })
    }

    /// The incidents with a breach in it. Where a line doesn't tell at a glance, its incident is
    /// one of them.
    pub(super) fn incidents(self, reader: impl Read + Send) -> io::Result<HashSet<Box<str>>> {
        let from = Finder::new(FROM);
        let mut incidents = HashSet::new();
        in_order(
            reader,
            |block| {
                let breach = |head: &Head<'_>| matches!(head.kind, "breach" | "breach-amended");
                let near = |line: &&[u8]| began(line, &from).is_none_or(|at| self.has(at));
                lines(block)
                    .filter_map(|line| Some((line, Head::of(line).filter(breach)?.incident?)))
                    .filter(|(line, _)| near(line))
                    .map(|(_, incident)| incident.into())
                    .collect::<Vec<Box<str>>>()
            },
            |found| {
                incidents.extend(found);
                Ok::<(), io::Error>(())
            },
        )?;
        Ok(incidents)
    }

    fn has(self, at: Instant) -> bool {
        self.since <= at && at < self.until
    }
}

/// When the clock started, where a line tells at a glance: one key of this name stands in it.
fn began(line: &[u8], from: &Finder<'_>) -> Option<Instant> {
    let rest = line.get(from.find(line)? + FROM.len()..)?;
    let at = Moment::parse(text(rest)?.0)?;
    from.find(rest).is_none().then_some(at.0)
}

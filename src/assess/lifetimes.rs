use super::SourceSummary;
use crate::domain::{Instant, Load, StageId, Stages};

/// The stages that end an incident: `resolved`, else `closed`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    stages: [Option<StageId>; 2],
    as_of: Instant,
}

/// From when to when an incident was open; without an end it still is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lifetime {
    opened: Instant,
    ended: Option<Instant>,
}

impl Ends {
    pub(super) fn of(stages: &Stages, as_of: Instant) -> Self {
        Self { stages: ["resolved", "closed"].map(|name| stages.find(name)), as_of }
    }

    /// The lifetime of an incident with these stamps; `None` where it is unknown when it was
    /// opened. Stamps later than as-of count as not there yet, as they do in verdicts.
    pub(super) fn lifetime(&self, stamp: impl Fn(StageId) -> Option<Instant>) -> Option<Lifetime> {
        let known = |stage| stamp(stage).filter(|&at| at <= self.as_of);
        let opened = known(StageId::OPENED)?;
        // An end before the beginning is the same as none of its time being open.
        let ended = self.stages.into_iter().flatten().find_map(known).map(|ended| ended.max(opened));
        Some(Lifetime { opened, ended })
    }

    /// Whether all exports with incidents tell when they ended.
    pub(super) fn are_told(&self, sources: &[SourceSummary]) -> bool {
        let has = |source: &SourceSummary, stage: StageId| {
            source.stage_columns.get(stage.index()).is_some_and(Option::is_some)
        };
        let tells = |source: &SourceSummary| self.stages.iter().flatten().any(|&stage| has(source, stage));
        sources.iter().all(|source| source.incidents == 0 || tells(source))
    }
}

/// When the incidents of a run were opened and ended. Which end belongs to which beginning is not
/// kept: how many were open at a moment doesn't hang on it.
#[derive(Debug, Default)]
pub(super) struct Lifetimes {
    opened: Vec<Instant>,
    ended: Vec<Instant>,
}

impl Lifetimes {
    /// Adds the lifetime of an incident, if it is known.
    pub(super) fn add(&mut self, lifetime: Option<Lifetime>) {
        self.opened.extend(lifetime.map(|lifetime| lifetime.opened));
        self.ended.extend(lifetime.and_then(|lifetime| lifetime.ended));
    }

    /// Adds what another tally kept.
    pub(super) fn merge(&mut self, other: Self) {
        self.opened.extend(other.opened);
        self.ended.extend(other.ended);
    }

    /// Makes them ready to be asked. `ends_are_told` says whether a missing end means that the
    /// incident is still open.
    pub(super) fn sorted(self, ends_are_told: bool) -> Crowd {
        let Self { mut opened, mut ended } = self;
        opened.sort_unstable();
        ended.sort_unstable();
        Crowd { opened, ended: ends_are_told.then_some(ended) }
    }
}

/// All incidents of a run, to be asked how many were open at a moment.
#[derive(Debug)]
pub(super) struct Crowd {
    opened: Vec<Instant>,
    /// `None` where the exports don't tell.
    ended: Option<Vec<Instant>>,
}

impl Crowd {
    /// What was going on at a moment besides the incident that this lifetime belongs to.
    pub(super) fn load(&self, at: Instant, own: Option<Lifetime>) -> Load {
        let started = Instant::from_nanos(at.nanos().saturating_sub(Load::BEFORE.nanos()));
        let count = |moments: &[Instant], at: Instant| moments.partition_point(|&moment| moment <= at);
        let own_opened = own.is_some_and(|own| own.opened <= at);
        let own_fresh = own_opened && own.is_some_and(|own| own.opened > started);
        let own_open = own_opened && own.and_then(|own| own.ended).is_none_or(|ended| ended > at);
        let opened = count(&self.opened, at);
        let others = |all: usize, own: bool| all.saturating_sub(usize::from(own)) as u64;
        Load {
            open: self.ended.as_ref().map(|ended| others(opened.saturating_sub(count(ended, at)), own_open)),
            before: others(opened.saturating_sub(count(&self.opened, started)), own_fresh),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A minute after an arbitrary moment.
    fn minute(minute: i64) -> Instant {
        Instant::from_epoch(1_793_458_800 + minute * 60, 0).unwrap()
    }

    /// An incident as a row has it: minutes of opened, resolved and closed.
    type Row = [Option<i64>; 3];

    fn ends(as_of: i64) -> Ends {
        Ends::of(&Stages::with([]), minute(as_of))
    }

    fn lifetime(ends: Ends, row: Row) -> Option<Lifetime> {
        let stages = Stages::with([]);
        ends.lifetime(|stage| {
            let place =
                ["opened", "resolved", "closed"].iter().position(|name| *name == stages.name(stage))?;
            row[place].map(minute)
        })
    }

    fn lifetimes(ends: Ends, rows: &[Row]) -> Lifetimes {
        let mut lifetimes = Lifetimes::default();
        for &row in rows {
            lifetimes.add(lifetime(ends, row));
        }
        lifetimes
    }

    /// The load at a minute, one of the rows being the breach's own: plainly, row by row.
    fn oracle(rows: &[Row], own: usize, at: i64, as_of: i64) -> Load {
        let (mut open, mut before) = (0, 0);
        for (place, [opened, resolved, closed]) in rows.iter().enumerate() {
            let Some(opened) = opened.filter(|opened| place != own && *opened <= at && *opened <= as_of)
            else {
                continue;
            };
            let end = resolved.filter(|end| *end <= as_of).or(closed.filter(|end| *end <= as_of));
            if end.is_none_or(|end| end > at) {
                open += 1;
            }
            if opened > at - 15 {
                before += 1;
            }
        }
        Load { open: Some(open), before }
    }

    #[test]
    fn the_edges_are_those_that_are_promised() {
        let rows: [Row; 7] = [
            [Some(100), None, None],           // the breach's own
            [Some(85), Some(200), None],       // fifteen minutes before: not among the fresh ones
            [Some(86), Some(100), None],       // ended just then: not open
            [Some(100), None, Some(101)],      // opened just then
            [Some(101), None, None],           // later
            [Some(10), None, Some(100)],       // closed just then
            [Some(90), Some(80), Some(9_000)], // resolved before it was opened: never open
        ];
        let ends = ends(500);
        let own = lifetime(ends, rows[0]);
        let load = lifetimes(ends, &rows).sorted(true).load(minute(100), own);
        assert_eq!(load, Load { open: Some(2), before: 3 });
        assert_eq!(load, oracle(&rows, 0, 100, 500));
    }

    #[test]
    fn without_ends_only_what_was_opened_is_told() {
        let ends = ends(500);
        let load = lifetimes(ends, &[[Some(99), None, None]]).sorted(false).load(minute(100), None);
        assert_eq!(load, Load { open: None, before: 1 });
    }

    fn row() -> impl Strategy<Value = Row> {
        let stamp = || prop::option::weighted(0.7, 0_i64..200);
        (prop::option::weighted(0.9, 0_i64..150), stamp(), stamp())
            .prop_map(|(opened, resolved, closed)| [opened, resolved, closed])
    }

    proptest! {
        #[test]
        fn sorted_moments_give_what_counting_row_by_row_gives(
            rows in prop::collection::vec(row(), 1..40),
            own in any::<prop::sample::Index>(),
            as_of in 100_i64..220,
            at in 0_i64..100,
            cut in any::<prop::sample::Index>(),
        ) {
            let (own, ends) = (own.index(rows.len()), ends(as_of));
            let (one, other) = rows.split_at(cut.index(rows.len()));
            let mut merged = lifetimes(ends, other);
            merged.merge(lifetimes(ends, one));
            let load = merged.sorted(true).load(minute(at), lifetime(ends, rows[own]));
            prop_assert_eq!(load, oracle(&rows, own, at, as_of));
        }
    }
}

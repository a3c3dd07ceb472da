use std::collections::BTreeMap;

use crate::assess::Intake;
use crate::domain::Position;

use super::assembly::{AmbiguousDate, Assembly};
use super::blocks::BlockSource;
use super::cells::Cells;
use super::export::Gathered;
use super::parser::RowTaker;
use super::pass::Pass;
use super::plan::Plan;
use super::prepared::Prepared;
use super::readings::Readings;
use super::refusals::Refusals;
use super::repeat::Repeat;
use super::row_index::RowIndex;
use super::{IdSet, SourceError};

/// Reads an export in which each row is an incident: once, and again if ids repeat.
pub(super) fn read_single<I: Intake>(
    prepared: &Prepared<'_>,
    blocks: BlockSource,
    readings: &mut Readings<'_>,
    intake: &I,
) -> Result<Gathered<I::Tally>, SourceError> {
    let (plan, later) = (&prepared.plan, readings.options.later);
    let pass = prepared.pass(blocks, || SingleRows::new(plan, intake, later, None))?;
    readings.keep_digest();
    let (mut all, mut index, encoding) = merged(pass, plan, intake, later);
    let (ids, repeated) = (std::mem::take(&mut all.ids), std::mem::take(&mut all.clashes));
    if !repeated.is_empty() {
        drop(all);
        let again = readings.open()?.blocks;
        let pass = prepared.pass(again, || SingleRows::new(plan, intake, later, Some(&repeated)))?;
        (all, index, _) = merged(pass, plan, intake, later);
        all.settle(&index)
            .map_err(|(position, date)| prepared.ambiguous(position, date, &index, &encoding))?;
    }
    let SingleRows { tally, rows, taken, replaced, outside, refusals, .. } = all;
    Ok(Gathered {
        tally,
        ids,
        rows,
        taken,
        replaced,
        outside,
        activities: Vec::new(),
        refusals,
        index,
        encoding,
    })
}

fn merged<'a, I: Intake>(
    pass: Pass<SingleRows<'a, I>>,
    plan: &'a Plan<'a>,
    intake: &'a I,
    later: &'a IdSet,
) -> (SingleRows<'a, I>, RowIndex, String) {
    let merged = pass.takers.into_iter().reduce(SingleRows::merge);
    (merged.unwrap_or_else(|| SingleRows::new(plan, intake, later, None)), pass.index, pass.encoding)
}

/// Takes exports in which each row is an incident.
///
/// That an id repeats is known only at the end, when its first row has been taken. The export is
/// then read again, with the ids that repeat.
struct SingleRows<'a, I: Intake> {
    plan: &'a Plan<'a>,
    intake: &'a I,
    /// Ids that exports named later have.
    later: &'a IdSet,
    /// The ids that repeat, in the second reading.
    known: Option<&'a IdSet>,
    assembly: Assembly<'a>,
    wanted: Vec<usize>,
    tally: I::Tally,
    /// The ids of the first reading.
    ids: IdSet,
    /// Those of them that came more than once.
    clashes: IdSet,
    rows: u64,
    taken: u64,
    replaced: u64,
    outside: u64,
    refusals: Refusals,
    repeats: BTreeMap<String, Repeat>,
}

impl<'a, I: Intake> SingleRows<'a, I> {
    /// Begins a reading; `known` are the ids that repeat, in the second.
    fn new(plan: &'a Plan<'a>, intake: &'a I, later: &'a IdSet, known: Option<&'a IdSet>) -> Self {
        Self {
            plan,
            intake,
            later,
            known,
            assembly: Assembly::new(plan),
            wanted: plan.wanted(),
            tally: intake.begin(),
            ids: IdSet::default(),
            clashes: IdSet::default(),
            rows: 0,
            taken: 0,
            replaced: 0,
            outside: 0,
            refusals: Refusals::default(),
            repeats: BTreeMap::new(),
        }
    }

    /// Adds what another worker took.
    fn merge(mut self, other: Self) -> Self {
        self.intake.merge(&mut self.tally, other.tally);
        self.clashes.merge(other.clashes);
        self.clashes.merge(self.ids.merge(other.ids));
        self.rows += other.rows;
        self.taken += other.taken;
        self.replaced += other.replaced;
        self.outside += other.outside;
        self.refusals.merge(other.refusals);
        for (id, theirs) in other.repeats {
            match self.repeats.get_mut(&id) {
                None => {
                    self.repeats.insert(id, theirs);
                }
                Some(ours) => ours.merge(theirs),
            }
        }
        self
    }

    /// Counts and lists the repeated ids, once all is merged. The error is a date that can't be
    /// read, and where it stands.
    fn settle(&mut self, index: &RowIndex) -> Result<(), (Position, AmbiguousDate)> {
        for (id, mut repeat) in std::mem::take(&mut self.repeats) {
            repeat.refuse(&id, self.plan.columns.id.first, index, &mut self.refusals);
            if self.later.contains(&id) {
                self.replaced += 1;
                continue;
            }
            self.taken += 1;
            let (position, cells) = repeat.first;
            let (intake, tally) = (self.intake, &mut self.tally);
            self.assembly
                .incident(&id, &cells, position, |incident| intake.take_repeated(tally, incident))
                .map_err(|date| (position, date))?;
        }
        Ok(())
    }

    fn repeat(&mut self, id: &str, cells: &impl Cells, position: Position) {
        match self.repeats.get_mut(id) {
            None => {
                self.repeats.insert(id.to_owned(), Repeat::new(position, cells, &self.wanted));
            }
            Some(repeat) => repeat.add(position, cells, &self.wanted),
        }
    }
}

impl<I: Intake> RowTaker for SingleRows<'_, I> {
    fn take(&mut self, cells: &impl Cells, position: Position) -> Result<(), AmbiguousDate> {
        self.rows += 1;
        let mut joined = String::new();
        let Some(id) = self.refusals.id_of(self.plan, cells, position, &mut joined) else { return Ok(()) };
        if self.plan.is_total(id) {
            self.outside += 1;
            return Ok(());
        }
        match self.known {
            Some(known) if known.contains(id) => {
                self.repeat(id, cells, position);
                return Ok(());
            }
            Some(_) => {}
            None => {
                if !self.ids.insert(id) {
                    self.clashes.insert(id);
                }
            }
        }
        if self.later.contains(id) {
            self.replaced += 1;
            return Ok(());
        }
        self.taken += 1;
        let (intake, tally) = (self.intake, &mut self.tally);
        self.assembly.incident(id, cells, position, |incident| intake.take(tally, incident))
    }

    fn refuse(&mut self, position: Position, reason: String) {
        self.rows += 1;
        self.refusals.add(position, reason);
    }
}

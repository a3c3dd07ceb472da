use std::collections::HashMap;

use crate::assess::Intake;
use crate::domain::Position;

use super::assembly::{AmbiguousDate, Assembly};
use super::blocks::BlockSource;
use super::cells::{Cells, KeptCells, MISFIT};
use super::export::Gathered;
use super::order::{OrderKind, OrderValue, Unordered};
use super::parser::RowTaker;
use super::plan::Plan;
use super::prepared::Prepared;
use super::readings::Readings;
use super::refusals::Refusals;
use super::{IdSet, SourceError};

/// Reads an export in which the last row of an incident counts.
pub(super) fn read_snapshots<I: Intake>(
    prepared: &Prepared<'_>,
    blocks: BlockSource,
    readings: &mut Readings<'_>,
    intake: &I,
) -> Result<Gathered<I::Tally>, SourceError> {
    let (plan, kind) = (&prepared.plan, prepared.order);
    let pass = prepared.pass(blocks, || Snapshots::new(plan, kind))?;
    readings.keep_digest();
    let merged = pass.takers.into_iter().reduce(Snapshots::merge);
    let mut all = merged.unwrap_or_else(|| Snapshots::new(plan, kind));
    let (index, encoding) = (pass.index, pass.encoding);
    let LastRows { tally, ids, taken, replaced } = all
        .settle(intake, readings.options.later)
        .map_err(|(position, date)| prepared.ambiguous(position, date, &index, &encoding))?;
    let Snapshots { rows, refusals, .. } = all;
    Ok(Gathered {
        tally,
        ids,
        rows,
        taken,
        replaced,
        outside: 0,
        activities: Vec::new(),
        refusals,
        index,
        encoding,
    })
}

/// Takes exports in which an incident has several rows, of which the last one counts. Only that is
/// kept of each, and taken at the end.
struct Snapshots<'a> {
    plan: &'a Plan<'a>,
    kind: OrderKind,
    wanted: Vec<usize>,
    latest: HashMap<Box<str>, Latest>,
    rows: u64,
    refusals: Refusals,
}

/// The last row of an incident so far.
struct Latest {
    order: (OrderValue, Position),
    cells: KeptCells,
}

/// What the last rows gave.
struct LastRows<T> {
    tally: T,
    ids: IdSet,
    taken: u64,
    replaced: u64,
}

impl<'a> Snapshots<'a> {
    /// Begins a reading in which the ordering values are of this kind.
    fn new(plan: &'a Plan<'a>, kind: OrderKind) -> Self {
        Self {
            plan,
            kind,
            wanted: plan.wanted(),
            latest: HashMap::new(),
            rows: 0,
            refusals: Refusals::default(),
        }
    }

    /// Adds what another worker took.
    fn merge(mut self, other: Self) -> Self {
        #[expect(clippy::iter_over_hash_type, reason = "each id is merged by itself")]
        for (id, theirs) in other.latest {
            match self.latest.get_mut(&id) {
                Some(ours) if theirs.order > ours.order => *ours = theirs,
                Some(_) => {}
                None => {
                    self.latest.insert(id, theirs);
                }
            }
        }
        self.rows += other.rows;
        self.refusals.merge(other.refusals);
        self
    }

    /// Hands the last rows to `intake`, in their order. The error is a date that can't be read, and
    /// where it stands.
    fn settle<I: Intake>(
        &mut self,
        intake: &I,
        later: &IdSet,
    ) -> Result<LastRows<I::Tally>, (Position, AmbiguousDate)> {
        let mut rows: Vec<_> = self.latest.drain().collect();
        rows.sort_unstable_by_key(|(_, latest)| latest.order.1);
        let mut done = LastRows { tally: intake.begin(), ids: IdSet::default(), taken: 0, replaced: 0 };
        let mut assembly = Assembly::new(self.plan);
        for (id, Latest { order: (_, position), cells }) in rows {
            done.ids.insert(&id);
            if later.contains(&id) {
                done.replaced += 1;
                continue;
            }
            done.taken += 1;
            let tally = &mut done.tally;
            assembly
                .incident(&id, &cells, position, |incident| intake.take(tally, incident))
                .map_err(|date| (position, date))?;
        }
        Ok(done)
    }
}

impl RowTaker for Snapshots<'_> {
    fn take(&mut self, cells: &impl Cells, position: Position) -> Result<(), AmbiguousDate> {
        self.rows += 1;
        let mut joined = String::new();
        let Some(id) = self.refusals.id_of(self.plan, cells, position, &mut joined) else { return Ok(()) };
        let mut value = OrderValue::None;
        if let Some(column) = self.plan.columns.order_by {
            let by = cells.cell(column).unwrap_or_default();
            let by = by.strip_prefix(MISFIT).unwrap_or(by);
            match self.kind.value(by, &self.plan.times) {
                Ok(found) => value = found,
                Err(Unordered::Ambiguous) => {
                    return Err(AmbiguousDate { column, value: by.trim().to_owned() });
                }
                Err(Unordered::OtherKind) => {
                    self.refusals.add_cell(position, column, by.trim(), self.kind.refusal());
                    return Ok(());
                }
            }
        }
        let order = (value, position);
        match self.latest.get_mut(id) {
            Some(latest) if order < latest.order => {}
            Some(latest) => *latest = Latest { order, cells: KeptCells::of(cells, &self.wanted) },
            None => {
                let cells = KeptCells::of(cells, &self.wanted);
                self.latest.insert(id.into(), Latest { order, cells });
            }
        }
        Ok(())
    }

    fn refuse(&mut self, position: Position, reason: String) {
        self.rows += 1;
        self.refusals.add(position, reason);
    }
}

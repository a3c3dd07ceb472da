use super::super::cells::{Cells, KeptCells};
use super::super::plan::Plan;
use super::event::Order;
use crate::domain::Instant;

/// What an incident's events tell of each column: the first event, or, where nothing stands there,
/// the first behind it that does tell. It is the same in whatever order the rows come.
#[derive(Clone, Debug)]
pub(super) struct FirstCells {
    /// The first event so far.
    pub(super) order: Order,
    /// The cells of that event in which something stands.
    cells: KeptCells,
    /// What other events tell where it is silent.
    later: Vec<Later>,
}

#[derive(Clone, Debug)]
struct Later {
    column: usize,
    order: Order,
    text: Box<str>,
}

/// Which cells of an event are kept.
pub(super) struct Keeping<'a> {
    plan: &'a Plan<'a>,
    /// The columns, and whether something else than a time is looked for in them.
    columns: Vec<(usize, bool)>,
    /// What happened later than this tells nothing yet, unless nothing happened before.
    until: Instant,
}

impl<'a> Keeping<'a> {
    /// Keeps what incidents need, as far as it had happened by `until`.
    pub(super) fn new(plan: &'a Plan<'a>, until: Instant) -> Self {
        let columns = &plan.columns;
        let is_field = |column: usize| columns.fields.contains(&Some(column));
        let is_of_event = |column: usize| {
            column == columns.id.first
                || columns.events.is_some_and(|events| column == events.activity || column == events.at)
        };
        let needed = columns.needed().into_iter().map(|column| (column, is_field(column)));
        let columns = needed.filter(|&(column, is_field)| is_field || !is_of_event(column)).collect();
        Self { plan, columns, until }
    }

    /// What a cell tells, if anything.
    fn told<'c>(&self, cells: &'c impl Cells, column: usize, is_field: bool) -> Option<&'c str> {
        let text = self.plan.text(cells.cell(column))?;
        (is_field || !self.plan.times.is_missing(text)).then_some(text)
    }

    fn kept(&self, cells: &impl Cells) -> KeptCells {
        let told = |&&(column, is_field): &&(usize, bool)| self.told(cells, column, is_field).is_some();
        let columns: Vec<usize> = self.columns.iter().filter(told).map(|&(column, _)| column).collect();
        KeptCells::of(cells, &columns)
    }
}

impl FirstCells {
    /// Of one event.
    pub(super) fn of(order: Order, cells: &impl Cells, keeping: &Keeping<'_>) -> Self {
        Self { order, cells: keeping.kept(cells), later: Vec::new() }
    }

    /// Takes another event into account.
    pub(super) fn add(&mut self, order: Order, cells: &impl Cells, keeping: &Keeping<'_>) {
        if order >= self.order {
            for &(column, is_field) in &keeping.columns {
                if self.cells.cell(column).is_none()
                    && let Some(text) = keeping.told(cells, column, is_field)
                {
                    self.put(column, order, text, keeping.until);
                }
            }
            return;
        }
        let before = std::mem::replace(self, Self::of(order, cells, keeping));
        self.put_all(&before, keeping);
    }

    /// Takes what others tell into account.
    pub(super) fn merge(&mut self, mut other: Self, keeping: &Keeping<'_>) {
        if other.order < self.order {
            std::mem::swap(self, &mut other);
        }
        self.put_all(&other, keeping);
    }

    fn put_all(&mut self, other: &Self, keeping: &Keeping<'_>) {
        for &(column, _) in &keeping.columns {
            if let Some(text) = other.cells.cell(column) {
                self.put(column, other.order, text, keeping.until);
            }
        }
        for later in &other.later {
            self.put(later.column, later.order, &later.text, keeping.until);
        }
    }

    fn put(&mut self, column: usize, order: Order, text: &str, until: Instant) {
        if order.0 > until || self.cells.cell(column).is_some() {
            return;
        }
        match self.later.iter_mut().find(|later| later.column == column) {
            Some(later) if later.order <= order => {}
            Some(later) => *later = Later { column, order, text: text.into() },
            None => self.later.push(Later { column, order, text: text.into() }),
        }
    }
}

impl Cells for FirstCells {
    fn cell(&self, column: usize) -> Option<&str> {
        let later = || self.later.iter().find(|later| later.column == column).map(|later| &*later.text);
        self.cells.cell(column).or_else(later)
    }
}

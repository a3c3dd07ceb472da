use std::sync::Arc;

use super::super::cells::Cells;
use super::event::{Event, Order, UntimedEvent};
use super::first_cells::{FirstCells, Keeping};
use crate::domain::{Instant, Position};

/// The events of one incident, as its rows come.
#[derive(Debug)]
pub(super) struct History {
    /// The first of its rows.
    pub(super) first_row: Position,
    /// What happened, in the order in which it was read. Of what lies beyond as-of, only what may
    /// have opened the incident.
    pub(super) events: Vec<Event>,
    /// What happened at a time that can't be read.
    pub(super) untimed: Vec<UntimedEvent>,
    /// What the columns tell.
    pub(super) cells: FirstCells,
    /// What they tell in each row, where the incidents are told apart only later.
    pub(super) rows: Vec<FirstCells>,
    /// Times as they are written, one behind the other.
    written: Arc<String>,
}

impl History {
    /// A history that has this row only, and no event yet.
    pub(super) fn new(order: Order, cells: &impl Cells, keeping: &Keeping<'_>) -> Self {
        Self {
            first_row: order.1,
            events: Vec::new(),
            untimed: Vec::new(),
            cells: FirstCells::of(order, cells, keeping),
            rows: Vec::new(),
            written: Arc::default(),
        }
    }

    /// Adds what the columns of a row tell.
    pub(super) fn add(&mut self, order: Order, cells: &impl Cells, keeping: &Keeping<'_>) {
        self.first_row = self.first_row.min(order.1);
        self.cells.add(order, cells, keeping);
    }

    /// Adds an event, with its time as it is written.
    pub(super) fn push(&mut self, event: Event, written: &str) {
        let written = self.keep(written);
        self.events.push(Event { written, ..event });
    }

    /// Adds an event whose time, as it is written, can't be read.
    pub(super) fn push_untimed(&mut self, position: Position, activity: u32, written: &str) {
        let written = self.keep(written);
        self.untimed.push(UntimedEvent { position, activity, written });
    }

    /// The time of an event as it is written, if it was kept.
    pub(super) fn written(&self, event: &Event) -> &str {
        self.kept(event.written)
    }

    /// The same of an event whose time can't be read.
    pub(super) fn written_untimed(&self, event: &UntimedEvent) -> &str {
        self.kept(event.written)
    }

    fn keep(&mut self, written: &str) -> (u32, u32) {
        let place = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let written_at = (place(self.written.len()), place(written.len()));
        Arc::make_mut(&mut self.written).push_str(written);
        written_at
    }

    fn kept(&self, (start, length): (u32, u32)) -> &str {
        self.written.get(start as usize..start as usize + length as usize).unwrap_or_default()
    }

    /// Gives the texts of activities and severities the places that they have elsewhere.
    pub(super) fn translate(&mut self, activities: &[u32], severities: &[u32]) {
        let there = |places: &[u32], place: u32| places.get(place as usize).copied().unwrap_or(place);
        for event in &mut self.events {
            event.activity = there(activities, event.activity);
            event.severity = there(severities, event.severity);
        }
        for event in &mut self.untimed {
            event.activity = there(activities, event.activity);
        }
    }

    /// Adds the rows of another history, whose texts have their places here.
    pub(super) fn merge(&mut self, other: Self, keeping: &Keeping<'_>) {
        let shift = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
        self.first_row = self.first_row.min(other.first_row);
        let there = |(start, length): (u32, u32)| (start.saturating_add(shift), length);
        let events = other.events.into_iter();
        self.events.extend(events.map(|event| Event { written: there(event.written), ..event }));
        let untimed = other.untimed.into_iter();
        self.untimed.extend(untimed.map(|event| UntimedEvent { written: there(event.written), ..event }));
        self.cells.merge(other.cells, keeping);
        self.rows.extend(other.rows);
        Arc::make_mut(&mut self.written).push_str(&other.written);
    }

    /// Puts the events in order.
    pub(super) fn sort(&mut self) {
        self.events.sort_unstable_by_key(Event::order);
        self.untimed.sort_unstable_by_key(|event| event.position);
    }

    /// The part of a sorted history that these events are. It begins with this row; `cells` are what
    /// its rows tell together.
    pub(super) fn part(&self, first_row: Position, events: &[Event], cells: FirstCells) -> Self {
        Self {
            first_row,
            events: events.to_vec(),
            untimed: self.untimed.clone(),
            cells,
            rows: Vec::new(),
            written: Arc::clone(&self.written),
        }
    }

    /// Those of the ordered events that had happened by then.
    pub(super) fn until(&self, as_of: Instant) -> &[Event] {
        &self.events[..self.events.partition_point(|event| event.at <= as_of)]
    }
}

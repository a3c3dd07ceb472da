//! Stand-in for the reading of times.
use crate::domain::{Instant, Zone};

/// What a cell says about a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeCell {
    /// Not yet.
    Missing,
    /// At this moment.
    At(Instant),
    /// In a gap.
    Gap(Instant),
    /// In an overlap.
    Overlap(Instant),
    /// Day and month can't be told apart.
    Ambiguous,
    /// Not a time, for this reason.
    Unreadable(String),
}

/// Which comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

impl DayOrder {
    /// The word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::DayFirst => "day-first",
            Self::MonthFirst => "month-first",
        }
    }
}

/// A bad format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bad time format")]
pub struct BadTimeFormat;

/// Reads times.
#[derive(Clone, Debug)]
pub struct TimeReader {
    zone: Zone,
    missing: Vec<String>,
    order: Option<DayOrder>,
}

impl TimeReader {
    /// A reader.
    pub fn new(
        zone: Zone,
        _format: Option<&str>,
        missing: &[String],
        order: Option<DayOrder>,
    ) -> Result<Self, BadTimeFormat> {
        Ok(Self { zone, missing: missing.to_vec(), order })
    }
    /// Reads a cell.
    #[must_use]
    pub fn read(&self, cell: &str) -> TimeCell {
        let cell = cell.trim();
        if self.is_missing(cell) {
            return TimeCell::Missing;
        }
        if let Some(at) = quick(cell.as_bytes()) {
            return TimeCell::At(at);
        }
        let format = match (cell.as_bytes().get(2), self.order) {
            (Some(b'/'), None) => return TimeCell::Ambiguous,
            (Some(b'/'), Some(DayOrder::DayFirst)) => "%d/%m/%Y %H:%M",
            (Some(b'/'), Some(DayOrder::MonthFirst)) => "%m/%d/%Y %H:%M",
            _ => "%Y-%m-%d %H:%M",
        };
        let Ok(local) = chrono::NaiveDateTime::parse_from_str(cell, format) else {
            return TimeCell::Unreadable("not a time".to_owned());
        };
        match self.zone.resolve(local) {
            crate::domain::Resolved::Once(at) => TimeCell::At(at),
            crate::domain::Resolved::Gap(at) => TimeCell::Gap(at),
            crate::domain::Resolved::Overlap(at) => TimeCell::Overlap(at),
            crate::domain::Resolved::OutOfRange => TimeCell::Unreadable("too far off".to_owned()),
        }
    }
    /// Whether a cell means "not yet".
    #[must_use]
    pub fn is_missing(&self, cell: &str) -> bool {
        let cell = cell.trim();
        cell.is_empty() || cell == "-" || self.missing.iter().any(|known| known == cell)
    }
}

fn quick(b: &[u8]) -> Option<Instant> {
    if b.len() != 25 || b[4] != b'-' || b[10] != b'T' {
        return None;
    }
    let n =
        |i: usize, l: usize| b[i..i + l].iter().fold(0i64, |a, c| a * 10 + i64::from(c.wrapping_sub(b'0')));
    let (y, m, d) = (n(0, 4), n(5, 2), n(8, 2));
    let y2 = if m <= 2 { y - 1 } else { y };
    let era = y2 / 400;
    let yoe = y2 - era * 400;
    let doy = (153 * (m + if m > 2 { -3 } else { 9 }) + 2) / 5 + d - 1;
    let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468;
    let off = n(20, 2) * 3600 + n(23, 2) * 60;
    let off = if b[19] == b'-' { -off } else { off };
    Instant::from_epoch(days * 86400 + n(11, 2) * 3600 + n(14, 2) * 60 + n(17, 2) - off, 0)
}

/// What evidence was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// None.
    None,
    /// This order.
    Order(DayOrder),
    /// Both.
    Contradictory,
}

/// Evidence of the order.
#[derive(Clone, Debug, Default)]
pub struct DayOrderEvidence {
    day: bool,
    month: bool,
}

impl DayOrderEvidence {
    /// Looks at a cell.
    pub fn add(&mut self, cell: &str) {
        let b = cell.trim().as_bytes();
        if b.len() > 5 && b[2] == b'/' {
            self.day |= &b[..2] > b"12".as_slice();
            self.month |= &b[3..5] > b"12".as_slice();
        }
    }
    /// What was found.
    #[must_use]
    pub fn found(&self) -> Found {
        match (self.day, self.month) {
            (false, false) => Found::None,
            (true, false) => Found::Order(DayOrder::DayFirst),
            (false, true) => Found::Order(DayOrder::MonthFirst),
            (true, true) => Found::Contradictory,
        }
    }
}

use super::local::LocalZone;
use super::written::Written;
use super::{DayOrder, LastTime, Notation, Reading, TimeCell};
use crate::domain::{BadTimeFormat, Instant, Resolved, Zone};
use crate::words::unreadable_times;

/// Reads the times of one export.
#[derive(Clone, Debug)]
pub struct TimeReader {
    notation: Notation,
    zone: LocalZone,
}

impl TimeReader {
    /// A reader of times that are written as `format` says, or in any form with one meaning;
    /// without an offset they are times of `zone`. `missing` are texts that mean "not yet",
    /// beyond the usual ones. `order` decides about `1/2/2026`; a `format` decides before it.
    pub fn new(
        zone: Zone,
        format: Option<&str>,
        missing: &[String],
        order: Option<DayOrder>,
    ) -> Result<Self, BadTimeFormat> {
        Ok(Self { notation: Notation::new(format, missing, order)?, zone: LocalZone::new(zone) })
    }

    /// The moment that a cell in one of the common forms means, where it means just one; `None` says
    /// nothing. `last` is the time read before in the same column.
    #[inline]
    pub(in crate::source) fn read_moment(&self, cell: &str, last: &mut LastTime) -> Option<Instant> {
        last.read(cell.as_bytes()).or_else(|| self.read_other(cell, last))
    }

    /// The same of one that shares less with the one before.
    #[inline(never)]
    fn read_other(&self, cell: &str, last: &mut LastTime) -> Option<Instant> {
        let written = self.notation.read_fixed(cell)?;
        let Resolved::Once(at) = self.zone.resolve(written) else { return None };
        if at.nanos() == 0 {
            return None;
        }
        if !self.notation.has_token_like_time()
            && self.zone.is_steady_around(written)
            && let Some(this) = LastTime::of(cell, written, at)
        {
            *last = this;
        }
        Some(at)
    }

    /// What the cell says. A bare `0`, 1970-01-01T00:00:00 and 0001-01-01T00:00:00 are missing:
    /// tools write the zero of their clock for "not yet".
    #[must_use]
    pub fn read(&self, cell: &str) -> TimeCell {
        match self.notation.read_fixed(cell) {
            Some(written) => self.place(written),
            None if cell.is_empty() => TimeCell::Missing,
            None => self.read_any(cell),
        }
    }

    #[inline(never)]
    fn read_any(&self, cell: &str) -> TimeCell {
        match self.notation.read(cell) {
            Reading::At(written) => self.place(written),
            Reading::Missing => TimeCell::Missing,
            Reading::Ambiguous => TimeCell::Ambiguous,
            Reading::Unreadable(reason) => TimeCell::Unreadable(reason),
        }
    }

    fn place(&self, written: Written) -> TimeCell {
        match self.zone.resolve(written) {
            Resolved::Once(at) | Resolved::Gap(at) | Resolved::Overlap(at) if at.nanos() == 0 => {
                TimeCell::Missing
            }
            Resolved::Once(at) => TimeCell::At(at),
            Resolved::Gap(at) => TimeCell::Gap(at),
            Resolved::Overlap(at) => TimeCell::Overlap(at),
            Resolved::OutOfRange => TimeCell::Unreadable(unreadable_times::out_of_range()),
        }
    }

    /// Whether the cell is one of the policy's own texts for "not yet".
    #[must_use]
    pub fn is_own_missing(&self, cell: &str) -> bool {
        self.notation.is_own_missing(cell)
    }

    /// Whether the cell is a text for "not yet", such as `-`, `N/A` or 未; a bare `0` is only
    /// taken for one by [`TimeReader::read`].
    #[must_use]
    pub fn is_missing(&self, cell: &str) -> bool {
        self.notation.is_missing(cell)
    }
}

use super::written::Written;
use super::{civil, fixed};
use crate::domain::Instant;

/// What a time read before has in common with most that follow it in the same column: the month, the
/// separators, and the offset. Where all of it is the same, a time is a few digits.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::source) struct LastTime {
    /// `YYYY-MM-` or `YYYY/MM/`.
    month: u64,
    /// How many days it has; none where nothing was read before.
    days: u32,
    /// What stands between the date and the time of day.
    separator: u8,
    /// What follows the seconds and their fraction, an offset or nothing.
    offset: LastBytes,
    /// From the epoch to the day before the month's first, in nanoseconds.
    start: i64,
}

const SECOND: i64 = 1_000_000_000;
const DAY: i64 = civil::DAY * SECOND;
/// How many bytes `YYYY-MM-DD HH:MM:SS` has.
const SECONDS_END: usize = 19;

impl LastTime {
    /// What the times after this one may share. The cell was read as `written` and means the moment `at`,
    /// and the offset is the same all month.
    pub(super) fn of(cell: &str, written: Written, at: Instant) -> Option<Self> {
        let cell = cell.as_bytes();
        let (head, behind) = cell.split_first_chunk::<SECONDS_END>()?;
        // What has no seconds is read in full.
        if head[16] != b':' {
            return None;
        }
        let name = *head.first_chunk()?;
        let (month, (nanos, offset)) = (fixed::Month::read(name)?, fixed::fraction(behind)?);
        let since_start = (written.seconds - month.start + civil::DAY) * SECOND + i64::from(nanos);
        let start = at.nanos().checked_sub(since_start)?;
        // Whatever day and time is read by this must be a moment that there is.
        start.checked_add(33 * DAY)?;
        // Months up to 1970-01 are left to the full reading: the zeros of tools' clocks, which mean "not
        // yet", lie there.
        (start > DAY).then_some(Self {
            month: u64::from_le_bytes(name),
            days: month.days,
            separator: head[10],
            offset: LastBytes::of(cell, offset.len())?,
            start,
        })
    }

    /// The moment that a cell means which has all that in common; `None` says nothing.
    #[inline]
    pub(super) fn read(&self, cell: &[u8]) -> Option<Instant> {
        let (head, behind) = cell.split_first_chunk::<SECONDS_END>()?;
        let is_alike = u64::from_le_bytes(*head.first_chunk()?) == self.month
            && head[10] == self.separator
            && self.offset.ends(cell);
        if !is_alike {
            return None;
        }
        let nanos = if behind.len() == self.offset.length { 0 } else { self.nanos(behind)? };
        let day = fixed::two_digits(head[8], head[9])?;
        let seconds = fixed::time_of_day(*head.last_chunk()?)?;
        let since_start = (i64::from(day) * civil::DAY + i64::from(seconds)) * SECOND + nanos;
        (1..=self.days).contains(&day).then(|| Instant::from_nanos(self.start + since_start))
    }

    /// The nanoseconds of a fraction that only the offset follows; few times have one.
    #[inline(never)]
    fn nanos(&self, behind: &[u8]) -> Option<i64> {
        let (nanos, offset) = fixed::fraction(behind)?;
        (offset.len() == self.offset.length).then_some(i64::from(nanos))
    }
}

/// The last bytes of a text, up to eight of them.
#[derive(Clone, Copy, Debug, Default)]
struct LastBytes {
    length: usize,
    /// The last in the highest byte; those before them are zero.
    bytes: u64,
    /// All bits of those bytes.
    mask: u64,
}

impl LastBytes {
    fn of(text: &[u8], length: usize) -> Option<Self> {
        let mask = match length {
            0 => 0,
            1..=8 => u64::MAX << (64 - 8 * length),
            _ => return None,
        };
        Some(Self { length, bytes: u64::from_le_bytes(*text.last_chunk()?) & mask, mask })
    }

    /// Whether a text ends in them.
    #[inline]
    fn ends(&self, text: &[u8]) -> bool {
        text.last_chunk().is_some_and(|last| u64::from_le_bytes(*last) & self.mask == self.bytes)
    }
}

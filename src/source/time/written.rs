use super::civil;

/// A time as it is written: a date, a time of day, and an offset if there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) struct Written {
    /// Seconds from 1970-01-01T00:00:00 to the local time, as if it were UTC.
    pub(in crate::source) seconds: i64,
    /// Nanoseconds after them.
    pub(in crate::source) nanos: u32,
    /// Seconds east of UTC.
    pub(in crate::source) offset: Option<i32>,
}

impl Written {
    /// Whether this is the zero of a tool's clock, which tools write for "not yet".
    pub(super) fn is_zero(self) -> bool {
        self.nanos == 0 && (self.seconds == 0 || self.seconds == civil::FIRST_SECOND)
    }
}

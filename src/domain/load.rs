use super::Span;

/// How much else was going on when the clock of a breach started, as the check saw it that
/// recorded the breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// How many other incidents were open; `None` where an export doesn't tell when they ended.
    pub open: Option<u64>,
    /// How many other incidents were opened in the fifteen minutes up to then.
    pub before: u64,
}

impl Load {
    /// How far back [`Load::before`] looks: fifteen minutes.
    pub const BEFORE: Span = Span::from_nanos(15 * 60 * 1_000_000_000);
}

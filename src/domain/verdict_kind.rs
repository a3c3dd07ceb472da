/// A verdict without its arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerdictKind {
    /// Kept.
    Met,
    /// Missed.
    Breached,
    /// Not reached yet.
    Pending,
    /// The row doesn't tell.
    Unknown,
    /// No target is for it.
    Uncovered,
    /// Nothing is promised to it.
    Excluded,
}

impl VerdictKind {
    /// The word for it in reports and in the ledger.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Breached => "breached",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Uncovered => "uncovered",
            Self::Excluded => "excluded",
        }
    }
}

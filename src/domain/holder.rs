use super::Instant;

/// Who has the right to write in a ledger, while others wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The id of the process.
    pub process: u32,
    /// The person; `None` where nobody was named.
    pub by: Option<String>,
    /// Since when, where that is known.
    pub since: Option<Instant>,
}

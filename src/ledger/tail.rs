/// The end of a last line that broke off, as a loss of power leaves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TornTail {
    /// The number of the line, from 1.
    pub line: u64,
    /// What stands there.
    pub bytes: Vec<u8>,
}

/// How the file ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// With the end of a line, or it is empty.
    Clean,
    /// With a whole entry whose line has no end, as editors leave it.
    Unended,
    /// With part of an entry.
    Torn(TornTail),
}

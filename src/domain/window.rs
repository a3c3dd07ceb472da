use super::Instant;

/// A half-open stretch of time: from `from` on, before `to`. An open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The first moment in it.
    pub from: Option<Instant>,
    /// The first moment after it.
    pub to: Option<Instant>,
}

impl Window {
    /// Whether the moment lies in it.
    #[must_use]
    pub fn contains(&self, at: Instant) -> bool {
        self.from.is_none_or(|from| at >= from) && self.to.is_none_or(|to| at < to)
    }

    /// Whether it has no end at either side.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

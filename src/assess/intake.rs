use crate::domain::Incident;

/// What incidents are handed to, as they are read.
///
/// A reader works on several blocks at once: each worker begins a tally of its own, and the
/// tallies are merged at the end, in any order. Whatever a tally holds must therefore not depend
/// on the order in which incidents came.
pub trait Intake: Sync {
    /// What is kept of the incidents taken in.
    type Tally: Send;

    /// An empty tally.
    fn begin(&self) -> Self::Tally;

    /// Takes in one incident.
    fn take(&self, tally: &mut Self::Tally, incident: &Incident<'_>);

    /// Takes in an incident whose id stands in several rows, so that none of them can be trusted.
    /// Called once for the id, with the first of its rows.
    fn take_repeated(&self, tally: &mut Self::Tally, incident: &Incident<'_>);

    /// Puts two tallies together.
    fn merge(&self, into: &mut Self::Tally, other: Self::Tally);
}

use super::TargetUse;
use crate::assess::choice::{Candidates, InForce};
use crate::domain::{Objective, Stamp};

/// Notes what became of each target that fits an incident.
pub(super) fn note_targets(
    uses: &mut [TargetUse],
    objective: &Objective,
    candidates: &Candidates,
    opened: Stamp,
    is_dropped: bool,
) {
    let mut decided: Option<usize> = None;
    let mut is_untold = false;
    for &place in candidates.places() {
        let (target, noted) = (&objective.targets[place], &mut uses[place]);
        noted.fits += 1;
        let in_force = InForce::of(target, opened);
        if is_dropped {
            noted.dropped += 1;
        } else if is_untold || in_force == InForce::Untold {
            is_untold |= decided.is_none();
            noted.untold += 1;
        } else if let InForce::NotYet(_) = in_force {
            noted.early += 1;
        } else if let InForce::NoMore(_) = in_force {
            noted.late += 1;
        } else if let Some(earlier) = decided {
            *noted.behind.entry(earlier).or_default() += 1;
        } else {
            decided = Some(place);
            noted.decided += 1;
        }
    }
}

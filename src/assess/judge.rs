use crate::domain::{
    Incident, Instant, Objective, Policy, Promise, Reach, Reading, SkippedStage, Span, StageId, Stamp,
    Target, Uncovered, Unknown, Verdict,
};

/// Judges one incident under one objective by the target that was chosen for it.
///
/// Stamps later than `as_of` count as not there yet, so that a past as-of shows what was known then.
#[must_use]
pub fn judge(
    policy: &Policy,
    objective: &Objective,
    target: &Target,
    incident: &Incident<'_>,
    as_of: Instant,
) -> Verdict {
    let judging = Judging { policy, incident, as_of };
    judging.verdict(objective, target).unwrap_or_else(|verdict| verdict)
}

struct Judging<'a> {
    policy: &'a Policy,
    incident: &'a Incident<'a>,
    as_of: Instant,
}

/// Where the clock stops: how, when, and by the stamp of which stage.
struct Ending {
    reach: Reach,
    at: Instant,
    stage: Option<StageId>,
}

/// A verdict that is clear before the clock was read.
type Early<T> = Result<T, Verdict>;

impl Judging<'_> {
    fn verdict(&self, objective: &Objective, target: &Target) -> Early<Verdict> {
        if let Promise::Exempt(_) = target.promise {
            return Ok(Verdict::Excluded);
        }
        let from = self.start(objective.from)?;
        let (target, deadline) = self.promised(objective, &target.promise, from)?;
        let Ending { reach, at, stage } = self.ending(objective.to)?;
        if let Some(stage) = stage
            && at < from
        {
            return Err(Verdict::Unknown(Unknown::Contradictory(objective.from, stage)));
        }
        // Before a start that lies after as-of nothing has run yet.
        let elapsed = at.since(from).at_least_zero();
        let reading = Reading { from, reach, target, elapsed, deadline };
        Ok(match reach {
            Reach::Skipped => Verdict::Breached(reading),
            _ if elapsed > target => Verdict::Breached(reading),
            Reach::NotYet => Verdict::Pending(reading),
            Reach::At(_) | Reach::ByNextStage(_) => Verdict::Met(reading),
        })
    }

    /// When the clock starts.
    fn start(&self, from: StageId) -> Early<Instant> {
        match self.stamp(from) {
            Stamp::At(at) => Ok(at),
            Stamp::Unreadable => Err(Verdict::Unknown(Unknown::Unreadable(from))),
            Stamp::Absent if from == StageId::OPENED => Err(Verdict::Unknown(Unknown::NotStarted(from))),
            Stamp::Absent if self.went_past(from) => Err(Verdict::Unknown(Unknown::Skipped(from))),
            Stamp::Absent => Err(Verdict::NotStarted),
        }
    }

    /// How long it may take, and until when.
    fn promised(&self, objective: &Objective, promise: &Promise, from: Instant) -> Early<(Span, Instant)> {
        match *promise {
            Promise::Within(target) => Ok((target, from.plus(target))),
            // A promised time lies in the future by its nature, so as-of doesn't hide it.
            Promise::By(stage) => match self.incident.stamp(stage) {
                Stamp::At(deadline) if deadline < from => {
                    Err(Verdict::Unknown(Unknown::Contradictory(objective.from, stage)))
                }
                Stamp::At(deadline) => Ok((deadline.since(from), deadline)),
                Stamp::Unreadable => Err(Verdict::Unknown(Unknown::Unreadable(stage))),
                Stamp::Absent => Err(Verdict::Uncovered(Uncovered::NoDeadline(stage))),
            },
            Promise::Exempt(_) => Err(Verdict::Excluded),
        }
    }

    /// Where the clock stops.
    fn ending(&self, to: StageId) -> Early<Ending> {
        match self.stamp(to) {
            Stamp::At(at) => return Ok(Ending { reach: Reach::At(at), at, stage: Some(to) }),
            Stamp::Unreadable => return Err(Verdict::Unknown(Unknown::Unreadable(to))),
            Stamp::Absent => {}
        }
        let Some(next) = self.later_stamps(to).next() else {
            return Ok(Ending { reach: Reach::NotYet, at: self.as_of, stage: None });
        };
        let readable = self.later_stamps(to).find_map(|(stage, stamp)| match stamp {
            Stamp::At(at) => Some((stage, at)),
            Stamp::Absent | Stamp::Unreadable => None,
        });
        // Something stands behind the stage, but nothing of it tells when.
        let Some((stage, at)) = readable else { return Err(Verdict::Unknown(Unknown::Unreadable(next.0))) };
        match (self.policy.clock.skipped_stage, next) {
            (SkippedStage::Unknown, _) => Err(Verdict::Unknown(Unknown::Skipped(to))),
            (SkippedStage::Miss, _) => Ok(Ending { reach: Reach::Skipped, at, stage: Some(stage) }),
            (SkippedStage::NextStage, (next, Stamp::Unreadable)) => {
                Err(Verdict::Unknown(Unknown::Unreadable(next)))
            }
            (SkippedStage::NextStage, _) => {
                Ok(Ending { reach: Reach::ByNextStage(at), at, stage: Some(stage) })
            }
        }
    }

    fn stamp(&self, stage: StageId) -> Stamp {
        match self.incident.stamp(stage) {
            Stamp::At(at) if at > self.as_of => Stamp::Absent,
            stamp => stamp,
        }
    }

    /// What is stamped behind a stage. An unreadable stamp is evidence too: something stands there.
    fn later_stamps(&self, stage: StageId) -> impl Iterator<Item = (StageId, Stamp)> {
        self.policy
            .stages
            .iter()
            .map(|(id, _)| id)
            .filter(move |&id| id > stage && !self.policy.stages.is_deadline(id))
            .map(|id| (id, self.stamp(id)))
            .filter(|&(_, stamp)| stamp != Stamp::Absent)
    }

    fn went_past(&self, stage: StageId) -> bool {
        self.later_stamps(stage).next().is_some()
    }
}

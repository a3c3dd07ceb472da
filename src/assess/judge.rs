use std::slice;

use crate::domain::{
    Clock, Excluded, Incident, IncidentPart, Instant, Objective, Policy, Promise, Reach, Reading, Segment,
    SkippedStage, Span, StageId, Stamp, Stop, Target, Uncovered, Unknown, Verdict, Window,
};

/// An incident that is judged: by which policy, as of when, and with which exclusions.
///
/// What is stamped later than `as_of` counts as not there yet, so that a past as-of shows what was
/// known then.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) policy: &'a Policy,
    pub(super) incident: &'a Incident<'a>,
    pub(super) as_of: Instant,
    /// When its clocks stand still by the policy's exclusions, one stop behind the other.
    pub(super) exclusions: &'a [Stop],
}

/// Where the clock stops: how, when, and by the stamp of which stage.
pub(super) struct Ending {
    pub(super) reach: Reach,
    pub(super) at: Instant,
    stage: Option<StageId>,
}

/// How long something may take, and on which clock.
struct Promised<'a> {
    target: Span,
    clock: Clock<'a>,
    /// The time paused that is known as a sum only.
    paused: Span,
}

/// A verdict that is clear before the clock was read.
type Early<T> = Result<T, Verdict>;

impl<'a> Case<'a> {
    /// Puts down the verdict under one objective, by the target that was chosen. It is written where
    /// it is to stand, as copying it takes longer than judging.
    ///
    /// The way of most incidents, that went where they should and whose time all counts, is in line;
    /// what else may be is asked apart, where it is.
    #[inline]
    pub(super) fn judge(&self, objective: &Objective, target: &Target, verdict: &mut Verdict) {
        match self.reading(objective, target) {
            Ok(reading) => *verdict = verdict_on(reading),
            Err(clear) => *verdict = clear,
        }
    }

    #[inline]
    fn reading(&self, objective: &Objective, target: &Target) -> Early<Reading> {
        if let Promise::Exempt(_) = target.promise {
            return Err(Verdict::Excluded(Excluded::Exempt));
        }
        let from = self.start(objective.from)?;
        self.agrees(objective, &target.promise, from)?;
        let Ending { reach, at, stage } = self.ending(objective.to)?;
        if let Some(stage) = stage
            && at < from
        {
            return Err(Verdict::Unknown(Unknown::Contradictory(objective.from, stage)));
        }
        if let Some(target) = self.plain(target) {
            let elapsed = at.since(from).at_least_zero();
            return Ok(Reading { from, reach, target, elapsed, stopped: Span::ZERO });
        }
        self.measured(objective, target, from, (reach, at))
    }

    /// The reading of a clock that may stand still, from its start to its end.
    #[inline(never)]
    fn measured(
        &self,
        objective: &Objective,
        target: &Target,
        from: Instant,
        (reach, at): (Reach, Instant),
    ) -> Early<Reading> {
        self.promised(objective, target, (from, at), Some(at), |promised| {
            let (open, stopped) = promised.clock.measure(from, at);
            let ran = open.minus(stopped);
            // Where a pause lies that is known as a sum only can't be told. As much of it as can may lie in
            // excluded time, and must not be taken off twice; where the verdict hangs on that, it is unknown.
            let (paused, target) = (promised.paused, promised.target);
            let apart = paused.minus(stopped).at_least_zero();
            let elapsed = ran.minus(apart);
            let hangs_on_it = elapsed > target && ran.minus(paused) <= target;
            if paused > open || (hangs_on_it && reach != Reach::Skipped) {
                return Err(Verdict::Unknown(Unknown::Pauses(IncidentPart::PausedUpTo(objective.to))));
            }
            Ok(Reading { from, reach, target, elapsed, stopped: open.minus(elapsed) })
        })?
    }

    /// How long it may take where all time counts, as for most incidents of most policies.
    #[inline]
    fn plain(&self, target: &Target) -> Option<Span> {
        let (Promise::Within(span), None) = (&target.promise, &target.calendar) else { return None };
        let pauses = &self.incident.pauses;
        let is_undisturbed = self.exclusions.is_empty()
            && pauses.sums.is_empty()
            && pauses.stretches.is_some_and(<[_]>::is_empty);
        is_undisturbed.then_some(*span)
    }

    /// The first moment by which as much time has counted as it may take. Asked for apart from the
    /// verdict, as nobody wants to know it of the many that are met. With it the last moment by which no
    /// more has. The clock ends at `at`.
    pub(super) fn deadline(
        &self,
        objective: &Objective,
        target: &Target,
        at: Instant,
    ) -> Early<(Instant, Instant)> {
        let from = self.start(objective.from)?;
        if let Some(target) = self.plain(target) {
            return Ok((from.plus(target), from.plus(target)));
        }
        self.agrees(objective, &target.promise, from)?;
        self.promised(objective, target, (from, at), None, |promised| {
            let (_, stopped) = promised.clock.measure(from, at);
            let apart = promised.paused.minus(stopped).at_least_zero();
            let deadline = promised.clock.deadline(from, promised.target.plus(apart));
            // The clock has gone a tick further just behind the last moment at which it had not.
            let tick = Span::from_nanos(1);
            (deadline, promised.clock.deadline(deadline, tick).minus(tick).max(deadline))
        })
    }

    /// What the clock does, stretch by stretch, and the time paused that is known as a sum only;
    /// `None` where it can't be read.
    pub(super) fn segments(&self, objective: &Objective, target: &Target) -> Option<(Vec<Segment>, Span)> {
        let from = self.start(objective.from).ok()?;
        let Ending { at, .. } = self.ending(objective.to).ok()?;
        let told = self.promised(objective, target, (from, at), Some(at), |promised| {
            (promised.clock.segments(from, at), promised.paused)
        });
        told.ok()
    }

    /// When the clock starts.
    #[inline]
    fn start(&self, from: StageId) -> Early<Instant> {
        match self.stamp(from) {
            Stamp::At(at) => Ok(at),
            Stamp::Unreadable => Err(Verdict::Unknown(Unknown::Unreadable(from))),
            Stamp::Absent => Err(self.not_started(from)),
        }
    }

    /// The verdict where the clock would start with a stage that has no stamp.
    #[cold]
    fn not_started(&self, from: StageId) -> Verdict {
        if from == StageId::OPENED {
            Verdict::Unknown(Unknown::NotStarted(from))
        } else if self.went_past(from) {
            Verdict::Unknown(Unknown::Skipped(from))
        } else {
            Verdict::NotStarted
        }
    }

    /// Whether the export tells until when, where it has to.
    #[inline]
    fn agrees(&self, objective: &Objective, promise: &Promise, from: Instant) -> Early<()> {
        let Promise::By(stage) = *promise else { return Ok(()) };
        // A promised time lies in the future by its nature, so as-of doesn't hide it.
        match self.incident.stamp(stage) {
            Stamp::At(deadline) if deadline < from => {
                Err(Verdict::Unknown(Unknown::Contradictory(objective.from, stage)))
            }
            Stamp::At(_) => Ok(()),
            Stamp::Unreadable => Err(Verdict::Unknown(Unknown::Unreadable(stage))),
            Stamp::Absent => Err(Verdict::Uncovered(Uncovered::NoDeadline(stage))),
        }
    }

    /// Tells `tell` how long it may take, and on which clock. A deadline that was agreed on moves by
    /// nothing. Stops that come later than `until` don't matter.
    #[inline]
    fn promised<T>(
        &self,
        objective: &Objective,
        target: &Target,
        (from, end): (Instant, Instant),
        until: Option<Instant>,
        tell: impl FnOnce(Promised<'_>) -> T,
    ) -> Early<T> {
        let calendar = target.calendar.as_deref();
        let span = match target.promise {
            Promise::Within(span) => span,
            Promise::BusinessDays(count) => calendar
                .and_then(|calendar| Some(calendar.between(from, calendar.end_of_business_day(from, count)?)))
                .unwrap_or(Span::from_nanos(i64::MAX)),
            Promise::By(stage) => {
                let deadline = self.incident.stamp(stage).at().unwrap_or(from);
                let (target, clock) = (deadline.since(from), Clock::new(None, &[]));
                return Ok(tell(Promised { target, clock, paused: Span::ZERO }));
            }
            Promise::Exempt(_) => return Err(Verdict::Excluded(Excluded::Exempt)),
        };
        if !objective.pauses {
            let clock = Clock::new(calendar, self.exclusions);
            return Ok(tell(Promised { target: span, clock, paused: Span::ZERO }));
        }
        let exclusions = self.exclusions_in(Window { from: Some(from), to: until });
        let (only, several);
        let mut pauses = self.pauses(end)?;
        let stops = match (pauses.next(), pauses.next()) {
            (None, _) => exclusions,
            (Some(first), None) if exclusions.is_empty() => {
                only = first;
                slice::from_ref(&only)
            }
            (first, second) => {
                let stops = exclusions.iter().copied().chain(first).chain(second).chain(pauses);
                several = Stop::disjoint(stops.collect());
                &several
            }
        };
        let clock = Clock::new(calendar, stops);
        Ok(tell(Promised { target: span, clock, paused: self.paused(objective)? }))
    }

    /// When the clock stands still for exclusions, as far as that lies in a window.
    #[inline]
    fn exclusions_in(&self, window: Window) -> &'a [Stop] {
        if self.exclusions.is_empty() {
            return &[];
        }
        let first = self.exclusions.partition_point(|stop| window.from.is_some_and(|from| stop.to <= from));
        let behind = self.exclusions.get(first..).unwrap_or_default();
        let count = behind.partition_point(|stop| window.to.is_none_or(|to| stop.from < to));
        behind.get(..count).unwrap_or_default()
    }

    /// When the clock stands still for pauses, as far as they had come by its end or by as-of.
    #[inline]
    fn pauses(&self, end: Instant) -> Early<impl Iterator<Item = Stop>> {
        let Some(pauses) = self.incident.pauses.stretches else {
            return Err(Verdict::Unknown(Unknown::Pauses(IncidentPart::Pauses)));
        };
        let as_of = self.as_of;
        Ok(pauses.iter().filter_map(move |&pause| match pause.to {
            Some(_) => Stop::of_pause(pause, as_of),
            None => Stop::of_pause(pause, end),
        }))
    }

    /// The time paused between the ends of the clock, where the export gives sums.
    #[inline]
    fn paused(&self, objective: &Objective) -> Early<Span> {
        if self.incident.pauses.sums.is_empty() {
            return Ok(Span::ZERO);
        }
        let up_to = |stage: StageId| match self.incident.pauses.sums.iter().find(|(known, _)| *known == stage)
        {
            Some((_, Some(sum))) => Ok(*sum),
            Some((_, None)) => Err(Verdict::Unknown(Unknown::Pauses(IncidentPart::PausedUpTo(stage)))),
            None => Ok(Span::ZERO),
        };
        let (before, until) = (up_to(objective.from)?, up_to(objective.to)?);
        Ok(until.minus(before).at_least_zero())
    }

    /// Where the clock stops.
    #[inline]
    pub(super) fn ending(&self, to: StageId) -> Early<Ending> {
        match self.stamp(to) {
            Stamp::At(at) => Ok(Ending { reach: Reach::At(at), at, stage: Some(to) }),
            Stamp::Unreadable => Err(Verdict::Unknown(Unknown::Unreadable(to))),
            Stamp::Absent => self.ending_without(to),
        }
    }

    /// Where the clock stops when the stage has no stamp.
    #[inline(never)]
    fn ending_without(&self, to: StageId) -> Early<Ending> {
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

    #[inline]
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

/// What a reading of the clock amounts to.
#[inline]
fn verdict_on(reading: Reading) -> Verdict {
    match reading.reach {
        Reach::Skipped => Verdict::Breached(reading),
        _ if reading.elapsed > reading.target => Verdict::Breached(reading),
        Reach::NotYet => Verdict::Pending(reading),
        Reach::At(_) | Reach::ByNextStage(_) => Verdict::Met(reading),
    }
}

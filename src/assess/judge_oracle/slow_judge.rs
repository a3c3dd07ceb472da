use super::plain::{
    Minute, PlainIncident, PlainObjective, PlainPolicy, PlainPromise, PlainStamp, PlainTarget, SEVERITIES,
};
use super::slow_minutes::SlowMinutes;
use crate::domain::SkippedStage;

/// So many minutes after the end of a clock its deadline is looked for, and a business day.
pub(super) const FURTHER: (Minute, Minute) = (3 * 24 * 60, 20 * 24 * 60);

/// A judge of one incident.
pub(super) struct SlowJudge<'a> {
    pub(super) policy: &'a PlainPolicy,
    pub(super) minutes: &'a [SlowMinutes<'a>],
    pub(super) incident: &'a PlainIncident,
    pub(super) as_of: Minute,
}

/// What is decided.
#[derive(Debug)]
pub(super) struct Ruling {
    pub(super) word: &'static str,
    /// The name of the severity that decides.
    pub(super) severity: &'static str,
    pub(super) count: Option<Count>,
}

/// What was counted, in minutes.
#[derive(Debug)]
pub(super) struct Count {
    /// The place of the target that decides.
    pub(super) target: usize,
    pub(super) from: Minute,
    /// When the stage was reached, or counts as reached.
    pub(super) reached: Option<Minute>,
    /// How many it may take; `None` where no end of it was found.
    pub(super) may: Option<i64>,
    pub(super) elapsed: i64,
    pub(super) stopped: i64,
    /// The first moment by which as much had counted, and the last by which no more had; `None` where
    /// they weren't found up to `limit`.
    pub(super) deadline: Option<Minute>,
    pub(super) last_in_time: Option<Minute>,
    pub(super) limit: Minute,
}

/// Where a clock ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Reached(Minute),
    /// Skipped, and a miss; a later stage came then.
    Missed(Minute),
    NotYet,
    /// The row doesn't tell.
    Untold,
}

/// What a clock does in a minute.
#[derive(PartialEq, Eq)]
enum Does {
    Runs,
    OutOfHours,
    Stands,
}

/// A clock of the incident: by which target, under which severity, and when it ends.
#[derive(Clone, Copy)]
pub(super) struct Running<'a> {
    pub(super) objective: &'a PlainObjective,
    pub(super) target: &'a PlainTarget,
    pub(super) severity: &'static str,
    pub(super) end: Minute,
}

impl Running<'_> {
    /// Whether it stands still in pauses.
    pub(super) fn takes_pauses(self) -> bool {
        self.objective.pauses && !matches!(self.target.promise, PlainPromise::Due)
    }
}

impl SlowJudge<'_> {
    /// The verdict under an objective.
    pub(super) fn judge(&self, objective: &PlainObjective) -> Ruling {
        let severity = SEVERITIES[self.deciding_severity(objective)].1;
        let (word, count) = match self.rule(objective, severity) {
            Ok((word, count)) => (word, Some(count)),
            Err(word) => (word, None),
        };
        Ruling { word, severity, count }
    }

    fn rule(
        &self,
        objective: &PlainObjective,
        severity: &'static str,
    ) -> Result<(&'static str, Count), &'static str> {
        let (place, from) = self.start(objective, severity)?;
        let target = &objective.targets[place];
        let end = self.end(objective.to);
        let (at, reached) = match end {
            End::Untold => return Err("unknown"),
            End::NotYet => (self.as_of, None),
            End::Missed(at) => (at, None),
            End::Reached(at) => (at, Some(at)),
        };
        if at < from {
            return Err("unknown");
        }
        let running = Running { objective, target, severity, end: at };
        let takes_pauses = running.takes_pauses();
        if takes_pauses && self.incident.pauses.is_none() {
            return Err("unknown");
        }
        let sum = if takes_pauses { self.sum(objective)? } else { 0 };
        let does = |wanted: &[Does]| {
            let minutes = (from..at).filter(|&minute| wanted.contains(&self.does(running, minute)));
            i64::try_from(minutes.count()).unwrap()
        };
        let (ran, stood) = (does(&[Does::Runs]), does(&[Does::Stands]));
        let limit = at.max(from) + FURTHER.0;
        let may = self.may_take(target, from);
        // A sum doesn't tell when it was paused: perhaps partly while the clock stood still anyway.
        let possible = (0..=sum.min(stood)).map(|anyway| sum - anyway).filter(|&rest| rest <= ran);
        let rests: Vec<i64> = possible.collect();
        let (Some(&most), Some(&least)) = (rests.first(), rests.last()) else { return Err("unknown") };
        let is_over = |elapsed: i64| may.is_some_and(|may| elapsed > may);
        if is_over(ran - most) != is_over(ran - least) && !matches!(end, End::Missed(_)) {
            return Err("unknown");
        }
        let elapsed = ran - least;
        let word = match end {
            End::Missed(_) => "breached",
            _ if is_over(elapsed) => "breached",
            End::Reached(_) => "met",
            End::NotYet | End::Untold => "pending",
        };
        let (mut deadline, mut last_in_time) = (None, None);
        if let Some(may) = may.filter(|_| word != "met") {
            let mut counted = 0;
            for minute in from..=limit {
                let runs = self.runs(running, minute);
                if counted == may + least {
                    deadline = deadline.or(Some(minute));
                    if runs {
                        last_in_time = Some(minute);
                        break;
                    }
                }
                counted += i64::from(runs);
            }
        }
        let stopped = ran + stood - elapsed;
        let count =
            Count { target: place, from, reached, may, elapsed, stopped, deadline, last_in_time, limit };
        Ok((word, count))
    }

    /// The target that decides, and when its clock starts.
    pub(super) fn start(
        &self,
        objective: &PlainObjective,
        severity: &'static str,
    ) -> Result<(usize, Minute), &'static str> {
        let opened = match self.incident.stamps[0] {
            PlainStamp::At(at) => Some(at),
            PlainStamp::Missing | PlainStamp::Unreadable => None,
        };
        let within = |from: Option<Minute>, to: Option<Minute>| match (from, to, opened) {
            (None, None, _) => Some(true),
            (.., None) => None,
            (from, to, Some(at)) => Some(from.is_none_or(|from| from <= at) && to.is_none_or(|to| at < to)),
        };
        let service = self.incident.service;
        for exclusion in self.policy.exclusions.iter().filter(|exclusion| exclusion.drops) {
            let is_meant = within(exclusion.from, exclusion.to) == Some(true);
            if is_meant && exclusion.when.fits(severity, service) {
                return Err("excluded");
            }
        }
        let mut fitting = objective.targets.iter().enumerate();
        let found = fitting.find(|(_, target)| {
            target.when.fits(severity, service) && within(target.since, target.until) != Some(false)
        });
        let (place, target) = found.ok_or("uncovered")?;
        if within(target.since, target.until).is_none() {
            return Err("unknown");
        }
        if matches!(target.promise, PlainPromise::Exempt) {
            return Err("excluded");
        }
        let from = match self.known(objective.from) {
            PlainStamp::At(at) => at,
            PlainStamp::Unreadable => return Err("unknown"),
            PlainStamp::Missing if objective.from == 0 => return Err("unknown"),
            PlainStamp::Missing if self.first_later(objective.from).is_some() => return Err("unknown"),
            PlainStamp::Missing => return Err("pending"),
        };
        // A promised time lies in the future by its nature: as-of doesn't hide it.
        match (target.promise, self.incident.due) {
            (PlainPromise::Due, PlainStamp::Missing) => Err("uncovered"),
            (PlainPromise::Due, PlainStamp::Unreadable) => Err("unknown"),
            (PlainPromise::Due, PlainStamp::At(due)) if due < from => Err("unknown"),
            _ => Ok((place, from)),
        }
    }

    /// What a stamp tells at as-of.
    fn known(&self, stage: usize) -> PlainStamp {
        match self.incident.stamps[stage] {
            PlainStamp::At(at) if at > self.as_of => PlainStamp::Missing,
            stamp => stamp,
        }
    }

    fn first_later(&self, stage: usize) -> Option<PlainStamp> {
        let later = (stage + 1..self.incident.stamps.len()).map(|stage| self.known(stage));
        later.into_iter().find(|&stamp| stamp != PlainStamp::Missing)
    }

    /// The first later stage of which is known when it was.
    fn first_later_moment(&self, stage: usize) -> Option<Minute> {
        (stage + 1..self.incident.stamps.len()).find_map(|stage| match self.known(stage) {
            PlainStamp::At(at) => Some(at),
            PlainStamp::Missing | PlainStamp::Unreadable => None,
        })
    }

    pub(super) fn end(&self, to: usize) -> End {
        match self.known(to) {
            PlainStamp::At(at) => return End::Reached(at),
            PlainStamp::Unreadable => return End::Untold,
            PlainStamp::Missing => {}
        }
        match (self.policy.skipped_stage, self.first_later(to)) {
            (_, None) => End::NotYet,
            (SkippedStage::Miss, _) => self.first_later_moment(to).map_or(End::Untold, End::Missed),
            (SkippedStage::NextStage, Some(PlainStamp::At(at))) => End::Reached(at),
            (SkippedStage::Unknown | SkippedStage::NextStage, _) => End::Untold,
        }
    }

    /// The minutes paused between the two stages, where sums tell.
    fn sum(&self, objective: &PlainObjective) -> Result<i64, &'static str> {
        let up_to = |stage: usize| match self.incident.sums.iter().find(|(known, _)| *known == stage) {
            None => Ok(0),
            Some((_, sum)) => sum.ok_or("unknown"),
        };
        Ok((up_to(objective.to)? - up_to(objective.from)?).max(0))
    }

    pub(super) fn may_take(&self, target: &PlainTarget, from: Minute) -> Option<i64> {
        match (target.promise, target.calendar, self.incident.due) {
            (PlainPromise::Within(minutes), ..) => Some(minutes),
            (PlainPromise::BusinessDays(count), Some(calendar), _) => {
                self.minutes[calendar].until_business_day(from, count, from + FURTHER.1)
            }
            (PlainPromise::Due, _, PlainStamp::At(due)) => Some(due - from),
            other => panic!("{other:?}"),
        }
    }

    /// Whether the clock runs in the minute that begins then.
    pub(super) fn runs(&self, clock: Running<'_>, minute: Minute) -> bool {
        self.does(clock, minute) == Does::Runs
    }

    fn does(&self, clock: Running<'_>, minute: Minute) -> Does {
        let Running { objective, target, severity, end } = clock;
        if let Some(calendar) = target.calendar
            && self.minutes[calendar].open_day(minute).is_none()
        {
            return Does::OutOfHours;
        }
        if matches!(target.promise, PlainPromise::Due) {
            return Does::Runs;
        }
        let is_excluded = self.policy.exclusions.iter().any(|exclusion| {
            let holds = exclusion.from.is_some_and(|from| from <= minute)
                && exclusion.to.is_some_and(|to| minute < to);
            !exclusion.drops && holds && exclusion.when.fits(severity, self.incident.service)
        });
        let is_paused = || {
            // One that never ended lasts as long as the clock; of the others is known what had been by as-of.
            let pauses = self.incident.pauses.iter().flatten();
            objective.pauses
                && minute < self.as_of
                && pauses.into_iter().any(|&(from, to)| from <= minute && minute < to.unwrap_or(end))
        };
        if is_excluded || is_paused() { Does::Stands } else { Does::Runs }
    }
}

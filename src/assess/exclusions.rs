use std::sync::Arc;

use super::decisions::{Decision, Decisions};
use super::judging::{Judging, Without};
use super::tally::Judged;
use super::{Counts, Question};
use crate::domain::{
    Condition, Excluded, Exclusion, ExclusionEffect, ExclusionIndex, FieldId, Incident, Instant, Policy,
    Reading, Span, StageId, Stamp, Stop, StopReason, Unknown, Verdict, Window,
};

/// The exclusions that are for incidents with the same fields.
#[derive(Clone, Debug, Default)]
pub(super) struct Exclusions {
    /// When their clocks stand still, one stop behind the other.
    stops: Vec<Stop>,
    /// The same, cut wherever another begins or ends, with how many hold.
    stretches: Vec<(Stop, usize)>,
    /// All of them, in the order of the policy.
    meant: Vec<ExclusionIndex>,
    /// Those that drop incidents, in the order of the policy.
    drops: Vec<ExclusionIndex>,
}

impl Exclusions {
    /// Finds them by the fields of an incident, the severity by its name in the policy.
    pub(super) fn of<'a>(policy: &Policy, field: impl Fn(FieldId) -> &'a str) -> Self {
        let mut found = Self::default();
        let mut windows = Vec::new();
        for (place, exclusion) in policy.exclusions.iter().enumerate() {
            if exclusion.when.matches(&field) {
                found.meant.push(place);
                match exclusion.effect {
                    ExclusionEffect::StopClock => windows.extend(stop(place, exclusion)),
                    ExclusionEffect::Drop => found.drops.push(place),
                }
            }
        }
        found.stretches = Stop::stretches(&windows);
        found.stops = Stop::disjoint(windows);
        found
    }

    /// The fields that decide which exclusions are meant.
    pub(super) fn deciding_fields(policy: &Policy) -> impl Iterator<Item = FieldId> {
        let conditions = policy.exclusions.iter().map(|exclusion| &exclusion.when);
        conditions.flat_map(Condition::clauses).map(|(field, _)| *field)
    }

    /// When clocks stand still, one stop behind the other.
    #[inline]
    pub(super) fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The first that drops an incident opened then.
    #[inline]
    pub(super) fn dropping(&self, policy: &Policy, opened: Stamp) -> Option<ExclusionIndex> {
        self.drops.iter().copied().find(|&place| {
            let window = policy.exclusions[place].window;
            opened.at().map_or(window.is_everything(), |opened| window.contains(opened))
        })
    }

    /// Those that alone make a clock stand still at some time from one moment to another: another
    /// takes the place of the rest.
    pub(super) fn around(&self, from: Instant, to: Instant) -> Vec<ExclusionIndex> {
        let first = self.stretches.partition_point(|(stop, _)| stop.to <= from);
        let near = self.stretches.iter().skip(first).take_while(|(stop, _)| stop.from < to);
        let alone = near.filter(|(_, count)| *count == 1).filter_map(|(stop, _)| match stop.why {
            StopReason::Exclusion(place) => Some(place),
            StopReason::Pause => None,
        });
        let mut places: Vec<ExclusionIndex> = alone.collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Those that are for these incidents, in the order of the policy.
    pub(super) fn meant(&self) -> &[ExclusionIndex] {
        &self.meant
    }

    /// Whether an exclusion, by its place in the policy, is for these incidents.
    pub(super) fn has(&self, place: ExclusionIndex) -> bool {
        self.meant.contains(&place)
    }

    /// Whether any drops incidents.
    pub(super) fn may_drop(&self) -> bool {
        !self.drops.is_empty()
    }

    /// Whether any makes a clock stand still at some time from one moment to another.
    #[inline]
    pub(super) fn hold(&self, from: Instant, to: Instant) -> bool {
        let first = self.stops.partition_point(|stop| stop.to <= from);
        self.stops.get(first).is_some_and(|stop| stop.from < to)
    }

    /// All but one of them: what it stops alone is stopped no more.
    pub(super) fn without(&self, place: ExclusionIndex) -> Self {
        let gone = |stop: &Stop, count: usize| count == 1 && stop.why == StopReason::Exclusion(place);
        let kept = self.stretches.iter().filter(|(stop, count)| !gone(stop, *count));
        Self {
            stops: kept.map(|(stop, _)| *stop).collect(),
            stretches: Vec::new(),
            meant: Vec::new(),
            drops: self.drops.iter().copied().filter(|&other| other != place).collect(),
        }
    }
}

fn stop(place: ExclusionIndex, exclusion: &Exclusion) -> Option<Stop> {
    let (from, to) = (exclusion.window.from?, exclusion.window.to?);
    (from < to).then_some(Stop { from, to, why: StopReason::Exclusion(place) })
}

/// What exclusions did to the verdicts under one objective.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExclusionEffects {
    /// The incidents it did something to: the verdicts they have.
    pub with: Counts,
    /// The verdicts that they would have without it.
    pub without: Counts,
    /// The time by which clocks ran less.
    pub stopped: Span,
}

impl ExclusionEffects {
    /// Whether it did something to an incident with these verdicts.
    pub(super) fn moved(with: &Verdict, without: &Verdict) -> bool {
        let said = |verdict: &Verdict| {
            (verdict.word(), verdict.reading().map(|reading| (reading.elapsed, reading.target)))
        };
        said(with) != said(without)
    }

    /// How many incidents have no verdict for it.
    #[must_use]
    pub const fn dropped(&self) -> u64 {
        self.with.excluded.saturating_sub(self.without.excluded)
    }

    /// Adds one incident that it did something to.
    pub(super) fn add(&mut self, with: &Verdict, without: &Verdict) {
        self.with.add(with);
        self.without.add(without);
        if let (Some(with), Some(without)) = (with.reading(), without.reading()) {
            self.stopped = self.stopped.plus(without.elapsed.minus(with.elapsed).at_least_zero());
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.with.merge(&other.with);
        self.without.merge(&other.without);
        self.stopped = self.stopped.plus(other.stopped);
    }
}

/// What all exclusions did, as it is counted.
#[derive(Debug)]
pub(super) struct ExclusionTally {
    /// By exclusion: how many incidents it did something to, and by objective what it did.
    pub(super) each: Vec<(u64, Vec<ExclusionEffects>)>,
    /// By objective: what all of them did together.
    pub(super) all: Vec<ExclusionEffects>,
}

impl ExclusionTally {
    pub(super) fn new(policy: &Policy) -> Self {
        let none = || vec![ExclusionEffects::default(); policy.objectives.len()];
        Self { each: policy.exclusions.iter().map(|_| (0, none())).collect(), all: none() }
    }

    /// Counts what each exclusion did to the verdicts, and what all of them did: by judging again
    /// without them. The decision about the incident has the number `known`.
    pub(super) fn count(
        &mut self,
        question: &Question<'_>,
        decisions: &mut Decisions,
        incident: &Incident<'_>,
        known: usize,
        judged: &Judged,
    ) {
        let mut moved: Vec<ExclusionIndex> = Vec::new();
        for (objective, verdict) in judged.verdicts.iter().enumerate() {
            let judging = Judging::new(question, incident, objective);
            let decision = decisions.at(known);
            let places = match verdict {
                Verdict::Excluded(Excluded::Dropped(place)) => Some(vec![*place]),
                // Where a clock stood still, or where it can't be told how a pause and an exclusion overlap.
                Verdict::Unknown(Unknown::Pauses(_)) => {
                    Self::near(decision, incident, question, &judging, verdict)
                }
                // Or where another severity might have decided.
                _ => match verdict.reading() {
                    Some(reading) if reading.stopped > Span::ZERO || incident.severities.len() > 1 => {
                        Self::near(decision, incident, question, &judging, verdict)
                    }
                    _ => None,
                },
            };
            let Some(places) = places else { continue };
            let decision = &Arc::clone(decision);
            for place in places {
                let without = judging.without(Without::One(place)).verdict(decisions, decision);
                if ExclusionEffects::moved(verdict, &without) {
                    self.each[place].1[objective].add(verdict, &without);
                    moved.push(place);
                }
            }
            let without = judging.without(Without::All).verdict(decisions, decision);
            if ExclusionEffects::moved(verdict, &without) {
                self.all[objective].add(verdict, &without);
            }
        }
        moved.sort_unstable();
        moved.dedup();
        for place in moved {
            self.each[place].0 += 1;
        }
    }

    /// The exclusions that may matter to the incident's clock, whatever its severity; `None` where none
    /// holds at any time of it.
    fn near(
        decision: &Decision,
        incident: &Incident<'_>,
        question: &Question<'_>,
        judging: &Judging<'_>,
        verdict: &Verdict,
    ) -> Option<Vec<ExclusionIndex>> {
        let opened = incident.stamp(StageId::OPENED).at()?;
        if incident.severities.len() < 2 {
            let end = verdict.reading().and_then(Reading::reached).unwrap_or_else(|| judging.end());
            return decision.exclusions.hold(opened, end).then(|| decision.exclusions.around(opened, end));
        }
        let exclusions = question.policy.exclusions.iter().enumerate();
        let holds = |window: Window| {
            window.from.is_none_or(|from| from < judging.end()) && window.to.is_none_or(|to| to > opened)
        };
        let stops =
            exclusions.filter(|(_, one)| one.effect == ExclusionEffect::StopClock && holds(one.window));
        let places: Vec<ExclusionIndex> = stops.map(|(place, _)| place).collect();
        (!places.is_empty()).then_some(places)
    }

    pub(super) fn merge(&mut self, other: &Self) {
        let merge = |ours: &mut Vec<ExclusionEffects>, theirs: &[ExclusionEffects]| {
            ours.iter_mut().zip(theirs).for_each(|(ours, theirs)| ours.merge(theirs));
        };
        for ((count, effects), (more, theirs)) in self.each.iter_mut().zip(&other.each) {
            *count += more;
            merge(effects, theirs);
        }
        merge(&mut self.all, &other.all);
    }
}

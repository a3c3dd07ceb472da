use std::sync::Arc;

use super::Question;
use super::choice::Choice;
use super::decisions::{Decision, Decisions};
use super::exclusions::Exclusions;
use super::first_breach::{Turn, first_breached};
use super::judge::Case;
use crate::domain::{
    Excluded, FieldId, Incident, Instant, Objective, ObjectiveIndex, Segment, SeverityAt, Span, StageId,
    Stop, Uncovered, Unknown, Verdict,
};

/// The judging of one incident under one objective.
#[derive(Clone, Copy)]
pub(super) struct Judging<'a> {
    question: &'a Question<'a>,
    incident: &'a Incident<'a>,
    place: ObjectiveIndex,
    as_of: Instant,
}

impl<'a> Judging<'a> {
    /// The judging of an incident under the objective at this place.
    pub(super) fn new(question: &'a Question<'a>, incident: &'a Incident<'a>, place: ObjectiveIndex) -> Self {
        Self { question, incident, place, as_of: question.as_of }
    }

    /// The verdict, and the place of the target that decided it.
    pub(super) fn by(&self, decision: &Decision) -> (Verdict, usize) {
        self.with(decision, &decision.exclusions)
    }

    /// The same, with other exclusions.
    pub(super) fn with(&self, decision: &Decision, exclusions: &Exclusions) -> (Verdict, usize) {
        let opened = self.incident.stamp(StageId::OPENED);
        if let Some(place) = exclusions.dropping(self.question.policy, opened) {
            return (Verdict::Excluded(Excluded::Dropped(place)), 0);
        }
        let objective = self.objective();
        match decision.candidates[self.place].choose(objective, opened) {
            Choice::Target(place) => {
                (self.case(exclusions).judge(objective, &objective.targets[place]), place)
            }
            Choice::None => (Verdict::Uncovered(Uncovered::NoTarget), 0),
            Choice::Undecidable => (Verdict::Unknown(Unknown::Unreadable(StageId::OPENED)), 0),
        }
    }

    /// The first and the last moment by which just as much time has counted as the target at this
    /// place gives; the last moment that there is where the clock can't be read.
    pub(super) fn deadline(&self, decision: &Decision, target: usize) -> (Instant, Instant) {
        let objective = self.objective();
        let deadline = self.case(&decision.exclusions).deadline(objective, &objective.targets[target]);
        deadline.unwrap_or((Instant::LAST, Instant::LAST))
    }

    /// What the clock does by a target, stretch by stretch, and the time paused that is known as a
    /// sum only; `None` where it can't be read.
    pub(super) fn segments(&self, decision: &Decision, target: usize) -> Option<(Vec<Segment>, Span)> {
        let objective = self.objective();
        self.case(&decision.exclusions).segments(objective, &objective.targets[target])
    }

    /// What decides where the severity changed and another counts than the one it was opened with;
    /// `None` where that is the incident's field.
    pub(super) fn by_severity(&self, decisions: &mut Decisions) -> Option<Arc<Decision>> {
        if self.incident.severities.len() < 2 {
            return None;
        }
        match self.question.policy.clock.severity_at {
            SeverityAt::Opened => None,
            SeverityAt::Highest => self.by_highest(decisions),
            SeverityAt::Breach => self.by_first_breached(decisions),
        }
    }

    fn by_highest(&self, decisions: &mut Decisions) -> Option<Arc<Decision>> {
        let rank = |text: &str| self.question.policy.severities.rank(text).unwrap_or(usize::MAX);
        let end = self.end();
        let until = self.incident.severities.iter().take_while(|&&(at, _)| at <= end);
        let &(_, text) = until.min_by_key(|&&(_, text)| rank(text))?;
        Some(self.decision(decisions, text))
    }

    /// Each severity in turn, as long as it was in force: time only grows, so that the first under
    /// which it was used up when the severity ended is the first under which it ran out.
    fn by_first_breached(&self, decisions: &mut Decisions) -> Option<Arc<Decision>> {
        let severities = self.incident.severities;
        let end = self.end();
        let later = severities.iter().skip(1).take_while(|&&(from, _)| from <= end).count();
        let in_force = severities.get(..=later)?;
        let by: Vec<_> = in_force.iter().map(|&(_, text)| self.decision(decisions, text)).collect();
        let nexts = severities.iter().skip(1).map(|&(next, _)| next.min(self.as_of));
        let untils = nexts.chain([self.as_of]);
        let turns = by.iter().zip(untils);
        let turns: Vec<_> =
            turns.map(|(decision, until)| Turn { rule: self.rule(decision), until }).collect();
        let stamps: Vec<Instant> = self.incident.stamps.iter().filter_map(|stamp| stamp.at()).collect();
        let first = first_breached(&turns, &stamps, |place| {
            let judging = Self { as_of: turns[place].until, ..*self };
            matches!(judging.by(&by[place]).0, Verdict::Breached(_))
        });
        by.get(first.unwrap_or(later)).cloned()
    }

    /// What a verdict hangs on besides the incident and as-of: the place of the target, and when
    /// clocks stand still. `None` where there is no clock.
    fn rule<'d>(&self, decision: &'d Decision) -> Option<(usize, &'d [Stop])> {
        let opened = self.incident.stamp(StageId::OPENED);
        let exclusions = &decision.exclusions;
        if exclusions.dropping(self.question.policy, opened).is_some() {
            return None;
        }
        match decision.candidates[self.place].choose(self.objective(), opened) {
            Choice::Target(place) => Some((place, exclusions.stops())),
            Choice::None | Choice::Undecidable => None,
        }
    }

    /// The end of the clock: when the stage was reached, else as-of.
    fn end(&self) -> Instant {
        let ending = self.case(&Exclusions::default()).ending(self.objective().to);
        ending.map_or(self.as_of, |ending| ending.at)
    }

    /// What the incident's fields lead to with this severity, as the export writes it.
    fn decision(&self, decisions: &mut Decisions, severity: &'a str) -> Arc<Decision> {
        let mut fields = self.incident.fields.to_vec();
        if let Some(field) = fields.get_mut(FieldId::SEVERITY.index()) {
            *field = Some(severity);
        }
        let Question { policy, filter, .. } = self.question;
        decisions.of(policy, filter, &Incident { fields: &fields, ..*self.incident })
    }

    fn case<'e>(&'e self, exclusions: &'e Exclusions) -> Case<'e> {
        Case {
            policy: self.question.policy,
            incident: self.incident,
            as_of: self.as_of,
            exclusions: exclusions.stops(),
        }
    }

    fn objective(&self) -> &'a Objective {
        &self.question.policy.objectives[self.place]
    }
}

#[cfg(test)]
mod tests;

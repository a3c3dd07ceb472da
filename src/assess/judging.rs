use std::sync::Arc;

use super::Question;
use super::choice::Choice;
use super::decisions::{Decision, Decisions};
use super::exclusions::Exclusions;
use super::judge::Case;
use crate::domain::{
    Excluded, FieldId, Incident, Instant, Objective, ObjectiveIndex, Segment, SeverityAt, Span, StageId,
    Uncovered, Unknown, Verdict,
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
        let mut last = None;
        for (place, &(from, text)) in severities.iter().enumerate() {
            if last.is_some() && from > end {
                break;
            }
            let decision = self.decision(decisions, text);
            let until = severities.get(place + 1).map_or(end, |&(next, _)| next.min(end));
            let has_run_out = self.has_run_out(&decision, (end, until));
            last = Some(decision);
            if has_run_out {
                break;
            }
        }
        last
    }

    /// Whether the time was used up by a moment, on a clock that ends at `end`. Not what the verdict
    /// would have been then: a stage that came later may be stamped already.
    fn has_run_out(&self, decision: &Decision, (end, by): (Instant, Instant)) -> bool {
        let opened = self.incident.stamp(StageId::OPENED);
        if decision.exclusions.dropping(self.question.policy, opened).is_some() {
            return false;
        }
        let objective = self.objective();
        match decision.candidates[self.place].choose(objective, opened) {
            Choice::Target(place) => {
                let target = &objective.targets[place];
                self.case(&decision.exclusions).has_run_out(objective, target, (end, by))
            }
            Choice::None | Choice::Undecidable => false,
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

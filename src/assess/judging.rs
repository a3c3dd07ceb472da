use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::Question;
use super::choice::Choice;
use super::decisions::{Decision, Decisions};
use super::exclusions::Exclusions;
use super::judge::Case;
use crate::domain::{
    Excluded, ExclusionIndex, FieldId, FieldTexts, Incident, Instant, Objective, ObjectiveIndex, Segment,
    SeverityAt, Span, StageId, Uncovered, Unknown, Verdict,
};

/// The judging of one incident under one objective.
#[derive(Clone, Copy)]
pub(super) struct Judging<'a> {
    question: &'a Question<'a>,
    incident: &'a Incident<'a>,
    place: ObjectiveIndex,
    without: Without,
}

/// Which exclusions are left out, to see what they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Without {
    None,
    One(ExclusionIndex),
    All,
}

impl<'a> Judging<'a> {
    /// The judging of an incident under the objective at this place.
    #[inline]
    pub(super) fn new(question: &'a Question<'a>, incident: &'a Incident<'a>, place: ObjectiveIndex) -> Self {
        Self { question, incident, place, without: Without::None }
    }

    /// The same with some exclusions left out.
    pub(super) fn without(self, without: Without) -> Self {
        Self { without, ..self }
    }

    /// The verdict by the severity that decides.
    pub(super) fn verdict(&self, decisions: &mut Decisions, decision: &Decision) -> Verdict {
        let otherwise = self.by_severity(decisions);
        self.by(otherwise.as_deref().unwrap_or(decision)).0
    }

    /// The verdict, and the place of the target that decided it.
    pub(super) fn by(&self, decision: &Decision) -> (Verdict, usize) {
        let mut verdict = Verdict::NotStarted;
        let target = self.put(decision, &mut verdict);
        (verdict, target)
    }

    /// Puts down the verdict; gives the place of the target that decided it.
    #[inline]
    pub(super) fn put(&self, decision: &Decision, verdict: &mut Verdict) -> usize {
        match self.without {
            Without::None => self.put_by(decision, &decision.exclusions, verdict),
            Without::One(_) | Without::All => self.put_without(decision, verdict),
        }
    }

    #[inline(never)]
    fn put_without(&self, decision: &Decision, verdict: &mut Verdict) -> usize {
        self.put_by(decision, &self.exclusions(decision), verdict)
    }

    #[inline]
    fn put_by(&self, decision: &Decision, exclusions: &Exclusions, verdict: &mut Verdict) -> usize {
        let opened = self.incident.stamp(StageId::OPENED);
        if let Some(place) = exclusions.dropping(self.question.policy, opened) {
            *verdict = Verdict::Excluded(Excluded::Dropped(place));
            return 0;
        }
        let objective = self.objective();
        match decision.candidates[self.place].choose(objective, opened) {
            Choice::Target(place) => {
                self.case(exclusions).judge(objective, &objective.targets[place], verdict);
                return place;
            }
            Choice::None => *verdict = Verdict::Uncovered(Uncovered::NoTarget),
            Choice::Undecidable => *verdict = Verdict::Unknown(Unknown::Unreadable(StageId::OPENED)),
        }
        0
    }

    /// The first and the last moment by which just as much time has counted as the target at this
    /// place gives; the last moment that there is where the clock can't be read.
    pub(super) fn deadline(&self, decision: &Decision, target: usize) -> (Instant, Instant) {
        let objective = self.objective();
        let deadline =
            self.case(&decision.exclusions).deadline(objective, &objective.targets[target], self.end());
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

    /// Each severity in turn, as long as it was in force: the first by whose end more time had counted
    /// than its target gives, else the one at the end of the clock.
    fn by_first_breached(&self, decisions: &mut Decisions) -> Option<Arc<Decision>> {
        let end = self.end();
        let severities = self.incident.severities;
        // Of each severity once: what decides, and the last moment that is in time.
        let mut known: HashMap<&str, (Arc<Decision>, Option<Instant>)> = HashMap::new();
        let mut last = None;
        for (place, &(from, text)) in severities.iter().enumerate() {
            if last.is_some() && from > end {
                break;
            }
            let (decision, in_time) = known.entry(text).or_insert_with(|| {
                let decision = self.decision(decisions, text);
                let in_time = self.last_in_time(&decision);
                (decision, in_time)
            });
            let until = severities.get(place + 1).map_or(end, |&(next, _)| next.min(end));
            if in_time.is_some_and(|in_time| until > in_time) {
                return Some(Arc::clone(decision));
            }
            last = Some(Arc::clone(decision));
        }
        last
    }

    /// The last moment that is in time by what decides; `None` where there is no clock.
    fn last_in_time(&self, decision: &Decision) -> Option<Instant> {
        let exclusions = self.exclusions(decision);
        let opened = self.incident.stamp(StageId::OPENED);
        if exclusions.dropping(self.question.policy, opened).is_some() {
            return None;
        }
        let objective = self.objective();
        match decision.candidates[self.place].choose(objective, opened) {
            Choice::Target(place) => self
                .case(&exclusions)
                .deadline(objective, &objective.targets[place], self.end())
                .ok()
                .map(|(_, last)| last),
            Choice::None | Choice::Undecidable => None,
        }
    }

    fn exclusions<'d>(&self, decision: &'d Decision) -> Cow<'d, Exclusions> {
        match self.without {
            Without::None => Cow::Borrowed(&decision.exclusions),
            Without::One(place) => Cow::Owned(decision.exclusions.without(place)),
            Without::All => Cow::Owned(Exclusions::default()),
        }
    }

    /// The end of the clock: when the stage was reached, else as-of.
    pub(super) fn end(&self) -> Instant {
        let ending = self.case(&Exclusions::default()).ending(self.objective().to);
        ending.map_or(self.question.as_of, |ending| ending.at)
    }

    /// What the incident's fields lead to with this severity, as the export writes it.
    fn decision(&self, decisions: &mut Decisions, severity: &'a str) -> Arc<Decision> {
        let fields = WithSeverity { fields: self.incident.fields, severity };
        let Question { policy, filter, .. } = self.question;
        decisions.of(policy, filter, &Incident { fields: &fields, ..*self.incident })
    }

    #[inline]
    fn case<'e>(&'e self, exclusions: &'e Exclusions) -> Case<'e> {
        Case {
            policy: self.question.policy,
            incident: self.incident,
            as_of: self.question.as_of,
            exclusions: exclusions.stops(),
        }
    }

    #[inline]
    fn objective(&self) -> &'a Objective {
        &self.question.policy.objectives[self.place]
    }
}

/// The fields of an incident, with another severity.
struct WithSeverity<'a> {
    fields: &'a dyn FieldTexts,
    severity: &'a str,
}

impl FieldTexts for WithSeverity<'_> {
    fn text(&self, field: FieldId) -> Option<&str> {
        if field == FieldId::SEVERITY { Some(self.severity) } else { self.fields.text(field) }
    }
}

#[cfg(test)]
mod tests;

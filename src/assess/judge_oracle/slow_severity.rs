use super::plain::{Minute, PlainObjective};
use super::slow_judge::{End, Running, SlowJudge};
use crate::domain::SeverityAt;

impl SlowJudge<'_> {
    /// The severity that decides, by its place among all.
    pub(super) fn deciding_severity(&self, objective: &PlainObjective) -> usize {
        let severities = &self.incident.severities;
        let end = match self.end(objective.to) {
            End::Reached(at) | End::Missed(at) => at,
            End::NotYet | End::Untold => self.as_of,
        };
        let had = || severities.iter().filter(|(from, _)| *from <= end).map(|&(_, severity)| severity);
        let decides = match self.policy.severity_at {
            SeverityAt::Opened => None,
            SeverityAt::Highest => had().min(),
            SeverityAt::Breach => self.time_ran_out_under(objective, end).or(had().next_back()),
        };
        decides.unwrap_or(severities[0].1)
    }

    /// The severity under which the time ran out first: the one in force in the first minute by whose end
    /// more had counted than might.
    fn time_ran_out_under(&self, objective: &PlainObjective, end: Minute) -> Option<usize> {
        let severities = &self.incident.severities;
        severities.iter().enumerate().find_map(|(place, &(since, severity))| {
            let until = severities.get(place + 1).map_or(end, |&(next, _)| next.min(end));
            self.runs_out(objective, severity, (since, until), end).then_some(severity)
        })
    }

    /// Whether the time is over in a minute between two, by what this severity gives from the beginning.
    fn runs_out(
        &self,
        objective: &PlainObjective,
        severity: usize,
        (since, until): (Minute, Minute),
        end: Minute,
    ) -> bool {
        let severity = super::plain::SEVERITIES[severity].1;
        let Ok((place, from)) = self.start(objective, severity) else { return false };
        let target = &objective.targets[place];
        let running = Running { objective, target, severity, end };
        if running.takes_pauses() && self.incident.pauses.is_none() {
            return false;
        }
        let Some(may) = self.may_take(target, from) else { return false };
        let mut counted = 0;
        (from..until).any(|minute| {
            counted += i64::from(self.runs(running, minute));
            minute >= since && counted > may
        })
    }
}

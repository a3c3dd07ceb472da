use std::ops::Range;

use crate::assess::PolicySpot;
use crate::diagnostic::line_span;
use crate::domain::{FieldId, Policy, Rows};
use crate::policy_file::{PolicyPlaces, Step};
use crate::render::policy_findings::PolicyText;

/// Where the parts of a policy stand in its text.
pub(super) struct Spots<'a> {
    policy: &'a Policy,
    text: &'a str,
    places: PolicyPlaces,
}

impl<'a> Spots<'a> {
    pub(super) fn new(policy: &'a Policy, text: &'a str) -> Self {
        Self { policy, text, places: PolicyPlaces::new(&policy.path, text) }
    }

    /// The way to a part through the file.
    fn steps(&self, spot: PolicySpot) -> Vec<Step<'a>> {
        use Step::{Item, Key};
        let policy = self.policy;
        let objective = |place: usize| policy.objectives.get(place).map_or("", |objective| &objective.id);
        let calendar = |place: usize| policy.calendars.get(place).map_or("", |calendar| &calendar.id);
        let rows = |key: &'static str| vec![Key("source"), Key("rows"), Key(key)];
        let events = match &policy.mapping.rows {
            Rows::Events(events) => Some(events),
            Rows::One | Rows::Snapshots { .. } | Rows::Pairs(_) => None,
        };
        match spot {
            PolicySpot::Reaching(place) => {
                let stage = events.and_then(|events| events.stages.get(place));
                let name = stage.map_or("", |(stage, _)| policy.stages.name(*stage));
                [rows("stages"), vec![Key(name)]].concat()
            }
            PolicySpot::PauseBegin(place) | PolicySpot::PauseEnd(place) => {
                let pause = events.and_then(|events| events.pauses.get(place));
                [rows("pauses"), vec![Key(pause.map_or("", |(begin, _)| begin))]].concat()
            }
            PolicySpot::Reopens => rows("reopens"),
            PolicySpot::Severities => vec![Key("severities")],
            PolicySpot::Severity(place) => vec![Key("severities"), Item(place)],
            PolicySpot::Objective(place) => vec![Key("objectives"), Key(objective(place))],
            PolicySpot::Goal(place) => vec![Key("objectives"), Key(objective(place)), Key("goal")],
            PolicySpot::Target(place, target) => {
                vec![Key("objectives"), Key(objective(place)), Key("targets"), Item(target)]
            }
            PolicySpot::Calendar(place) => vec![Key("calendars"), Key(calendar(place))],
            PolicySpot::Holidays(place, _) => vec![Key("calendars"), Key(calendar(place)), Key("holidays")],
            PolicySpot::Exclusion(place) => vec![Key("exclusions"), Item(place)],
            PolicySpot::Teams => vec![Key("teams")],
            PolicySpot::Team(place) => {
                vec![Key("teams"), Key(policy.teams.get(place).map_or("", |team| &team.id))]
            }
        }
    }

    /// The line of a part that isn't found in the file as it should be.
    fn line(&self, spot: PolicySpot) -> usize {
        let policy = self.policy;
        let line = match spot {
            PolicySpot::Severities
            | PolicySpot::Severity(_)
            | PolicySpot::Teams
            | PolicySpot::Team(_)
            | PolicySpot::Reaching(_)
            | PolicySpot::PauseBegin(_)
            | PolicySpot::PauseEnd(_)
            | PolicySpot::Reopens => None,
            PolicySpot::Objective(place) | PolicySpot::Goal(place) => {
                policy.objectives.get(place).map(|objective| objective.line)
            }
            PolicySpot::Target(place, target) => policy
                .objectives
                .get(place)
                .and_then(|objective| objective.targets.get(target))
                .map(|one| one.line),
            PolicySpot::Calendar(place) | PolicySpot::Holidays(place, _) => {
                policy.calendars.get(place).map(|calendar| calendar.line)
            }
            PolicySpot::Exclusion(place) => policy.exclusions.get(place).map(|exclusion| exclusion.line),
        };
        line.unwrap_or(1)
    }
}

impl PolicyText for Spots<'_> {
    fn of(&self, spot: PolicySpot) -> Range<usize> {
        let steps = self.steps(spot);
        let named = match spot {
            PolicySpot::Holidays(calendar, source) => {
                let calendar = self.policy.calendars.get(calendar);
                let source = calendar.and_then(|calendar| calendar.holidays.sources().get(source));
                source.and_then(|source| self.places.of_text(&steps, &source.name))
            }
            // The tables are `[teams.ID]`: their common key stands in none of them for itself.
            PolicySpot::Teams => self
                .policy
                .teams
                .first()
                .and_then(|first| self.places.of(&[Step::Key("teams"), Step::Key(&first.id)])),
            // A stage may be named in the file by another of its names.
            PolicySpot::Reaching(_)
            | PolicySpot::PauseBegin(_)
            | PolicySpot::PauseEnd(_)
            | PolicySpot::Reopens => {
                self.places.of(&steps).or_else(|| self.places.of(&[Step::Key("source"), Step::Key("rows")]))
            }
            _ => None,
        };
        named.or_else(|| self.places.of(&steps)).unwrap_or_else(|| line_span(self.text, self.line(spot)))
    }

    fn of_pattern(&self, spot: PolicySpot, field: FieldId, pattern: &str) -> Range<usize> {
        let mut steps = self.steps(spot);
        if matches!(spot, PolicySpot::Severity(_)) {
            steps.push(Step::Key("values"));
        } else {
            steps.extend([Step::Key("when"), Step::Key(self.policy.fields.name(field))]);
        }
        self.places.of_text(&steps, pattern).unwrap_or_else(|| self.of(spot))
    }

    fn of_activity(&self, spot: PolicySpot, activity: &str) -> Range<usize> {
        let mut steps = self.steps(spot);
        let listed = self.places.of_text(&steps, activity);
        // As in `{ any = ["a", "b"], take = "last" }`.
        let listed = listed.or_else(|| {
            steps.push(Step::Key("any"));
            self.places.of_text(&steps, activity)
        });
        let listed = listed.filter(|_| !matches!(spot, PolicySpot::PauseBegin(_)));
        listed.unwrap_or_else(|| self.of(spot))
    }
}

use super::super::columns::{EventCells, StageCells};
use super::super::course::{Course, ReachedStage};
use super::super::plan::Plan;
use super::event::Event;
use super::history::History;
use super::meanings::{Meaning, Meanings};
use super::texts::Texts;
use crate::domain::{IncidentPart, Instant, NoteKind, Pause, PauseEnd, Reopen, StageId, Stamp, StampNote};

/// Tells the courses of incidents from their events.
pub(super) struct Telling<'a> {
    plan: &'a Plan<'a>,
    columns: EventCells,
    meanings: &'a Meanings<'a>,
    /// What each activity means, by its place among the texts.
    by_place: Vec<&'a Meaning>,
    activities: &'a Texts,
    severities: &'a Texts,
    as_of: Instant,
}

/// The events of one incident that had happened by as-of, in order.
struct Past<'h> {
    telling: &'h Telling<'h>,
    history: &'h History,
    events: &'h [Event],
}

impl<'a> Telling<'a> {
    /// Tells of what had happened by `as_of`.
    pub(super) fn new(
        plan: &'a Plan<'a>,
        columns: EventCells,
        meanings: &'a Meanings<'a>,
        (activities, severities): (&'a Texts, &'a Texts),
        as_of: Instant,
    ) -> Self {
        let by_place = activities.iter().map(|activity| meanings.of_activity(activity)).collect();
        Self { plan, columns, meanings, by_place, activities, severities, as_of }
    }

    /// The course of an incident, whose events are in order.
    pub(super) fn course<'h>(&'h self, history: &'h History) -> Course<'h> {
        let past = Past { telling: self, history, events: history.until(self.as_of) };
        let mut notes = Vec::new();
        let stages = self.meanings.rows.stages.iter().map(|&(stage, _)| stage);
        let implied = self.opened_by_first_event().then_some(StageId::OPENED);
        let stages = stages.chain(implied).map(|stage| past.stage(stage, &mut notes)).collect();
        let pauses = past.pauses(&mut notes);
        Course { stages, pauses, severities: past.severities(), notes }
    }

    /// Whether nothing else says what opens an incident.
    fn opened_by_first_event(&self) -> bool {
        let by_column = self.plan.columns.stages.get(StageId::OPENED.index());
        let by_activity = self.meanings.rows.stages.iter().any(|&(stage, _)| stage == StageId::OPENED);
        !by_activity && by_column.is_none_or(|cells| *cells == StageCells::None)
    }

    fn meaning(&self, activity: u32) -> &Meaning {
        self.by_place[activity as usize]
    }

    fn note(&self, part: IncidentPart, column: usize, value: &str, kind: NoteKind) -> StampNote {
        StampNote { part, column: self.plan.column(column).to_owned(), value: value.to_owned(), kind }
    }
}

impl<'h> Past<'h> {
    fn meaning(&self, event: &Event) -> &Meaning {
        self.telling.meaning(event.activity)
    }

    /// Whether something happened, at a time that can't be read, that means this.
    fn untimed(&self, means: impl Fn(&Meaning) -> bool) -> bool {
        self.history.untimed.iter().any(|&activity| means(self.telling.meaning(activity)))
    }

    fn stage(&self, stage: StageId, notes: &mut Vec<StampNote>) -> ReachedStage<'h> {
        let event = if stage == StageId::OPENED { self.opened() } else { self.reached(stage) };
        let (stamp, written) = match event {
            Err(Untimed) => (Stamp::Unreadable, ""),
            Ok(None) => (Stamp::Absent, ""),
            Ok(Some(event)) => (Stamp::At(event.at), self.history.written(event)),
        };
        if let Ok(Some(Event { shift: Some(shift), .. })) = event {
            let part = IncidentPart::Stage(stage);
            notes.push(self.telling.note(part, self.telling.columns.at, written, shift.note()));
        }
        ReachedStage { stage, stamp, written }
    }

    /// The event that opened the incident. One beyond as-of counts too, as the incident is then one
    /// that was opened later.
    fn opened(&self) -> Result<Option<&'h Event>, Untimed> {
        let all = &self.history.events;
        if self.untimed(|meaning| meaning.stages.contains(&StageId::OPENED)) {
            return Err(Untimed);
        }
        let Some(first) = all.first() else { return Err(Untimed) };
        if self.telling.opened_by_first_event() {
            return Ok(Some(first));
        }
        let named = all.iter().find(|event| self.meaning(event).stages.contains(&StageId::OPENED));
        Ok(named.or_else(|| self.events.is_empty().then_some(first)))
    }

    /// The event that reached a stage: the first of its activities, and of those of a resolution
    /// the last that was not taken back, unless the first resolution stops the clock for good.
    fn reached(&self, stage: StageId) -> Result<Option<&'h Event>, Untimed> {
        let reaches = |event: &&Event| self.meaning(event).stages.contains(&stage);
        if self.untimed(|meaning| meaning.stages.contains(&stage)) {
            return Err(Untimed);
        }
        let policy = self.telling.plan.policy;
        if policy.clock.reopen == Reopen::FirstResolution || !policy.stages.is_resolution(stage) {
            return Ok(self.events.iter().find(reaches));
        }
        let Some(last) = self.events.iter().rfind(reaches) else { return Ok(None) };
        if self.untimed(|meaning| meaning.reopens) {
            return Err(Untimed);
        }
        let reopened = self.events.iter().rfind(|event| self.meaning(event).reopens);
        let is_taken_back = reopened.is_some_and(|reopened| reopened.order() > last.order());
        Ok((!is_taken_back).then_some(last))
    }

    /// The pauses that events began; `None` where one of them stands at a time that can't be read.
    fn pauses(&self, notes: &mut Vec<StampNote>) -> Option<Vec<Pause>> {
        let mut pauses = Vec::new();
        if self.telling.meanings.rows.pauses.is_empty() {
            return Some(pauses);
        }
        if self.untimed(|meaning| meaning.pause.is_some()) {
            return None;
        }
        for (place, event) in self.events.iter().enumerate() {
            let Some(pause) = self.meaning(event).pause else { continue };
            let ends = |meaning: &Meaning| match self.telling.meanings.rows.pauses[pause].1 {
                PauseEnd::Next => true,
                PauseEnd::Activities(_) => meaning.ends.contains(&pause),
            };
            if self.untimed(ends) {
                return None;
            }
            let end = self.events[place + 1..].iter().find(|event| ends(self.meaning(event)));
            if end.is_some_and(|end| end.at == event.at) {
                continue;
            }
            for event in [Some(event), end].into_iter().flatten() {
                if let Some(shift) = event.shift {
                    let (column, written) = (self.telling.columns.at, self.history.written(event));
                    notes.push(self.telling.note(IncidentPart::Pauses, column, written, shift.note()));
                }
            }
            if end.is_none() {
                let (column, activity) =
                    (self.telling.columns.activity, self.telling.activities.get(event.activity));
                notes.push(self.telling.note(IncidentPart::Pauses, column, activity, NoteKind::NeverEnded));
            }
            pauses.push(Pause { from: event.at, to: end.map(|end| end.at) });
        }
        Some(pauses)
    }

    /// The severities in turn, each from when it came.
    fn severities(&self) -> Vec<(Instant, &'h str)> {
        let told = self.events.iter().filter(|event| event.severity > 0);
        let mut changes: Vec<&Event> = told.collect();
        changes.dedup_by_key(|event| event.severity);
        changes.into_iter().map(|event| (event.at, self.telling.severities.get(event.severity))).collect()
    }
}

/// When something happened can't be read.
#[derive(Clone, Copy, Debug)]
struct Untimed;

use std::collections::HashSet;

use super::super::columns::{EventCells, StageCells};
use super::super::course::{Course, ReachedStage};
use super::super::plan::Plan;
use super::event::{Event, UntimedEvent};
use super::history::History;
use super::meanings::{Meaning, Meanings};
use super::spell::Spell;
use super::texts::Texts;
use crate::domain::{
    IncidentPart, Instant, NoteKind, Occurrence, Pause, PauseEnd, Reopen, StageId, Stamp, StampNote,
};

/// Tells the courses of incidents from their events.
pub(super) struct Telling<'a> {
    plan: &'a Plan<'a>,
    columns: EventCells,
    meanings: &'a Meanings<'a>,
    /// What each activity means, by its place among the texts.
    by_place: Vec<Meaning>,
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

    /// Whether a stage settles an incident.
    pub(super) fn is_resolution(&self, stage: StageId) -> bool {
        self.plan.policy.stages.is_resolution(stage)
    }

    /// Which of several events reaches a stage, where the policy says so.
    fn take(&self, stage: StageId) -> Option<Occurrence> {
        let mut takes = self.meanings.rows.takes.iter();
        takes.find(|(known, _)| *known == stage).map(|(_, take)| *take)
    }

    /// Whether some event settles incidents, by what the policy says of rows.
    pub(super) fn knows_resolutions(&self) -> bool {
        self.meanings.rows.stages.iter().any(|&(stage, _)| self.is_resolution(stage))
    }

    /// Whether an event had happened by as-of.
    pub(super) fn had_happened(&self, event: &Event) -> bool {
        event.at <= self.as_of
    }

    /// What the activity at a place means.
    pub(super) fn meaning(&self, activity: u32) -> &Meaning {
        &self.by_place[activity as usize]
    }
}

impl<'h> Past<'h> {
    fn meaning(&self, event: &Event) -> &Meaning {
        self.telling.meaning(event.activity)
    }

    /// The first that happened, at a time that can't be read, of what means this.
    fn untimed(&self, means: impl Fn(&Meaning) -> bool) -> Option<&'h UntimedEvent> {
        self.history.untimed.iter().find(|event| means(self.telling.meaning(event.activity)))
    }

    /// The error is that something means this whose time can't be read.
    fn all_timed(&self, means: impl Fn(&Meaning) -> bool) -> Result<(), Untimed<'h>> {
        self.untimed(means).map_or(Ok(()), |event| Err(Untimed(self.history.written_untimed(event))))
    }

    fn stage(&self, stage: StageId, notes: &mut Vec<StampNote>) -> ReachedStage<'h> {
        let event = if stage == StageId::OPENED { self.opened() } else { self.reached(stage) };
        let (stamp, written) = match event {
            Err(Untimed(written)) => (Stamp::Unreadable, written),
            Ok(None) => (Stamp::Absent, ""),
            Ok(Some(event)) => (Stamp::At(event.at), self.history.written(event)),
        };
        if let Ok(Some(event)) = event
            && let Some(shift) = event.shift
        {
            notes.push(self.note(IncidentPart::Stage(stage), event, Said::Time, shift.note()));
        }
        ReachedStage { stage, stamp, written }
    }

    /// The event that opened the incident. One beyond as-of counts too, as the incident is then one
    /// that was opened later.
    fn opened(&self) -> Result<Option<&'h Event>, Untimed<'h>> {
        let all = &self.history.events;
        self.all_timed(|meaning| meaning.stages.contains(&StageId::OPENED))?;
        let Some(first) = all.first() else {
            self.all_timed(|_| true)?;
            return Ok(None);
        };
        if self.telling.opened_by_first_event() {
            return Ok(Some(first));
        }
        let opens = |event: &&Event| self.meaning(event).stages.contains(&StageId::OPENED);
        let last = self.events.iter().rfind(opens);
        let last = last.filter(|_| self.telling.take(StageId::OPENED) == Some(Occurrence::Last));
        let named = last.or_else(|| all.iter().find(opens));
        Ok(named.or_else(|| self.events.is_empty().then_some(first)))
    }

    /// The event that reached a stage: the first of its activities, and of those of a resolution
    /// the last that was not taken back, unless the first resolution stops the clock for good. The
    /// policy may say for a stage which of them it is.
    fn reached(&self, stage: StageId) -> Result<Option<&'h Event>, Untimed<'h>> {
        let reaches = |event: &&Event| self.meaning(event).stages.contains(&stage);
        self.all_timed(|meaning| meaning.stages.contains(&stage))?;
        let policy = self.telling.plan.policy;
        let is_resolution = policy.stages.is_resolution(stage);
        let is_first = match self.telling.take(stage) {
            Some(take) => take == Occurrence::First,
            None => !is_resolution || policy.clock.reopen == Reopen::FirstResolution,
        };
        if is_first {
            return Ok(self.events.iter().find(reaches));
        }
        let Some(place) = self.events.iter().rposition(|event| reaches(&event)) else { return Ok(None) };
        if is_resolution {
            self.all_timed(|meaning| meaning.reopens)?;
            if self.events[place + 1..].iter().any(|event| self.meaning(event).reopens) {
                return Ok(None);
            }
        }
        Ok(self.events.get(place))
    }

    /// The pauses that events began; `None` where one of them stands at a time that can't be read.
    fn pauses(&self, notes: &mut Vec<StampNote>) -> Option<Vec<Pause>> {
        let mut pauses = Vec::new();
        let kinds = &self.telling.meanings.rows.pauses;
        if kinds.is_empty() {
            return Some(pauses);
        }
        if self.untimed(|meaning| meaning.pause.is_some()).is_some() {
            return None;
        }
        let spells = Spell::all(self.events, kinds, |event| self.meaning(event));
        let ends_untimed = kinds.iter().enumerate().map(|(pause, (_, end))| match end {
            PauseEnd::Next => self.untimed(|_| true).is_some(),
            PauseEnd::Activities(_) => self.untimed(|meaning| meaning.ends.contains(&pause)).is_some(),
        });
        let ends_untimed: Vec<bool> = ends_untimed.collect();
        if spells.iter().any(|spell| ends_untimed[spell.pause]) {
            return None;
        }
        // Each is told of once: many pauses may have the same end, and one that never ended is
        // often begun again and again.
        let (mut shifted, mut unended) = (HashSet::new(), vec![false; kinds.len()]);
        for spell in spells.iter().filter(|spell| spell.lasts()) {
            for event in [Some(spell.begin), spell.end].into_iter().flatten() {
                if let Some(shift) = event.shift
                    && shifted.insert(event.position)
                {
                    notes.push(self.note(IncidentPart::Pauses, event, Said::Time, shift.note()));
                }
            }
            if spell.end.is_none() && !std::mem::replace(&mut unended[spell.pause], true) {
                let kind = NoteKind::NeverEnded;
                notes.push(self.note(IncidentPart::Pauses, spell.begin, Said::Activity, kind));
            }
            pauses.push(Pause { from: spell.begin.at, to: spell.end.map(|end| end.at) });
        }
        Some(pauses)
    }

    /// What is to be known about a cell of an event, in its own row.
    fn note(&self, part: IncidentPart, event: &Event, said: Said, kind: NoteKind) -> StampNote {
        let Telling { plan, columns, activities, .. } = self.telling;
        let (column, value) = match said {
            Said::Time => (columns.at, self.history.written(event)),
            Said::Activity => (columns.activity, activities.get(event.activity)),
        };
        let (column, value) = (plan.column(column).to_owned(), value.to_owned());
        StampNote { part, column, value, position: Some(event.position), kind }
    }

    /// The severities in turn, each from when it came.
    fn severities(&self) -> Vec<(Instant, &'h str)> {
        let told = self.events.iter().filter(|event| event.severity > 0);
        let mut changes: Vec<&Event> = told.collect();
        changes.dedup_by_key(|event| event.severity);
        changes.into_iter().map(|event| (event.at, self.telling.severities.get(event.severity))).collect()
    }
}

/// What an event says in one of its cells.
#[derive(Clone, Copy)]
enum Said {
    /// When it happened.
    Time,
    /// What happened.
    Activity,
}

/// When something happened can't be read; the text that stands for it.
#[derive(Clone, Copy, Debug)]
struct Untimed<'h>(&'h str);

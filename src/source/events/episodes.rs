use std::cmp::Reverse;
use std::collections::HashMap;

use super::event::{Event, UntimedEvent};
use super::first_cells::{FirstCells, Keeping};
use super::history::History;
use super::meanings::Meaning;
use super::telling::Telling;
use crate::domain::{Position, StageId};

/// The incidents of one subject.
pub(super) struct Episodes {
    /// Each with its id, in order.
    pub(super) incidents: Vec<(Box<str>, History)>,
    /// How many events that had happened by as-of lie before the first of them.
    pub(super) before: u64,
}

/// Divides what happened to a subject into incidents: each event that reaches `opened` begins another
/// one, unless the one before is still open and it is just told again.
///
/// Of what is later than as-of all that begins and ends incidents takes part, so that an incident
/// has the same id whatever as-of is. Where the export's newest rows come first, of two events of one
/// moment the one further down is the earlier one.
pub(super) fn episodes(
    subject: &str,
    mut history: History,
    telling: &Telling<'_>,
    keeping: &Keeping<'_>,
    newest_first: bool,
) -> Episodes {
    if newest_first {
        history.events.sort_unstable_by_key(|event| (event.at, Reverse(event.position)));
    } else {
        history.events.sort_unstable_by_key(Event::order);
    }
    history.untimed = of_each_meaning(&history.untimed, telling);
    let rows = std::mem::take(&mut history.rows).into_iter();
    let mut rows: HashMap<Position, FirstCells> = rows.map(|cells| (cells.order.1, cells)).collect();
    let begins = beginnings(&history.events, telling);
    let ends = begins.iter().skip(1).copied().chain([history.events.len()]);
    let mut incidents = Vec::new();
    for (&begin, end) in begins.iter().zip(ends) {
        let events = &history.events[begin..end];
        let mut told = (0u32..).zip(events).filter_map(|(row, event)| {
            let mut cells = rows.remove(&event.position)?;
            // Among events of one moment, the place that they have here.
            cells.order.1 = Position { row, ..Position::default() };
            Some(cells)
        });
        let Some((first, mut cells)) = events.first().zip(told.next()) else { continue };
        told.for_each(|later| cells.merge(later, keeping));
        let id = format!("{subject} / {}", first.at.utc_text());
        incidents.push((id.into(), history.part(first.position, events, cells)));
    }
    let before = &history.events[..begins.first().copied().unwrap_or(history.events.len())];
    let before = before.iter().filter(|event| telling.had_happened(event)).count();
    Episodes { incidents, before: u64::try_from(before).unwrap_or(u64::MAX) }
}

/// The places of the events that begin an episode.
fn beginnings(events: &[Event], telling: &Telling<'_>) -> Vec<usize> {
    let mut begins: Vec<usize> = Vec::new();
    let (mut is_open, can_end) = (false, telling.knows_resolutions());
    for (place, event) in events.iter().enumerate() {
        let meaning = telling.meaning(event.activity);
        // Nothing can lie between two openings of one moment; the second opens the first again.
        let same_moment = begins.last().is_some_and(|&last| events[last].at == event.at);
        if meaning.stages.contains(&StageId::OPENED) {
            if !is_open && !same_moment {
                begins.push(place);
            }
            is_open = can_end;
        } else if meaning.stages.iter().any(|&stage| telling.is_resolution(stage)) {
            is_open = false;
        } else if meaning.reopens {
            is_open = can_end && !begins.is_empty();
        }
    }
    begins
}

/// The first event of each meaning: an incident asks for no other, and there may be very many.
fn of_each_meaning(events: &[UntimedEvent], telling: &Telling<'_>) -> Vec<UntimedEvent> {
    let mut kept: Vec<(&Meaning, UntimedEvent)> = Vec::new();
    for event in events {
        let meaning = telling.meaning(event.activity);
        if !kept.iter().any(|(known, _)| *known == meaning) {
            kept.push((meaning, *event));
        }
    }
    kept.into_iter().map(|(_, event)| event).collect()
}

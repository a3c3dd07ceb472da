use super::event::Event;
use super::history::History;
use super::telling::Telling;
use crate::domain::StageId;

/// The incidents of one subject.
pub(super) struct Episodes {
    /// Each with its id, in order.
    pub(super) incidents: Vec<(Box<str>, History)>,
    /// How many events lie before the first of them.
    pub(super) before: u64,
}

/// Divides what happened to a subject, in order, into incidents: each event that reaches `opened`
/// begins another one, unless the one before is still open and it is just told again.
pub(super) fn episodes(subject: &str, mut history: History, telling: &Telling<'_>) -> Episodes {
    let mut openings = std::mem::take(&mut history.openings);
    openings.sort_by_key(|cells| cells.order);
    let begins = beginnings(&history.events, telling);
    let ends = begins.iter().skip(1).copied().chain([history.events.len()]);
    let mut incidents = Vec::new();
    for (&begin, end) in begins.iter().zip(ends) {
        let events = &history.events[begin..end];
        let Some(first) = events.first() else { continue };
        let Ok(place) = openings.binary_search_by_key(&first.order(), |cells| cells.order) else { continue };
        let id = format!("{subject} / {}", first.at.utc_text());
        incidents.push((id.into(), history.part(events, openings[place].clone())));
    }
    let before = begins.first().copied().unwrap_or(history.events.len());
    Episodes { incidents, before: before as u64 }
}

/// The places of the events that begin an episode.
fn beginnings(events: &[Event], telling: &Telling<'_>) -> Vec<usize> {
    let mut begins: Vec<usize> = Vec::new();
    let mut is_open = false;
    for (place, event) in events.iter().enumerate() {
        let meaning = telling.meaning(event.activity);
        let same_moment = begins.last().is_some_and(|&last| events[last].at == event.at);
        if meaning.stages.contains(&StageId::OPENED) && !is_open && !same_moment {
            begins.push(place);
            is_open = true;
        } else if meaning.stages.iter().any(|&stage| telling.is_resolution(stage)) {
            is_open = false;
        } else if meaning.reopens {
            is_open = !begins.is_empty();
        }
    }
    begins
}

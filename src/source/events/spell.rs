use super::event::Event;
use super::meanings::Meaning;
use crate::domain::PauseEnd;

/// A pause as events tell of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spell<'h> {
    /// Which pause of the policy it is.
    pub(super) pause: usize,
    /// The event that begins it.
    pub(super) begin: &'h Event,
    /// The first event behind that one which ends it, if there is one.
    pub(super) end: Option<&'h Event>,
}

impl<'h> Spell<'h> {
    /// The pauses of ordered events, each of which means this, where the policy has these pauses.
    ///
    /// Goes through them once, from the last to the first, so that the next end is always known: an
    /// incident may have a hundred thousand events, and none that ends a pause.
    pub(super) fn all<'m>(
        events: &'h [Event],
        pauses: &[(String, PauseEnd)],
        meaning: impl Fn(&Event) -> &'m Meaning,
    ) -> Vec<Self> {
        let mut ends: Vec<Option<&Event>> = vec![None; pauses.len()];
        let mut next = None;
        let mut spells = Vec::new();
        for event in events.iter().rev() {
            let meaning = meaning(event);
            if let Some(pause) = meaning.pause {
                let end = match pauses[pause].1 {
                    PauseEnd::Next => next,
                    PauseEnd::Activities(_) => ends[pause],
                };
                spells.push(Spell { pause, begin: event, end });
            }
            for &pause in &meaning.ends {
                ends[pause] = Some(event);
            }
            next = Some(event);
        }
        spells.reverse();
        spells
    }

    /// Whether it lasted for any time.
    pub(super) fn lasts(&self) -> bool {
        self.end.is_none_or(|end| end.at != self.begin.at)
    }
}

mod bytes;
#[cfg(test)]
mod tests;
mod text_bytes;
mod writer;

use std::fmt;
use std::sync::Arc;

use self::bytes::Reader;
use super::{FieldId, Instant, Pause, Position, Span, StageId};

pub use self::text_bytes::TextBytes;
pub use self::writer::SnapshotWriter;

/// An incident as it stood in its export, kept after the row is gone. A copy shares its memory.
///
/// A run may keep hundreds of thousands. So each is one piece of bytes: where it stands, lists with
/// their numbers before them, the lengths of the texts, and to the end the texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot(Arc<[u8]>);

/// How many bytes the position takes, and one of the things in a list.
const POSITION: usize = 3 * size_of::<u32>();
const STAMP: usize = 1 + 8;
const PAUSE: usize = 8 + 1 + 8;
const SUM: usize = 1 + 8;

/// The parts behind the stamps, none of them read yet.
struct Parts<'a> {
    pauses: Reader<'a>,
    sums: Reader<'a>,
    severities: Reader<'a>,
    texts: Reader<'a>,
}

impl Snapshot {
    /// Where it stands.
    #[must_use]
    pub fn position(&self) -> Position {
        let mut from = Reader(&self.0);
        let mut part = || u32::from_le_bytes(from.array());
        Position { source: part(), block: part(), row: part() }
    }

    /// The id as the export writes it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.text_bytes().next().flatten().map_or("", as_str)
    }

    /// The stamp of a stage.
    #[must_use]
    pub fn stamp(&self, stage: StageId) -> Option<Instant> {
        let mut stamps = self.stamps();
        stamps.find(|(known, _)| *known == stage.place()).map(|(_, at)| at)
    }

    /// The stretches in which it was paused.
    pub fn pauses(&self) -> impl Iterator<Item = Pause> {
        self.parts().pauses.list(|from| {
            let (start, ended, end) = (from.moment(), from.byte() > 0, from.moment());
            Pause { from: start, to: ended.then_some(end) }
        })
    }

    /// The time paused up to a stage, where the export gives sums.
    pub fn sums(&self) -> impl Iterator<Item = (StageId, Span)> {
        self.parts().sums.list(|from| (StageId::at(from.byte()), Span::from_nanos(from.nanos())))
    }

    /// The severities that it had, as the export writes them, in the order of time; none where it
    /// tells of one only.
    pub fn severities(&self) -> impl Iterator<Item = (Instant, &str)> {
        self.parts().severities.list(|from| (from.moment(), as_str(from.text())))
    }

    /// The text of a describing field, the severity by its name in the policy.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Option<&str> {
        self.text_bytes().nth(1 + field.index()).flatten().map(as_str)
    }

    /// The id and the texts of all fields by [`FieldId::index`], which is quicker than to ask for
    /// one after the other.
    pub fn texts(&self) -> impl Iterator<Item = Option<&str>> {
        self.text_bytes().map(|text| text.map(as_str))
    }

    /// The same as bytes, for those who don't need to know again that they are UTF-8.
    #[must_use]
    pub fn text_bytes(&self) -> TextBytes<'_> {
        TextBytes::read(self.parts().texts)
    }

    /// Reads a byte of each 64 of its memory, so that the processor fetches it. The value tells nothing;
    /// whoever takes it keeps the reads from being left out.
    #[must_use]
    pub fn touch(&self) -> u8 {
        self.0.iter().step_by(64).chain(self.0.last()).fold(0, |all, byte| all ^ byte)
    }

    fn stamps(&self) -> impl Iterator<Item = (u8, Instant)> {
        let mut from = Reader(&self.0);
        from.part(POSITION);
        from.part_of_many(STAMP).list(|from| (from.byte(), from.moment()))
    }

    fn parts(&self) -> Parts<'_> {
        let mut from = Reader(&self.0);
        from.part(POSITION);
        from.part_of_many(STAMP);
        let pauses = from.part_of_many(PAUSE);
        let sums = from.part_of_many(SUM);
        let count = from.number();
        let severities = from.part_of(|from| {
            for _ in 0..count {
                from.moment();
                from.text();
            }
        });
        Parts { pauses, sums, severities, texts: from }
    }
}

/// What was kept of a text is one.
fn as_str(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot")
            .field("position", &self.position())
            .field("stamps", &self.stamps().collect::<Vec<_>>())
            .field("pauses", &self.pauses().collect::<Vec<_>>())
            .field("sums", &self.sums().collect::<Vec<_>>())
            .field("severities", &self.severities().collect::<Vec<_>>())
            .field("texts", &self.texts().collect::<Vec<_>>())
            .finish()
    }
}

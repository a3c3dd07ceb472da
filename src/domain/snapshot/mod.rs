mod bytes;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use self::bytes::{Reader, Writer};
use super::{FieldId, Incident, Instant, Pause, Position, Span, StageId};

/// An incident as it stood in its export, kept after the row is gone. A copy shares its memory.
///
/// A run may keep hundreds of thousands. So each is one piece of bytes: where it stands, the id,
/// lists with their numbers before them, of which most have only stamps, and to the end the
/// fields.
#[derive(Clone, PartialEq, Eq)]
pub struct Snapshot(Arc<[u8]>);

/// How many bytes one takes in its list.
const STAMP: usize = 1 + 8;
const PAUSE: usize = 8 + 1 + 8;
const SUM: usize = 1 + 8;

/// The parts of a snapshot, none of them read yet.
struct Parts<'a> {
    position: Reader<'a>,
    id: Reader<'a>,
    stamps: Reader<'a>,
    pauses: Reader<'a>,
    sums: Reader<'a>,
    severities: Reader<'a>,
    fields: Reader<'a>,
}

impl Snapshot {
    /// Keeps an incident; `fields` are the texts to keep by [`FieldId::index`], `None` where the
    /// export has none. `memory` is where it is put together, and can be used again for the next.
    pub fn of<'a>(
        incident: &Incident<'_>,
        fields: impl Iterator<Item = Option<&'a str>>,
        memory: &mut Vec<u8>,
    ) -> Self {
        memory.clear();
        let mut out = Writer(memory);
        let Position { source, block, row } = incident.position;
        for part in [source, block, row] {
            out.bytes(&part.to_le_bytes());
        }
        out.text(Some(incident.id));
        let stamps = || (0u8..).zip(incident.stamps).filter_map(|(stage, stamp)| Some((stage, stamp.at()?)));
        out.number(stamps().count());
        for (stage, at) in stamps() {
            out.byte(stage);
            out.nanos(at.nanos());
        }
        let pauses = incident.pauses.stretches.unwrap_or_default();
        out.number(pauses.len());
        for pause in pauses {
            out.nanos(pause.from.nanos());
            out.byte(u8::from(pause.to.is_some()));
            out.nanos(pause.to.unwrap_or(pause.from).nanos());
        }
        let sums = || incident.pauses.sums.iter().filter_map(|&(stage, sum)| Some((stage, sum?)));
        out.number(sums().count());
        for (stage, sum) in sums() {
            out.byte(stage.place());
            out.nanos(sum.nanos());
        }
        out.number(incident.severities.len());
        for &(at, text) in incident.severities {
            out.nanos(at.nanos());
            out.text(Some(text));
        }
        fields.for_each(|field| out.text(field));
        Self(Arc::from(&**memory))
    }

    /// Where it stands.
    #[must_use]
    pub fn position(&self) -> Position {
        let mut from = self.parts().position;
        let mut part = || u32::from_le_bytes(from.array());
        Position { source: part(), block: part(), row: part() }
    }

    /// The id as the export writes it.
    #[must_use]
    pub fn id(&self) -> &str {
        self.parts().id.text().unwrap_or_default()
    }

    /// The stamp of a stage.
    #[must_use]
    pub fn stamp(&self, stage: StageId) -> Option<Instant> {
        let mut stamps = self.parts().stamps.list(|from| (from.byte(), from.moment()));
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
        self.parts().severities.list(|from| (from.moment(), from.text().unwrap_or_default()))
    }

    /// The text of a describing field, the severity by its name in the policy.
    #[must_use]
    pub fn field(&self, field: FieldId) -> Option<&str> {
        self.fields().nth(field.index()).flatten()
    }

    /// The texts of all fields by [`FieldId::index`], which is quicker than to ask for each.
    pub fn fields(&self) -> impl Iterator<Item = Option<&str>> {
        self.parts().fields.list(Reader::text)
    }

    fn parts(&self) -> Parts<'_> {
        let mut from = Reader(&self.0);
        let position = from.part(3 * size_of::<u32>());
        let id = from.part_of(Reader::skip_text);
        let [stamps, pauses, sums] = [STAMP, PAUSE, SUM].map(|size| {
            let count = from.number();
            from.part(count * size)
        });
        let count = from.number();
        let severities = from.part_of(|from| {
            for _ in 0..count {
                from.moment();
                from.skip_text();
            }
        });
        Parts { position, id, stamps, pauses, sums, severities, fields: from }
    }
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stamps: Vec<_> = self.parts().stamps.list(|from| (from.byte(), from.moment())).collect();
        f.debug_struct("Snapshot")
            .field("position", &self.position())
            .field("id", &self.id())
            .field("stamps", &stamps)
            .field("pauses", &self.pauses().collect::<Vec<_>>())
            .field("sums", &self.sums().collect::<Vec<_>>())
            .field("severities", &self.severities().collect::<Vec<_>>())
            .field("fields", &self.fields().collect::<Vec<_>>())
            .finish()
    }
}

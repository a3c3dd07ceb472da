use std::sync::Arc;

use super::Snapshot;
use super::bytes::Writer;
use crate::domain::{Incident, Position};

/// Makes snapshots, in memory that is used again for each.
#[derive(Debug, Default)]
pub struct SnapshotWriter {
    bytes: Writer,
    texts: Vec<u8>,
}

impl SnapshotWriter {
    /// Keeps an incident; `fields` are the texts to keep by [`crate::domain::FieldId::index`],
    /// `None` where the export has none.
    pub fn keep<'a>(
        &mut self,
        incident: &Incident<'a>,
        fields: impl Iterator<Item = Option<&'a str>>,
    ) -> Snapshot {
        let Self { bytes: out, texts } = self;
        out.clear();
        let Position { source, block, row } = incident.position;
        for part in [source, block, row] {
            out.bytes(&part.to_le_bytes());
        }
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
            out.text(text);
        }
        texts.clear();
        for text in [Some(incident.id)].into_iter().chain(fields) {
            out.length(text.map(str::len));
            texts.extend_from_slice(text.unwrap_or_default().as_bytes());
        }
        out.end_of_lengths();
        out.bytes(texts);
        Snapshot(Arc::from(out.written()))
    }
}

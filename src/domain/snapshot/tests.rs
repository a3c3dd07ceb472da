use proptest::prelude::*;

use super::*;
use crate::domain::{Incident, Pauses, Stamp};

const NO_PAUSES: Pauses<'_> = Pauses::NONE;

fn plain(id: &str) -> Incident<'_> {
    Incident {
        id,
        fields: &[],
        stamps: &[],
        written: &(),
        pauses: NO_PAUSES,
        severities: &[],
        notes: &[],
        position: Position::default(),
    }
}

fn moment() -> impl Strategy<Value = Instant> {
    any::<i64>().prop_map(Instant::from_nanos)
}

proptest! {
    #[test]
    fn everything_that_is_kept_comes_back(
        id in ".{1,300}",
        fields in prop::collection::vec(prop::option::of(".{0,200}"), 0..10),
        stamps in prop::collection::vec(prop::option::of(moment()), 0..10),
        pauses in prop::collection::vec((moment(), prop::option::of(moment())), 0..200),
        sums in prop::collection::vec(prop::option::of(any::<i64>()), 0..5),
        severities in prop::collection::vec((moment(), ".{0,200}"), 0..5),
        (source, block, row) in any::<(u32, u32, u32)>(),
    ) {
        let position = Position { source, block, row };
        let written: Vec<Stamp> = stamps.iter().map(|stamp| stamp.map_or(Stamp::Absent, Stamp::At)).collect();
        let pauses: Vec<Pause> = pauses.into_iter().map(|(from, to)| Pause { from, to }).collect();
        let sums: Vec<(StageId, Option<Span>)> =
            (0..).map(StageId::at).zip(sums.into_iter().map(|sum| sum.map(Span::from_nanos))).collect();
        let said: Vec<(Instant, &str)> = severities.iter().map(|(at, text)| (*at, text.as_str())).collect();
        let incident = Incident {
            stamps: &written,
            pauses: Pauses { stretches: Some(&pauses), sums: &sums },
            severities: &said,
            position,
            ..plain(&id)
        };
        let mut writer = SnapshotWriter::default();
        let kept = writer.keep(&incident, fields.iter().map(Option::as_deref));

        prop_assert_eq!(kept.position(), position);
        prop_assert_eq!(kept.id(), &id);
        prop_assert!(kept.texts().skip(1).eq(fields.iter().map(Option::as_deref)));
        prop_assert!((0..).map(StageId::at).zip(&stamps).all(|(stage, at)| kept.stamp(stage) == *at));
        prop_assert!(kept.pauses().eq(pauses.iter().copied()));
        prop_assert!(kept.sums().eq(sums.iter().filter_map(|&(stage, sum)| Some((stage, sum?)))));
        prop_assert!(kept.severities().eq(said.iter().copied()));
        prop_assert_eq!(&kept, &writer.keep(&incident, fields.iter().map(Option::as_deref)));
    }
}

#[test]
fn an_empty_text_is_another_than_none() {
    let kept = SnapshotWriter::default().keep(&plain("A"), [Some(""), None].into_iter());
    assert_eq!(kept.field(FieldId::TITLE), Some(""));
    assert_eq!(kept.field(FieldId::SERVICE), None);
    assert_eq!(kept.field(FieldId::CUSTOMER), None);
    let mut texts = kept.text_bytes();
    assert_eq!(texts.by_ref().count(), 3);
    assert_eq!(texts.next(), None);
    assert_eq!(kept.stamp(StageId::OPENED), None);
}

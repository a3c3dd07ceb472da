use std::sync::OnceLock;

use chrono::DateTime;

use super::written::Written;
use crate::domain::{Instant, Resolved, Zone};

/// The zone of times that are written without one, with a short way for zones that keep one
/// offset, as Tokyo's and UTC do.
#[derive(Clone, Debug)]
pub(super) struct LocalZone {
    zone: Zone,
    steady: OnceLock<Option<i64>>,
}

/// 1952-01-01, when Tokyo had put its clocks forward for the last time, to 2100-01-01.
const YEARS: std::ops::Range<i64> = -568_080_000..4_102_444_800;
const DAY: i64 = 86_400;
/// More than any month has.
const MONTH: i64 = 32 * DAY;

impl LocalZone {
    pub(super) fn new(zone: Zone) -> Self {
        Self { zone, steady: OnceLock::new() }
    }

    /// The moment that the local time means; an offset that is written with it counts instead.
    #[inline]
    pub(super) fn resolve(&self, written: Written) -> Resolved {
        let offset = match written.offset {
            Some(offset) => Some(i64::from(offset)),
            None if (YEARS.start + DAY..YEARS.end - DAY).contains(&written.seconds) => self.steady_offset(),
            None => None,
        };
        match offset {
            Some(offset) => Instant::from_epoch(written.seconds - offset, written.nanos)
                .map_or(Resolved::OutOfRange, Resolved::Once),
            None => self.look_up(written),
        }
    }

    /// Whether all times of the month that are written like this one have the same offset.
    pub(super) fn is_steady_around(&self, written: Written) -> bool {
        written.offset.is_some()
            || ((YEARS.start + MONTH..YEARS.end - MONTH).contains(&written.seconds)
                && self.steady_offset().is_some())
    }

    #[inline(never)]
    fn look_up(&self, written: Written) -> Resolved {
        DateTime::from_timestamp(written.seconds, written.nanos)
            .map_or(Resolved::OutOfRange, |local| self.zone.resolve(local.naive_utc()))
    }

    /// The only offset of the zone in the common years.
    #[inline]
    fn steady_offset(&self) -> Option<i64> {
        *self.steady.get_or_init(|| only_offset(self.zone))
    }
}

/// Looks at every fifth day: no zone has left its offset for less.
fn only_offset(zone: Zone) -> Option<i64> {
    let offset_at =
        |seconds| Instant::from_epoch(seconds, 0).map(|at| i64::from(zone.at(at).offset().local_minus_utc()));
    let first = offset_at(YEARS.start)?;
    let step = usize::try_from(5 * DAY).ok()?;
    YEARS.step_by(step).all(|seconds| offset_at(seconds) == Some(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn zones_that_put_clocks_forward_have_no_only_offset() {
        let only = |name| only_offset(Zone::named(name).unwrap());
        assert_eq!(only("Asia/Tokyo"), Some(9 * 3600));
        assert_eq!(only("UTC"), Some(0));
        assert_eq!(only("Asia/Kolkata"), Some(19_800));
        for name in ["Europe/London", "America/New_York", "Asia/Seoul", "Africa/Casablanca", "Asia/Kathmandu"]
        {
            assert_eq!(only(name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_leads_where_the_long_one_does(
            seconds in YEARS.start - DAY * 1000..YEARS.end + DAY * 1000,
            nanos in 0..1_000_000_000_u32,
            name in prop::sample::select(vec!["Asia/Tokyo", "UTC", "Asia/Kolkata", "Europe/Berlin"]),
        ) {
            let local = LocalZone::new(Zone::named(name).unwrap());
            let written = Written { seconds, nanos, offset: None };
            prop_assert_eq!(local.resolve(written), local.look_up(written));
        }
    }
}

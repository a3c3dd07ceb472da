use serde::Serialize;

use super::breach::SourceRow;
use super::exact::Seconds;
use crate::assess::{NearMissGroup, Rate, Report};

/// The near misses under one objective and of one service.
#[derive(Serialize)]
pub(super) struct NearMissEntry<'a> {
    objective: &'a str,
    service: Option<&'a str>,
    count: u64,
    closest: ClosestEntry<'a>,
}

/// The one that used the greatest share of its time.
#[derive(Serialize)]
struct ClosestEntry<'a> {
    incident: &'a str,
    source: SourceRow<'a>,
    target_s: Seconds,
    elapsed_s: Seconds,
    used: Option<f64>,
}

impl<'a> NearMissEntry<'a> {
    pub(super) fn of(report: &'a Report, group: &'a NearMissGroup) -> Self {
        let closest = &group.closest;
        Self {
            objective: report.objective(group.objective).map_or("", |objective| &objective.id),
            service: group.service.as_deref(),
            count: group.count,
            closest: ClosestEntry {
                incident: &closest.incident,
                source: SourceRow::of(report, closest.position, group.row),
                target_s: Seconds(closest.reading.target),
                elapsed_s: Seconds(closest.reading.elapsed),
                used: closest.used().map(Rate::quotient),
            },
        }
    }
}

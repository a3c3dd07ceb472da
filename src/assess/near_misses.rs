use super::Rate;
use super::text_places::TextPlaces;
use crate::domain::{FieldId, Incident, ObjectiveIndex, Position, Reading, Span};

/// A met incident that used up nearly all of its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// The incident's id.
    pub incident: String,
    /// Where it stands.
    pub position: Position,
    /// The arithmetic.
    pub reading: Reading,
}

impl NearMiss {
    /// The share of its time that it used; `None` where it had none.
    #[must_use]
    pub fn used(&self) -> Option<Rate> {
        let nanos = |span: Span| u64::try_from(span.nanos()).unwrap_or(0);
        Rate::of(nanos(self.reading.elapsed), nanos(self.reading.target))
    }
}

/// The near misses under one objective and of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMissGroup {
    /// The objective.
    pub objective: ObjectiveIndex,
    /// The service; `None` for incidents without one.
    pub service: Option<String>,
    /// How many there are.
    pub count: u64,
    /// The one that used the greatest share of its time.
    pub closest: NearMiss,
    /// The row of that one: the record number, the header being row 1.
    pub row: u64,
}

/// The near misses under one objective and of one service, as they are counted.
#[derive(Debug)]
pub(super) struct NearMissCount {
    pub(super) count: u64,
    pub(super) closest: NearMiss,
}

/// Counts near misses by objective and service.
#[derive(Debug, Default)]
pub(super) struct NearMisses(Vec<ByService>);

/// The near misses under one objective.
#[derive(Debug, Default)]
struct ByService {
    places: TextPlaces,
    /// By place: the service and its count.
    counts: Vec<(String, NearMissCount)>,
}

impl NearMisses {
    /// Adds one. There are many, so that nothing is copied of those that aren't the closest.
    pub(super) fn add(&mut self, objective: ObjectiveIndex, incident: &Incident<'_>, reading: &Reading) {
        let service = incident.field(FieldId::SERVICE);
        let miss =
            || NearMiss { incident: incident.id.to_owned(), position: incident.position, reading: *reading };
        let of = self.of(objective);
        match of.find(service) {
            Some(known) => {
                known.count += 1;
                let closest = &known.closest;
                if closer((reading, incident.position), (&closest.reading, closest.position)) {
                    known.closest = miss();
                }
            }
            None => of.add(service.to_owned(), NearMissCount { count: 1, closest: miss() }),
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (objective, theirs) in other.0.into_iter().enumerate() {
            let ours = self.of(objective);
            for (service, more) in theirs.counts {
                match ours.find(&service) {
                    Some(known) => known.merge(more),
                    None => ours.add(service, more),
                }
            }
        }
    }

    /// By objective and service, in order.
    pub(super) fn sorted(self) -> Vec<(ObjectiveIndex, String, NearMissCount)> {
        let mut sorted = Vec::new();
        for (objective, ByService { mut counts, .. }) in self.0.into_iter().enumerate() {
            counts.sort_unstable_by(|one, other| one.0.cmp(&other.0));
            sorted.extend(counts.into_iter().map(|(service, count)| (objective, service, count)));
        }
        sorted
    }

    fn of(&mut self, objective: ObjectiveIndex) -> &mut ByService {
        if self.0.len() <= objective {
            self.0.resize_with(objective + 1, ByService::default);
        }
        &mut self.0[objective]
    }
}

impl ByService {
    fn find(&mut self, service: &str) -> Option<&mut NearMissCount> {
        let place = self.places.find(service.as_bytes())?;
        self.counts.get_mut(place).map(|(_, count)| count)
    }

    fn add(&mut self, service: String, count: NearMissCount) {
        self.places.add(service.as_bytes());
        self.counts.push((service, count));
    }
}

impl NearMissCount {
    fn merge(&mut self, more: Self) {
        self.count += more.count;
        let (ours, theirs) = (&self.closest, &more.closest);
        if closer((&theirs.reading, theirs.position), (&ours.reading, ours.position)) {
            self.closest = more.closest;
        }
    }
}

/// Whether the first used a greater share of its time; of equal ones the first in the exports.
fn closer(one: (&Reading, Position), other: (&Reading, Position)) -> bool {
    let product =
        |used: &Reading, of: &Reading| i128::from(used.elapsed.nanos()) * i128::from(of.target.nanos());
    let (ours, theirs) = (product(one.0, other.0), product(other.0, one.0));
    ours > theirs || (ours == theirs && one.1 < other.1)
}

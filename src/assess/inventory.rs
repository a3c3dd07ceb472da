use std::collections::BTreeMap;

use super::Intake;
use crate::domain::{FieldId, Incident, Stages, Stamp};

/// Counts what incidents carry, before there is anything to judge them by.
#[derive(Clone, Copy, Debug)]
pub struct Inventory {
    stages: usize,
}

/// What incidents carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// How many incidents there are.
    pub incidents: u64,
    /// Their severities as they are read, with how many have each; those without one are left out. Of
    /// very many different ones, the first in order.
    pub severities: BTreeMap<String, u64>,
    /// How many have a time, by [`StageId::index`](crate::domain::StageId::index).
    pub stages: Vec<u64>,
}

impl Inventory {
    /// An inventory of incidents with these stages.
    #[must_use]
    pub fn of(stages: &Stages) -> Self {
        Self { stages: stages.len() }
    }
}

impl Carried {
    /// How many severities are told apart.
    const MOST: usize = 1000;

    fn add(&mut self, severity: &str, incidents: u64) {
        if let Some(count) = self.severities.get_mut(severity) {
            *count += incidents;
            return;
        }
        if self.severities.len() == Self::MOST {
            // One that gives way never comes back, as only smaller ones still come in: what is kept doesn't
            // depend on the order.
            match self.severities.last_key_value() {
                Some((last, _)) if last.as_str() > severity => drop(self.severities.pop_last()),
                _ => return,
            }
        }
        self.severities.insert(severity.to_owned(), incidents);
    }
}

impl Intake for Inventory {
    type Tally = Carried;

    fn begin(&self) -> Carried {
        Carried { stages: vec![0; self.stages], ..Carried::default() }
    }

    fn take(&self, tally: &mut Carried, incident: &Incident<'_>) {
        tally.incidents += 1;
        let severity = incident.field(FieldId::SEVERITY).trim();
        if !severity.is_empty() {
            tally.add(severity, 1);
        }
        for (count, stamp) in tally.stages.iter_mut().zip(incident.stamps) {
            *count += u64::from(matches!(stamp, Stamp::At(_)));
        }
    }

    fn take_repeated(&self, tally: &mut Carried, incident: &Incident<'_>) {
        self.take(tally, incident);
    }

    fn merge(&self, into: &mut Carried, other: Carried) {
        into.incidents += other.incidents;
        for (severity, incidents) in other.severities {
            into.add(&severity, incidents);
        }
        for (count, more) in into.stages.iter_mut().zip(other.stages) {
            *count += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Instant, Position};

    fn take(tally: &mut Carried, severity: &str, resolved: bool) {
        let at = Stamp::At(Instant::from_epoch(0, 0).unwrap());
        let stamps = [at, if resolved { at } else { Stamp::Unreadable }];
        let fields = vec![None, None, None, Some(severity)];
        let incident = Incident::new("1", &fields, &stamps, Position::default());
        Inventory { stages: 2 }.take(tally, &incident);
    }

    #[test]
    fn severities_and_filled_stages_are_counted_and_merge() {
        let inventory = Inventory { stages: 2 };
        let (mut one, mut other) = (inventory.begin(), inventory.begin());
        take(&mut one, "high", true);
        take(&mut one, " ", false);
        take(&mut other, "high", false);
        take(&mut other, "low", true);
        inventory.merge(&mut one, other);
        let severities = [("high".to_owned(), 2), ("low".to_owned(), 1)];
        assert_eq!(one, Carried { incidents: 4, severities: severities.into(), stages: vec![4, 2] });
    }

    #[test]
    fn of_too_many_severities_the_first_in_order_stay() {
        let mut carried = Inventory { stages: 2 }.begin();
        for number in (0..Carried::MOST + 5).rev() {
            take(&mut carried, &format!("{number:06}"), true);
        }
        assert_eq!(carried.severities.len(), Carried::MOST);
        assert!(carried.severities.contains_key("000000") && !carried.severities.contains_key("001000"));
    }
}

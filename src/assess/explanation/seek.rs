use super::KeptIncident;
use crate::assess::Intake;
use crate::domain::{Incident, Policy, normal};

/// Looks for one incident among those of exports.
#[derive(Clone, Debug)]
pub struct Seek<'a> {
    policy: &'a Policy,
    id: &'a str,
    normal: String,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Sought {
    /// The incident.
    pub found: Option<KeptIncident>,
    /// Ids that differ from what was asked for by case or width only.
    pub alike: Vec<String>,
    /// How many incidents were looked at.
    pub seen: u64,
}

impl<'a> Seek<'a> {
    /// Looks for the incident with this id.
    #[must_use]
    pub fn new(policy: &'a Policy, id: &'a str) -> Self {
        Self { policy, id, normal: normal(id).into_owned() }
    }
}

impl Intake for Seek<'_> {
    type Tally = Sought;

    fn begin(&self) -> Sought {
        Sought::default()
    }

    fn take(&self, tally: &mut Sought, incident: &Incident<'_>) {
        tally.seen += 1;
        if incident.id == self.id {
            tally.found = Some(KeptIncident::of(incident, self.policy));
        } else if incident.id.len() <= 4 * self.id.len() && normal(incident.id) == self.normal {
            tally.alike.push(incident.id.to_owned());
        }
    }

    fn take_repeated(&self, tally: &mut Sought, incident: &Incident<'_>) {
        self.take(tally, incident);
        if let Some(found) = tally.found.as_mut().filter(|found| found.id == incident.id) {
            found.is_repeated = true;
        }
    }

    fn merge(&self, into: &mut Sought, other: Sought) {
        into.found = into.found.take().or(other.found);
        into.alike.extend(other.alike);
        into.seen += other.seen;
    }
}

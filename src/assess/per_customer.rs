use std::collections::BTreeMap;

use super::Intake;
use crate::domain::{FieldId, Incident, Position, normal};

/// Keeps the incidents of each customer apart, for reports that have nothing of another's in them.
#[derive(Debug)]
pub struct PerCustomer<I>(pub I);

/// What is kept of each customer's incidents, by the name in the form in which names are compared;
/// empty for incidents without one.
#[derive(Debug)]
pub struct PerCustomerTally<T>(BTreeMap<String, Customer<T>>);

/// What is kept of one customer's incidents.
#[derive(Debug)]
pub struct Customer<T> {
    /// The name as the first of the incidents writes it; empty where they name none.
    pub name: String,
    /// Where that one stands.
    first: Position,
    /// What is kept.
    pub tally: T,
}

impl<T> PerCustomerTally<T> {
    /// The customers, in the order of their names; incidents without one come first.
    pub fn into_customers(self) -> impl Iterator<Item = Customer<T>> {
        self.0.into_values()
    }
}

impl<I: Intake> PerCustomer<I> {
    fn of<'t>(&self, tally: &'t mut PerCustomerTally<I::Tally>, incident: &Incident<'_>) -> &'t mut I::Tally {
        let name = incident.field(FieldId::CUSTOMER).trim();
        let customer = tally.0.entry(normal(name).into_owned()).or_insert_with(|| Customer {
            name: name.to_owned(),
            first: incident.position,
            tally: self.0.begin(),
        });
        if incident.position < customer.first {
            name.clone_into(&mut customer.name);
            customer.first = incident.position;
        }
        &mut customer.tally
    }
}

impl<I: Intake> Intake for PerCustomer<I> {
    type Tally = PerCustomerTally<I::Tally>;

    fn begin(&self) -> Self::Tally {
        PerCustomerTally(BTreeMap::new())
    }

    fn take(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        let tally = self.of(tally, incident);
        self.0.take(tally, incident);
    }

    fn take_repeated(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        let tally = self.of(tally, incident);
        self.0.take_repeated(tally, incident);
    }

    fn merge(&self, into: &mut Self::Tally, other: Self::Tally) {
        for (key, more) in other.0 {
            match into.0.get_mut(&key) {
                Some(known) => {
                    if more.first < known.first {
                        known.name = more.name;
                        known.first = more.first;
                    }
                    self.0.merge(&mut known.tally, more.tally);
                }
                None => {
                    into.0.insert(key, more);
                }
            }
        }
    }
}

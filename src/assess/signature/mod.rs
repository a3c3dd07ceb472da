mod essence;
#[cfg(test)]
mod tests;

use crate::domain::{RecordedBreach, normal};

pub use essence::essence;

/// What makes incidents one problem: the customer, the service, and the title with everything
/// taken out that differs from one occurrence to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    /// The customer, in the form in which texts are compared.
    pub customer: String,
    /// The service, likewise.
    pub service: String,
    /// The title with `#` for what was taken out.
    pub title: String,
}

impl Signature {
    /// The signature of a breach.
    #[must_use]
    pub fn of(breach: &RecordedBreach) -> Self {
        Self::of_texts(breach.field("customer"), breach.field("service"), breach.field("title"))
    }

    /// The signature of an incident of this customer, service and title.
    #[must_use]
    pub fn of_texts(customer: &str, service: &str, title: &str) -> Self {
        Self {
            customer: normal(customer).into_owned(),
            service: normal(service).into_owned(),
            title: essence(title),
        }
    }

    /// The signature that a request keeps.
    #[must_use]
    pub fn from_parts([customer, service, title]: &[String; 3]) -> Self {
        Self { customer: customer.clone(), service: service.clone(), title: title.clone() }
    }

    /// Whether a breach has this signature: the same as making its own, but mostly faster.
    #[must_use]
    pub fn fits(&self, breach: &RecordedBreach) -> bool {
        let text = |text: &'_ Option<String>, known: &str| normal(text.as_deref().unwrap_or("")) == known;
        text(&breach.customer, &self.customer)
            && text(&breach.service, &self.service)
            && essence(breach.title.as_deref().unwrap_or("")) == self.title
    }

    /// Customer, service and title, as a request keeps them.
    #[must_use]
    pub fn parts(&self) -> [String; 3] {
        [self.customer.clone(), self.service.clone(), self.title.clone()]
    }
}

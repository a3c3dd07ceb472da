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
        let plain = |text: &Option<String>| normal(text.as_deref().unwrap_or("")).into_owned();
        Self {
            customer: plain(&breach.customer),
            service: plain(&breach.service),
            title: essence(breach.title.as_deref().unwrap_or("")),
        }
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

use super::Condition;

/// A second-line team that improvement requests go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// The name in the policy.
    pub id: String,
    /// What people read.
    pub title: String,
    /// Whose incidents it answers for; the first team that fits an incident is asked.
    pub when: Condition,
    /// How to reach it.
    pub contact: Option<String>,
}

impl Team {
    /// A team of which only the name is known, as when the policy lists it no more.
    #[must_use]
    pub fn unlisted(id: &str) -> Self {
        Self { id: id.to_owned(), title: id.to_owned(), when: Condition::default(), contact: None }
    }
}

use std::fmt;

use wildmatch::WildMatch;

use super::{FieldId, normal};

/// A text with `*` and `?` as wildcards, compared without regard to case and width.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    written: String,
    matcher: WildMatch,
}

impl Pattern {
    /// A pattern as a person wrote it.
    #[must_use]
    pub fn new(written: &str) -> Self {
        Self { written: written.to_owned(), matcher: WildMatch::new(&normal(written)) }
    }

    /// Whether the whole of `value` fits.
    #[must_use]
    pub fn matches(&self, value: &str) -> bool {
        self.matcher.matches(&normal(value))
    }

    /// Whether the pattern has a wildcard in it.
    #[must_use]
    pub fn is_wild(&self) -> bool {
        self.written.contains(['*', '?', '＊', '？'])
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// Which incidents something is meant for: every clause must fit, by any of its patterns.
/// Without a clause it fits every incident.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    clauses: Vec<(FieldId, Vec<Pattern>)>,
}

impl Condition {
    /// A condition of these clauses.
    #[must_use]
    pub fn new(clauses: Vec<(FieldId, Vec<Pattern>)>) -> Self {
        Self { clauses }
    }

    /// Whether an incident fits; `value` gives its text for a field, empty where there is none.
    #[must_use]
    pub fn matches<'a>(&self, value: impl Fn(FieldId) -> &'a str) -> bool {
        self.mismatch(value).is_none()
    }

    /// The first clause that an incident doesn't fit.
    #[must_use]
    pub fn mismatch<'a>(&self, value: impl Fn(FieldId) -> &'a str) -> Option<&(FieldId, Vec<Pattern>)> {
        self.clauses.iter().find(|(field, patterns)| {
            let value = value(*field);
            !patterns.iter().any(|pattern| pattern.matches(value))
        })
    }

    /// The clauses, as they were given.
    #[must_use]
    pub fn clauses(&self) -> &[(FieldId, Vec<Pattern>)] {
        &self.clauses
    }

    /// Whether it fits every incident.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.clauses.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_must_fit_by_any_of_its_patterns() {
        let any_of = ["ACME", "Globex*"].map(Pattern::new).to_vec();
        let condition = Condition::new(vec![
            (FieldId::CUSTOMER, any_of),
            (FieldId::SEVERITY, vec![Pattern::new("high")]),
        ]);
        let incident = |customer: &'static str, severity: &'static str| {
            condition.matches(move |field| if field == FieldId::CUSTOMER { customer } else { severity })
        };
        assert!(incident("ａｃｍｅ", "High"));
        assert!(incident("Globex Japan", "high"));
        assert!(!incident("Globex Japan", "low"));
        assert!(!incident("Initech", "high"));
    }
}

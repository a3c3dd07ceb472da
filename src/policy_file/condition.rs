use super::faults::Faults;
use super::section::{self, Section, Shape};
use super::terms::Terms;
use super::tree::Entry;
use super::wording::{hint, quoted};
use crate::diagnostic::{Code, Label};
use crate::domain::{Condition, FieldId, Pattern, normal};
use crate::words::{policy_conditions, policy_keys};

/// Reads a `when`. `None` where it is at fault.
pub(super) fn read_condition(entry: &Entry, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Condition> {
    let clauses = Section::open(section::part("when"), entry.key_span.clone(), &entry.node, faults)?.rest();
    if clauses.is_empty() {
        let label = Label::new(entry.node.span.clone(), policy_keys::nothing_in_it());
        faults.error(Code::Empty, policy_keys::empty("`when`"), label).help =
            Some(policy_conditions::leave_when_out());
        return None;
    }
    let read: Vec<_> = clauses.into_iter().map(|clause| read_clause(clause, terms, faults)).collect();
    read.into_iter().collect::<Option<Vec<_>>>().map(Condition::new)
}

fn read_clause(entry: &Entry, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<(FieldId, Vec<Pattern>)> {
    let field = terms.fields.find(&entry.key);
    if field.is_none() {
        let label = Label::new(entry.key_span.clone(), policy_conditions::not_comparable());
        let message = policy_conditions::no_field(&quoted(&entry.key));
        let help = if entry.key == "id" {
            policy_conditions::id_not_comparable()
        } else {
            let names: Vec<_> = terms.fields.iter().map(|(_, name)| name).collect();
            policy_conditions::further_field(&hint(&entry.key, &names))
        };
        faults.error(Code::UnknownField, message, label).help = Some(help);
    }
    let words = section::texts(entry, Shape::Line, faults)?;
    let patterns: Vec<Pattern> = words.iter().map(|words| Pattern::new(words.text)).collect();
    if field == Some(FieldId::SEVERITY) {
        for (words, pattern) in words.iter().zip(&patterns) {
            terms.check_severity(words, pattern.is_wild(), |name| pattern.matches(name), faults);
        }
    }
    Some((field?, patterns))
}

/// Whether every incident that fits `later` also fits `earlier`, as far as the patterns alone tell.
pub(super) fn covers(earlier: &Condition, later: &Condition) -> bool {
    earlier.clauses().iter().all(|(field, wide)| {
        later.clauses().iter().any(|(other, narrow)| {
            other == field && narrow.iter().all(|narrow| wide.iter().any(|wide| pattern_covers(wide, narrow)))
        })
    })
}

fn pattern_covers(wide: &Pattern, narrow: &Pattern) -> bool {
    let (written, narrow_written) = (wide.to_string(), narrow.to_string());
    normal(&written) == normal(&narrow_written)
        || (!narrow.is_wild() && wide.matches(&narrow_written))
        || normal(&written) == "*"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(clauses: &[(FieldId, &[&str])]) -> Condition {
        Condition::new(
            clauses
                .iter()
                .map(|(field, texts)| (*field, texts.iter().map(|text| Pattern::new(text)).collect()))
                .collect(),
        )
    }

    #[test]
    fn a_wider_condition_covers_a_narrower_one_only() {
        let everything = Condition::default();
        let acme = condition(&[(FieldId::CUSTOMER, &["ACME"])]);
        let acme_or_globex = condition(&[(FieldId::CUSTOMER, &["Globex*", "ａｃｍｅ"])]);
        let acme_high = condition(&[(FieldId::SEVERITY, &["high"]), (FieldId::CUSTOMER, &["acme"])]);
        assert!(covers(&everything, &acme));
        assert!(covers(&acme, &acme_high));
        assert!(covers(&acme_or_globex, &acme));
        assert!(covers(&acme_or_globex, &condition(&[(FieldId::CUSTOMER, &["globex japan"])])));
        assert!(!covers(&acme, &everything));
        assert!(!covers(&acme, &acme_or_globex));
        assert!(!covers(&acme_high, &acme));
        assert!(!covers(&acme_or_globex, &condition(&[(FieldId::CUSTOMER, &["Glob*"])])));
    }
}

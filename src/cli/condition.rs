use anyhow::bail;

use crate::domain::{Condition, FieldId, Pattern, Policy};
use crate::words::selection as words;

/// Reads `--where FIELD=PATTERN` options. A field that is named again may have any of its patterns.
pub(super) fn parse(options: &[String], policy: &Policy) -> anyhow::Result<Condition> {
    let mut clauses: Vec<(FieldId, Vec<Pattern>)> = Vec::new();
    for option in options {
        let Some((name, pattern)) = option.split_once('=') else {
            bail!(words::no_condition(option));
        };
        let name = name.trim();
        let Some(field) = policy.fields.find(name) else {
            let known: Vec<&str> = policy.fields.iter().map(|(_, name)| name).collect();
            bail!(words::unknown_field(name, &known.join(", ")));
        };
        let pattern = Pattern::new(pattern.trim());
        match clauses.iter_mut().find(|(known, _)| *known == field) {
            Some((_, patterns)) => patterns.push(pattern),
            None => clauses.push((field, vec![pattern])),
        }
    }
    Ok(Condition::new(clauses))
}

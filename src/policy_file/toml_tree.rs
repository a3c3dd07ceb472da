use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Code, Label};

/// Reads TOML; `None` where it has faults of syntax, all of which are then among `faults`.
pub(super) fn read_toml(text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let code = if error.message() == "duplicate key" { Code::DuplicateKey } else { Code::Syntax };
        let help = if code == Code::DuplicateKey {
            "write the key once"
        } else {
            "the policy must be TOML (https://toml.io): texts in double quotes, tables as `[name]`"
        };
        faults.error(code, error.message(), Label::new(span, "here")).help = Some(help.to_owned());
    }
    errors.is_empty().then(|| Node { span: table.span(), value: Value::Table(entries(table.into_inner())) })
}

fn entries(table: DeTable<'_>) -> Vec<Entry> {
    table
        .into_iter()
        .map(|(key, value)| Entry {
            key_span: key.span(),
            key: key.into_inner().into_owned(),
            node: node(value),
        })
        .collect()
}

fn node(value: Spanned<DeValue<'_>>) -> Node {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Number(number.to_string()),
        DeValue::Float(number) => Value::Number(number.to_string()),
        DeValue::Boolean(truth) => Value::Truth(truth),
        DeValue::Datetime(moment) => Value::Moment(moment.to_string()),
        DeValue::Array(items) => Value::List(items.into_iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(entries(table)),
    };
    Node { span, value }
}

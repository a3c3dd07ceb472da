use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::faults::Faults;
use super::tree::{Entry, Node, Value};
use crate::diagnostic::{Code, Label};
use crate::words::{policy_keys, policy_syntax};

/// Reads TOML; `None` where it has faults of syntax, all of which are then among `faults`.
pub(super) fn read_toml(text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let code = if error.message() == "duplicate key" { Code::DuplicateKey } else { Code::Syntax };
        let help = if code == Code::DuplicateKey {
            policy_keys::write_once()
        } else {
            policy_syntax::must_be_toml()
        };
        let message = policy_syntax::toml_fault(error.message());
        faults.error(code, message, Label::new(span, policy_syntax::here())).help = Some(help);
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

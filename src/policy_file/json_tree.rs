use std::ops::Range;

use jsonc_parser::ast::Value as Json;
use jsonc_parser::common::{Range as Place, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::faults::Faults;
use super::tree::{Entry, Node, Value};
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::words::{policy_keys, policy_syntax, policy_types};

/// Plain JSON: nothing of what the parser would allow beyond it.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads JSON; `None` where it isn't JSON, or no table, which is then among `faults`.
pub(super) fn read_json(text: &str, faults: &mut Faults<'_>) -> Option<Node> {
    let parsed = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed,
        Err(error) => {
            let span = bytes(error.range());
            let mut message = error.kind().to_string();
            if let Some(first) = message.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            let label = Label::new(span, policy_syntax::here());
            faults.error(Code::Syntax, policy_syntax::json_fault(&message), label).help =
                Some(policy_syntax::must_be_json());
            return None;
        }
    };
    let root = parsed.value.map(|value| node(value, faults));
    match root {
        Some(root) if matches!(root.value, Value::Table(_)) => Some(root),
        other => {
            let (found, span) = other.map_or_else(
                || (policy_types::nothing(), 0..0),
                |root| (root.value.kind(), root.span.start..root.span.start + 1),
            );
            let label = Label::new(span, policy_syntax::expected_brace());
            faults.error(Code::Syntax, policy_syntax::must_be_object(&found), label);
            None
        }
    }
}

/// The parser's range as bytes of the file.
fn bytes(range: Place) -> Range<usize> {
    range.start..range.end.max(range.start)
}

fn node(json: Json<'_>, faults: &mut Faults<'_>) -> Node {
    let span = bytes(json.range());
    let value = match json {
        Json::StringLit(text) => Value::Text(text.value.into_owned()),
        Json::NumberLit(number) => Value::Number(number.value.to_owned()),
        Json::BooleanLit(literal) => Value::Truth(literal.value),
        Json::NullKeyword(_) => Value::Null,
        Json::Array(array) => {
            Value::List(array.elements.into_iter().map(|element| node(element, faults)).collect())
        }
        Json::Object(object) => {
            let mut entries: Vec<Entry> = Vec::new();
            for property in object.properties {
                let key_span = bytes(property.name.range());
                let key = property.name.into_string();
                let node = node(property.value, faults);
                if let Some(first) = entries.iter().find(|entry| entry.key == key) {
                    let first = Label::new(first.key_span.clone(), policy_keys::first_here());
                    let again = Label::new(key_span, policy_keys::again_here());
                    let message = policy_keys::duplicate(&quoted(&key));
                    let fault = faults.error(Code::DuplicateKey, message, again);
                    fault.further.push(first);
                    fault.help = Some(policy_keys::write_once());
                } else {
                    entries.push(Entry { key, key_span, node });
                }
            }
            Value::Table(entries)
        }
    };
    Node { span, value }
}

//! Showing foreign text safely, and lengths of time to people.

use std::borrow::Cow;

use crate::domain::{Language, Span};

/// The text on one line, without anything that would steer a terminal or hide and reorder what
/// people read.
pub(in crate::render) fn sanitize(text: &str) -> Cow<'_, str> {
    let hidden = |sign: char| {
        sign.is_control()
            || matches!(
                sign,
                '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            )
            || matches!(sign, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
    };
    if !text.chars().any(hidden) {
        return Cow::Borrowed(text);
    }
    let shown = |sign: char| match sign {
        '\n' => '⏎',
        '\t' => ' ',
        sign if hidden(sign) => '\u{fffd}',
        sign => sign,
    };
    Cow::Owned(text.replace("\r\n", "\n").chars().map(shown).collect())
}

/// The text as Markdown that shows exactly this text, wherever it is put.
pub(in crate::render) fn markdown_escape(text: &str) -> String {
    let text = sanitize(text);
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut before = None;
    for sign in text.chars() {
        let ends_number = escaped.bytes().all(|byte| byte.is_ascii_digit());
        let means_something = match sign {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$' | '#' | '!' | '{'
            | '}' => true,
            '/' => before == Some(':'),
            '-' | '+' | '=' | ':' => before.is_none(),
            '.' | ')' => ends_number || escaped.len() >= 3 && escaped.to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(sign);
        if sign == '@' {
            escaped.push('\u{2060}');
        }
        before = Some(sign);
    }
    escaped
}

/// A length of time for people: `1h30m`, `2d4h`, `1時間30分`, `2日4時間`.
pub(in crate::render) fn duration(span: Span, language: Language) -> String {
    let seconds = span.whole_seconds().unsigned_abs();
    let hours = seconds / 3600;
    let (days, hours) = if hours >= 48 { (hours / 24, hours % 24) } else { (0, hours) };
    let units = match language {
        Language::English => ["d", "h", "m", "s"],
        Language::Japanese => ["日", "時間", "分", "秒"],
    };
    let counts = [days, hours, seconds / 60 % 60, seconds % 60];
    let mut text = String::new();
    for (count, unit) in counts.iter().zip(units).filter(|(count, _)| **count > 0) {
        text.push_str(&count.to_string());
        text.push_str(unit);
    }
    if text.is_empty() { format!("0{}", units[2]) } else { text }
}

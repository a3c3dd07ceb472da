use crate::policy_file::wording::quoted;
use crate::words::holiday_files;

/// A line of a calendar after unfolding: a property with its parameters and value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContentLine {
    /// Where it begins in the file, from 1 on.
    pub(super) number: usize,
    /// In capitals.
    pub(super) name: String,
    /// Names in capitals, values without quotation marks.
    parameters: Vec<(String, String)>,
    /// As it stands in the file, escapes and all.
    pub(super) value: String,
}

impl ContentLine {
    /// Whether it is a certain property.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The property and its value, for messages.
    pub(super) fn text(&self) -> String {
        format!("{}:{}", self.name, self.value)
    }

    /// A text value on one line, without its escapes (section 3.3.11).
    pub(super) fn unescaped(&self) -> String {
        let (mut text, mut chars) = (String::with_capacity(self.value.len()), self.value.chars());
        while let Some(char) = chars.next() {
            text.push(match char {
                '\\' => match chars.next() {
                    Some('n' | 'N') | None => ' ',
                    Some(escaped) => escaped,
                },
                char if char.is_control() => ' ',
                char => char,
            });
        }
        text.trim().to_owned()
    }
}

/// The lines of a calendar, folded ones joined (section 3.1); the error is what can't be one.
pub(super) fn content_lines(bytes: &[u8]) -> impl Iterator<Item = Result<ContentLine, (usize, String)>> {
    unfolded(bytes)
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(number, line)| read(number, line).map_err(|message| (number, message)))
}

/// Lines with their numbers. A fold may stand within a character, so this comes before decoding.
fn unfolded(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    let mut lines = bytes.split(|&byte| byte == b'\n').zip(1..).peekable();
    std::iter::from_fn(move || {
        let (line, number) = lines.next()?;
        let mut joined = line.strip_suffix(b"\r").unwrap_or(line).to_vec();
        while let Some((folded, _)) =
            lines.next_if(|(line, _)| line.starts_with(b" ") || line.starts_with(b"\t"))
        {
            joined.extend_from_slice(folded[1..].strip_suffix(b"\r").unwrap_or(&folded[1..]));
        }
        Some((number, joined))
    })
}

fn read(number: usize, line: Vec<u8>) -> Result<ContentLine, String> {
    let line = String::from_utf8(line).map_err(|_| holiday_files::no_utf8_line())?;
    let refused = || holiday_files::no_line(&quoted(&line));
    // Parameter values in quotation marks may hold colons and semicolons.
    let (mut quotes, mut start, mut parts) = (false, 0, Vec::new());
    let mut value = None;
    for (at, char) in line.char_indices() {
        match char {
            '"' => quotes = !quotes,
            ';' | ':' if !quotes => {
                parts.push(&line[start..at]);
                start = at + 1;
                if char == ':' {
                    value = Some(&line[start..]);
                    break;
                }
            }
            _ => {}
        }
    }
    let (Some(value), [name, parameters @ ..]) = (value, parts.as_slice()) else { return Err(refused()) };
    let is_name = |name: &str| {
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
    };
    if !is_name(name) {
        return Err(refused());
    }
    let parameters = parameters
        .iter()
        .map(|parameter| {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            (name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned())
        })
        .collect();
    Ok(ContentLine { number, name: name.to_ascii_uppercase(), parameters, value: value.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<ContentLine> {
        content_lines(text.as_bytes()).collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_fold_may_stand_within_a_character() {
        let mut bytes = "SUMMARY:元日\r\nSTATUS:CONFIRMED\r\n".as_bytes().to_vec();
        bytes.splice(9..9, *b"\r\n ");
        let lines: Vec<_> = content_lines(&bytes).collect::<Result<_, _>>().unwrap();
        assert_eq!(lines[0].value, "元日");
        assert_eq!((lines[1].number, lines[1].name.as_str()), (3, "STATUS"));
    }

    #[test]
    fn parameters_may_be_quoted() {
        let [line] = &lines("summary;LANGUAGE=ja;x-note=\"a:b;c\":創立\\, 記念\\n日\\;\\\\")[..] else {
            panic!()
        };
        assert!(line.is("SUMMARY"));
        assert_eq!(line.parameter("X-NOTE"), Some("a:b;c"));
        assert_eq!(line.unescaped(), "創立, 記念 日;\\");
    }

    #[test]
    fn other_lines_are_refused() {
        for text in ["SUMMARY", ":x", "a b:c", "A;B=\"c:d"] {
            assert!(content_lines(text.as_bytes()).any(|line| line.is_err()), "{text}");
        }
        assert!(content_lines(b"A:\xff").any(|line| line.is_err()));
    }
}

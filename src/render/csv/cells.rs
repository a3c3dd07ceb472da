use memchr::memchr2;

use super::inert::inert;
use crate::render::sanitize::{any_byte, may_be_hidden};

/// Cells on their way into bytes, as the `csv` crate would write them: in quotes only where it
/// must be.
#[derive(Default)]
pub(super) struct Cells(Vec<u8>);

impl Cells {
    /// The bytes of all cells since they were taken before.
    pub(super) fn take(&mut self) -> Vec<u8> {
        let next = Vec::with_capacity(self.0.len() + self.0.len() / 8);
        std::mem::replace(&mut self.0, next)
    }

    /// A text, [`inert`].
    pub(super) fn text(&mut self, text: &str) {
        self.text_of(text.as_bytes(), Look::at(text.as_bytes()));
    }

    /// The UTF-8 of a text that is a part of what was looked at.
    pub(super) fn text_of(&mut self, text: &[u8], look: Look) {
        let may_compute = matches!(text.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\''));
        if look.may_hide || may_compute {
            let text = inert(str::from_utf8(text).unwrap_or_default());
            self.quoted(text.as_bytes(), text.contains(['"', ',', '\n', '\r']));
        } else {
            self.quoted(text, look.may_separate && memchr2(b'"', b',', text).is_some());
        }
    }

    /// A text, in quotes or not.
    fn quoted(&mut self, text: &[u8], quotes: bool) {
        if !quotes {
            return self.bytes(text);
        }
        self.0.push(b'"');
        for (place, part) in text.split(|&byte| byte == b'"').enumerate() {
            if place > 0 {
                self.0.extend_from_slice(b"\"\"");
            }
            self.0.extend_from_slice(part);
        }
        self.bytes(b"\"");
    }

    /// A cell that is written as it is.
    pub(super) fn bytes(&mut self, cell: &[u8]) {
        self.0.extend_from_slice(cell);
        self.0.push(b',');
    }

    /// Ends the row behind the latest cell.
    pub(super) fn end(&mut self) {
        if let Some(last) = self.0.last_mut() {
            *last = b'\n';
        }
    }
}

/// The bytes of a cell that comes again and again.
pub(super) fn cell(text: &str) -> Vec<u8> {
    let mut cells = Cells::default();
    cells.text(text);
    cells.0.pop();
    cells.0
}

/// What a look at all texts of a row, run together, tells of each.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Whether any may have characters that are not written as they are.
    may_hide: bool,
    /// Whether any may have commas or quotes.
    may_separate: bool,
}

impl Look {
    #[expect(clippy::needless_bitwise_bool, reason = "lazy operators keep it from many bytes at once")]
    pub(super) fn at(text: &[u8]) -> Self {
        Self {
            may_hide: any_byte(text, may_be_hidden),
            may_separate: any_byte(text, |byte| (byte == b'"') | (byte == b',')),
        }
    }
}

#[cfg(test)]
mod tests {
    use csv::{Terminator, WriterBuilder};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_csv_crate_writes_the_same(
            rows in prop::collection::vec(prop::collection::vec("[-=@'\",ab \r\n\t\u{7F}監\u{200B}＝]{0,40}|.*", 2..6), 1..5),
        ) {
            let mut cells = Cells::default();
            let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
            for row in &rows {
                let look = Look::at(row.concat().as_bytes());
                for cell in row {
                    cells.text_of(cell.as_bytes(), look);
                }
                cells.end();
                writer.write_record(row.iter().map(|cell| inert(cell).into_owned())).unwrap();
            }
            prop_assert_eq!(String::from_utf8(cells.take()).unwrap(), String::from_utf8(writer.into_inner().unwrap()).unwrap());
        }
    }
}

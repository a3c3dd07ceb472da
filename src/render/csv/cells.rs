use super::inert::inert;
use crate::render::sanitize::{any_byte, may_be_hidden};

/// Cells on their way into bytes, as the `csv` crate would write them: in quotes only where it
/// must be.
#[derive(Default)]
pub(super) struct Cells(Vec<u8>);

impl Cells {
    /// The bytes of all cells since they were taken before.
    pub(super) fn take(&mut self) -> Vec<u8> {
        let next = Vec::with_capacity(self.0.len());
        std::mem::replace(&mut self.0, next)
    }

    /// A text, [`inert`].
    pub(super) fn text(&mut self, text: &str) {
        self.text_of(text, is_plain(text));
    }

    /// A text that stands in one that [`is_plain`].
    pub(super) fn text_of(&mut self, text: &str, plain: bool) {
        if plain && !matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\'')) {
            return self.bytes(text.as_bytes());
        }
        let text = inert(text);
        if !text.contains(['"', ',', '\n', '\r']) {
            return self.bytes(text.as_bytes());
        }
        self.0.push(b'"');
        for (place, part) in text.split('"').enumerate() {
            if place > 0 {
                self.0.extend_from_slice(b"\"\"");
            }
            self.0.extend_from_slice(part.as_bytes());
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

/// Whether no part of the text needs quotes, nor hides anything. It may still begin like a formula.
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators keep it from many bytes at once")]
pub(super) fn is_plain(text: &str) -> bool {
    !any_byte(text, |byte| may_be_hidden(byte) | (byte == b'"') | (byte == b','))
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
                let plain = is_plain(&row.concat());
                for cell in row {
                    if plain { cells.text_of(cell, true) } else { cells.text(cell) }
                }
                cells.end();
                writer.write_record(row.iter().map(|cell| inert(cell).into_owned())).unwrap();
            }
            prop_assert_eq!(String::from_utf8(cells.take()).unwrap(), String::from_utf8(writer.into_inner().unwrap()).unwrap());
        }
    }
}

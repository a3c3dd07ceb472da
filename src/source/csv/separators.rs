/// Finds delimiters and line ends, eight bytes at a time. Cells are mostly short, so that a search
/// that began anew for each of them would spend most of its time beginning.
pub(super) struct Separators<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    /// Where the eight bytes begin.
    base: usize,
    /// The high bit of each of them that may be a separator and was not given yet.
    marks: u64,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;
/// Line ends are below this.
const ABOVE_LINE_ENDS: u64 = 0x0e;

impl<'t> Separators<'t> {
    /// Looks from `at` on.
    #[inline]
    pub(super) fn new(bytes: &'t [u8], at: usize, delimiter: u8) -> Self {
        let mut separators = Self { bytes, delimiter, base: at, marks: 0 };
        separators.marks = separators.look();
        separators
    }

    /// Where the next one stands, or where the text ends.
    #[inline]
    pub(super) fn next(&mut self) -> usize {
        loop {
            while self.marks == 0 {
                self.base += 8;
                if self.base >= self.bytes.len() {
                    return self.bytes.len();
                }
                self.marks = self.look();
            }
            let place = self.base + (self.marks.trailing_zeros() / 8) as usize;
            self.marks &= self.marks - 1;
            match self.bytes.get(place) {
                Some(&byte) if byte == self.delimiter || byte == b'\n' || byte == b'\r' => return place,
                _ => {}
            }
        }
    }

    /// Goes on at `at`, which is further on.
    #[inline]
    pub(super) fn seek(&mut self, at: usize) {
        match at - self.base {
            within @ 0..8 => self.marks &= u64::MAX << (within * 8),
            _ => *self = Self::new(self.bytes, at, self.delimiter),
        }
    }

    /// Marks the bytes that may be separators: all that are, and rarely one that isn't.
    #[inline]
    fn look(&self) -> u64 {
        let rest = self.bytes.get(self.base..).unwrap_or_default();
        let word = if let Some(eight) = rest.first_chunk::<8>() {
            u64::from_le_bytes(*eight)
        } else {
            let mut eight = [0xff; 8];
            eight[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(eight)
        };
        let other = word ^ (ONES * u64::from(self.delimiter));
        let line_ends = word.wrapping_sub(ONES * ABOVE_LINE_ENDS) & !word;
        let delimiters = other.wrapping_sub(ONES) & !other;
        (line_ends | delimiters) & HIGH
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_separator_is_found(bytes in prop::collection::vec(prop::sample::select(b",\n\r\x0b\x0c\x0d\x2d\x2b\0\x01a\xff;".to_vec()), 0..60), from in 0..60usize) {
            let from = from.min(bytes.len());
            let mut separators = Separators::new(&bytes, 0, b',');
            separators.seek(from);
            let mut found = Vec::new();
            loop {
                let next = separators.next();
                if next == bytes.len() {
                    break;
                }
                found.push(next);
            }
            let expected: Vec<usize> = (from..bytes.len()).filter(|&at| b",\n\r".contains(&bytes[at])).collect();
            prop_assert_eq!(found, expected);
        }
    }
}

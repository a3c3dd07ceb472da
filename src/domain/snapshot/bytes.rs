use crate::domain::Instant;

/// Puts together the bytes of a snapshot.
#[derive(Debug, Default)]
pub(super) struct Writer(Vec<u8>);

/// A length in a list of lengths.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    /// The list ends here.
    End,
    /// There is no text, which is something else than an empty one.
    NoText,
    /// So many bytes.
    Of(usize),
}

impl Writer {
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    pub(super) fn written(&self) -> &[u8] {
        &self.0
    }

    /// A number of any size; small ones take a byte.
    pub(super) fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.byte(low_bits(number) | 0x80);
            number >>= 7;
        }
        self.byte(low_bits(number));
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    pub(super) fn nanos(&mut self, nanos: i64) {
        self.bytes(&nanos.to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes(text.as_bytes());
    }

    /// The next in a list of lengths, `None` where there is no text.
    pub(super) fn length(&mut self, length: Option<usize>) {
        self.number(length.map_or(1, |length| length + 2));
    }

    pub(super) fn end_of_lengths(&mut self) {
        self.number(0);
    }
}

fn low_bits(number: usize) -> u8 {
    u8::try_from(number & 0x7F).unwrap_or_default()
}

/// Reads what a [`Writer`] wrote, from here to the end.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 || shift >= usize::BITS {
                return number;
            }
        }
    }

    pub(super) fn byte(&mut self) -> u8 {
        let [byte] = self.array();
        byte
    }

    pub(super) fn moment(&mut self) -> Instant {
        Instant::from_nanos(self.nanos())
    }

    pub(super) fn nanos(&mut self) -> i64 {
        i64::from_le_bytes(self.array())
    }

    /// The next bytes, of a number that is known.
    pub(super) fn array<const N: usize>(&mut self) -> [u8; N] {
        let Some((array, rest)) = self.0.split_first_chunk() else { return [0; N] };
        self.0 = rest;
        *array
    }

    /// A part of so many bytes.
    pub(super) fn part(&mut self, length: usize) -> Self {
        let (part, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest;
        Self(part)
    }

    /// The part with a list of things of this size, their number before them.
    pub(super) fn part_of_many(&mut self, size: usize) -> Self {
        let count = self.number();
        self.part(count * size)
    }

    /// What `pass` reads over.
    pub(super) fn part_of(&mut self, pass: impl FnOnce(&mut Self)) -> Self {
        let before = self.0;
        pass(self);
        Self(before.get(..before.len() - self.0.len()).unwrap_or_default())
    }

    /// All that `one` reads, again and again to the end.
    pub(super) fn list<T>(mut self, mut one: impl FnMut(&mut Self) -> T) -> impl Iterator<Item = T> {
        std::iter::from_fn(move || (!self.is_at_end()).then(|| one(&mut self)))
    }

    /// The next in a list of lengths.
    pub(super) fn length(&mut self) -> Length {
        match self.number() {
            0 => Length::End,
            1 => Length::NoText,
            more => Length::Of(more - 2),
        }
    }

    pub(super) fn text(&mut self) -> &'a [u8] {
        let length = self.number();
        self.part(length).0
    }
}

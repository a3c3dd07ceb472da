use crate::domain::Span;

/// A time or a number as text, without memory of its own: a long report writes millions.
#[derive(Clone, Copy)]
pub(super) struct ShortText {
    bytes: [u8; Self::MOST],
    length: usize,
}

impl ShortText {
    /// The longest text: a time with nanoseconds and offset has 35 bytes.
    const MOST: usize = 40;

    pub(super) const fn new() -> Self {
        Self { bytes: [0; Self::MOST], length: 0 }
    }

    /// Seconds as [`Span`] displays them.
    pub(super) fn of_span(span: Span) -> Self {
        let mut text = Self::new();
        if span.nanos() < 0 {
            text.push(b'-');
        }
        let nanos = span.nanos().unsigned_abs();
        text.push_number(nanos / 1_000_000_000);
        text.push_fraction(nanos % 1_000_000_000);
        text
    }

    /// A whole number.
    pub(super) fn of_number(number: u64) -> Self {
        let mut text = Self::new();
        text.push_number(number);
        text
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    pub(super) fn push_all(&mut self, bytes: &[u8]) {
        if let Some(places) = self.bytes.get_mut(self.length..self.length + bytes.len()) {
            places.copy_from_slice(bytes);
            self.length += bytes.len();
        }
    }

    /// A number of as many digits as it needs.
    pub(super) fn push_number(&mut self, mut number: u64) {
        let mut digits = [0; 20];
        let mut start = digits.len();
        while number >= 100 {
            start -= 2;
            digits[start..start + 2].copy_from_slice(&two_digits(number));
            number /= 100;
        }
        start -= 2;
        digits[start..start + 2].copy_from_slice(&two_digits(number));
        self.push_all(&digits[start + usize::from(number < 10)..]);
    }

    /// The billionths behind a decimal point, as few digits as exactness allows; none for zero.
    pub(super) fn push_fraction(&mut self, mut billionths: u64) {
        if billionths == 0 {
            return;
        }
        self.push(b'.');
        let mut place = 100_000_000;
        while billionths > 0 {
            self.push(digit(billionths / place));
            billionths %= place;
            place /= 10;
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// The last two digits of a number.
pub(super) fn two_digits(number: u64) -> [u8; 2] {
    const PAIRS: [[u8; 2]; 100] = {
        let mut pairs = [[b'0'; 2]; 100];
        let mut number = 0_u8;
        while number < 100 {
            pairs[number as usize] = [b'0' + number / 10, b'0' + number % 10];
            number += 1;
        }
        pairs
    };
    PAIRS[usize::try_from(number % 100).unwrap_or_default()]
}

/// The last digit of a number.
fn digit(number: u64) -> u8 {
    b'0' + u8::try_from(number % 10).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn spans_read_as_they_are_displayed(nanos in any::<i64>()) {
            for span in [Span::from_nanos(nanos), Span::from_nanos(nanos / 1_000_000_000 * 1_000_000_000)] {
                let text = ShortText::of_span(span);
                prop_assert_eq!(text.as_str(), span.to_string());
            }
        }
    }
}

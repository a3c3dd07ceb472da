/// A decimal number without a sign, as it is written: `302`, `302.5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) struct Decimal<'a> {
    /// The digits before the point, at least one.
    pub(in crate::source) whole: &'a str,
    /// The digits after it, perhaps none.
    pub(in crate::source) fraction: &'a str,
}

impl<'a> Decimal<'a> {
    /// The number, if `text` is one and nothing else.
    pub(in crate::source) fn parse(text: &'a str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (!whole.is_empty() && is_number(whole) && is_number(fraction)).then_some(Self { whole, fraction })
    }

    /// Whether every digit is a zero.
    pub(in crate::source) fn is_zero(self) -> bool {
        self.whole.bytes().chain(self.fraction.bytes()).all(|digit| digit == b'0')
    }

    /// The number times ten to the `places`; `None` where it doesn't fit. What lies below one is
    /// dropped.
    pub(in crate::source) fn scaled(self, places: usize) -> Option<i64> {
        let fraction = self.fraction.bytes().chain(std::iter::repeat(b'0')).take(places);
        self.whole
            .bytes()
            .chain(fraction)
            .try_fold(0_i64, |value, digit| value.checked_mul(10)?.checked_add(i64::from(digit - b'0')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_scaled_exactly() {
        let scaled = |text| Decimal::parse(text).and_then(|number| number.scaled(9));
        assert_eq!(scaled("302"), Some(302_000_000_000));
        assert_eq!(scaled("0.1234567891"), Some(123_456_789));
        assert_eq!(scaled("99999999999999"), None);
        for text in ["", ".5", "-1", "1e3", "1,5", "1.2.3", "١"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}

use serde::{Serialize, Serializer, ser};
use serde_json::value::RawValue;

use crate::domain::{Instant, Span};
use crate::render::short_text::ShortText;
use crate::render::time::LocalTimes;

/// Seconds: an integer where they are whole, else the exact decimal.
#[derive(Debug)]
pub(in crate::render) struct Seconds(pub(in crate::render) Span);

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if Span::from_seconds(self.0.whole_seconds()) == Some(self.0) {
            return serializer.serialize_i64(self.0.whole_seconds());
        }
        // A binary fraction would not hold all nanoseconds of a long time.
        let text = ShortText::of_span(self.0).as_str().to_owned();
        RawValue::from_string(text).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

/// A moment, as RFC 3339 in a zone.
pub(in crate::render) struct Moment<'a>(pub(in crate::render) &'a LocalTimes, pub(in crate::render) Instant);

impl Serialize for Moment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.rfc3339_text(self.1).as_str())
    }
}

/// A list whose items are made only while they are written, so that a long one needs no memory.
pub(in crate::render) struct Listed<'a, T, F>(pub(in crate::render) &'a [T], pub(in crate::render) F);

impl<'a, T, U: Serialize, F: Fn(&'a T) -> U> Serialize for Listed<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_exact() {
        for (nanos, text) in [
            (1_800_000_000_000, "1800"),
            (500_000_000, "0.5"),
            (-1_000_000_001, "-1.000000001"),
            (9_007_199_254_740_993_001, "9007199254.740993001"),
        ] {
            assert_eq!(serde_json::to_string(&Seconds(Span::from_nanos(nanos))).unwrap(), text);
        }
    }
}

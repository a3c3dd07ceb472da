use std::borrow::Cow;
use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{Instant, Span};
use crate::words::ledger_lines;

/// A moment in the ledger: RFC 3339 in UTC, with as many decimals as it needs. One form, so that
/// the name of an entry doesn't hang on the zone of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub Instant);

impl Moment {
    /// Reads a time in RFC 3339, of any offset.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let time = DateTime::parse_from_rfc3339(text).ok()?;
        Instant::from_epoch(time.timestamp(), time.timestamp_subsec_nanos()).map(Self)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = DateTime::<Utc>::from_timestamp_nanos(self.0.nanos());
        f.write_str(&utc.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom(ledger_lines::no_time(&text)))
    }
}

/// A length of time in the ledger, in seconds: a whole number where it is one, else a decimal
/// number, or its digits as text where a number of JSON couldn't hold them exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seconds(pub Span);

impl Seconds {
    /// No time at all.
    pub(super) const fn none() -> Self {
        Self(Span::ZERO)
    }

    /// Whether it is no time at all.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
    pub(super) const fn is_none(&self) -> bool {
        self.0.nanos() == 0
    }
}

const NANOS: i64 = 1_000_000_000;

impl Serialize for Seconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.nanos() % NANOS == 0 {
            return serializer.serialize_i64(self.0.whole_seconds());
        }
        let digits = self.0.to_string();
        match digits.parse::<f64>() {
            // Up to 15 digits every reader of JSON finds the same number.
            Ok(number) if digits.len() <= 16 && number.to_string() == digits => {
                serializer.serialize_f64(number)
            }
            _ => serializer.serialize_str(&digits),
        }
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SecondsVisitor)
    }
}

struct SecondsVisitor;

impl Visitor<'_> for SecondsVisitor {
    type Value = Seconds;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of seconds")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Seconds, E> {
        Span::from_seconds(value).map(Seconds).ok_or_else(|| E::custom(ledger_lines::too_many_seconds()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Seconds, E> {
        self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Seconds, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, digits: &str) -> Result<Seconds, E> {
        exact(digits).map(Seconds).ok_or_else(|| E::custom(ledger_lines::no_seconds(digits)))
    }
}

/// Reads decimal digits with at most nine decimals, exactly.
fn exact(digits: &str) -> Option<Span> {
    let (sign, number) = digits.strip_prefix('-').map_or((1, digits), |rest| (-1, rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || fraction.len() > 9 {
        return None;
    }
    let nanos = whole.parse::<i64>().ok()?.checked_mul(NANOS)?;
    let nanos = nanos.checked_add(format!("{fraction:0<9}").parse().ok()?)?;
    Some(Span::from_nanos(sign * nanos))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn moments_have_one_form() {
        let at = |text: &str| serde_json::from_str::<Moment>(&format!("\"{text}\"")).unwrap();
        assert_eq!(at("2026-11-01T09:00:00+09:00").to_string(), "2026-11-01T00:00:00Z");
        assert_eq!(at("2026-11-01T00:00:00.5Z").to_string(), "2026-11-01T00:00:00.500Z");
        assert!(serde_json::from_str::<Moment>("\"2026-11-01\"").is_err());
    }

    proptest! {
        #[test]
        fn any_moment_and_any_length_reads_back_exactly(nanos in any::<i64>()) {
            let moment = Moment(Instant::from_nanos(nanos));
            let text = serde_json::to_string(&moment).unwrap();
            prop_assert_eq!(serde_json::from_str::<Moment>(&text).unwrap(), moment);
            let length = Seconds(Span::from_nanos(nanos.max(-i64::MAX)));
            let text = serde_json::to_string(&length).unwrap();
            prop_assert_eq!(serde_json::from_str::<Seconds>(&text).unwrap(), length);
        }

        #[test]
        fn short_lengths_are_numbers(millis in 0_i64..1_000_000_000) {
            let text = serde_json::to_string(&Seconds(Span::from_nanos(millis * 1_000_000))).unwrap();
            prop_assert!(!text.starts_with('"'), "{}", text);
        }
    }
}

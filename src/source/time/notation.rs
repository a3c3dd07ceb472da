use super::date::Fault;
use super::missing::MissingTokens;
use super::written::Written;
use super::{DayOrder, Decimal, fixed, stamp};
use crate::domain::{BadTimeFormat, TimeFormat};
use crate::words::unreadable_times as words;

/// How an export writes times, apart from their zone.
#[derive(Clone, Debug)]
pub(in crate::source) struct Notation {
    format: Option<(String, TimeFormat)>,
    missing: MissingTokens,
    order: Option<DayOrder>,
}

/// What a cell says about time, before its zone is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::source) enum Reading {
    /// Not yet, or not recorded.
    Missing,
    /// This time.
    At(Written),
    /// A date whose day and month can't be told apart.
    Ambiguous,
    /// Something else, for this reason.
    Unreadable(String),
}

impl Notation {
    pub(in crate::source) fn new(
        format: Option<&str>,
        missing: &[String],
        order: Option<DayOrder>,
    ) -> Result<Self, BadTimeFormat> {
        let format =
            format.map(|text| TimeFormat::new(text).map(|format| (text.to_owned(), format))).transpose()?;
        let order = format.as_ref().and_then(|(_, format)| format.day_order()).or(order);
        Ok(Self { format, missing: MissingTokens::new(missing), order })
    }

    /// Without a format, which can't be wrong.
    pub(in crate::source) fn unformatted(missing: &[String], order: Option<DayOrder>) -> Self {
        Self { format: None, missing: MissingTokens::new(missing), order }
    }

    pub(in crate::source) fn is_missing(&self, cell: &str) -> bool {
        self.missing.contains(cell)
    }

    pub(in crate::source) fn is_own_missing(&self, cell: &str) -> bool {
        self.missing.has_own(cell)
    }

    /// The short way for the forms that come by the million; `None` says nothing.
    #[inline]
    pub(super) fn read_fixed(&self, cell: &str) -> Option<Written> {
        if self.format.is_some() || self.missing.hides(cell) {
            return None;
        }
        fixed::read(cell.as_bytes()).filter(|written| !written.is_zero())
    }

    /// Whether one of the policy's own tokens might also be read as a time.
    pub(super) fn has_token_like_time(&self) -> bool {
        self.missing.look_like_time()
    }

    /// What the cell says.
    pub(in crate::source) fn read(&self, cell: &str) -> Reading {
        let cell = cell.trim();
        if cell.is_empty() || self.missing.hides(cell) {
            return Reading::Missing;
        }
        let plain = stamp::plain(cell);
        let by_format =
            self.format.as_ref().and_then(|(_, format)| format.read(cell).or_else(|| format.read(&plain)));
        let found = match by_format.or_else(|| fixed::read(plain.as_bytes())) {
            Some(written) => Ok(written),
            None if Decimal::parse(&plain).is_some_and(Decimal::is_zero) => return Reading::Missing,
            None => stamp::read(&plain, self.order),
        };
        match (found, &self.format) {
            (Ok(written), _) if written.is_zero() => Reading::Missing,
            (Ok(written), _) => Reading::At(written),
            (Err(_), _) if self.is_missing(cell) => Reading::Missing,
            (Err(Fault::Ambiguous), None) => Reading::Ambiguous,
            (Err(Fault::Ambiguous), Some((format, _))) => Reading::Unreadable(words::not_of_format(format)),
            (Err(Fault::NotATime), _) => self.refused(words::not_a_time()),
            (Err(Fault::Because(reason)), _) => self.refused(reason),
        }
    }

    fn refused(&self, reason: String) -> Reading {
        Reading::Unreadable(match &self.format {
            Some((format, _)) => words::nor_of_format(&reason, format),
            None => reason,
        })
    }
}

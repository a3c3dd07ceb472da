use chrono::format::{Item, Parsed, StrftimeItems};
use chrono::{DateTime, FixedOffset};

/// What can be wrong with a `time_format`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadTimeFormat {
    /// It isn't a format.
    Invalid(String),
    /// Day, month or year is missing.
    NoDate(String),
    /// Hour or minute is missing.
    NoTimeOfDay(String),
}

/// How the policy says that times are written: a day and a time of that day.
#[derive(Clone, Debug)]
pub enum TimeFormat {
    /// As the days since 1899-12-30 of spreadsheets.
    ExcelSerial,
    /// In the notation of `strftime`.
    Strftime(Vec<Item<'static>>),
}

/// What the policy writes for [`TimeFormat::ExcelSerial`].
const EXCEL_SERIAL: &str = "excel-serial";

impl TimeFormat {
    /// The format that a policy names. Whatever is accepted gives the moment of a time written so.
    pub fn new(text: &str) -> Result<Self, BadTimeFormat> {
        if text == EXCEL_SERIAL {
            return Ok(Self::ExcelSerial);
        }
        let items =
            StrftimeItems::new(text).parse_to_owned().map_err(|_| BadTimeFormat::Invalid(text.to_owned()))?;
        let parsed = sample(&items).ok_or_else(|| BadTimeFormat::Invalid(text.to_owned()))?;
        if parsed.to_naive_datetime_with_offset(0).is_err() {
            let has_date = parsed.to_naive_date().is_ok();
            let fault = if has_date { BadTimeFormat::NoTimeOfDay } else { BadTimeFormat::NoDate };
            return Err(fault(text.to_owned()));
        }
        Ok(Self::Strftime(items))
    }
}

/// What is left of a time that is written and read in this format.
fn sample(items: &[Item<'static>]) -> Option<Parsed> {
    let written = DateTime::<FixedOffset>::from(DateTime::from_timestamp(1_779_372_429, 0)?)
        .format_with_items(items.iter())
        .to_string();
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, &written, items.iter()).ok()?;
    Some(parsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_needs_a_date_and_a_time_of_day() {
        let fault = |text: &str| TimeFormat::new(text).unwrap_err();
        assert_eq!(fault("%d/%m/%Y"), BadTimeFormat::NoTimeOfDay("%d/%m/%Y".into()));
        assert_eq!(fault("%d/%m/%Y %I:%M"), BadTimeFormat::NoTimeOfDay("%d/%m/%Y %I:%M".into()));
        assert_eq!(fault("%m/%Y %H:%M"), BadTimeFormat::NoDate("%m/%Y %H:%M".into()));
        assert_eq!(fault("%H:%M"), BadTimeFormat::NoDate("%H:%M".into()));
        assert_eq!(fault("dd/mm/yyyy"), BadTimeFormat::NoDate("dd/mm/yyyy".into()));
        assert_eq!(fault("%d/%m/%Y %Ü"), BadTimeFormat::Invalid("%d/%m/%Y %Ü".into()));
        for good in [
            "%d/%m/%Y %H:%M",
            "%d.%m.%y %I:%M %p",
            "%s",
            "%c",
            "%Y%m%d%H%M%S%z",
            "%d-%b-%Y %R",
            "excel-serial",
        ] {
            assert!(TimeFormat::new(good).is_ok(), "{good}");
        }
    }
}

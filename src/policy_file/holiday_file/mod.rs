//! Files of holidays: their bytes become days.

use chrono::NaiveDate;

/// What a file of holidays holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HolidayFile {
    /// The holidays.
    pub(crate) days: Vec<FileHoliday>,
    /// How many days were left out, being observed without being public holidays.
    pub(crate) observances: usize,
}

/// One holiday of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileHoliday {
    /// The day.
    pub(crate) date: NaiveDate,
    /// What it is called; may be empty.
    pub(crate) name: String,
}

/// Why a file can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HolidayFileFault {
    /// The line of the file, from 1.
    pub(crate) line: usize,
    /// What is wrong there.
    pub(crate) message: String,
}

/// Reads a file of holidays.
pub(crate) fn read_holiday_file(bytes: &[u8]) -> Result<HolidayFile, Vec<HolidayFileFault>> {
    let _ = bytes;
    Err(vec![HolidayFileFault { line: 1, message: "not read yet".to_owned() }])
}

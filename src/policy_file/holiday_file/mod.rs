//! Files of holidays: their bytes become days.

use chrono::NaiveDate;

/// What a file of holidays holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HolidayFile {
    /// The holidays.
    pub(super) days: Vec<FileHoliday>,
    /// How many days were left out, being observed without being public holidays.
    pub(super) observances: usize,
}

/// One holiday of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileHoliday {
    /// The day.
    pub(super) date: NaiveDate,
    /// What it is called; may be empty.
    pub(super) name: String,
}

/// Why a file can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HolidayFileFault {
    /// The line of the file, from 1.
    pub(super) line: usize,
    /// What is wrong there.
    pub(super) message: String,
}

/// Reads a file of holidays.
pub(super) fn read_holiday_file(bytes: &[u8]) -> Result<HolidayFile, Vec<HolidayFileFault>> {
    let _ = bytes;
    Err(vec![HolidayFileFault { line: 1, message: "not read yet".to_owned() }])
}

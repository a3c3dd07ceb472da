//! Files that list holidays: the Cabinet Office's CSV of Japan and others of its shape, and
//! iCalendar. The bytes are told apart by what stands in them, whatever the file is called.

mod day_list;
mod day_set;
mod encoding;
mod fault;
mod icalendar;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub(super) use fault::HolidayFileFault;

use self::day_set::DaySet;
use self::fault::FileFaults;
use crate::words::holiday_files;

/// What a file of holidays says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HolidayFile {
    /// The days with their names as the file has them, on one line, empty where it has none. There
    /// is at least one.
    pub(super) days: BTreeMap<NaiveDate, String>,
    /// How many events were left out as days that are marked and still worked on.
    pub(super) observances: usize,
}

/// Reads a file of holidays, or lists what is wrong with it.
pub(super) fn read_holiday_file(bytes: &[u8]) -> Result<HolidayFile, Vec<HolidayFileFault>> {
    let bytes = encoding::without_mark(bytes);
    let (mut days, mut faults) = (DaySet::default(), FileFaults::default());
    let observances = if icalendar::is_icalendar(&bytes) {
        icalendar::read(&bytes, &mut days, &mut faults)
    } else {
        day_list::read(&bytes, &mut days, &mut faults);
        0
    };
    if days.is_empty() && faults.is_empty() {
        faults.add(
            1,
            match observances {
                0 => holiday_files::empty("2026/1/1,元日"),
                left_out => holiday_files::only_observances(left_out),
            },
        );
    }
    faults.into_result(HolidayFile { days: days.into_names(), observances })
}

use sha2::{Digest, Sha256};

use super::Surroundings;
use crate::diagnostic::{Code, Label};
use crate::domain::{HolidayDays, HolidaySource, hex};
use crate::policy_file::faults::Faults;
use crate::policy_file::holiday_file::{HolidayFile, HolidayFileFault, read_holiday_file};
use crate::policy_file::section::Words;
use crate::policy_file::wording::{plain, quoted};
use crate::words::holiday_files;

/// Reads the file of holidays of this name.
pub(super) fn read_table(
    name: &Words<'_>,
    around: Surroundings<'_>,
    faults: &mut Faults<'_>,
) -> Option<HolidaySource> {
    let path = around.path.with_file_name("").join(name.text);
    let shown = quoted(name.text);
    let bytes = match (around.files)(&path) {
        Ok(bytes) => bytes,
        Err(why) => {
            let label = Label::new(name.span.clone(), plain(&why));
            faults.error(Code::HolidayFile, holiday_files::unreadable(&shown), label).help =
                Some(holiday_files::looked_for(&quoted(&path.to_string_lossy())));
            return None;
        }
    };
    let file = match read_holiday_file(&bytes) {
        Ok(file) => file,
        Err(found) => {
            let label = Label::new(name.span.clone(), holiday_files::has_faults());
            faults.error(Code::HolidayFile, holiday_files::unusable(&shown), label).help =
                Some(listed(&found));
            return None;
        }
    };
    Some(table(name, &bytes, file, faults))
}

/// The days of a file that was read.
fn table(name: &Words<'_>, bytes: &[u8], file: HolidayFile, faults: &mut Faults<'_>) -> HolidaySource {
    let HolidayFile { days, observances } = file;
    if observances > 0 {
        let message = match observances {
            1 => holiday_files::observance(&quoted(name.text)),
            days => holiday_files::observances(&quoted(name.text), days),
        };
        let label = Label::new(name.span.clone(), holiday_files::not_all_days());
        faults.warning(Code::HolidayFile, message, label).help = Some(holiday_files::name_beside());
    }
    let sha256 = hex(&Sha256::digest(bytes));
    HolidaySource { name: name.text.to_owned(), days: HolidayDays::Table(days), sha256: Some(sha256) }
}

/// The faults of a file, with their lines. They are few: the reader tells the first ones only.
fn listed(found: &[HolidayFileFault]) -> String {
    let told = found.iter().map(|fault| holiday_files::on_line(fault.line, &plain(&fault.message)));
    holiday_files::listed(&told.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::NaiveDate;

    use super::*;
    use crate::diagnostic::Level;

    fn day(day: u32, name: &str) -> (NaiveDate, String) {
        (NaiveDate::from_ymd_opt(2026, 8, day).unwrap(), name.to_owned())
    }

    #[test]
    fn a_file_becomes_a_source_that_can_be_told_from_others() {
        let name = Words { text: "days.csv", span: 3..13 };
        let mut faults = Faults::new(Path::new("slo.toml"));
        let file = HolidayFile { days: [day(14, "夏季休業"), day(13, "")].into(), observances: 2 };
        let source = table(&name, b"abc", file, &mut faults);
        let HolidayDays::Table(days) = &source.days else { panic!("{source:?}") };
        assert_eq!(days.values().collect::<Vec<_>>(), ["", "夏季休業"]);
        assert_eq!(source.name, "days.csv");
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(source.sha256.as_deref(), Some(digest));
        let (told, is_error) = faults.into_sorted();
        let [warning] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((is_error, warning.level, warning.code), (false, Level::Warning, Code::HolidayFile));
        assert!(warning.message.contains("2 days of observance"), "{warning:?}");
    }

    #[test]
    fn faults_of_a_file_are_told_with_their_lines() {
        let fault = |line| HolidayFileFault { line, message: "not a\u{7} day".to_owned() };
        assert_eq!(listed(&[fault(3), fault(5)]), "line 3: not a\\u{7} day; line 5: not a\\u{7} day");
    }
}

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::Surroundings;
use crate::diagnostic::{Code, Label};
use crate::domain::{HolidayDays, HolidaySource};
use crate::policy_file::faults::Faults;
use crate::policy_file::holiday_file::{HolidayFile, HolidayFileFault, read_holiday_file};
use crate::policy_file::section::Words;
use crate::policy_file::wording::{plain, quoted};

/// The most faults of a file that are told.
const TOLD: usize = 3;

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
            let message = format!("holiday file {shown} can't be read");
            faults.error(Code::HolidayFile, message, Label::new(name.span.clone(), plain(&why))).help =
                Some(format!(
                    "looked for {}; what the policy names is looked for from its own folder",
                    quoted(&path.to_string_lossy())
                ));
            return None;
        }
    };
    let HolidayFile { days, observances } = match read_holiday_file(&bytes) {
        Ok(file) => file,
        Err(found) => {
            let message = format!("holiday file {shown} can't be used");
            let label = match found.len() {
                1 => "a fault in it".to_owned(),
                count => format!("{count} faults in it"),
            };
            faults.error(Code::HolidayFile, message, Label::new(name.span.clone(), label)).help =
                Some(listed(&found));
            return None;
        }
    };
    if observances > 0 {
        let (days, are) = if observances == 1 { ("day", "is") } else { ("days", "are") };
        let message = format!(
            "holiday file {shown} has {observances} {days} of observance that {are} no public holiday and left out"
        );
        faults
            .warning(Code::HolidayFile, message, Label::new(name.span.clone(), "not all of its days"))
            .help = Some(
            "a day of them on which nobody works must be named beside the file, such as `2026-12-24`"
                .to_owned(),
        );
    }
    let mut table = BTreeMap::new();
    for day in days {
        table.entry(day.date).or_insert(day.name);
    }
    let sha256 = hex(&Sha256::digest(&bytes));
    Some(HolidaySource { name: name.text.to_owned(), days: HolidayDays::Table(table), sha256: Some(sha256) })
}

/// The first faults of a file, with their lines.
fn listed(found: &[HolidayFileFault]) -> String {
    let told = found.iter().take(TOLD).map(|fault| format!("line {}: {}", fault.line, plain(&fault.message)));
    let mut text = told.collect::<Vec<_>>().join("; ");
    if found.len() > TOLD {
        text.push_str(&format!("; and {} more", found.len() - TOLD));
    }
    text
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string doesn't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use sha2::{Digest, Sha256};

use super::forms::{self, FormArg};
use super::made::{Desk, Found};
use crate::assess::{Customer, LedgerState, PerCustomer, PerCustomerTally, PeriodReport, Report};
use crate::cli::fail_on::FailOn;
use crate::cli::{failure, output_files};
use crate::domain::{Period, Request, hex, normal};
use crate::exit::Outcome;
use crate::output::{OutputFile, print, say};
use crate::render::{self, ReportForm};
use crate::words::report_choice as words;

/// What stands in a path for the name of a customer.
const PLACE: &str = "{customer}";

/// A report for each customer, in files of its own.
pub(super) fn run(desk: &Desk<'_>, period: Period, own: &[PathBuf]) -> anyhow::Result<Outcome> {
    let patterns = patterns(desk)?;
    let chronicle = PerCustomer(desk.chronicle(period.window(desk.policy.zone)));
    let (customers, surroundings) = desk.read(&chronicle)?.take_apart(PerCustomerTally::into_customers);
    let empty = LedgerState::default();
    let state = desk.state.as_ref().unwrap_or(&empty);
    let mut names = Names::default();
    let mut troubles = Vec::new();
    let mut written = Vec::new();
    let mut holds = false;
    let unread: u64 = surroundings.sources().iter().map(|source| source.unreadable).sum();
    let mut unreadable = unread;
    for Customer { name, tally, .. } in customers {
        let found = desk.found_in(&chronicle.0, tally, &surroundings);
        // Beside the rows that nobody could read, those of this customer that contradict themselves.
        unreadable += found.whole.unreadable_rows().saturating_sub(unread);
        let key = normal(&name).into_owned();
        let requests: Vec<&Request> = desk.requests().filter(|request| request.signature[0] == key).collect();
        let told = desk.period_report(period, alone(found), (state, requests), None);
        let told = PeriodReport { customer: Some(name.clone()), ..told };
        let place = names.file_name(&name);
        for (form, pattern) in &patterns {
            let path = PathBuf::from(pattern.replace(PLACE, &place));
            let form = ReportForm::from(*form);
            let style = forms::style(form, &desk.style, true);
            let file = output_files::place_of(&path, own).and_then(|()| OutputFile::prepare(&path))?;
            let wrote = file.stream(|out| render::write_period_report(&told, desk.policy, form, &style, out));
            troubles.extend(wrote.err());
            written.push(path);
        }
        if !desk.args.quiet {
            let shown = if name.is_empty() { "–" } else { &name };
            say(&format!("{shown}: {}", render::period_summary(&told, desk.style.language)));
        }
        holds |= desk.args.fail_on.iter().any(|&condition| self::holds(condition, &told));
    }
    troubles.extend(desk.args.reading.distrust_read(surroundings.sources(), unreadable, ""));
    let paths: Vec<String> =
        written.iter().map(|path| render::sanitize(&path.to_string_lossy()).into_owned()).collect();
    print((paths.join("\n") + "\n").as_bytes())?;
    failure::any(&troubles)?;
    Ok(if holds { Outcome::ConditionHolds } else { Outcome::Answered })
}

/// The files that are asked for, whose folders must be there before the work begins.
fn patterns(desk: &Desk<'_>) -> anyhow::Result<Vec<(FormArg, String)>> {
    let patterns = desk.args.listing.patterns::<FormArg>()?;
    if patterns.is_empty() {
        bail!(words::nowhere_to_write(PLACE));
    }
    for (_, pattern) in &patterns {
        let path = Path::new(pattern);
        let name = path.file_name().map(|name| name.to_string_lossy());
        if !name.is_some_and(|name| name.contains(PLACE)) {
            bail!(words::one_file_for_all(pattern, PLACE));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(anyhow!(words::no_folder(&folder.display())));
        }
    }
    Ok(patterns)
}

/// What is found without what it tells of others: how many rows the exports have, which of them
/// can't be read, why others were excluded.
fn alone(found: Found) -> Found {
    let own = |report: Report| {
        let mut report = report;
        report.exclusions.retain(|exclusion| exclusion.incidents > 0);
        report.sources.clear();
        report.warnings.clear();
        report.unreadable.clear();
        report.adjusted.clear();
        report
    };
    Found { report: own(found.report), whole: own(found.whole), ..found }
}

fn holds(condition: FailOn, told: &PeriodReport<'_>) -> bool {
    match condition {
        FailOn::AtRisk(_) => condition.is_at_risk(&told.at_risk),
        FailOn::Breach | FailOn::Goal | FailOn::Unannotated(_) => condition.holds(&told.report),
    }
}

/// Names of files, one for each customer.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    /// The name of a customer without what leads elsewhere or stands in the way of a file system; with a
    /// digest behind it where it would be that of another customer.
    fn file_name(&mut self, customer: &str) -> String {
        let kept = |char: char| if char.is_alphanumeric() { char } else { '-' };
        let plain: String = customer.chars().map(kept).take(60).collect();
        let plain = plain.trim_matches('-').to_owned();
        let plain = if plain.is_empty() { "no-customer".to_owned() } else { plain };
        let key = plain.to_lowercase();
        let name = match self.0.get(&key) {
            Some(taken) if taken != customer => {
                format!("{plain}-{}", &hex(&Sha256::digest(customer.as_bytes()))[..8])
            }
            _ => plain,
        };
        self.0.entry(key).or_insert_with(|| customer.to_owned());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_lead_nowhere_else_and_are_not_those_of_others() {
        let mut names = Names::default();
        let mut of = |customer: &str| names.file_name(customer);
        assert_eq!(of("株式会社あおば商事"), "株式会社あおば商事");
        assert_eq!(of("../../etc/passwd"), "etc-passwd");
        assert_eq!(of("etc/passwd"), format!("etc-passwd-{}", &hex(&Sha256::digest(b"etc/passwd"))[..8]));
        assert_eq!(of("ACME Corp."), "ACME-Corp");
        assert_ne!(of("acme corp"), "acme-corp", "some file systems don't tell them apart");
        assert_eq!(of(""), "no-customer");
        assert_ne!(of("—"), "no-customer");
    }
}

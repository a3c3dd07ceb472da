use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{anyhow, bail};
use sha2::{Digest, Sha256};

use super::forms::{self, FormArg};
use super::made::{Desk, Found};
use super::memory::breakdowns;
use crate::assess::{Customer, LedgerState, PerCustomer, PeriodReport, Report, SourceSummary};
use crate::cli::fail_on::FailOn;
use crate::cli::population::Population;
use crate::cli::{failure, output_files};
use crate::domain::{Period, Request, hex, normal};
use crate::exit::Outcome;
use crate::output::{OutputFile, print, say};
use crate::render::{self, ReportForm};
use crate::words::report_choice as words;

/// What stands in a path for the name of a customer.
pub(super) const PLACE: &str = "{customer}";

/// A report for each customer, in files of its own.
pub(super) fn run(desk: &Desk<'_>, period: Period, own: &[PathBuf]) -> anyhow::Result<Outcome> {
    let patterns = patterns(desk)?;
    let window = period.window(desk.policy.zone);
    let chronicle = PerCustomer(desk.chronicle(window, breakdowns(period.kind)));
    let Population { tally, exports } = desk.read(&chronicle)?;
    let found: Vec<(String, Found)> = tally
        .into_customers()
        .map(|Customer { name, tally, .. }| (name, desk.found(&chronicle.0, tally, &exports)))
        .filter(|(_, found)| found.whole.incidents > 0)
        .collect();
    // Nothing is written that can't be trusted: a customer would not see that it can't.
    if let Some(distrust) = distrust(desk, &exports.sources, &found) {
        return Err(distrust);
    }
    let empty = LedgerState::default();
    let state = desk.state.as_ref().unwrap_or(&empty);
    let nothing = HashSet::new();
    let mut troubles = Vec::new();
    let mut written = Vec::new();
    let mut holds = false;
    for (name, found) in found {
        let key = normal(&name).into_owned();
        let requests: Vec<&Request> = desk.requests().filter(|request| request.signature[0] == key).collect();
        let told = desk.period_report(period, alone(found), (state, requests), (None, &nothing));
        let told = PeriodReport { customer: Some(name.clone()), ..told };
        let place = file_name(&name);
        for (form, pattern) in &patterns {
            let path = PathBuf::from(pattern.replace(PLACE, &place));
            let form = ReportForm::from(*form);
            let style = forms::style(form, &desk.style, true);
            let file = output_files::place_of(&path, own).and_then(|()| OutputFile::prepare(&path));
            let write =
                |out: &mut dyn Write| render::write_period_report(&told, desk.policy, form, &style, out);
            match file.and_then(|file| file.stream(write)) {
                Ok(()) => written.push(path),
                Err(trouble) => troubles.push(trouble),
            }
        }
        if !desk.args.quiet {
            let shown = if name.is_empty() { "–".into() } else { render::sanitize(&name) };
            say(&format!("{shown}: {}", render::period_summary(&told, desk.style.language)));
        }
        // What waits for its cause is no question of one customer, and not asked here.
        let holds_of = |condition: &FailOn| condition.holds(&told.report, &told.at_risk, |_| false);
        holds |= desk.args.fail_on.iter().any(holds_of);
    }
    let paths: Vec<String> =
        written.iter().map(|path| render::sanitize(&path.to_string_lossy()).into_owned()).collect();
    print((paths.join("\n") + "\n").as_bytes())?;
    failure::any(&troubles)?;
    Ok(if holds { Outcome::ConditionHolds } else { Outcome::Answered })
}

/// Why what was found is no trustworthy answer, if it isn't. Beside the rows that nobody could read, those
/// of each customer count that contradict themselves.
fn distrust(desk: &Desk<'_>, sources: &[SourceSummary], found: &[(String, Found)]) -> Option<anyhow::Error> {
    let unread: u64 = sources.iter().map(|source| source.unreadable).sum();
    let own = found.iter().map(|(_, found)| found.whole.unreadable_rows().saturating_sub(unread));
    desk.args.reading.distrust_read(sources, unread + own.sum::<u64>(), "")
}

/// The files that are asked for, whose folders must be there before the work begins.
fn patterns(desk: &Desk<'_>) -> anyhow::Result<Vec<(FormArg, String)>> {
    let patterns = desk.args.listing.patterns::<FormArg>()?;
    if patterns.is_empty() {
        bail!(words::nowhere_to_write(PLACE));
    }
    for (place, (_, pattern)) in patterns.iter().enumerate() {
        if patterns[..place].iter().any(|(_, other)| other == pattern) {
            bail!(words::pattern_twice(pattern));
        }
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

/// What is found without what it tells of others: which rows there are, which of them can't be read, why
/// others were excluded, and which customers were asked for.
fn alone(found: Found) -> Found {
    let own = |mut report: Report| {
        report.exclusions.retain(|exclusion| exclusion.incidents > 0);
        report.filters.clear();
        report.sources.clear();
        report.warnings.clear();
        report.unreadable.clear();
        report.adjusted.clear();
        report.breaches.iter_mut().chain(&mut report.pending).for_each(|breach| breach.row = 0);
        report.near_misses.iter_mut().for_each(|group| group.row = 0);
        report
    };
    Found { report: own(found.report), whole: own(found.whole), ..found }
}

/// What stands in the name of a file for incidents without a customer.
const NOBODY: &str = "no-customer";

/// The name of a file for a customer: its name in the form in which names are compared, without what leads
/// elsewhere or stands in the way of a file system. It hangs on that name alone, so that it is never that
/// of another customer: where something had to give way, a digest of the name stands behind it.
fn file_name(customer: &str) -> String {
    let key = normal(customer);
    if key.is_empty() {
        return NOBODY.to_owned();
    }
    let kept = |char: char| if char.is_alphanumeric() { char } else { '-' };
    let plain: String = key.chars().map(kept).take(60).collect();
    let plain = plain.trim_matches('-');
    let digested = plain
        .rsplit_once('-')
        .is_some_and(|(_, end)| end.len() == 8 && end.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if plain == key && plain != NOBODY && !digested {
        return plain.to_owned();
    }
    let digest = &hex(&Sha256::digest(key.as_bytes()))[..8];
    if plain.is_empty() { digest.to_owned() } else { format!("{plain}-{digest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_lead_nowhere_else_and_are_not_those_of_others() {
        assert_eq!(file_name("株式会社あおば商事"), "株式会社あおば商事");
        assert_eq!(file_name("ＡＣＭＥ"), "acme");
        assert_eq!(file_name(""), NOBODY);
        let digest = |key: &str| hex(&Sha256::digest(key.as_bytes()))[..8].to_owned();
        assert_eq!(file_name("../../etc/passwd"), format!("etc-passwd-{}", digest("../../etc/passwd")));
        assert_eq!(file_name("ACME Corp."), format!("acme-corp-{}", digest("acme corp.")));
        assert_eq!(file_name("—"), digest("—"));
        assert_eq!(file_name(NOBODY), format!("{NOBODY}-{}", digest(NOBODY)));
        assert_ne!(file_name("A/B"), file_name("A:B"));
        assert_ne!(
            file_name(&file_name("A/B")),
            file_name("A/B"),
            "nobody can be called like a file of another"
        );
    }
}

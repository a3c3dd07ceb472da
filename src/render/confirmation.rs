//! What a command says when it has done its work.

use std::path::Path;

use super::request_words::status_word;
use super::words::count;
use super::{LocalTimes, sanitize};
use crate::domain::{Annotation, Decision, Fix, Language, Policy, RequestStatus};
use crate::words::confirmations::Words;

/// That an annotation was recorded with a cause, and what that leads to.
#[must_use]
pub fn annotated(incident: &str, cause: &str, fix: Fix, language: Language) -> String {
    let words = Words::of(language);
    let incident = sanitize(incident);
    (words.annotated)(&incident, &sanitize(cause)) + &(words.leads_to)(fix, &incident)
}

/// What was decided about the fix for an incident, and what that leads to.
#[must_use]
pub fn decided(incident: &str, fix: Fix, language: Language) -> String {
    let words = Words::of(language);
    let incident = sanitize(incident);
    (words.decided)(&incident) + &(words.leads_to)(fix, &incident)
}

/// What an annotation that was just recorded takes the place of.
#[must_use]
pub fn superseded(before: &Annotation, cause: &str, times: &LocalTimes, language: Language) -> String {
    let words = Words::of(language);
    let (cause, reason, by) = (sanitize(cause), sanitize(&before.reason), sanitize(&before.by));
    let text = (words.superseded)(&cause, &reason, &by, &times.minute(before.at));
    match &before.decision {
        Some(decision) => format!("{text}\n{}", void(decision, times, words)),
        None => text,
    }
}

/// That a decision fell with the annotation it was about.
fn void(decision: &Decision, times: &LocalTimes, words: &Words) -> String {
    let fix = if decision.fix == Fix::Required { words.fix_needed } else { words.no_fix_needed };
    (words.void)(fix, &sanitize(&decision.why), &sanitize(&decision.by), &times.minute(decision.at))
}

/// That an annotation was taken back.
#[must_use]
pub fn retracted(incident: &str, objective: Option<&str>, language: Language) -> String {
    let words = Words::of(language);
    let incident = sanitize(incident);
    match objective {
        Some(objective) => (words.retracted)(&(words.only)(&incident, &sanitize(objective))),
        None => (words.retracted)(&incident),
    }
}

/// That no breach of such an incident waits for a cause.
#[must_use]
pub fn nothing_waits_there(language: Language) -> String {
    Words::of(language).nothing_waits.to_owned()
}

/// How far a request got, and where it `stands` if that came later and counts.
#[must_use]
pub fn marked(
    request: &str,
    status: RequestStatus,
    stands: Option<RequestStatus>,
    language: Language,
) -> String {
    let words = Words::of(language);
    let (request, status) = (sanitize(request), status_word(status, language));
    match stands {
        Some(stands) => (words.marked_before)(&request, status, status_word(stands, language)),
        None => (words.marked)(&request, status),
    }
}

/// What a check recorded in the ledger at `path`.
#[must_use]
pub fn recorded(path: &Path, [new, amended, withdrawn]: [usize; 3], language: Language) -> String {
    (Words::of(language).recorded)(&path.display(), new, amended, withdrawn)
}

/// That a policy was written, and what to type next.
#[must_use]
pub fn policy_written(path: &Path, next: &str, language: Language) -> String {
    (Words::of(language).policy_written)(&path.display(), next)
}

/// That a policy has no faults, and how much is in it.
#[must_use]
pub fn policy_is_right(policy: &Policy, warnings: usize, language: Language) -> String {
    let words = Words::of(language);
    let targets = policy.objectives.iter().map(|objective| objective.targets.len()).sum();
    (words.policy_is_right)(&policy.path.display(), warnings)
        + &(words.policy_holds)(policy.objectives.len(), targets, policy.causes.len(), policy.teams.len())
}

/// With how many incidents a policy was compared, and how much is to be said of it therefore.
#[must_use]
pub fn policy_meets_exports(incidents: u64, findings: usize, language: Language) -> String {
    (Words::of(language).policy_meets_exports)(&count(incidents), findings)
}

/// That the ledger's last line breaks off.
#[must_use]
pub fn ledger_breaks_off(path: &Path, line: u64, language: Language) -> String {
    (Words::of(language).breaks_off)(&path.display(), line)
}

/// That the last line of a joined ledger breaks off.
#[must_use]
pub fn broken_line_left_out(path: &Path, line: u64, language: Language) -> String {
    (Words::of(language).left_out)(&path.display(), line)
}

/// That joined ledgers stand in one file now.
#[must_use]
pub fn ledgers_joined(path: &Path, entries: usize, language: Language) -> String {
    (Words::of(language).joined)(&path.display(), entries)
}

/// That of answers given apart only some count. For each of the others its incident is named.
#[must_use]
pub fn answers_overruled(overruled: &[String], language: Language) -> String {
    const NAMED: usize = 5;
    let words = Words::of(language);
    let mut incidents: Vec<String> =
        overruled.iter().map(|incident| sanitize(incident).into_owned()).collect();
    incidents.dedup();
    let more = incidents.len().saturating_sub(NAMED);
    incidents.truncate(NAMED);
    let mut named = incidents.join(words.between);
    if more > 0 {
        named += &(words.and_more)(more);
    }
    (words.overruled)(overruled.len(), &named)
}

/// That a last line that had broken off was put into the file `aside`.
#[must_use]
pub fn broken_line_put_aside(aside: &Path, language: Language) -> String {
    (Words::of(language).put_aside)(&aside.display())
}

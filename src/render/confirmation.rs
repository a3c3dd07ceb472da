//! What a command says when it has done its work.

use std::path::Path;

use super::request_words::status_word;
use super::words::count;
use super::{LocalTimes, sanitize};
use crate::domain::{Annotation, Decision, Fix, Language, Policy, RequestStatus};

/// That an annotation was recorded with a cause, and what that leads to.
#[must_use]
pub fn annotated(incident: &str, cause: &str, fix: Fix, language: Language) -> String {
    let (incident, cause) = (sanitize(incident), sanitize(cause));
    let next = next_step(&incident, fix, language);
    match language {
        Language::Japanese => format!("{incident}: 原因「{cause}」を記入しました。{next}"),
        Language::English => format!("{incident}: recorded the cause `{cause}`; {next}"),
    }
}

/// What was decided about the fix for an incident, and what that leads to.
#[must_use]
pub fn decided(incident: &str, fix: Fix, language: Language) -> String {
    let incident = sanitize(incident);
    let next = next_step(&incident, fix, language);
    match language {
        Language::Japanese => format!("{incident}: 判断を記録しました。{next}"),
        Language::English => format!("{incident}: recorded the decision; {next}"),
    }
}

fn next_step(incident: &str, fix: Fix, language: Language) -> String {
    match (language, fix) {
        (Language::Japanese, Fix::Required) => {
            "修正が必要です。`slo escalate --draft` で改善依頼を下書きできます".to_owned()
        }
        (Language::Japanese, Fix::NotRequired) => "修正は不要です".to_owned(),
        (Language::Japanese, Fix::Review) => {
            format!("修正要否の判断待ちです。`slo decide {incident} --fix yes|no --why 理由` で決まります")
        }
        (Language::English, Fix::Required) => {
            "a fix is needed: `slo escalate --draft` writes the request".to_owned()
        }
        (Language::English, Fix::NotRequired) => "no fix is needed".to_owned(),
        (Language::English, Fix::Review) => format!(
            "whether a fix is needed is yet to be decided: `slo decide {incident} --fix yes|no --why TEXT`"
        ),
    }
}

/// What an annotation that was just recorded takes the place of.
#[must_use]
pub fn superseded(before: &Annotation, cause: &str, times: &LocalTimes, language: Language) -> String {
    let (cause, reason, by) = (sanitize(cause), sanitize(&before.reason), sanitize(&before.by));
    let at = times.minute(before.at);
    let text = match language {
        Language::Japanese => format!("  前の記入: 「{cause}」{reason}（{by}、{at}）"),
        Language::English => format!("  in place of: `{cause}`: {reason} ({by}, {at})"),
    };
    match &before.decision {
        Some(decision) => format!("{text}\n{}", void(decision, times, language)),
        None => text,
    }
}

/// That a decision fell with the annotation it was about.
fn void(decision: &Decision, times: &LocalTimes, language: Language) -> String {
    let (why, by, at) = (sanitize(&decision.why), sanitize(&decision.by), times.minute(decision.at));
    let required = decision.fix == Fix::Required;
    match language {
        Language::Japanese => {
            let fix = if required { "修正が必要" } else { "修正は不要" };
            format!("  この記入についての判断「{fix}」も無効になりました: {why}（{by}、{at}）")
        }
        Language::English => {
            let fix = if required { "a fix is needed" } else { "no fix is needed" };
            format!("  with it the decision that {fix} no longer counts: {why} ({by}, {at})")
        }
    }
}

/// That an annotation was taken back.
#[must_use]
pub fn retracted(incident: &str, objective: Option<&str>, language: Language) -> String {
    let incident = sanitize(incident);
    let only = objective.map(sanitize);
    match language {
        Language::Japanese => {
            let only = only.map(|objective| format!("（{objective}）")).unwrap_or_default();
            format!("{incident}{only}: 記入を取り消しました。経緯は台帳に残ります")
        }
        Language::English => {
            let only = only.map(|objective| format!(" (`{objective}`)")).unwrap_or_default();
            format!("{incident}{only}: took the annotation back; the ledger keeps what it said")
        }
    }
}

/// That no breach of such an incident waits for a cause.
#[must_use]
pub fn nothing_waits_there(language: Language) -> String {
    match language {
        Language::Japanese => "条件に合う、原因が未記入の SLO 未達はありません".to_owned(),
        Language::English => "no breach like this waits for a cause".to_owned(),
    }
}

/// How far a request got, and where it `stands` if that came later and counts.
#[must_use]
pub fn marked(
    request: &str,
    status: RequestStatus,
    stands: Option<RequestStatus>,
    language: Language,
) -> String {
    let (request, status) = (sanitize(request), status_word(status, language));
    let stands = stands.map(|stands| status_word(stands, language));
    match (language, stands) {
        (Language::Japanese, None) => format!("{request}: 「{status}」と記録しました"),
        (Language::Japanese, Some(stands)) => {
            format!("{request}: 「{status}」と記録しました。その後の「{stands}」はそのままです")
        }
        (Language::English, None) => format!("{request}: marked `{status}`"),
        (Language::English, Some(stands)) => {
            format!("{request}: marked `{status}`; it is `{stands}` since, and stays so")
        }
    }
}

/// What a check recorded in the ledger at `path`.
#[must_use]
pub fn recorded(path: &Path, [new, amended, withdrawn]: [usize; 3], language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => {
            format!("台帳 {path} に記録しました: 新規 {new} 件、変更 {amended} 件、取り消し {withdrawn} 件")
        }
        Language::English => {
            format!("recorded in `{path}`: {new} new, {amended} amended, {withdrawn} withdrawn")
        }
    }
}

/// That a policy was written, and what to type next.
#[must_use]
pub fn policy_written(path: &Path, next: &str, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => {
            format!("{path} を書き出しました。内容を確かめてから、次を実行してください: {next}")
        }
        Language::English => format!("wrote `{path}`; read it, then: {next}"),
    }
}

/// That a policy has no faults, and how much is in it.
#[must_use]
pub fn policy_is_right(policy: &Policy, warnings: usize, language: Language) -> String {
    let path = policy.path.display();
    let (objectives, causes, teams) = (policy.objectives.len(), policy.causes.len(), policy.teams.len());
    let targets: usize = policy.objectives.iter().map(|objective| objective.targets.len()).sum();
    match language {
        Language::Japanese => format!(
            "{path}: 誤りはありません（警告 {warnings} 件）。SLO {objectives} 件、目標 {targets} 件、\
             原因 {causes} 件、チーム {teams} 件\n"
        ),
        Language::English => format!(
            "{path}: no faults, {warnings} warnings; {objectives} objectives with {targets} targets, \
             {causes} causes, {teams} teams\n"
        ),
    }
}

/// With how many incidents a policy was compared, and how much is to be said of it therefore.
#[must_use]
pub fn policy_meets_exports(incidents: u64, findings: usize, language: Language) -> String {
    let incidents = count(incidents);
    match language {
        Language::Japanese => format!("インシデント {incidents} 件、指摘 {findings} 件\n"),
        Language::English => format!("{incidents} incidents, {findings} findings\n"),
    }
}

/// That the ledger's last line breaks off.
#[must_use]
pub fn ledger_breaks_off(path: &Path, line: u64, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => format!(
            "警告: 台帳 {path} の {line} 行目が途中で切れています。書き込み中に機械が止まったのかもしれません。\
             それより前はすべて読みました。切れた行は、次に書き込むときに別のファイルへ移します"
        ),
        Language::English => format!(
            "warning: `{path}` line {line}: breaks off, perhaps as the machine stopped while it was written; \
             everything before it was read, and the next write puts it aside"
        ),
    }
}

/// That the last line of a joined ledger breaks off.
#[must_use]
pub fn broken_line_left_out(path: &Path, line: u64, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => format!(
            "警告: 台帳 {path} の {line} 行目が途中で切れているため、統合した台帳には入れていません。\
             書き込み中に機械が止まったのかもしれません"
        ),
        Language::English => format!(
            "warning: `{path}` line {line}: breaks off, perhaps as the machine stopped while it was written; \
             it was left out"
        ),
    }
}

/// That joined ledgers stand in one file now.
#[must_use]
pub fn ledgers_joined(path: &Path, entries: usize, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => format!("統合した台帳（{entries} 件）を {path} に書き込みました"),
        Language::English => {
            format!("joined in `{path}`: {entries} {}", if entries == 1 { "entry" } else { "entries" })
        }
    }
}

/// That of answers given apart only some count. For each of the others its incident is named.
#[must_use]
pub fn answers_overruled(overruled: &[String], language: Language) -> String {
    const NAMED: usize = 5;
    let count = overruled.len();
    let mut incidents: Vec<String> =
        overruled.iter().map(|incident| sanitize(incident).into_owned()).collect();
    incidents.dedup();
    let more = incidents.len().saturating_sub(NAMED);
    incidents.truncate(NAMED);
    match language {
        Language::Japanese => {
            let more = if more == 0 { String::new() } else { format!("、ほか {more} 件") };
            format!(
                "別の台帳の記入が優先されるため、集計に使われなくなった記入・判断が {count} 件あります: {}{more}。\
                 `slo ledger log ID` で確かめられます",
                incidents.join("、")
            )
        }
        Language::English => {
            let answers = if count == 1 { "answer is" } else { "answers are" };
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            format!(
                "{count} {answers} overruled by another ledger's: {}{more}; `slo ledger log ID` shows which",
                incidents.join(", ")
            )
        }
    }
}

/// That a last line that had broken off was put into the file `aside`.
#[must_use]
pub fn broken_line_put_aside(aside: &Path, language: Language) -> String {
    let aside = aside.display();
    match language {
        Language::Japanese => format!(
            "警告: 台帳の最後の行が途中で切れていました。機械が止まったのかもしれません。\
             切れた行は {aside} に移し、それより前はすべて残しました"
        ),
        Language::English => format!(
            "warning: the ledger's last line had broken off, perhaps when the machine stopped; it was put aside \
             in `{aside}`, and everything before it was kept"
        ),
    }
}

use std::path::Path;
use std::time::Duration;

use super::LocalTimes;
use crate::domain::{Holder, Language};

/// That somebody else holds the ledger, who that is where it is known, and how long that is waited
/// for.
#[must_use]
pub fn ledger_in_use(
    path: &Path,
    holder: Option<&Holder>,
    longest: Duration,
    times: &LocalTimes,
    language: Language,
) -> String {
    let path = path.display();
    let longest = longest.as_secs_f64();
    let by = holder.and_then(|holder| holder.by.as_deref());
    let process = holder.map(|holder| holder.process);
    let since = holder.and_then(|holder| holder.since).map(|since| times.rfc3339(since));
    match language {
        Language::Japanese => {
            let by = by.map_or_else(|| "ほかの人".to_owned(), |by| format!(" {by} "));
            let process = process.map(|process| format!("プロセス {process}"));
            let since = since.map(|since| format!("{since} から"));
            format!(
                "台帳 {path} は{by}が書き込み中です{}。最長 {longest} 秒待ちます（SLO_LOCK_WAIT で変更可）",
                details(process, since, "（", "、", "）")
            )
        }
        Language::English => {
            let by = by.unwrap_or("somebody else");
            let process = process.map(|process| format!("process {process}"));
            let since = since.map(|since| format!("since {since}"));
            format!(
                "waiting for `{path}`, up to {longest} s (SLO_LOCK_WAIT changes that): {by} is writing it{}",
                details(process, since, " (", ", ", ")")
            )
        }
    }
}

/// What else is known, in brackets.
fn details(process: Option<String>, since: Option<String>, open: &str, comma: &str, close: &str) -> String {
    let known: Vec<String> = process.into_iter().chain(since).collect();
    if known.is_empty() { String::new() } else { format!("{open}{}{close}", known.join(comma)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Instant, Zone};

    #[test]
    fn it_says_who_with_which_process_since_when_and_how_long_it_waits() {
        let said = |holder: Option<&Holder>, seconds: f64, language| {
            let times = LocalTimes::new(Zone::named("Asia/Tokyo").unwrap());
            ledger_in_use(Path::new("l.jsonl"), holder, Duration::from_secs_f64(seconds), &times, language)
        };
        let since = Instant::from_epoch(1_795_575_600, 0);
        let sato = Holder { process: 4242, by: Some("sato".into()), since };
        let alone = Holder { process: 4242, by: None, since: None };
        let english = [
            (Some(&sato), "sato is writing it (process 4242, since 2026-11-25T12:00:00+09:00)"),
            (Some(&alone), "somebody else is writing it (process 4242)"),
            (None, "somebody else is writing it"),
        ];
        for (holder, who) in english {
            assert_eq!(
                said(holder, 30.0, Language::English),
                format!("waiting for `l.jsonl`, up to 30 s (SLO_LOCK_WAIT changes that): {who}")
            );
        }
        let japanese = [
            (Some(&sato), " sato が書き込み中です（プロセス 4242、2026-11-25T12:00:00+09:00 から）"),
            (Some(&alone), "ほかの人が書き込み中です（プロセス 4242）"),
            (None, "ほかの人が書き込み中です"),
        ];
        for (holder, who) in japanese {
            assert_eq!(
                said(holder, 0.5, Language::Japanese),
                format!("台帳 l.jsonl は{who}。最長 0.5 秒待ちます（SLO_LOCK_WAIT で変更可）")
            );
        }
    }
}

use std::path::Path;
use std::time::Duration;

use super::LocalTimes;
use crate::domain::{Holder, Language};
use crate::words::ledger_in_use::Words;

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
    let words = Words::of(language);
    let by = holder.and_then(|holder| holder.by.as_deref());
    let process = holder.map(|holder| (words.process)(holder.process));
    let since = holder.and_then(|holder| holder.since).map(|since| (words.since)(&times.rfc3339(since)));
    let mut who = by.map_or_else(|| words.somebody_writes.to_owned(), |by| (words.writes)(by));
    let known: Vec<String> = process.into_iter().chain(since).collect();
    if !known.is_empty() {
        who += &(words.details)(&known.join(words.between));
    }
    (words.waiting)(&path.display(), &who, longest.as_secs_f64())
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
                format!("台帳 `l.jsonl` は{who}。最長 0.5 秒待ちます（SLO_LOCK_WAIT で変更可）")
            );
        }
    }
}

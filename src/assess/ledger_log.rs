use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::{EntryId, EntryKind, Instant, LogEntry, Said, Window, normal};

/// Which entries of a ledger somebody wants to see. What is empty leaves none out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// About one of these incidents, or of these requests.
    pub subjects: Vec<String>,
    /// Written by this person.
    pub by: Option<String>,
    /// Of one of these kinds.
    pub kinds: Vec<EntryKind>,
    /// Written in this time.
    pub window: Window,
    /// The newest so many.
    pub limit: Option<usize>,
}

/// Who did what, the oldest first.
#[derive(Debug, Default)]
pub struct LedgerLog {
    /// What fits the filter.
    pub entries: Vec<LogEntry>,
    /// How many older ones fit it too, beyond its limit.
    pub left_out: usize,
    /// How many entries the ledger has.
    pub all: usize,
    /// Those of the filter's subjects that no entry is about.
    pub unknown: Vec<String>,
    replaced: HashMap<EntryId, Replaced>,
    overruled: HashMap<EntryId, EntryId>,
}

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replaced {
    /// The entry that took its place; the latest, where joined ledgers have several.
    pub by: EntryId,
    /// Whether it was taken back, with nothing in its place.
    pub retracted: bool,
}

impl LedgerLog {
    /// What took the place of an entry, also where the filter leaves that one out.
    #[must_use]
    pub fn replaced(&self, entry: EntryId) -> Option<Replaced> {
        self.replaced.get(&entry).copied()
    }

    /// The incidents of these with an answer in the log that nothing took the place of.
    #[must_use]
    pub fn answered(&self, among: impl Fn(&str) -> bool) -> BTreeSet<String> {
        let answer = |entry: &&LogEntry| {
            matches!(entry.said.kind(), EntryKind::Annotation | EntryKind::Decision)
                && !self.replaced.contains_key(&entry.entry)
        };
        let incidents = self.entries.iter().filter(answer).filter_map(|entry| entry.said.incident());
        incidents.filter(|incident| among(incident)).map(str::to_owned).collect()
    }

    /// Puts the entries in order and leaves out all but the newest.
    fn keep_newest(&mut self, limit: usize) {
        self.entries.sort_by_key(|entry| (entry.at, entry.line));
        let older = self.entries.len().saturating_sub(limit);
        self.entries.drain(..older);
        self.left_out += older;
    }

    /// Notes that an answer stands but doesn't count, as another one does.
    pub fn overrule(&mut self, entry: EntryId, by: EntryId) {
        self.overruled.insert(entry, by);
    }

    /// The answer that counts in the place of this one, where nobody took that back or replaced it.
    #[must_use]
    pub fn overruled(&self, entry: EntryId) -> Option<EntryId> {
        self.overruled.get(&entry).copied()
    }
}

/// A log in the making: takes the entries of a ledger one by one, in the order of the file.
#[derive(Debug)]
pub struct LogSelection<'a> {
    filter: &'a LogFilter,
    by: Option<String>,
    taken: HashSet<EntryId>,
    /// The filter's subjects that were found.
    found: HashSet<&'a str>,
    /// The requests that one of the subjects is a proof of.
    requests: HashSet<String>,
    log: LedgerLog,
    replaced_at: HashMap<EntryId, (Instant, u64)>,
}

impl<'a> LogSelection<'a> {
    /// From how many entries on it pays to let some go.
    const MANY: usize = 4096;

    /// Nothing taken yet.
    #[must_use]
    pub fn new(filter: &'a LogFilter) -> Self {
        Self {
            filter,
            by: filter.by.as_deref().map(|by| normal(by).into_owned()),
            taken: HashSet::new(),
            found: HashSet::new(),
            requests: HashSet::new(),
            log: LedgerLog::default(),
            replaced_at: HashMap::new(),
        }
    }

    /// Takes an entry; one that was taken already is left out.
    pub fn take(&mut self, entry: LogEntry) {
        if !self.taken.insert(entry.entry) {
            return;
        }
        self.log.all += 1;
        self.note_replaced(&entry);
        if self.is_about_subjects(&entry.said) && self.fits(&entry) {
            self.log.entries.push(entry);
            self.let_go();
        }
    }

    /// Lets go from time to time of entries that a limit leaves out in any case, so that the newest
    /// of a long ledger need little memory.
    fn let_go(&mut self) {
        let Some(limit) = self.filter.limit.filter(|_| self.filter.subjects.is_empty()) else { return };
        if self.log.entries.len() >= limit.saturating_mul(2).max(Self::MANY) {
            self.log.keep_newest(limit);
        }
    }

    /// The log of what was taken.
    #[must_use]
    pub fn finish(self) -> LedgerLog {
        let Self { filter, found, requests, mut log, .. } = self;
        if !filter.subjects.is_empty() {
            // Only now it is known which requests the subjects have a part in.
            log.entries.retain(|entry| match &entry.said {
                Said::RequestStatus { request, .. } => requests.contains(request),
                _ => true,
            });
            let unknown = |subject: &&String| !found.contains(subject.as_str());
            log.unknown = filter.subjects.iter().filter(unknown).cloned().collect();
            log.unknown.dedup();
        }
        log.keep_newest(filter.limit.unwrap_or(usize::MAX));
        log
    }

    fn note_replaced(&mut self, entry: &LogEntry) {
        let retracted = entry.said.kind() == EntryKind::AnnotationRetracted;
        for &older in &entry.supersedes {
            let place = (entry.at, entry.line);
            if self.replaced_at.get(&older).is_none_or(|before| *before < place) {
                self.replaced_at.insert(older, place);
                self.log.replaced.insert(older, Replaced { by: entry.entry, retracted });
            }
        }
    }

    /// Whether it is about a subject of the filter, or may turn out to be.
    fn is_about_subjects(&mut self, said: &Said) -> bool {
        let subjects = &self.filter.subjects;
        if subjects.is_empty() {
            return true;
        }
        let mut about = false;
        for subject in subjects {
            let named = said.incident() == Some(subject) || said.request() == Some(subject);
            let proof = matches!(said, Said::Request { incidents, left_out, .. }
                if incidents.contains(subject) || left_out.contains(subject));
            if named || proof {
                self.found.insert(subject);
                self.requests.extend(said.request().map(str::to_owned));
                about = true;
            }
        }
        about || matches!(said, Said::RequestStatus { .. })
    }

    fn fits(&self, entry: &LogEntry) -> bool {
        let filter = self.filter;
        self.by.as_ref().is_none_or(|by| *by == normal(&entry.by))
            && (filter.kinds.is_empty() || filter.kinds.contains(&entry.said.kind()))
            && filter.window.contains(entry.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::minute;
    use crate::domain::RequestStatus;

    fn id(number: u8) -> EntryId {
        EntryId::from_bytes([number; EntryId::BYTES])
    }

    fn entry(number: u8, at: i64, by: &str, said: Said) -> LogEntry {
        LogEntry {
            entry: id(number),
            line: number.into(),
            at: minute(at),
            by: by.into(),
            said,
            supersedes: Vec::new(),
            content: "{}".into(),
        }
    }

    fn annotation(incident: &str) -> Said {
        Said::Annotation {
            incident: incident.into(),
            objective: None,
            cause: "other".into(),
            reason: "x".into(),
        }
    }

    fn status(request: &str) -> Said {
        Said::RequestStatus { request: request.into(), status: RequestStatus::Sent, note: None }
    }

    fn request(request: &str, incidents: &[&str]) -> Said {
        let incidents = incidents.iter().map(|id| (*id).to_owned()).collect();
        let (team, cause) = ("a".into(), "other".into());
        Said::Request { request: request.into(), team, cause, incidents, left_out: Vec::new() }
    }

    fn ledger() -> Vec<LogEntry> {
        vec![
            entry(1, 30, "sato", annotation("A")),
            entry(2, 50, "ｓａｔｏ", status("R1")),
            entry(3, 40, "tanaka", request("R1", &["A", "B"])),
            entry(4, 10, "Sato", annotation("B")),
            entry(5, 50, "sato", status("R2")),
            entry(6, 45, "sato", request("R2", &["B"])),
            entry(1, 30, "sato", annotation("A")),
        ]
    }

    fn lines(filter: &LogFilter) -> Vec<u64> {
        log(filter, ledger()).entries.iter().map(|entry| entry.line).collect()
    }

    fn log(filter: &LogFilter, entries: Vec<LogEntry>) -> LedgerLog {
        let mut selection = LogSelection::new(filter);
        for entry in entries {
            selection.take(entry);
        }
        selection.finish()
    }

    #[test]
    fn the_oldest_comes_first_and_the_order_of_the_file_decides_where_times_do_not() {
        assert_eq!(lines(&LogFilter::default()), [4, 1, 3, 6, 2, 5]);
    }

    #[test]
    fn people_are_known_in_any_case_and_width() {
        assert_eq!(lines(&LogFilter { by: Some("sato".into()), ..LogFilter::default() }), [4, 1, 6, 2, 5]);
    }

    #[test]
    fn kinds_and_times_leave_out_the_rest() {
        let kinds = vec![EntryKind::Annotation, EntryKind::RequestStatus];
        assert_eq!(lines(&LogFilter { kinds, ..LogFilter::default() }), [4, 1, 2, 5]);
        let window = Window { from: Some(minute(30)), to: Some(minute(45)) };
        assert_eq!(lines(&LogFilter { window, ..LogFilter::default() }), [1, 3]);
    }

    #[test]
    fn an_incident_brings_its_requests_and_what_became_of_them() {
        let about = |id: &str| LogFilter { subjects: vec![id.into()], ..LogFilter::default() };
        assert_eq!(lines(&about("A")), [1, 3, 2]);
        assert_eq!(lines(&about("R2")), [6, 5]);
        let kinds = vec![EntryKind::RequestStatus];
        assert_eq!(lines(&LogFilter { kinds, ..about("A") }), [2], "the request itself need not be shown");
        let filter = LogFilter { subjects: vec!["A".into(), "C".into()], ..LogFilter::default() };
        assert_eq!(log(&filter, ledger()).unknown, ["C"]);
    }

    #[test]
    fn a_limit_keeps_the_newest_and_counts_the_rest() {
        let filter = LogFilter { limit: Some(2), ..LogFilter::default() };
        assert_eq!(lines(&filter), [2, 5]);
        let log = log(&filter, ledger());
        assert_eq!((log.left_out, log.all), (4, 6));
    }

    #[test]
    fn what_was_replaced_knows_by_which_also_where_that_is_not_shown() {
        let newer =
            |number, at, said| LogEntry { supersedes: vec![id(1)], ..entry(number, at, "sato", said) };
        let why = Said::AnnotationRetracted { incident: "A".into(), objective: None, why: "x".into() };
        let entries = vec![
            newer(7, 90, annotation("A")),
            newer(8, 95, why),
            newer(9, 80, annotation("A")),
            entry(1, 30, "sato", annotation("A")),
        ];
        let filter =
            LogFilter { window: Window { from: None, to: Some(minute(60)) }, ..LogFilter::default() };
        let log = log(&filter, entries);
        assert_eq!(log.entries.len(), 1);
        assert_eq!(log.replaced(id(1)), Some(Replaced { by: id(8), retracted: true }));
        assert_eq!(log.replaced(id(8)), None);
    }

    #[test]
    fn a_limit_keeps_the_newest_of_many_whatever_their_order() {
        let many = LogSelection::MANY as u64 * 5 / 2;
        let entries = || {
            (0..many).map(|number| {
                // Every moment once, in no order.
                let at = i64::try_from(number * 7919 % many).unwrap();
                let mut bytes = [0; EntryId::BYTES];
                bytes[..8].copy_from_slice(&number.to_be_bytes());
                let entry = EntryId::from_bytes(bytes);
                LogEntry { entry, line: number + 1, ..self::entry(0, at, "sato", annotation("A")) }
            })
        };
        let mut all: Vec<LogEntry> = entries().collect();
        all.sort_by_key(|entry| entry.at);
        let found = log(&LogFilter { limit: Some(3), ..LogFilter::default() }, entries().collect());
        assert_eq!(found.entries[..], all[all.len() - 3..]);
        assert_eq!((found.all as u64, found.left_out as u64), (many, many - 3));
    }
}

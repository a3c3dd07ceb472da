use std::io::{Cursor, Read};
use std::sync::mpsc;
use std::thread;

use super::super::{AnnotationBody, Author, Kind, Patience};
use std::fs;
use std::time::Duration;

use super::*;
use crate::domain::Instant;
use crate::ledger::read;

fn claim(longest: Duration) -> Claim {
    let at = Instant::from_epoch(1_795_575_600, 0).unwrap();
    Claim { by: "sato".into(), at, patience: Patience { longest } }
}

fn short() -> Claim {
    claim(Duration::from_millis(30))
}

fn entry(reason: &str) -> Entry {
    let author = Author { by: "sato".into(), at: Instant::from_nanos(0) };
    let body = AnnotationBody {
        incident: "A".into(),
        objective: None,
        cause: "other".into(),
        reason: reason.into(),
        improvement: None,
        fix: "review".into(),
        happened: None,
        supersedes: None,
        also_supersedes: Vec::new(),
        after: None,
    };
    Entry::new(&author, Kind::Annotation(body)).unwrap()
}

fn open(path: &Path) -> Result<LedgerFile, LedgerError> {
    LedgerFile::open(path, &short(), |_| {})
}

fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("slo-ledger.jsonl");
    (home, path)
}

#[test]
fn entries_are_appended_once_and_read_back() {
    let (_home, path) = home();
    assert_eq!(read(&path).unwrap().state.entries(), 0);
    assert!(!path.exists(), "reading makes no file");
    let done = open(&path).unwrap().commit(&[entry("one"), entry("two"), entry("one")]).unwrap();
    assert_eq!(done, Committed { appended: 2, set_aside: None });
    let done = open(&path).unwrap().commit(&[entry("two"), entry("three")]).unwrap();
    assert_eq!(done.appended, 1);
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 3);
    assert_eq!(read(&path).unwrap().state.entries(), 3);
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(open(&path).unwrap().commit(&[entry("one")]).unwrap().appended, 0);
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before, "nothing new, nothing written");
}

#[cfg(unix)]
#[test]
fn the_ledger_and_its_lock_belong_to_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (home, path) = home();
    open(&path).unwrap().commit(&[entry("one")]).unwrap();
    for name in ["slo-ledger.jsonl", "slo-ledger.jsonl.lock"] {
        let mode = fs::metadata(home.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_torn_line_is_reported_by_reading_and_set_aside_by_writing() {
    let (home, path) = home();
    let whole = format!("{}\n", entry("one").line());
    let two = entry("two");
    let torn = &two.line()[..40];
    OpenOptions::new()
        .create(true)
        .append(true)
        .open(&path)
        .unwrap()
        .write_all(format!("{whole}{torn}").as_bytes())
        .unwrap();
    let found = read(&path).unwrap();
    assert_eq!(found.torn, Some(TornTail { line: 2, bytes: torn.as_bytes().to_vec() }));
    assert_eq!(found.state.entries(), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{whole}{torn}"), "reading leaves it");
    assert_eq!(open(&path).unwrap().commit(&[]).unwrap().set_aside, None, "nothing to write leaves it too");
    let ledger = open(&path).unwrap();
    assert!(ledger.torn().is_some());
    let done = ledger.commit(&[entry("three")]).unwrap();
    assert_eq!(done.set_aside, Some(home.path().canonicalize().unwrap().join("slo-ledger.jsonl.torn-1")));
    assert_eq!(fs::read_to_string(done.set_aside.unwrap()).unwrap(), torn);
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{whole}{}\n", entry("three").line()));
}

#[test]
fn a_last_line_without_its_end_is_an_entry_and_gets_its_end() {
    let (_home, path) = home();
    open(&path).unwrap().commit(&[entry("one")]).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    OpenOptions::new().write(true).open(&path).unwrap().set_len(text.len() as u64 - 1).unwrap();
    open(&path).unwrap().commit(&[entry("two")]).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("{text}{}\n", entry("two").line()));
}

#[test]
fn who_comes_second_waits_and_then_is_told() {
    let (_home, path) = home();
    let held = open(&path).unwrap();
    let mut waited_for = None;
    let error = LedgerFile::open(&path, &short(), |holder| waited_for = holder).unwrap_err();
    let process = std::process::id();
    let sato = Holder { process, by: Some("sato".into()), since: Some(short().at) };
    assert_eq!(waited_for, Some(sato));
    let named = format!("in use by process {process} of sato since 2026-11-25T03:00:00Z, and after 0 s");
    assert!(error.to_string().contains(&named), "{error}");
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        let waiter = scope.spawn(|| {
            let patient = claim(Duration::from_mins(1));
            LedgerFile::open(&path, &patient, |_| tell.send(()).unwrap()).unwrap().commit(&[entry("two")])
        });
        told.recv().unwrap();
        held.commit(&[entry("one")]).unwrap();
        waiter.join().unwrap().unwrap();
    });
    assert_eq!(read(&path).unwrap().state.entries(), 2);
}

#[test]
fn writers_side_by_side_lose_nothing() {
    let (_home, path) = home();
    thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                for number in 0..20 {
                    let ledger = LedgerFile::open(path, &claim(Patience::default().longest), |_| {}).unwrap();
                    ledger.commit(&[entry(&format!("{writer} {number}"))]).unwrap();
                }
            });
        }
    });
    assert_eq!(read(&path).unwrap().state.entries(), 80);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_ledger_has_the_same_lock() {
    let (home, path) = home();
    open(&path).unwrap().commit(&[entry("one")]).unwrap();
    let link = home.path().join("link.jsonl");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let _held = open(&path).unwrap();
    assert!(matches!(open(&link), Err(LedgerError::Locked { .. })));
}

#[test]
fn what_is_no_ledger_is_told_apart() {
    let (home, path) = home();
    assert!(matches!(open(home.path()), Err(LedgerError::NotAFile { .. })));
    assert!(matches!(read(home.path()), Err(LedgerError::NotAFile { .. })));
    assert!(matches!(open(&home.path().join("none/ledger.jsonl")), Err(LedgerError::NoFolder { .. })));
    OpenOptions::new().create(true).append(true).open(&path).unwrap().write_all(b"{\"v\":9}\n").unwrap();
    let error = open(&path).unwrap_err().to_string();
    assert!(error.contains("line 1: the entry is of version 9"), "{error}");
}

#[test]
fn a_ledger_that_somebody_else_changed_is_not_written() {
    let (_home, path) = home();
    let ledger = open(&path).unwrap();
    OpenOptions::new().create(true).append(true).open(&path).unwrap().write_all(b"x").unwrap();
    assert!(matches!(ledger.commit(&[entry("one")]), Err(LedgerError::Changed { .. })));
    let mut text = String::new();
    File::open(&path).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "x");
}

/// A disk with room for so many bytes.
struct SmallDisk {
    file: Cursor<Vec<u8>>,
    room: usize,
    cuts_left: usize,
}

impl Write for SmallDisk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let place = usize::try_from(self.file.position()).unwrap();
        let fits = bytes.len().min(self.room - place.min(self.room));
        if fits == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.file.write(&bytes[..fits])
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for SmallDisk {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Appendable for SmallDisk {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.cuts_left = self.cuts_left.checked_sub(1).ok_or(io::ErrorKind::Other)?;
        self.file.get_mut().truncate(usize::try_from(length).unwrap());
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_append_that_finds_no_room_leaves_the_ledger_as_it_was() {
    let disk = |cuts_left| SmallDisk { file: Cursor::new(b"old\n".to_vec()), room: 8, cuts_left };
    let mut full = disk(2);
    let error = append(&mut full, 4, b"far too long\n").unwrap_err();
    assert!(error.restored && error.source.kind() == io::ErrorKind::StorageFull);
    assert_eq!(full.file.get_ref(), b"old\n");
    let mut broken = disk(1);
    assert!(!append(&mut broken, 4, b"far too long\n").unwrap_err().restored);
    let mut fine = disk(1);
    append(&mut fine, 4, b"new\n").unwrap();
    assert_eq!(fine.file.get_ref(), b"old\nnew\n");
}

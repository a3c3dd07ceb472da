//! Files that someone changes while they are read: always after the first row was taken, and before
//! the next block is fetched.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Once};
use std::time::{Duration, SystemTime};

use super::super::Input;
use super::*;

/// Keeps the rows, and does something to the file when it takes the first.
struct Meddling<F> {
    once: Once,
    meddle: F,
}

impl<F: Fn() + Sync> Intake for Meddling<F> {
    type Tally = <Keeping as Intake>::Tally;

    fn begin(&self) -> Self::Tally {
        Vec::new()
    }

    fn take(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        self.once.call_once(&self.meddle);
        Keeping.take(tally, incident);
    }

    fn take_repeated(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        Keeping.take_repeated(tally, incident);
    }

    fn merge(&self, into: &mut Self::Tally, other: Self::Tally) {
        into.extend(other);
    }
}

fn export(rows: usize) -> String {
    let row = |n| format!("{n},title {n},2026-05-01 09:00\n");
    std::iter::once("id,title,opened\n".to_owned()).chain((0..rows).map(row)).collect()
}

/// Reads a file with this content, to which `meddle` is done after the first row; the number of
/// incidents, or the error with `FILE` in place of the name.
fn read_changing(content: &str, meddle: impl Fn(&Path) + Sync) -> Result<usize, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export");
    File::create_new(&path).unwrap().write_all(content.as_bytes()).unwrap();
    // So that whatever is written now is written at another time.
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    OpenOptions::new().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    let later = IdSet::default();
    let options =
        ReadOptions { source: 0, threads: 1, digest: true, as_of: Instant::LAST, sheet: None, later: &later };
    let intake = Meddling { once: Once::new(), meddle: || meddle(&path) };
    let origin = Origin::new(&Input::File(path.clone())).unwrap();
    let read = read_origin(origin, &policy(), &intake, &options, Sizes { block: 64, record: 4096 });
    assert!(intake.once.is_completed() || read.is_err());
    read.map(|read| read.tally.len())
        .map_err(|error| error.to_string().replace(&path.display().to_string(), "FILE"))
}

fn append(path: &Path, text: &str) {
    OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}

fn cut(path: &Path, length: u64) {
    OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}

fn changed(what: &str) -> Result<usize, String> {
    Err(format!(
        "`FILE` changed while it was read: {what}: copy it first, or run again when the export is finished"
    ))
}

#[test]
fn a_file_that_stays_is_read() {
    assert_eq!(read_changing(&export(1000), |_| ()), Ok(1000));
}

#[test]
fn whole_rows_at_the_end_are_a_change() {
    let grown = read_changing(&export(10), |path| append(path, "x,t,2026-05-01 09:00\n"));
    assert_eq!(grown, changed("it had 286 bytes when it was opened and has 307 now"));
}

#[test]
fn a_file_that_is_cut_is_told_and_not_what_is_left_of_it() {
    // Beyond what was looked at already, so that the reading finds a row with its quote open.
    let long = format!("{}99999,\"title\n{}\",2026-05-01 09:00\n", export(60_000), "x".repeat(100));
    let (length, quote) = (long.len(), long.find('"').unwrap() + 3);
    let expected = format!("it had {length} bytes when it was opened and has {quote} now");
    assert_eq!(read_changing(&long, |path| cut(path, quote as u64)), changed(&expected));
    assert_eq!(
        read_changing(&export(10), |path| cut(path, 0)),
        changed("it had 286 bytes when it was opened and has 0 now")
    );
}

#[test]
fn other_bytes_in_the_same_place_are_a_change() {
    let rewrite = |path: &Path| {
        cut(path, 0);
        append(path, &export(10).replace("title", "TITLE"));
    };
    assert_eq!(read_changing(&export(10), rewrite), changed("something was written to it"));
}

#[test]
fn another_file_in_its_place_or_none_is_a_change() {
    let replace = |path: &Path| {
        let other = path.with_extension("new");
        fs::copy(path, &other).unwrap();
        fs::rename(other, path).unwrap();
    };
    if cfg!(unix) {
        assert_eq!(read_changing(&export(10), replace), changed("another file stands in its place now"));
        let gone = read_changing(&export(10), |path| fs::remove_file(path).unwrap());
        assert_eq!(gone, changed("it is no longer there"));
    }
}

#[test]
fn the_second_reading_must_find_the_same_file() {
    let repeated = export(10) + "1,again,2026-05-01 09:00\n";
    assert_eq!(read_changing(&repeated, |_| ()), Ok(10));
    let grown = read_changing(&repeated, |path| append(path, "x,t,2026-05-01 09:00\n"));
    assert_eq!(grown, changed("it had 311 bytes when it was opened and has 332 now"));
}

/// Gives an export in small pieces, and sees to it that rows of earlier pieces were taken by then.
struct Slow {
    rows: usize,
    given: usize,
    /// The rest of the row that is being given.
    rest: Vec<u8>,
    taken: Arc<AtomicUsize>,
}

impl Read for Slow {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        // What was looked at for the header and the dates, a block in work, and one to be filled.
        const AHEAD: usize = 50_000;
        let taken = self.taken.load(Ordering::Relaxed);
        assert!(self.given <= taken + AHEAD, "{} rows were read, and {taken} taken", self.given);
        if self.rest.is_empty() && self.given < self.rows {
            let header = if self.given == 0 { "id,title,opened\n" } else { "" };
            self.rest = format!("{header}{:08},t,2026-05-01 09:00\n", self.given).into_bytes();
            self.given += 1;
        }
        let count = self.rest.as_slice().read(out)?;
        self.rest.drain(..count);
        Ok(count)
    }
}

#[test]
fn rows_are_taken_while_others_are_still_written() {
    struct Counting(Arc<AtomicUsize>);
    impl Intake for Counting {
        type Tally = ();

        fn begin(&self) {}

        fn take(&self, (): &mut (), _: &Incident<'_>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }

        fn take_repeated(&self, (): &mut (), _: &Incident<'_>) {}

        fn merge(&self, (): &mut (), (): ()) {}
    }
    let taken = Arc::new(AtomicUsize::new(0));
    let slow = Slow { rows: 150_000, given: 0, rest: Vec::new(), taken: Arc::clone(&taken) };
    let later = IdSet::default();
    let options = ReadOptions {
        source: 0,
        threads: 2,
        digest: false,
        as_of: Instant::LAST,
        sheet: None,
        later: &later,
    };
    let origin = Origin::of_stream(Box::new(slow));
    let sizes = Sizes { block: 1 << 17, record: 1 << 20 };
    read_origin(origin, &policy(), &Counting(Arc::clone(&taken)), &options, sizes).unwrap();
    assert_eq!(taken.load(Ordering::Relaxed), 150_000);
}

//! How far the reading of exports got, told on a terminal once it takes long.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::assess::Intake;
use crate::domain::Incident;
use crate::words::reading_progress;

/// What is over sooner needs no word.
const LONG: Duration = Duration::from_millis(700);
/// How often it is told.
const OFTEN: Duration = Duration::from_millis(100);
/// After how many incidents a worker says how many it took in: to say it of each would take time.
const BATCH: u64 = 1024;

/// An intake whose incidents are counted as they come.
pub(super) struct Watched<'a, I> {
    intake: &'a I,
    seen: &'a AtomicU64,
}

/// What the intake keeps, and the incidents that are not counted yet.
pub(super) struct WatchedTally<T> {
    /// What the intake keeps.
    pub(super) tally: T,
    fresh: u64,
}

/// Does the reading with an intake whose progress is shown; `None` where standard error is no terminal.
pub(super) fn watching<I: Intake, R>(intake: &I, read: impl FnOnce(&Watched<'_, I>) -> R) -> Option<R> {
    let bar = ProgressBar::new_spinner();
    if bar.is_hidden() {
        return None;
    }
    let seen = AtomicU64::new(0);
    let (done, is_done) = channel::<()>();
    let result = thread::scope(|scope| {
        let seen = &seen;
        scope.spawn(move || {
            let began = Instant::now();
            while is_done.recv_timeout(OFTEN) == Err(RecvTimeoutError::Timeout) {
                if began.elapsed() > LONG {
                    tell(&bar, seen.load(Ordering::Relaxed));
                }
            }
            bar.finish_and_clear();
        });
        let result = read(&Watched { intake, seen });
        drop(done);
        result
    });
    Some(result)
}

fn tell(bar: &ProgressBar, seen: u64) {
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
        bar.set_style(style);
    }
    bar.set_message(reading_progress::so_far(seen));
    bar.tick();
}

impl<I: Intake> Watched<'_, I> {
    fn count(&self, tally: &mut WatchedTally<I::Tally>) {
        tally.fresh += 1;
        if tally.fresh == BATCH {
            self.seen.fetch_add(BATCH, Ordering::Relaxed);
            tally.fresh = 0;
        }
    }
}

impl<I: Intake> Intake for Watched<'_, I> {
    type Tally = WatchedTally<I::Tally>;

    fn begin(&self) -> Self::Tally {
        WatchedTally { tally: self.intake.begin(), fresh: 0 }
    }

    fn take(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        self.count(tally);
        self.intake.take(&mut tally.tally, incident);
    }

    fn take_repeated(&self, tally: &mut Self::Tally, incident: &Incident<'_>) {
        self.count(tally);
        self.intake.take_repeated(&mut tally.tally, incident);
    }

    fn merge(&self, into: &mut Self::Tally, other: Self::Tally) {
        self.intake.merge(&mut into.tally, other.tally);
    }
}

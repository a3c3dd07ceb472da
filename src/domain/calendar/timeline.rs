use std::sync::OnceLock;

use chrono::{DateTime, Datelike, Days, NaiveDate};

use super::Calendar;
use crate::domain::{Instant, Span};

/// The hours of a calendar as instants, in pieces of some seven months, each worked out when it is
/// first asked for. Sums within a piece make a measurement two searches, however long it is.
#[derive(Clone, Debug)]
pub(super) struct Timeline {
    pieces: Box<[OnceLock<Piece>]>,
}

/// A piece is 2^54 nanoseconds long, so that the piece of an instant is in its highest ten bits.
const LENGTH: u32 = 54;
/// A part of a piece is 2^46 nanoseconds long: the better part of a day.
const PART: u32 = 46;
const PARTS: usize = 1 << (LENGTH - PART);
const PIECES: usize = 1 << (i64::BITS - LENGTH);
/// The pieces before 1970.
const BEFORE: i64 = 1 << (i64::BITS - LENGTH - 1);

/// The hours within one piece, one behind the other.
#[derive(Clone, Debug, Default)]
struct Piece {
    /// Half-open, in nanoseconds, with the time in all hours before.
    hours: Vec<Stretch>,
    total: i64,
    /// How many hours have begun before each part of the piece, so that those of a moment are found
    /// without a search.
    begun: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Stretch {
    from: i64,
    to: i64,
    before: i64,
}

impl Default for Timeline {
    fn default() -> Self {
        Self { pieces: (0..PIECES).map(|_| OnceLock::new()).collect() }
    }
}

impl Timeline {
    pub(super) fn between(&self, calendar: &Calendar, from: Instant, to: Instant) -> Span {
        let (from, to) = (from.nanos(), to.nanos());
        if to <= from {
            return Span::ZERO;
        }
        let (first, last) = (place(from), place(to));
        let begun = self.piece(calendar, first);
        if first == last {
            return Span::from_nanos(begun.until(to) - begun.until(from));
        }
        let between = (first + 1..last).map(|place| self.piece(calendar, place).total);
        let whole = between.fold(begun.total - begun.until(from), i64::saturating_add);
        Span::from_nanos(whole.saturating_add(self.piece(calendar, last).until(to)))
    }

    pub(super) fn after(&self, calendar: &Calendar, from: Instant, time: Span) -> Instant {
        if time <= Span::ZERO {
            return from;
        }
        let first = place(from.nanos());
        let mut left = time.nanos().saturating_add(self.piece(calendar, first).until(from.nanos()));
        for place in first..PIECES {
            let piece = self.piece(calendar, place);
            if left <= piece.total {
                return piece.when(left);
            }
            left -= piece.total;
        }
        Instant::LAST
    }

    pub(super) fn open(&self, calendar: &Calendar, from: Instant, to: Instant) -> Vec<(Instant, Instant)> {
        let mut open: Vec<(Instant, Instant)> = Vec::new();
        for place in place(from.nanos())..=place(to.nanos()) {
            for stretch in &self.piece(calendar, place).hours {
                let begins = Instant::from_nanos(stretch.from).max(from);
                let ends = Instant::from_nanos(stretch.to).min(to);
                match open.last_mut() {
                    _ if begins >= ends => {}
                    // Hours that lie across the ends of two pieces.
                    Some(last) if last.1 == begins => last.1 = ends,
                    _ => open.push((begins, ends)),
                }
            }
        }
        open
    }

    fn piece(&self, calendar: &Calendar, place: usize) -> &Piece {
        self.pieces[place].get_or_init(|| Piece::of(calendar, place))
    }
}

/// The piece that an instant lies in.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to PIECES - 1")]
const fn place(nanos: i64) -> usize {
    ((nanos >> LENGTH) + BEFORE) as usize
}

/// The part of its piece that an instant lies in.
#[expect(clippy::cast_sign_loss, reason = "the lowest bits alone are kept")]
const fn part(nanos: i64) -> usize {
    ((nanos >> PART) as usize) & (PARTS - 1)
}

impl Piece {
    fn of(calendar: &Calendar, place: usize) -> Self {
        #[expect(clippy::cast_possible_wrap, reason = "at most PIECES, which is small")]
        let from = (place as i64 - BEFORE) << LENGTH;
        let to = from.saturating_add(1 << LENGTH);
        let mut hours: Vec<(i64, i64)> = Vec::new();
        for (begins, ends, offset) in
            calendar.zone.offsets(Instant::from_nanos(from), Instant::from_nanos(to))
        {
            let (begins, ends) = (begins.nanos(), ends.nanos());
            let offset = i64::from(offset) * SECOND;
            for (opens, closes) in shown(calendar, begins.saturating_add(offset), ends.saturating_add(offset))
            {
                let stretch =
                    (opens.saturating_sub(offset).max(begins), closes.saturating_sub(offset).min(ends));
                if stretch.0 < stretch.1 {
                    hours.push(stretch);
                }
            }
        }
        Self::summed(hours).indexed()
    }

    fn summed(mut hours: Vec<(i64, i64)>) -> Self {
        hours.sort_unstable();
        let mut piece = Self::default();
        for (from, to) in hours {
            match piece.hours.last_mut() {
                Some(last) if from <= last.to => {
                    piece.total += to.max(last.to) - last.to;
                    last.to = last.to.max(to);
                }
                _ => {
                    piece.hours.push(Stretch { from, to, before: piece.total });
                    piece.total += to - from;
                }
            }
        }
        piece
    }

    /// Notes how many hours have begun before each part.
    fn indexed(mut self) -> Self {
        let mut hours = self.hours.iter().map(|stretch| part(stretch.from)).peekable();
        let mut begun: u32 = 0;
        for place in 0..PARTS {
            while hours.next_if(|&part| part < place).is_some() {
                begun += 1;
            }
            self.begun.push(begun);
        }
        self
    }

    /// The time in hours from the piece's beginning to a moment in it.
    fn until(&self, nanos: i64) -> i64 {
        let mut begun = self.begun.get(part(nanos)).copied().map_or(0, |begun| begun as usize);
        while self.hours.get(begun).is_some_and(|stretch| stretch.from <= nanos) {
            begun += 1;
        }
        let Some(last) = begun.checked_sub(1).map(|last| self.hours[last]) else { return 0 };
        last.before + (nanos.min(last.to) - last.from)
    }

    /// The first moment by which so much time in hours has passed; more than none and at most all.
    fn when(&self, time: i64) -> Instant {
        let begun = self.hours.partition_point(|stretch| stretch.before < time);
        let last = begun.checked_sub(1).map(|last| self.hours[last]);
        last.map_or(Instant::LAST, |last| Instant::from_nanos(last.from + (time - last.before)))
    }
}

const SECOND: i64 = 1_000_000_000;
const MINUTE: i64 = 60 * SECOND;

/// The hours that begin on any of the days from one local time to another, or on the day before,
/// in local nanoseconds since 1970-01-01T00:00:00.
fn shown(calendar: &Calendar, from: i64, to: i64) -> Vec<(i64, i64)> {
    let date = |nanos: i64| DateTime::from_timestamp_nanos(nanos).date_naive();
    let first = date(from).checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN);
    let mut shown = Vec::new();
    for day in first.iter_days().take_while(|&day| day <= date(to)) {
        let hours = calendar.week.on(day.weekday());
        if hours.is_empty() || calendar.holidays.contains(day) {
            continue;
        }
        let days = i64::from(day.num_days_from_ce() - EPOCH_DAY);
        // Days at the very ends of the years that can be counted are cut.
        let at =
            |minute: u16| days.saturating_mul(24 * 60).saturating_add(minute.into()).saturating_mul(MINUTE);
        shown.extend(hours.iter().map(|hours| (at(hours.from), at(hours.to))));
    }
    shown
}

/// 1970-01-01 in days of the common era.
const EPOCH_DAY: i32 = 719_163;

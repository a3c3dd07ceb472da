//! The clock against a slow one that knows nothing of it, and what must hold of any clock.
//!
//! A hundred thousand incidents by default; `SLO_ORACLE_INCIDENTS` asks for more. A difference is
//! told with the seed that makes it again (`SLO_ORACLE_SEED`).

use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;

use super::{Clock, Segment, SegmentKind, oracle};
use crate::domain::{
    Calendar, HolidayDays, HolidaySource, Holidays, Hours, Instant, Pause, Span, Stop, StopReason, Week, Zone,
};

/// A small generator of numbers, so that a seed means the same everywhere.
struct Dice(u64);

impl Dice {
    /// A number from 0 up to `sides`, without it (`SplitMix64`).
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((mixed ^ (mixed >> 31)) % u64::try_from(sides).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.roll(i64::try_from(of.len()).unwrap())).unwrap()]
    }
}

/// Zones whose clocks change by an hour, by half an hour, at midnight, by a whole day, and not.
const ZONES: [&str; 10] = [
    "Asia/Tokyo",
    "America/New_York",
    "Europe/Berlin",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Asia/Beirut",
    "UTC",
];

/// A change of clocks in one of them, in seconds since the epoch, and ordinary days.
const AROUND: [i64; 9] = [
    1_772_953_200, // 2026-03-08, New York, forward
    1_793_512_800, // 2026-11-01, New York, back
    1_774_746_000, // 2026-03-29, Berlin
    1_792_890_000, // 2026-10-25, Berlin
    1_775_314_800, // 2026-04-04, Lord Howe, half an hour back
    1_325_239_200, // 2011-12-30, Apia, a day that never was
    1_541_300_400, // 2018-11-04, Sao Paulo, at midnight
    1_777_500_000, // 2026-04-29, a holiday in Japan
    1_798_700_000, // 2026-12-31
];

fn week(dice: &mut Dice) -> Week {
    let mut week = Week::default();
    let days =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    for day in days {
        let mut at = dice.roll(16) * 30;
        let mut hours = Vec::new();
        for _ in 0..dice.roll(4) {
            let to = (at + 15 + dice.roll(24) * 15).min(24 * 60);
            if at < to {
                hours.push(Hours { from: u16::try_from(at).unwrap(), to: u16::try_from(to).unwrap() });
            }
            at = to + dice.roll(12) * 15;
        }
        // Past midnight, but not into hours that begin there.
        if dice.roll(6) == 0 && at < 24 * 60 {
            hours.push(Hours { from: u16::try_from(at).unwrap(), to: 25 * 60 });
        }
        week.set(day, hours);
    }
    week
}

fn calendar(dice: &mut Dice) -> Calendar {
    let mut sources = Vec::new();
    let mut source = |days| sources.push(HolidaySource { name: String::new(), days, sha256: None });
    if dice.roll(2) == 0 {
        source(HolidayDays::Japan);
    }
    if dice.roll(3) == 0 {
        source(HolidayDays::Yearly((12, 29), (1, 3)));
    }
    if dice.roll(4) == 0 {
        let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
        source(HolidayDays::Dates(day(8), day(9)));
    }
    let zone = Zone::named(dice.pick(&ZONES)).unwrap();
    Calendar::new("c".into(), String::new(), zone, week(dice), Holidays::new(sources), 1)
}

/// Stops around a moment in ticks, overlapping as they come.
fn stops(dice: &mut Dice, tick: i64, from: i64) -> Vec<Stop> {
    let at = |ticks: i64| Instant::from_epoch(ticks * tick, 0).unwrap();
    (0..dice.roll(5))
        .filter_map(|place| {
            let begins = from - 120 + dice.roll(500);
            let pause = Pause { from: at(begins), to: Some(at(begins + dice.roll(150))) };
            let stop = Stop::of_pause(pause, Instant::LAST)?;
            let place = usize::try_from(place).unwrap();
            let why = if dice.roll(3) == 0 { StopReason::Exclusion(place) } else { StopReason::Pause };
            Some(Stop { why, ..stop })
        })
        .collect()
}

fn asked(name: &str, otherwise: u64) -> u64 {
    #[expect(
        clippy::disallowed_methods,
        reason = "lets a person ask for more incidents, or for those of a seed"
    )]
    let text = std::env::var(name).ok();
    text.map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn no_random_incident_is_measured_otherwise_than_tick_by_tick() {
    let incidents = asked("SLO_ORACLE_INCIDENTS", 100_000);
    let first = asked("SLO_ORACLE_SEED", 20_261_128);
    let last = first + incidents.div_ceil(SHARING);
    let half = u64::midpoint(first, last);
    std::thread::scope(|scope| {
        for seeds in [first..half, half..last] {
            scope.spawn(move || seeds.for_each(compare));
        }
    });
}

/// Incidents that share a calendar, so that its timeline is used as in life.
const SHARING: u64 = 50;

/// Compares the clocks over some incidents: mostly minute by minute, now and then second by second.
fn compare(seed: u64) {
    let mut dice = Dice(seed);
    let calendar = (dice.roll(8) > 0).then(|| calendar(&mut dice));
    let calendar = calendar.as_ref();
    let tick = if dice.roll(20) == 0 { 1 } else { 60 };
    let near = dice.pick(&AROUND) / tick;
    for number in 0..SHARING {
        let from = near - 700 + dice.roll(1000);
        let length = if dice.roll(5) == 0 { 700 } else { 120 };
        let to = from + dice.roll(length);
        let raw = stops(&mut dice, tick, from);
        let stops = Stop::disjoint(raw.clone());
        let clock = Clock::new(calendar, &stops);
        let at = |ticks: i64| Instant::from_epoch(ticks * tick, 0).unwrap();
        let ticks = |span: Span| span.whole_seconds() / tick;
        let told =
            || format!("SLO_ORACLE_SEED={seed}, incident {number}: {from} to {to}, {raw:?}, {calendar:?}");

        let counted = oracle::elapsed(calendar, &raw, tick, from, to);
        assert_eq!(ticks(clock.elapsed(at(from), at(to))), counted, "elapsed, {}", told());

        let target = dice.roll(counted + 2);
        if let Some(deadline) = oracle::deadline(calendar, &raw, tick, (from, to + 60), target) {
            let found = clock.deadline(at(from), Span::from_seconds(target * tick).unwrap());
            assert_eq!(found, at(deadline), "deadline of {target} ticks, {}", told());
        }

        let length = |sum: Span, segment: &Segment| sum.plus(segment.to.since(segment.from));
        let segments = clock.segments(at(from), at(to));
        let ran = segments.iter().filter(|segment| segment.kind == SegmentKind::Ran);
        assert_eq!(ticks(ran.fold(Span::ZERO, length)), counted, "segments, {}", told());
        let whole = segments.iter().fold(Span::ZERO, length);
        assert_eq!(whole, at(to).since(at(from)), "segments leave something out, {}", told());
    }
}

/// A moment in 2026, to the nanosecond.
fn moment() -> impl Strategy<Value = Instant> {
    (0_i64..365 * 86_400, 0_u32..1_000_000_000)
        .prop_map(|(second, nanos)| Instant::from_epoch(1_767_225_600 + second, nanos).unwrap())
}

proptest! {
    #[test]
    fn what_must_hold_of_any_clock(
        seed in any::<u64>(),
        mut moments in proptest::collection::vec(moment(), 3),
        target in 1_i64..400_000_000_000_000,
    ) {
        moments.sort_unstable();
        let (from, middle, to) = (moments[0], moments[1], moments[2]);
        let mut dice = Dice(seed);
        let calendar = (dice.roll(4) > 0).then(|| calendar(&mut dice));
        let stops = Stop::disjoint(stops(&mut dice, 60, from.epoch().0 / 60));
        let clock = Clock::new(calendar.as_ref(), &stops);
        let whole = clock.elapsed(from, to);

        // Additive over a split, monotone, never more than wall time, nothing over nothing.
        prop_assert_eq!(clock.elapsed(from, middle).plus(clock.elapsed(middle, to)), whole);
        prop_assert!(clock.elapsed(from, middle) <= whole);
        prop_assert!(whole <= to.since(from) && whole >= Span::ZERO);
        prop_assert_eq!(clock.elapsed(to, from), Span::ZERO);

        // None in time that doesn't count, all in time that does.
        for segment in clock.segments(from, to) {
            let within = clock.elapsed(segment.from, segment.to);
            let ran = segment.kind == SegmentKind::Ran;
            prop_assert_eq!(within, if ran { segment.to.since(segment.from) } else { Span::ZERO });
        }

        // The deadline is the first instant whose elapsed time is the target.
        let target = Span::from_nanos(target);
        let deadline = clock.deadline(from, target);
        if deadline < Instant::LAST {
            prop_assert_eq!(clock.elapsed(from, deadline), target);
            let before = deadline.minus(Span::from_nanos(1));
            prop_assert_eq!(clock.elapsed(from, before), target.minus(Span::from_nanos(1)));
        }
    }

    #[test]
    fn hours_in_every_calendar_of_the_world_add_up(seed in any::<u64>(), zone in 0..600_usize) {
        let mut dice = Dice(seed);
        let names: Vec<&str> = Zone::names().collect();
        let zone = Zone::named(names[zone % names.len()]).unwrap();
        let calendar =
            Calendar::new("c".into(), String::new(), zone, week(&mut dice), Holidays::default(), 1);
        let from = Instant::from_epoch(dice.roll(1_900_000_000), 0).unwrap();
        let to = from.plus(Span::from_seconds(dice.roll(1_000_000_000)).unwrap());
        let open = calendar.open(from, to);
        let sum = open.iter().fold(Span::ZERO, |sum, &(from, to)| sum.plus(to.since(from)));
        prop_assert_eq!(sum, calendar.between(from, to));
        prop_assert!(open.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}

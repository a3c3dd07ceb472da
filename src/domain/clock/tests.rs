//! The clock against a slow one that knows nothing of it, and what must hold of any clock.
//!
//! A hundred thousand incidents by default; `SLO_ORACLE_INCIDENTS` asks for more. A difference is
//! told with the seed that makes it again (`SLO_ORACLE_SEED`).

use proptest::prelude::*;

use super::oracle::SlowClock;
use super::{Clock, SegmentKind};
use crate::domain::oracle::{Dice, PlainCalendar, SHARING, each_seed};
use crate::domain::{Calendar, Holidays, Instant, Pause, Span, Stop, StopReason, Zone};

/// Exclusions and pauses about a tick, overlapping as they come.
type Stops = (Vec<(i64, i64, usize)>, Vec<(i64, i64)>);

fn stops(dice: &mut Dice, from: i64) -> Stops {
    let (mut exclusions, mut pauses) = Stops::default();
    for place in 0..dice.roll(5) {
        let begins = from - 120 + dice.roll(500);
        let ends = begins + dice.roll(150);
        if dice.once_in(3) {
            exclusions.push((begins, ends, usize::try_from(place).unwrap()));
        } else {
            pauses.push((begins, ends));
        }
    }
    (exclusions, pauses)
}

/// The same as the code under test has them.
fn disjoint(tick: i64, (exclusions, pauses): &Stops) -> Vec<Stop> {
    let at = |ticks: i64| Instant::from_epoch(ticks * tick, 0).unwrap();
    let stop = |from, to, why| {
        let pause = Pause { from: at(from), to: Some(at(to)) };
        Stop::of_pause(pause, Instant::LAST).map(|stop| Stop { why, ..stop })
    };
    let excluded = exclusions.iter().map(|&(from, to, place)| stop(from, to, StopReason::Exclusion(place)));
    let waiting = pauses.iter().map(|&(from, to)| stop(from, to, StopReason::Pause));
    Stop::disjoint(excluded.chain(waiting).flatten().collect())
}

#[test]
fn no_random_incident_is_measured_otherwise_than_tick_by_tick() {
    each_seed(compare);
}

/// Compares the clocks over some incidents, which share a calendar so that its timeline is used as in
/// life: mostly minute by minute, now and then second by second.
fn compare(seed: u64) {
    let mut dice = Dice::new(seed);
    let (plain, near) = PlainCalendar::random(&mut dice);
    let tick = if dice.once_in(20) { 1 } else { 60 };
    let calendar = plain.calendar();
    let mut slow = SlowClock {
        tick,
        calendar: (!dice.once_in(8)).then_some(plain),
        exclusions: Vec::new(),
        pauses: Vec::new(),
    };
    let calendar = slow.calendar.is_some().then_some(&calendar);
    for number in 0..SHARING {
        let from = near / tick - 700 + dice.roll(1000);
        let length = if dice.once_in(5) { 700 } else { 120 };
        let to = from + dice.roll(length);
        let raw = stops(&mut dice, from);
        let stops = disjoint(tick, &raw);
        (slow.exclusions, slow.pauses) = raw;
        let clock = Clock::new(calendar, &stops);
        let at = |ticks: i64| Instant::from_epoch(ticks * tick, 0).unwrap();
        let told = || format!("incident {number}: {from} to {to}, {slow:?}");

        let course = slow.course(from, to);
        let ran = course.iter().filter(|kind| **kind == SegmentKind::Ran).count();
        let counted = i64::try_from(ran).unwrap();
        assert_eq!(clock.elapsed(at(from), at(to)).whole_seconds(), counted * tick, "elapsed, {}", told());

        let target = dice.roll(counted + 2);
        let found = clock.deadline(at(from), Span::from_seconds(target * tick).unwrap());
        match slow.deadline(from, to + 60, target) {
            Some(deadline) => assert_eq!(found, at(deadline), "deadline of {target} ticks, {}", told()),
            None => assert!(found > at(to + 60), "deadline of {target} ticks too early, {}", told()),
        }

        // The stretches, tick by tick, each as long as it can be.
        let mut rest = course.as_slice();
        let mut begins = at(from);
        for segment in clock.segments(at(from), at(to)) {
            assert_eq!(segment.from, begins, "segments leave something out, {}", told());
            let ticks = usize::try_from(segment.to.since(begins).whole_seconds() / tick).unwrap();
            let same = rest.iter().take_while(|kind| **kind == segment.kind).count();
            assert_eq!(ticks, same, "ticks of {segment:?}, {}", told());
            (begins, rest) = (segment.to, &rest[ticks..]);
        }
        assert!(rest.is_empty() && begins == at(to), "segments leave the end out, {}", told());
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
        let mut dice = Dice::new(seed);
        let calendar = (!dice.once_in(4)).then(|| PlainCalendar::random(&mut dice).0.calendar());
        let stops = disjoint(60, &stops(&mut dice, from.epoch().0 / 60));
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
        let mut dice = Dice::new(seed);
        let names: Vec<&str> = Zone::names().collect();
        let zone = Zone::named(names[zone % names.len()]).unwrap();
        let week = PlainCalendar::random(&mut dice).0.calendar().week;
        let calendar = Calendar::new("c".into(), String::new(), zone, week, Holidays::default(), 1);
        let from = Instant::from_epoch(dice.roll(1_900_000_000), 0).unwrap();
        let to = from.plus(Span::from_seconds(dice.roll(1_000_000_000)).unwrap());
        let open = calendar.open(from, to);
        let sum = open.iter().fold(Span::ZERO, |sum, &(from, to)| sum.plus(to.since(from)));
        prop_assert_eq!(sum, calendar.between(from, to));
        prop_assert!(open.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}

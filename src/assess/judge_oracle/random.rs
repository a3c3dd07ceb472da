//! Policies and incidents as they come. Most things happen within three hours of a moment at which
//! the clocks of a zone do something odd, and often at the same minute.

use super::plain::{
    Minute, PlainExclusion, PlainIncident, PlainObjective, PlainPolicy, PlainPromise, PlainStamp,
    PlainTarget, SERVICES, SEVERITIES, STAGES, When,
};
use crate::domain::oracle::{Dice, PlainCalendar};
use crate::domain::{SeverityAt, SkippedStage};

/// A policy, and the minute about which things happen.
pub(super) fn policy(dice: &mut Dice) -> (PlainPolicy, Minute) {
    let (first, near) = PlainCalendar::random(dice);
    let (second, _) = PlainCalendar::random(dice);
    let near = near / 60;
    let policy = PlainPolicy {
        calendars: vec![first, second],
        objectives: (0..=dice.roll(2)).map(|_| objective(dice, near)).collect(),
        exclusions: (0..dice.roll(4)).map(|_| exclusion(dice, near)).collect(),
        skipped_stage: dice.pick(&[SkippedStage::Unknown, SkippedStage::Miss, SkippedStage::NextStage]),
        severity_at: dice.pick(&[SeverityAt::Opened, SeverityAt::Breach, SeverityAt::Highest]),
    };
    (policy, near)
}

fn objective(dice: &mut Dice, near: Minute) -> PlainObjective {
    let mut targets: Vec<PlainTarget> = (0..=dice.roll(3)).map(|_| target(dice, near)).collect();
    if let Some(last) = targets.last_mut()
        && dice.once_in(2)
    {
        last.when = When { severities: Vec::new(), service: None };
        (last.since, last.until) = (None, None);
    }
    PlainObjective {
        from: usize::from(dice.once_in(4)),
        to: if dice.once_in(2) { 2 } else { 3 },
        pauses: !dice.once_in(4),
        targets,
    }
}

fn target(dice: &mut Dice, near: Minute) -> PlainTarget {
    let calendar = (!dice.once_in(3)).then(|| usize::from(dice.once_in(4)));
    let promise = match dice.roll(12) {
        0 => PlainPromise::Exempt,
        1 => PlainPromise::Due,
        2 | 3 if calendar.is_some() => PlainPromise::BusinessDays(usize::try_from(1 + dice.roll(3)).unwrap()),
        _ => PlainPromise::Within(1 + length(dice)),
    };
    let some = |dice: &mut Dice| dice.once_in(6).then(|| about(dice, near, 240));
    let calendar =
        calendar.filter(|_| matches!(promise, PlainPromise::Within(_) | PlainPromise::BusinessDays(_)));
    PlainTarget { when: when(dice), since: some(dice), until: some(dice), promise, calendar }
}

fn when(dice: &mut Dice) -> When {
    let names = SEVERITIES.map(|(_, name)| name);
    let severities =
        if dice.once_in(2) { (0..=dice.roll(2)).map(|_| dice.pick(&names)).collect() } else { Vec::new() };
    When { severities, service: dice.once_in(4).then(|| dice.pick(&["web-*", "web-1", "db-*"])) }
}

fn exclusion(dice: &mut Dice, near: Minute) -> PlainExclusion {
    let from = about(dice, near, 300);
    let to = Some(from + 1 + dice.roll(240));
    if dice.once_in(4) {
        let ends = dice.pick(&[(Some(from), to), (Some(from), None), (None, Some(from)), (None, None)]);
        let service = Some(dice.pick(&["web-*", "web-1", "db-1"]));
        return PlainExclusion {
            when: When { service, ..when(dice) },
            from: ends.0,
            to: ends.1,
            drops: true,
        };
    }
    PlainExclusion { when: when(dice), from: Some(from), to, drops: false }
}

/// An incident, and what is asked of it as of a moment.
pub(super) fn incident(dice: &mut Dice, near: Minute, as_of: Minute) -> PlainIncident {
    let opened = (about(dice, near, 400)).min(as_of + 30);
    let longest = 1 + length(dice);
    let mut at = opened;
    let mut stamps = [PlainStamp::Missing; STAGES.len()];
    for stamp in &mut stamps {
        *stamp = match dice.roll(60) {
            0 => PlainStamp::Unreadable,
            // Out of the order of stages.
            1 | 2 => PlainStamp::At(about(dice, opened, 60)),
            3..=22 => PlainStamp::Missing,
            _ => PlainStamp::At(at),
        };
        at += if dice.once_in(8) { 0 } else { dice.roll(longest) };
    }
    if dice.once_in(3) {
        // It hasn't come further.
        stamps[1 + usize::try_from(dice.roll(3)).unwrap()..].fill(PlainStamp::Missing);
    }
    stamps[0] = match dice.roll(50) {
        0 => stamps[0],
        _ => PlainStamp::At(opened),
    };
    let mut moments: Vec<Minute> = vec![opened, as_of];
    moments.extend(stamps.iter().filter_map(|stamp| match stamp {
        PlainStamp::At(at) => Some(at),
        PlainStamp::Missing | PlainStamp::Unreadable => None,
    }));
    let severities = severities(dice, opened, longest, &moments);
    let by_sums = severities.len() == 1 && dice.once_in(5);
    PlainIncident {
        service: dice.pick(&SERVICES),
        stamps,
        due: match dice.roll(8) {
            0 => PlainStamp::Missing,
            1 if dice.once_in(4) => PlainStamp::Unreadable,
            2 => PlainStamp::At(dice.pick(&moments)),
            _ => PlainStamp::At(opened + dice.roll(longest * 2)),
        },
        pauses: if by_sums { Some(Vec::new()) } else { pauses(dice, opened, longest, &moments) },
        sums: if by_sums { sums(dice, longest) } else { Vec::new() },
        severities,
    }
}

fn severities(dice: &mut Dice, opened: Minute, longest: i64, moments: &[Minute]) -> Vec<(Minute, usize)> {
    let any = |dice: &mut Dice| usize::try_from(dice.roll(4)).unwrap();
    let mut severities = vec![(opened, any(dice))];
    if dice.once_in(2) {
        for _ in 0..dice.roll(4) {
            let last = severities[severities.len() - 1].0;
            let at = if dice.once_in(3) { dice.pick(moments) } else { last + 1 + dice.roll(longest) };
            // No two at once: which of them held wouldn't be told.
            if at > last {
                severities.push((at, any(dice)));
            }
        }
    }
    severities
}

fn pauses(
    dice: &mut Dice,
    opened: Minute,
    longest: i64,
    moments: &[Minute],
) -> Option<Vec<(Minute, Option<Minute>)>> {
    let pauses = (0..dice.roll(5)).map(|_| {
        let from = if dice.once_in(4) { dice.pick(moments) } else { opened - 30 + dice.roll(longest + 60) };
        let to = from + if dice.once_in(10) { 0 } else { dice.roll(longest) };
        (from, (!dice.once_in(6)).then_some(to))
    });
    let pauses = pauses.collect();
    (!dice.once_in(60)).then_some(pauses)
}

fn sums(dice: &mut Dice, longest: i64) -> Vec<(usize, Option<i64>)> {
    let mut sum = 0;
    let mut sums = Vec::new();
    for stage in 1..STAGES.len() {
        sum += dice.roll(1 + longest / 2);
        if !dice.once_in(4) {
            sums.push((stage, (!dice.once_in(40)).then_some(sum)));
        }
    }
    sums
}

/// A minute near another one.
pub(super) fn about(dice: &mut Dice, near: Minute, far: i64) -> Minute {
    near - far + dice.roll(2 * far)
}

/// So many minutes: most of three hours, some of twelve, few of three days.
fn length(dice: &mut Dice) -> i64 {
    let most = match dice.roll(100) {
        0 => 3 * 24 * 60,
        1..=8 => 12 * 60,
        9..=50 => 180,
        _ => 60,
    };
    dice.roll(most)
}

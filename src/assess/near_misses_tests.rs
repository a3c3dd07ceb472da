//! What counts as a near miss, and which of them is the closest.

use super::clock_desk::{Ticket, hour, minute, minutes, policy, report};
use crate::domain::Span;

#[test]
fn exactly_nine_tenths_are_no_near_miss() {
    let after = |id: &str, elapsed: Span| Ticket::new(id, hour(0), Some(hour(0).plus(elapsed)));
    let tickets = [
        after("nine tenths", minutes(540)),
        after("a nanosecond more", minutes(540).plus(Span::from_nanos(1))),
        after("on target", minutes(600)),
        after("breached", minutes(600).plus(Span::from_nanos(1))),
        Ticket::new("pending", hour(1000).minus(minutes(599)), None),
    ];
    let report = report(&policy(vec![]), &tickets);
    let [group] = &report.near_misses[..] else { panic!("{:?}", report.near_misses) };
    assert_eq!((group.objective, group.service.as_deref(), group.count), (0, Some("web"), 2));
    assert_eq!((&*group.closest.incident, group.row), ("on target", 4));
    assert_eq!(group.closest.used().unwrap().per_mille(), 1000);
}

#[test]
fn the_closest_is_by_share_and_services_with_most_come_first() {
    let ticket = |id, service, severity, elapsed| Ticket {
        service,
        severity,
        ..Ticket::new(id, hour(0), Some(minute(elapsed)))
    };
    let tickets = [
        ticket("M", "mail", "high", 599),
        // Less time, but of a shorter target a greater share.
        ticket("A", "web", "high", 550),
        ticket("B", "web", "critical", 59),
        ticket("C", "web", "critical", 59),
        ticket("D", "", "low", 230),
    ];
    let report = report(&policy(vec![]), &tickets);
    let found: Vec<_> = report
        .near_misses
        .iter()
        .map(|group| (group.service.as_deref(), group.count, &*group.closest.incident))
        .collect();
    assert_eq!(found, [(Some("web"), 3, "B"), (None, 1, "D"), (Some("mail"), 1, "M")]);
}

use super::{Calendar, Instant, Span, Stop};

/// What counts of the time that passes: the hours of a calendar, less the stops.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    calendar: Option<&'a Calendar>,
    stops: &'a [Stop],
}

/// A stretch of time that a clock ran or stood still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its first moment.
    pub from: Instant,
    /// The first moment after it.
    pub to: Instant,
    /// Whether the clock ran.
    pub kind: SegmentKind,
}

/// Whether a clock ran, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// It ran.
    Ran,
    /// The calendar has no hours then.
    OutOfHours,
    /// A stop held.
    Stopped(super::StopReason),
}

impl<'a> Clock<'a> {
    /// A clock that runs in the hours of a calendar, or day and night without one, and stands still
    /// in the stops: those must be one behind the other, as [`Stop::disjoint`] leaves them.
    #[must_use]
    pub const fn new(calendar: Option<&'a Calendar>, stops: &'a [Stop]) -> Self {
        Self { calendar, stops }
    }

    /// The time that counts from one moment to a later one; none where `to` isn't later.
    #[must_use]
    pub fn elapsed(&self, from: Instant, to: Instant) -> Span {
        let (open, stopped) = self.measure(from, to);
        open.minus(stopped)
    }

    /// The time within the calendar's hours from one moment to a later one, and how much of it the
    /// clock stood still for stops.
    #[must_use]
    pub fn measure(&self, from: Instant, to: Instant) -> (Span, Span) {
        let stops = self.stops_between(from, to);
        let stopped = stops.fold(Span::ZERO, |sum, (begins, ends)| sum.plus(self.open(begins, ends)));
        (self.open(from, to), stopped)
    }

    /// The first moment by which so much time has counted since `from`; the last moment that there
    /// is where that never comes.
    #[must_use]
    pub fn deadline(&self, from: Instant, target: Span) -> Instant {
        let (mut from, mut left) = (from, target);
        for stop in self.stops_after(from) {
            let run = self.open(from, stop.from);
            if run >= left {
                break;
            }
            left = left.minus(run);
            from = stop.to;
        }
        match self.calendar {
            Some(calendar) => calendar.after(from, left),
            None => from.plus(left.at_least_zero()),
        }
    }

    /// What the clock did from one moment to another, stretch by stretch, each as long as it can
    /// be. Where the calendar has no hours, a stop is not told.
    #[must_use]
    pub fn segments(&self, from: Instant, to: Instant) -> Vec<Segment> {
        let open = match self.calendar {
            Some(calendar) => calendar.open(from, to),
            None if from < to => vec![(from, to)],
            None => Vec::new(),
        };
        let mut segments: Vec<Segment> = Vec::new();
        let mut at = from;
        let mut push = |to: Instant, kind: SegmentKind| {
            if at < to {
                match segments.last_mut() {
                    Some(last) if last.kind == kind => last.to = to,
                    _ => segments.push(Segment { from: at, to, kind }),
                }
                at = to;
            }
        };
        for (opens, closes) in open {
            push(opens, SegmentKind::OutOfHours);
            for stop in self.stops_after(opens).iter().take_while(|stop| stop.from < closes) {
                push(stop.from.max(opens), SegmentKind::Ran);
                push(stop.to.min(closes), SegmentKind::Stopped(stop.why));
            }
            push(closes, SegmentKind::Ran);
        }
        push(to, SegmentKind::OutOfHours);
        segments
    }

    /// The time within the calendar's hours, stops or not.
    fn open(&self, from: Instant, to: Instant) -> Span {
        match self.calendar {
            Some(calendar) => calendar.between(from, to),
            None => to.since(from).at_least_zero(),
        }
    }

    fn stops_between(&self, from: Instant, to: Instant) -> impl Iterator<Item = (Instant, Instant)> {
        let stops = self.stops_after(from).iter().take_while(move |stop| stop.from < to);
        stops.map(move |stop| (stop.from.max(from), stop.to.min(to)))
    }

    /// The stops that hold at a moment or later.
    fn stops_after(&self, at: Instant) -> &'a [Stop] {
        let first = self.stops.partition_point(|stop| stop.to <= at);
        self.stops.get(first..).unwrap_or_default()
    }
}

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

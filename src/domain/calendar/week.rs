use chrono::Weekday;

/// Hours of one day, half-open, in minutes from its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours {
    /// The first minute: 0 to 1439.
    pub from: u16,
    /// The first minute after them: above `from`, and above 1440 where they pass midnight.
    pub to: u16,
}

impl Hours {
    /// The minutes of a day.
    pub const DAY: u16 = 24 * 60;
}

/// The hours of each day of the week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week([Vec<Hours>; 7]);

impl Week {
    /// The hours of a day, in order.
    #[must_use]
    pub fn on(&self, day: Weekday) -> &[Hours] {
        &self.0[day.num_days_from_monday() as usize]
    }

    /// Gives a day its hours.
    pub fn set(&mut self, day: Weekday, mut hours: Vec<Hours>) {
        hours.sort_unstable();
        self.0[day.num_days_from_monday() as usize] = hours;
    }

    /// Whether no day has any.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// The first two hours that hold at the same time, each with the day it begins on. Hours that
    /// pass midnight can do so with those of the day after.
    #[must_use]
    pub fn overlap(&self) -> Option<[(Weekday, Hours); 2]> {
        const WEEK: u32 = 7 * Hours::DAY as u32;
        let days = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let mut all: Vec<(u32, u32, (Weekday, Hours))> = Vec::new();
        for day in days {
            for &hours in self.on(day) {
                let midnight = day.num_days_from_monday() * u32::from(Hours::DAY);
                all.push((midnight + u32::from(hours.from), midnight + u32::from(hours.to), (day, hours)));
            }
        }
        all.sort_unstable_by_key(|&(from, to, _)| (from, to));
        let first = all.first().map(|&(from, to, first)| (from + WEEK, to + WEEK, first));
        let next = all.iter().copied().skip(1).chain(first);
        all.iter().zip(next).find(|(one, other)| other.0 < one.1).map(|(one, other)| [one.2, other.2])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(from: u16, to: u16) -> Hours {
        Hours { from: from * 60, to: to * 60 }
    }

    #[test]
    fn hours_overlap_within_a_day_and_past_midnight() {
        let mut week = Week::default();
        week.set(Weekday::Mon, vec![hours(13, 18), hours(9, 12)]);
        assert_eq!(week.overlap(), None);
        assert_eq!(week.on(Weekday::Mon), [hours(9, 12), hours(13, 18)]);
        week.set(Weekday::Sun, vec![hours(20, 34)]);
        assert_eq!(week.overlap(), Some([(Weekday::Sun, hours(20, 34)), (Weekday::Mon, hours(9, 12))]));
        week.set(Weekday::Sun, vec![hours(20, 33), hours(0, 1)]);
        assert_eq!(week.overlap(), None);
        week.set(Weekday::Tue, vec![hours(9, 12), hours(11, 12)]);
        assert!(week.overlap().is_some());
    }
}

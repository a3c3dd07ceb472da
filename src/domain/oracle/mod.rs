//! What tests share that work things out a second time, slowly and plainly: chance by a seed, and
//! calendars as mere data, read off the wall clock of their zone.

mod dice;
mod plain_calendar;
mod seeds;

pub(crate) use dice::Dice;
pub(crate) use plain_calendar::PlainCalendar;
pub(crate) use seeds::{SHARING, each_seed};

//! What the cells of an export say about time.
//!
//! A cell is read by [`TimeReader`]: by the policy's `time_format` where there is one, then by
//! the fixed-width forms that nearly all exports use, then by every other form that has one
//! meaning only. What has two meanings is never guessed.

mod cell;
mod civil;
mod clock_time;
mod cursor;
mod date;
mod day_order;
mod decimal;
mod epoch;
mod era;
mod fixed;
mod format;
mod format_guess;
mod last_time;
mod local;
mod missing;
mod notation;
mod reader;
mod stamp;
#[cfg(test)]
mod tests;
mod written;

pub use cell::TimeCell;
pub use day_order::{DayOrder, DayOrderEvidence, Found};
pub use reader::TimeReader;

pub(in crate::source) use decimal::Decimal;
pub(in crate::source) use format_guess::format_of;
pub(in crate::source) use last_time::LastTime;
pub(in crate::source) use notation::{Notation, Reading};
pub(in crate::source) use stamp::is_stamp;

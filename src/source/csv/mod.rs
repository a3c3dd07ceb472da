//! CSV: where records end, what cells they have, and what divides them.
//!
//! The rules are those of the `csv` crate: a quote opens only at the start of a cell, two of them
//! within quotes are one, what stands behind the closing quote belongs to the cell, each of `\n`,
//! `\r` and `\r\n` ends a record, and lines with nothing in them are no records.

mod boundary;
mod delimiter;
mod marks;
mod quoting;
mod record;

pub(super) use boundary::BoundaryScan;
pub(super) use delimiter::detect_delimiter;
pub(super) use quoting::{Quoting, double_all_quotes};
pub(super) use record::{Record, RecordEnd};

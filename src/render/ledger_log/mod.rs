//! The log of a ledger, who did what and when: a table for people, JSON and CSV.

mod csv;
mod json;
mod page;
mod sentence;

use std::path::Path;

use crate::assess::LedgerLog;
use crate::domain::Policy;
use crate::render::{RenderError, Style, table};

pub use csv::ledger_log_csv;
pub use json::ledger_log_json;

/// The log of the ledger at `path` as a table for people.
pub fn ledger_log_table(
    log: &LedgerLog,
    path: &Path,
    policy: &Policy,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(log, path, policy, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

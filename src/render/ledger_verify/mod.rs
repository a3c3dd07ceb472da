//! What looking through a whole ledger found: facts for people, JSON for programs.

mod json;
mod page;

use std::path::Path;

use crate::assess::LedgerAudit;
use crate::domain::Zone;
use crate::render::{RenderError, Style, table};

pub use json::ledger_audit_json;

/// What was found in the ledger at `path`, for people. What is wrong with it is not told here.
pub fn ledger_audit_table(
    audit: &LedgerAudit,
    path: &Path,
    zone: Zone,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(audit, path, zone, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

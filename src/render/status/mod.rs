//! What waits for somebody: a table for people, JSON for programs, a worklist to be filled in.

mod csv;
mod json;
mod page;
mod words;

use crate::assess::Waiting;
use crate::domain::Policy;
use crate::render::{RenderError, Style, table};

pub use csv::status_csv;
pub use json::status_json;

/// What waits as tables for people.
pub fn status_table(waiting: &Waiting<'_>, policy: &Policy, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(waiting, policy, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

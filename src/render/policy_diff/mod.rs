//! What an edit of a policy changes: tables for people, JSON, CSV.

mod csv;
mod customers;
mod json;
mod page;

use crate::assess::PolicyDiff;
use crate::domain::{Instant, Policy};
use crate::render::{RenderError, Style, table};

pub use csv::policy_diff_csv;
pub use json::policy_diff_json;

/// Two policies and what the second changes.
#[derive(Clone, Copy, Debug)]
pub struct ComparedPolicies<'a> {
    /// The first.
    pub old: &'a Policy,
    /// The second.
    pub new: &'a Policy,
    /// As named, the exports that were judged by both.
    pub exports: &'a [String],
    /// The instant that counts as now.
    pub as_of: Instant,
    /// What changes.
    pub diff: &'a PolicyDiff,
}

/// What changes as tables for people.
pub fn policy_diff_table(compared: &ComparedPolicies<'_>, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(compared, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

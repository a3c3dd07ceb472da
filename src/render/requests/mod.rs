//! Requests and how far they got: a table for people, JSON.

mod json;
mod page;
mod planned;

use crate::assess::RequestProgress;
use crate::domain::{Instant, Policy};
use crate::render::{RenderError, Style, table};

pub use json::request_list_json;
pub use planned::{Planned, PlannedDeed, planned_table};

/// Requests as a table for people.
pub fn request_list_table(
    list: &[RequestProgress<'_>],
    policy: &Policy,
    as_of: Instant,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(list, policy, as_of, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

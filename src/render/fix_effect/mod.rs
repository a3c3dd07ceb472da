//! Whether what was asked for helped: a table for people, JSON.

mod json;
mod page;

use crate::assess::FixEffect;
use crate::domain::{Instant, Policy};
use crate::render::{RenderError, Style, table};

pub(in crate::render) use json::EffectEntry;
pub use json::fix_effect_json;
pub(in crate::render) use page::{effect_notes, effect_table, recurrence_table};

/// The effects of requests as a table for people.
pub fn fix_effect_table(
    effects: &[FixEffect<'_>],
    policy: &Policy,
    as_of: Instant,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(effects, policy, as_of, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

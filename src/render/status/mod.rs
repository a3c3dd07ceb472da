//! What waits for somebody: one screen for people, JSON for programs, a worklist to be filled in.

mod csv;
mod groups;
mod json;
mod lists;
mod overview;
mod page;
mod share;

use std::path::Path;

use crate::assess::{Waiting, WaitingGroups};
use crate::domain::Policy;
use crate::render::{RenderError, Style, table};

pub use csv::status_csv;
pub use json::status_json;

/// What a status tells.
#[derive(Clone, Copy, Debug)]
pub struct Status<'a> {
    /// The ledger that was read.
    pub ledger: &'a Path,
    /// What waits.
    pub waiting: &'a Waiting<'a>,
    /// The breaches among it, broken down.
    pub groups: &'a [WaitingGroups<'a>],
}

/// How much of what waits a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything: the groups, and all lists in full.
    All,
    /// Of each group or list so many.
    Each(usize),
    /// What fits on a screen of so many lines; of every list at least one where there is room.
    Screen(usize),
}

/// What waits as tables for people: how much there is of it, and what to do. Then the groups where
/// there are some, else what has waited longest; with [`Extent::All`] both.
pub fn status_table(
    status: &Status<'_>,
    policy: &Policy,
    extent: Extent,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    let page = page::Page::new(status, policy, style);
    let mut blocks = page.head();
    let taken = table::height(&blocks, style);
    blocks.extend(page.rest(extent, taken));
    table::draw(&blocks, style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

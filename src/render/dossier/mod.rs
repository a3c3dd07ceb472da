//! What the ledger holds of an incident, for the person who is to say why its response was slow.

mod page;

use crate::assess::Dossier;
use crate::domain::{Policy, RecordedBreach};
use crate::render::{RenderError, Style, table};

/// The dossier of an incident for a terminal: a heading and a handful of lines. `place` is its turn
/// in a walk through several, and how many there are.
pub fn dossier(
    dossier: &Dossier<'_>,
    place: Option<(usize, usize)>,
    policy: &Policy,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(dossier, place, policy, style), style, &mut bytes)?;
    Ok(bytes)
}

/// Several incidents in short, each by its breaches: a line for each of the first, and how many more
/// there are.
pub fn dossiers(
    incidents: &[Vec<&RecordedBreach>],
    policy: &Policy,
    style: &Style,
) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::list(incidents, policy, style), style, &mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;

//! The verdicts on one incident with all that led to them: a screen for people, Markdown for a
//! request or a ticket, JSON.

mod clock;
mod json;
mod objective;
mod page;

use crate::assess::{Explanation, KeptIncident};
use crate::domain::{BreachRecord, Instant, Policy, Resolved};
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style, markdown, table};

pub use json::explanation_json;

use crate::words::explanation::Words;

/// What is explained.
#[derive(Clone, Copy)]
pub struct Explained<'a> {
    /// The policy it was judged by.
    pub policy: &'a Policy,
    /// The instant that counts as now.
    pub as_of: Instant,
    /// The incident.
    pub incident: &'a KeptIncident,
    /// Where it was found.
    pub source: ExplainedSource<'a>,
    /// What led to the verdicts on it.
    pub explanation: &'a Explanation,
}

/// Where an incident was found that is explained.
#[derive(Clone, Copy)]
pub enum ExplainedSource<'a> {
    /// In this row of this export.
    Export(&'a str, u64),
    /// In the ledger, as these breaches.
    Ledger(&'a [BreachRecord]),
}

/// An explanation for people.
pub fn explanation_table(explained: &Explained<'_>, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    table::draw(&page::page(explained, style.language), style, &mut bytes)?;
    Ok(bytes)
}

/// An explanation as Markdown, to be pasted into a request or a ticket.
pub fn explanation_markdown(explained: &Explained<'_>, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::new();
    markdown::draw(&page::page(explained, style.language), &mut bytes)?;
    Ok(bytes)
}

/// What all parts of an explanation are made from.
struct Setting<'a> {
    explained: &'a Explained<'a>,
    words: &'static Words,
    times: LocalTimes,
}

impl Setting<'_> {
    /// A moment for people, with its offset where the clocks showed the same time twice.
    fn moment(&self, at: Instant) -> String {
        let zone = self.explained.policy.zone;
        if matches!(zone.resolve(zone.at(at).naive_local()), Resolved::Overlap(_)) {
            return self.times.rfc3339(at);
        }
        self.times.exact(at)
    }
}

#[cfg(test)]
mod tests;

//! A page in sections that have names, so that it can be linked into, cut into sheets and read by programs.

use super::page::Block;
use crate::domain::Language;

/// A page of several sections.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct Document {
    /// What it is called.
    pub(in crate::render) title: String,
    /// The language of its texts.
    pub(in crate::render) language: Language,
    /// The sections, in order. The first one has what stands above all of them, and no heading.
    pub(in crate::render) sections: Vec<Section>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct Section {
    /// Its name for programs, links and sheets: `compliance`.
    pub(in crate::render) id: &'static str,
    /// What it is called; empty for the first.
    pub(in crate::render) heading: String,
    /// What it says. A table in it is known by the section's name.
    pub(in crate::render) blocks: Vec<Block>,
}

impl Section {
    /// A section with a heading.
    pub(in crate::render) fn new(id: &'static str, heading: &str, blocks: Vec<Block>) -> Self {
        Self { id, heading: heading.to_owned(), blocks }
    }
}

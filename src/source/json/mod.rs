//! JSON: where the incidents stand, where one ends, and the cells of one.

mod cursor;
mod element;
mod element_arrays;
mod element_fault;
#[cfg(test)]
mod element_oracle;
mod elements;
mod envelope;
mod envelope_text;
mod flatten;
mod key_order;
mod members;
mod misfit;
mod path_tree;
mod paths;
mod plain;
mod selector;
mod slots;
mod surroundings;

pub(super) use element::Element;
pub(super) use elements::{ElementScan, Missed, ScanState};
pub(super) use envelope::{JsonShape, detect_json, unsure_key};
pub(super) use envelope_text::envelope_text;
pub(super) use flatten::{PathNames, entries};
pub(super) use members::{beginning, rows_within};
pub(super) use path_tree::{PathTree, Take};
pub(super) use paths::{Step, names_without_selection, steps_of};
pub(super) use surroundings::check_surroundings;

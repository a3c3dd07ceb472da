//! JSON: where the incidents stand, where one ends, and the cells of one.

mod cursor;
mod element;
mod element_fault;
#[cfg(test)]
mod element_oracle;
mod elements;
mod envelope;
mod flatten;
mod key_order;
mod paths;
mod plain;
mod surroundings;

pub(super) use element::Element;
pub(super) use elements::{ElementScan, ScanState};
pub(super) use envelope::{JsonShape, detect_json, unsure_key};
pub(super) use flatten::{PathNames, entries};
pub(super) use paths::{PathTree, Step, steps_of};
pub(super) use surroundings::check_surroundings;

//! JSON: where the incidents stand, where one ends, and the cells of one.

mod element;
mod elements;
mod envelope;
mod flatten;
mod paths;

pub(super) use element::Element;
pub(super) use elements::{ElementScan, ScanState};
pub(super) use envelope::{JsonShape, detect_json};
pub(super) use flatten::PathNames;
pub(super) use paths::{PathTree, Step, steps_of};

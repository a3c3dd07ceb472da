//! What people and programs read, as bytes. Knows no files and makes no numbers.

pub mod draft;
pub mod status;

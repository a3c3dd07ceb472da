//! What waits for somebody: a table for people, JSON for programs.

mod json;
mod table;
mod words;

pub use json::status_json;
pub use table::{StatusStyle, status_table};

#[cfg(test)]
mod tests;

//! `slo` finds the incidents that missed their service level objective, records why, and asks
//! for the improvement.
//!
//! Imports go one way:
//!
//! ```text
//! main → cli → { source, policy_file, ledger, render } → words → assess → domain
//! ```
//!
//! [`domain`] and [`assess`] are pure; files, the clock and the terminal are at the edges.

pub mod assess;
pub mod cli;
pub mod context;
pub mod diagnostic;
pub mod domain;
pub mod exit;
pub mod ledger;
pub mod output;
pub mod policy_file;
pub mod render;
pub mod source;
mod words;

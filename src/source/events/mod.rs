//! Exports in which each row is something that happened to an incident.
//!
//! Rows may come in any order and are read side by side; of each incident its events are kept,
//! without their texts, and put together when all are there. What happened later than as-of has not
//! happened yet: else the last resolution would hide the one that counted then.

mod episodes;
mod event;
mod first_cells;
mod history;
mod meanings;
mod reading;
mod seen_activities;
mod spell;
mod telling;
mod texts;

pub(super) use reading::read_events;

//! The policy file: its text becomes a [`crate::domain::Policy`], or a list of everything that is
//! wrong with it.
//!
//! TOML and JSON are read into one tree of values with their places (`tree`); typed readers then
//! take the keys they know out of each table (`section`), and what is left over is unknown.
//! Nothing here opens a file.

mod calendars;
mod causes;
mod clock;
mod condition;
mod duration;
mod escalation;
mod events;
mod exclusions;
mod faults;
mod find;
mod holiday_file;
mod hours;
mod id_columns;
mod json_tree;
mod moment;
mod objectives;
mod pairs;
mod pause_checks;
mod pauses;
mod period;
mod places;
mod preset;
mod presets;
mod quirks;
mod reach;
mod reader;
mod rows;
mod section;
mod severities;
mod shifts;
mod source;
mod stage_columns;
mod target;
mod teams;
mod template;
mod terms;
mod time_format;
mod toml_tree;
mod tree;
mod within;
mod wording;
mod zone;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod torn;

pub use duration::parse_duration;
pub use find::find_policy;
pub use places::{PolicyPlaces, Step};
pub use preset::read_preset;
pub use presets::built_in_presets;
pub use reader::{decode_policy, language_of, read_policy};
pub use template::{
    LeftOutColumn, NamedPreset, Proposal, ProposedColumn, ProposedPreset, ProposedSeverity,
    ProposedSnapshots, ZoneUse, proposal, template,
};

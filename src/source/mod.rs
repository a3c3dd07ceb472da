//! From the bytes of exports to incidents: encodings, CSV and JSON, columns, times, and the reading
//! of one export on several threads.
//!
//! An export is opened and unpacked ([`Input`]), converted to UTF-8, and cut into blocks of whole
//! records. Workers parse the blocks side by side and hand each row as a borrowed incident to an
//! [`Intake`](crate::assess::Intake). No rule of a policy is applied here, and nothing is printed.

mod alternatives;
mod asked;
mod assembly;
mod behind;
mod block;
mod blocks;
mod cells;
pub mod columns;
mod course;
mod csv;
mod decode;
mod encoding;
mod error;
mod error_value;
mod events;
mod evidence;
mod export;
mod fault;
mod file_state;
mod first_filled;
mod format;
mod heading;
mod headless;
mod ids;
mod input;
mod json;
mod kept_input;
mod kind;
mod opening;
mod order;
mod origin;
mod pairs;
mod parser;
mod pass;
mod plan;
mod prepared;
mod readings;
mod recognised;
mod refusals;
mod repeat;
mod row_index;
mod row_pauses;
mod sample;
mod severity_spellings;
mod sheet;
mod single;
mod snapshots;
mod stamp_cell;
mod tap;
#[cfg(test)]
mod tests;
pub mod time;
mod unpack;
pub mod worklist;

pub use columns::ColumnsError;
pub use error::{SourceError, UnclearDate};
pub use export::{ExportRead, ReadOptions, read_export};
pub use ids::IdSet;
pub use input::Input;
pub use kept_input::KeptInput;
pub use row_index::RowIndex;
pub use sample::{Sample, sample_export};
pub use sheet::SheetError;
pub use time::{TimeCell, TimeReader};
pub use worklist::{Worklist, WorklistError, WorklistRow, read_worklist};

//! The words of the project as types: pure values and arithmetic.
//!
//! Nothing here knows files, the clock of the machine, serialisation or the command line.

mod annotation;
mod breach;
mod cause;
mod condition;
mod encoding_label;
mod entry_id;
mod field;
mod goal;
mod incident;
mod instant;
mod language;
mod mapping;
mod normal;
mod objective;
mod policy;
mod recorded_breach;
mod request;
mod severity;
mod span;
mod stage;
mod target;
mod team;
mod time_format;
mod verdict;
mod window;
mod zone;

pub use annotation::Annotation;
pub use breach::{Breach, Snapshot};
pub use cause::{Cause, CauseId, Fix};
pub use condition::{Condition, Pattern};
pub use encoding_label::encoding_label;
pub use entry_id::EntryId;
pub use field::{FieldId, Fields};
pub use goal::Goal;
pub use incident::{Incident, NoteKind, Position, Stamp, StampNote, WrittenStamps};
pub use instant::Instant;
pub use language::Language;
pub use mapping::{Mapping, Rows, StageColumn};
pub use normal::normal;
pub use objective::{Objective, ObjectiveIndex};
pub use policy::{ClockRules, Escalation, Policy, SkippedStage};
pub use recorded_breach::{BreachRecord, RecordedBreach, RecordedTarget, Withdrawal};
pub use request::{Request, RequestStatus};
pub use severity::{Severity, SeverityScale};
pub use span::Span;
pub use stage::{StageId, Stages};
pub use target::{Promise, Target};
pub use team::Team;
pub use time_format::{BadTimeFormat, TimeFormat};
pub use verdict::{Reach, Reading, Uncovered, Unknown, Verdict};
pub use window::Window;
pub use zone::{Resolved, Zone};

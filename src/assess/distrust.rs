/// Why a row can't be trusted. What it says to people is put into words where all texts stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Distrust {
    /// A cell can't be read, as its reader told.
    Told(String),
    /// None of the rows of an incident tells of what opens it.
    NoOpeningActivity {
        /// The column that tells what happened.
        column: String,
        /// The stage that should be reached.
        stage: String,
        /// What would reach it.
        activities: Vec<String>,
    },
    /// No time tells when the incident was opened.
    NeverOpened,
    /// A stage is stamped before one that comes earlier.
    Contradiction {
        /// The stage.
        later: String,
        /// The one that comes earlier.
        earlier: String,
        /// The earlier one's stamp, as it is written.
        at: String,
    },
    /// A sum of pauses is longer than the time it lies in.
    OverlongPause,
}

/// Something about an inference that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No column seems to hold the id.
    NoId,
    /// A column that is named like an id has the same value in several rows: perhaps an incident
    /// has several rows.
    IdRepeats {
        /// The column.
        column: String,
        /// A value that repeats.
        value: String,
        /// In how many rows of the sample it stands.
        rows: usize,
        /// The column that was taken instead, if another one doesn't repeat.
        taken: Option<String>,
    },
    /// No column seems to say when incidents were opened.
    NoOpened,
    /// The column of `opened` was taken because its times come first, not for its name.
    OpenedByOrder {
        /// The column.
        column: String,
    },
    /// No stage but `opened` was found, so that nothing can be measured.
    OnlyOpened,
    /// There is no time of recovery; the time of closing was taken as `resolved`.
    ResolvedFromClosed {
        /// The column.
        column: String,
    },
    /// Several columns could be meant.
    SeveralColumns {
        /// The field or stage.
        name: &'static str,
        /// The column that was taken.
        column: String,
        /// The others.
        others: Vec<String>,
    },
    /// Some cells of a stage's column can't be read.
    UnreadableCells {
        /// The stage.
        stage: &'static str,
        /// The column.
        column: String,
        /// How many.
        cells: usize,
        /// One of them.
        example: String,
        /// Why it can't be read.
        reason: String,
    },
    /// These columns hold times, but of which stage their names don't tell.
    UnusedTimes {
        /// The columns.
        columns: Vec<String>,
    },
    /// No date in the sample shows whether the day or the month comes first.
    DayOrderUnknown {
        /// A date that can be read either way.
        example: String,
        /// The `time_format` that was proposed.
        time_format: String,
    },
    /// Some dates can only be day-first and others only month-first.
    DayOrderContradictory,
    /// Times have no offset, so that their zone must be said.
    NoOffset,
    /// Only some times have an offset.
    SomeOffsets,
    /// There is no column of severities.
    NoSeverity,
    /// The order of these severities is not known.
    SeverityOrderUnknown {
        /// The values whose place is not known.
        values: Vec<String>,
    },
    /// Severities are bare numbers, which some tools count upwards and others downwards.
    SeverityNumbers,
}

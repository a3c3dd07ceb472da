use crate::render::InitWords;
use crate::source::columns::Doubt;

/// A doubt as a sentence.
pub(super) fn sentence(doubt: &Doubt, words: InitWords) -> String {
    match doubt {
        Doubt::NoId => words.no_id(),
        Doubt::IdRepeats { column, value, rows, taken: None } => words.id_repeats(column, value, *rows),
        Doubt::IdRepeats { column, value, rows, taken: Some(taken) } => {
            words.other_id_taken(column, value, *rows, taken)
        }
        Doubt::NoOpened => words.no_opened(),
        Doubt::OpenedByOrder { column } => words.opened_by_order(column),
        Doubt::OnlyOpened => words.only_opened(),
        Doubt::ResolvedFromClosed { column } => words.resolved_from_closed(column),
        Doubt::SeveralColumns { name, column, others } => words.several_columns(name, column, others),
        Doubt::UnreadableCells { stage, column, cells, example, reason } => {
            words.unreadable_cells(stage, column, *cells, example, reason)
        }
        Doubt::UnusedTimes { columns } => words.unused_times(columns),
        Doubt::DayOrderUnknown { example, time_format } => words.day_order_unknown(example, time_format),
        Doubt::DayOrderContradictory => words.day_order_contradictory(),
        Doubt::NoOffset => words.no_offset(),
        Doubt::SomeOffsets => words.some_offsets(),
        Doubt::NoSeverity => words.no_severity(),
        Doubt::SeverityOrderUnknown { values } => words.severity_order_unknown(values),
        Doubt::SeverityNumbers => words.severity_numbers(),
    }
}

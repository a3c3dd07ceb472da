use crate::source::columns::Doubt;
use crate::words::init_doubts::Words;

/// A doubt as a sentence.
pub(super) fn sentence(doubt: &Doubt, words: &Words) -> String {
    match doubt {
        Doubt::NoId => words.no_id.to_owned(),
        Doubt::IdRepeats { column, value, rows, taken: None } => (words.id_repeats)(column, value, *rows),
        Doubt::IdRepeats { column, value, rows, taken: Some(taken) } => {
            (words.other_id_taken)(column, value, *rows, taken)
        }
        Doubt::NoOpened => words.no_opened.to_owned(),
        Doubt::OpenedByOrder { column } => (words.opened_by_order)(column),
        Doubt::OnlyOpened => words.only_opened.to_owned(),
        Doubt::ResolvedFromClosed { column } => (words.resolved_from_closed)(column),
        Doubt::SeveralColumns { name, column, others } => {
            (words.several_columns)(name, column, &others.join(words.between))
        }
        Doubt::UnreadableCells { stage, column, cells, example, reason } => {
            (words.unreadable_cells)(stage, column, *cells, example, reason)
        }
        Doubt::UnusedTimes { columns } => (words.unused_times)(&columns.join(words.between)),
        Doubt::DayOrderUnknown { example, time_format } => (words.day_order_unknown)(example, time_format),
        Doubt::DayOrderContradictory => words.day_order_contradictory.to_owned(),
        Doubt::NoOffset => words.no_offset.to_owned(),
        Doubt::SomeOffsets => words.some_offsets.to_owned(),
        Doubt::NoSeverity => words.no_severity.to_owned(),
        Doubt::SeverityOrderUnknown { values } => (words.severity_order_unknown)(&values.join(words.between)),
        Doubt::SeverityNumbers => words.severity_numbers.to_owned(),
    }
}

/// That several presets fit equally, so that none is used.
pub(super) fn tied_presets(names: &[String], words: &Words) -> String {
    let line = format!("preset = \"{}\"", names.first().map_or("", String::as_str));
    (words.tied_presets)(&names.join(words.between), &line)
}

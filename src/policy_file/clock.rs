use super::faults::Faults;
use super::section::Section;
use super::tree::{Entry, Value};
use crate::diagnostic::{Code, Label};
use crate::domain::{ClockRules, Reopen, SeverityAt, SkippedStage};
use crate::words::{policy_keys, policy_people};

/// Reads `[clock]`. Only rows that are events tell of reopening and of changes of severity.
pub(super) fn read_clock(
    mut section: Section<'_>,
    rows_are_events: bool,
    faults: &mut Faults<'_>,
) -> ClockRules {
    let skipped = [
        ("unknown", SkippedStage::Unknown),
        ("miss", SkippedStage::Miss),
        ("next-stage", SkippedStage::NextStage),
    ];
    let reopen = [("same-clock", Reopen::SameClock), ("first-resolution", Reopen::FirstResolution)];
    let severity_at =
        [("opened", SeverityAt::Opened), ("breach", SeverityAt::Breach), ("highest", SeverityAt::Highest)];
    let (reopen_at, severity_place) = (section.peek("reopen"), section.peek("severity_at"));
    let rules = ClockRules {
        skipped_stage: section.choice("skipped_stage", &skipped, faults).unwrap_or_default(),
        reopen: section.choice("reopen", &reopen, faults).unwrap_or_default(),
        severity_at: section.choice("severity_at", &severity_at, faults).unwrap_or_default(),
    };
    section.close(faults);
    if !rows_are_events {
        let changed = [
            reopen_at.filter(|_| rules.reopen != Reopen::default()),
            severity_place.filter(|_| rules.severity_at != SeverityAt::default()),
        ];
        changed.into_iter().flatten().for_each(|entry| warn_unused(entry, faults));
    }
    rules
}

fn warn_unused(entry: &Entry, faults: &mut Faults<'_>) {
    let Value::Text(text) = &entry.node.value else { return };
    let message = policy_people::rows_are_no_events(&entry.key, text);
    let label = Label::new(entry.node.span.clone(), policy_keys::changes_nothing());
    faults.warning(Code::Unused, message, label).help = Some(policy_people::say_that_rows_are_events());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy_file::sample::{only, sound, text};

    const EVENTS: &str = "[source.rows]\nkind = \"events\"\nactivity = \"A\"\nat = \"T\"\n";

    #[test]
    fn all_rules_are_read() {
        let lines = format!(
            "{EVENTS}[clock]\nskipped_stage = \"miss\"\nreopen = \"first-resolution\"\nseverity_at = \"highest\"\n"
        );
        let rules = sound(&text("{ within = \"4h\" }", &lines)).clock;
        let ClockRules { skipped_stage, reopen, severity_at } = rules;
        assert_eq!(
            (skipped_stage, reopen, severity_at),
            (SkippedStage::Miss, Reopen::FirstResolution, SeverityAt::Highest)
        );
    }

    #[test]
    fn what_changes_nothing_is_told() {
        for (lines, place) in [
            ("reopen = \"first-resolution\"", "\"first-resolution\""),
            ("severity_at = \"breach\"", "\"breach\""),
            ("severity_at = \"highest\"", "\"highest\""),
        ] {
            let text = text("{ within = \"4h\" }", &format!("[clock]\n{lines}\n"));
            let (code, underlined, _) = only(&text);
            assert_eq!((code, underlined.as_str()), (Code::Unused, place));
        }
        sound(&text("{ within = \"4h\" }", "[clock]\nreopen = \"same-clock\"\nseverity_at = \"opened\"\n"));
    }

    #[test]
    fn a_misspelt_rule_is_refused() {
        let text = text("{ within = \"4h\" }", "[clock]\nreopen = \"first-resolutoin\"\n");
        let wanted = (
            Code::BadValue,
            "\"first-resolutoin\"".to_owned(),
            "did you mean `first-resolution`?".to_owned(),
        );
        assert_eq!(only(&text), wanted);
    }
}

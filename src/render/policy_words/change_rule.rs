use super::page::Page;
use crate::domain::{Policy, Reopen, Rows, SeverityAt};

/// What counts of an incident that changed: its fields, its severity, its resolution.
pub(super) fn change_rule(policy: &Policy, page: &Page) -> String {
    let (severity, severity_word) = match policy.clock.severity_at {
        SeverityAt::Opened => {
            (page.pick("発生したときのもの", "the one that it was opened with"), "opened")
        }
        SeverityAt::Breach => (
            page.pick(
                "目標の時間を最初に超えたときのもの（超えなければ、時計が止まったときのもの）",
                "the one under which its time ran out first, or the one at the end of the clock if it never did",
            ),
            "breach",
        ),
        SeverityAt::Highest => (
            page.pick(
                "時計が止まるまでに付いた最も重いもの",
                "the most severe one that it had by the end of the clock",
            ),
            "highest",
        ),
    };
    let (reopened, reopen_word) = match policy.clock.reopen {
        Reopen::SameClock => (
            page.pick(
                "復旧のあとに再開したものは、同じ時計で最後の復旧まで数える",
                "The clock of a reopened incident runs on to its last resolution",
            ),
            "same-clock",
        ),
        Reopen::FirstResolution => (
            page.pick(
                "最初の復旧で時計を止め、再開しても数えない",
                "The first resolution stops the clock for good, reopened or not",
            ),
            "first-resolution",
        ),
    };
    let settings = page.pick(
        format!("重大度は{severity}（clock.severity_at = \"{severity_word}\"）。{reopened}（clock.reopen = \"{reopen_word}\"）。"),
        format!("The severity is {severity} (clock.severity_at = \"{severity_word}\"). {reopened} (clock.reopen = \"{reopen_word}\")."),
    );
    if matches!(policy.mapping.rows, Rows::Events(_)) {
        return page.pick(
            format!("重大度などの項目は、最初のイベントの値を使う。{settings}"),
            format!("The fields are those of the first event. {settings}"),
        );
    }
    page.pick(
        format!("重大度などの項目は、エクスポートの行に書かれた値（出力した時点の値）を使う。一行が一つのイベントのときだけ、次が効く。{settings}"),
        format!("Severity and the other fields are those of the row, that is of the moment of the export. Only where each row is an event: {}", lower_first(&settings)),
    )
}

/// The text, beginning in the middle of a sentence.
fn lower_first(text: &str) -> String {
    text.strip_prefix('T').map_or_else(|| text.to_owned(), |rest| format!("t{rest}"))
}

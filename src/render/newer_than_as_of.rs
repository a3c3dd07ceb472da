use crate::assess::Newer;
use crate::domain::Language;
use crate::render::words::count;

/// That something is left out, since it came after the instant that counts as now; `None` where
/// nothing is.
#[must_use]
pub fn newer_than_as_of(newer: Newer, language: Language) -> Option<String> {
    let Newer { breaches, requests } = newer;
    let parts: Vec<String> = match language {
        Language::Japanese => [(breaches, " SLO 未達"), (requests, "改善依頼")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| format!("{what} {} 件", count(number as u64)))
            .collect(),
        Language::English => [(breaches, "breach", "breaches"), (requests, "request", "requests")]
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, several)| {
                format!("{} {}", count(number as u64), if number == 1 { one } else { several })
            })
            .collect(),
    };
    if parts.is_empty() {
        return None;
    }
    Some(match language {
        Language::Japanese => format!("基準日時より後の{}は含めていません", parts.join("と")),
        Language::English => {
            let verb = if breaches + requests == 1 { "is" } else { "are" };
            format!("{} {verb} newer than as-of and left out", parts.join(" and "))
        }
    })
}

use crate::domain::normal;

use super::{Doubt, SeverityFound};

/// Severities that were found, in a plausible order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeverityLevels {
    /// The most severe first, each with its spellings.
    pub levels: Vec<Vec<SeverityFound>>,
    /// The severities that a tool knows and that weren't found, each by its first spelling.
    pub absent: Vec<String>,
    /// What is unsure about the order.
    pub doubt: Option<Doubt>,
}

/// Puts severities that were found in the order of those that a tool knows, each of which may have
/// several spellings; what the tool doesn't know comes behind them, in a plausible order.
#[must_use]
pub fn severity_levels(found: Vec<SeverityFound>, known: &[Vec<String>]) -> SeverityLevels {
    let mut rest = found;
    let (mut levels, mut absent) = (Vec::new(), Vec::new());
    for spellings in known {
        let is_one =
            |found: &SeverityFound| spellings.iter().any(|spelling| normal(spelling) == normal(&found.value));
        let (here, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(is_one);
        rest = others;
        if here.is_empty() {
            absent.extend(spellings.first().cloned());
        } else {
            levels.push(here);
        }
    }
    let is_known = !levels.is_empty();
    let unknown: Vec<String> = rest.iter().map(|found| found.value.clone()).collect();
    let (ordered, doubt) = in_order(rest);
    levels.extend(ordered.into_iter().map(|found| vec![found]));
    let behind = (is_known && !unknown.is_empty()).then_some(Doubt::SeverityOrderUnknown { values: unknown });
    SeverityLevels { levels, absent, doubt: behind.or(doubt) }
}

/// Scales of tools and ledgers, the most severe first.
const SCALES: &[&[&str]] = &[
    &["disaster", "high", "average", "warning", "information", "not classified"],
    &["致命的な障害", "重度の障害", "軽度の障害", "警告", "情報", "未分類"],
    &["critical", "high", "moderate", "low", "planning"],
    &["critical", "high", "medium", "low", "info"],
    &["critical", "error", "warning", "info", "unknown", "ok"],
    &["critical", "major", "minor", "warning", "info", "none"],
    &["critical", "high", "normal", "low"],
    &["highest", "high", "medium", "low", "lowest"],
    &["blocker", "critical", "major", "minor", "trivial"],
    &["urgent", "high", "normal", "medium", "low"],
    &["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"],
    &["fatal", "error", "warning", "information"],
    &["最高", "高", "中", "低", "最低"],
    &["緊急", "高", "中", "低"],
    &["緊急", "重要", "通常", "軽微"],
    &["致命的", "重大", "重要", "警告", "軽微", "注意", "情報"],
    &["特大", "大", "中", "小"],
    &["s", "a", "b", "c", "d", "e"],
];

/// What stands before the number where 1 is the most severe.
const NUMBERED: [&str; 9] = ["p", "priority", "sev", "severity", "s", "優先度", "重要度", "緊急度", "ランク"];

/// The severities in a plausible order, the most severe first, and what is unsure about it.
pub(super) fn in_order(mut found: Vec<SeverityFound>) -> (Vec<SeverityFound>, Option<Doubt>) {
    let numbers: Vec<Option<Numbered>> = found.iter().map(|severity| Numbered::of(&severity.value)).collect();
    if !found.is_empty() && numbers.iter().all(Option::is_some) {
        let is_bare = numbers.iter().flatten().any(|number| number.kind == Kind::Bare);
        found.sort_by_key(|severity| Numbered::of(&severity.value).map(|number| number.value));
        return (found, is_bare.then_some(Doubt::SeverityNumbers));
    }
    let known =
        |scale: &[&str]| found.iter().filter(|severity| place(scale, &severity.value).is_some()).count();
    // The first of those that know the most.
    let best =
        SCALES.iter().copied().reduce(|best, scale| if known(scale) > known(best) { scale } else { best });
    let best = best.unwrap_or_default();
    found.sort_by_key(|severity| place(best, &severity.value).unwrap_or(usize::MAX));
    let unknown: Vec<String> = found
        .iter()
        .filter(|severity| place(best, &severity.value).is_none())
        .map(|severity| severity.value.clone())
        .collect();
    let doubt = (!unknown.is_empty()).then_some(Doubt::SeverityOrderUnknown { values: unknown });
    (found, doubt)
}

fn place(scale: &[&str], value: &str) -> Option<usize> {
    let value = normal(value);
    scale.iter().position(|known| *known == value)
}

/// A severity with a number: `P1`, `SEV-2`, `1 - Critical`, `3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Numbered {
    value: u32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bare,
    Named,
}

impl Numbered {
    fn of(value: &str) -> Option<Self> {
        let value = normal(value);
        let (before, rest) = value.split_at(value.find(|c: char| c.is_ascii_digit())?);
        let (digits, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        let before = before.trim_end_matches(['-', ' ', '_', ':']);
        let number = digits.parse().ok()?;
        let is_plain = before.is_empty() && after.is_empty();
        let is_labelled = before.is_empty() && after.trim_start().starts_with(['-', ':', '.', '(']);
        let is_named = NUMBERED.contains(&before) && !after.starts_with(char::is_alphanumeric);
        let kind = if is_plain { Kind::Bare } else { Kind::Named };
        (is_plain || is_labelled || is_named).then_some(Self { value: number, kind })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(values: &[&str]) -> (Vec<String>, Option<Doubt>) {
        let found = values.iter().map(|&value| SeverityFound { value: value.to_owned(), count: 1 }).collect();
        let (found, doubt) = in_order(found);
        (found.into_iter().map(|severity| severity.value).collect(), doubt)
    }

    #[test]
    fn scales_of_tools_are_put_in_order() {
        for expected in [
            &["P1", "P2", "P3"][..],
            &["SEV-0", "Sev 1", "SEV2"],
            &["1 - Critical", "2 - High", "3 - Moderate"],
            &["Disaster", "High", "Average", "Warning", "Information", "Not classified"],
            &["致命的な障害", "重度の障害", "軽度の障害", "警告", "情報"],
            &["Highest", "High", "Medium", "Low", "Lowest"],
            &["Blocker", "Critical", "Major", "Minor", "Trivial"],
            &["CRITICAL", "WARNING", "UNKNOWN", "OK"],
            &["High", "Normal", "Low"],
            &["high", "low"],
            &["高", "中", "低"],
            &["緊急", "重要", "通常"],
            &["Ｓ", "Ａ", "Ｂ"],
        ] {
            let mut shuffled = expected.to_vec();
            shuffled.sort_unstable();
            assert_eq!(order(&shuffled), (expected.iter().map(|&value| value.to_owned()).collect(), None));
        }
    }

    #[test]
    fn a_tool_tells_the_order_of_its_severities() {
        let found = |values: &[&str]| -> Vec<SeverityFound> {
            values.iter().map(|&value| SeverityFound { value: value.to_owned(), count: 1 }).collect()
        };
        let known =
            [["Top", "最高"], ["Middle", "中"], ["Low", "低"]].map(|level| level.map(str::to_owned).to_vec());
        let SeverityLevels { levels, absent, doubt } =
            severity_levels(found(&["low", "odd", "top", "最高"]), &known);
        let names: Vec<Vec<&str>> =
            levels.iter().map(|level| level.iter().map(|found| found.value.as_str()).collect()).collect();
        assert_eq!(names, [vec!["top", "最高"], vec!["low"], vec!["odd"]]);
        assert_eq!(
            (absent, doubt),
            (vec!["Middle".to_owned()], Some(Doubt::SeverityOrderUnknown { values: vec!["odd".to_owned()] }))
        );
        let plain = severity_levels(found(&["low", "high"]), &[]);
        assert_eq!((plain.levels[0][0].value.as_str(), plain.doubt), ("high", None));
    }

    #[test]
    fn what_is_unsure_is_told() {
        assert_eq!(order(&["3", "1"]), (vec!["1".into(), "3".into()], Some(Doubt::SeverityNumbers)));
        let (values, doubt) = order(&["Value 2", "high"]);
        assert_eq!(values, ["high", "Value 2"]);
        assert_eq!(doubt, Some(Doubt::SeverityOrderUnknown { values: vec!["Value 2".into()] }));
    }
}

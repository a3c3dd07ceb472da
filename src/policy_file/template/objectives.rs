use super::columns::Columns;
use super::proposal::Proposal;
use super::severities::Severities;
use super::toml_text::{key, string};
use crate::domain::{Language, StageId, Stages};
use crate::words::policy_template::Words;

/// Objectives over the stages that were found; over the usual ones where no export was read.
pub(super) fn toml(
    proposal: &Proposal,
    columns: &Columns<'_>,
    severities: &Severities,
    doubts: &mut Vec<String>,
) -> String {
    let carried = proposal.preset.stages();
    let found = |stage: &str| {
        proposal.export.is_none()
            || columns.stages.iter().any(|column| column.name == stage)
            || carried.iter().any(|name| name == stage)
    };
    let mut proposed = Vec::new();
    if found("responded") {
        proposed.push(First::Responded);
    } else if found("acknowledged") {
        proposed.push(First::Acknowledged);
    }
    if found("resolved") {
        proposed.push(First::Resolved);
    }
    let mut texts: Vec<_> =
        proposed.into_iter().map(|first| first.toml(proposal.language, severities)).collect();
    if texts.is_empty() {
        texts.push(last_resort(proposal.language, columns, carried, severities, doubts));
    }
    texts.join("\n\n")
}

/// The objectives to begin with.
#[derive(Clone, Copy)]
enum First {
    Responded,
    Acknowledged,
    Resolved,
}

impl First {
    fn toml(self, language: Language, severities: &Severities) -> String {
        let words = Words::of(language);
        let (id, title, to, goal) = match self {
            Self::Responded => ("first-response", words.first_response, "responded", "95%"),
            Self::Acknowledged => ("acknowledge", words.acknowledgement, "acknowledged", "95%"),
            Self::Resolved => ("resolve", words.resolution, "resolved", "90%"),
        };
        let targets = match self {
            Self::Responded => severities.targets(["30m", "1h", "4h", "8h", "12h"], "12h"),
            Self::Acknowledged => severities.targets(["5m", "15m", "30m", "1h", "2h"], "2h"),
            Self::Resolved => severities.targets(["4h", "8h", "24h", "48h", "72h"], "72h"),
        };
        objective(id, title, to, goal, &targets)
    }
}

fn objective(id: &str, title: &str, to: &str, goal: &str, targets: &str) -> String {
    format!(
        "[objectives.{}]\ntitle = {}\nfrom = \"opened\"\nto = {}\n\
         goal = \"{goal}\" # 目標率（暦月ごとの SLO 遵守率） / share per calendar month that must keep it\n{targets}",
        key(id),
        string(title),
        string(to)
    )
}

/// From `opened` to the last stage found, or to `resolved` where none was.
fn last_resort(
    language: Language,
    columns: &Columns<'_>,
    carried: &[String],
    severities: &Severities,
    doubts: &mut Vec<String>,
) -> String {
    let words = Words::of(language);
    // What a policy doesn't say itself is known to it only if it is built in.
    let built_in = carried.iter().map(String::as_str).filter(|name| Stages::BUILT_IN.contains(name));
    let built_in: Vec<&str> = built_in.collect();
    let names = || columns.stages.iter().map(|column| column.name.as_str()).chain(built_in.iter().copied());
    let stages = Stages::with(names());
    let last = names().filter_map(|name| Some((stages.find(name)?, name))).max();
    let Some((_, stage)) = last.filter(|&(stage, _)| stage != StageId::OPENED) else {
        doubts.push(words.nothing_to_judge.to_owned());
        return First::Resolved.toml(language, severities);
    };
    doubts.push((words.goes_to)(stage));
    let targets = severities.targets(["1h", "2h", "4h", "8h", "12h"], "12h");
    let id: String = format!("to-{stage}").chars().take(64).collect();
    objective(&id, stage, stage, "95%", &targets)
}

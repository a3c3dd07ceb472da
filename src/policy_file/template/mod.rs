//! The policy that `slo init` writes: commented, and filled with what an export told.

mod columns;
mod objectives;
mod preset;
mod proposal;
mod severities;
mod source;
mod toml_text;

use crate::domain::Language;
use crate::words::policy_template::Words;

pub use proposal::{
    LeftOutColumn, NamedPreset, Proposal, ProposedColumn, ProposedPreset, ProposedSeverity,
    ProposedSnapshots, ZoneUse,
};

use columns::Columns;
use severities::Severities;
use toml_text::{comment, string};

/// The file with `@name@` in the place of what differs.
const FILE: &str = include_str!("template.toml");
/// Why responses are slow, as a start.
const CAUSES: [&str; 2] = [include_str!("causes.ja.toml"), include_str!("causes.en.toml")];

/// A commented policy to begin with, where there is no export to look at.
#[must_use]
pub fn template(language: Language) -> String {
    proposal(&Proposal::blank(language))
}

/// A commented policy, filled with what an export told. It can be read by [`read_policy`](super::read_policy)
/// whatever the export held, provided that zone, encoding and time format are sound.
#[must_use]
pub fn proposal(proposal: &Proposal) -> String {
    let mut doubts = proposal.doubts.clone();
    let severities = Severities::of(proposal, &mut doubts);
    let columns = Columns::of(proposal, &mut doubts);
    let source = source::toml(proposal, &columns);
    let objectives = objectives::toml(proposal, &columns, &severities, &mut doubts);
    let causes = match proposal.language {
        Language::Japanese => CAUSES[0],
        Language::English => CAUSES[1],
    };
    let fill = |mark: &str| match mark {
        "head" => Some(head(proposal, &doubts)),
        "name" => Some(string(&one_line(&proposal.name))),
        "timezone" => Some(string(&proposal.zone)),
        "zone_use" => Some(zone_use(&proposal.zone_use)),
        "language" => Some(string(proposal.language.code())),
        "severities" => Some(severities.toml(&proposal.absent_severities)),
        "source" => Some(source.clone()),
        "objectives" => Some(objectives.clone()),
        "causes" => Some(causes.trim_end().to_owned()),
        _ => None,
    };
    // One pass, so that an `@name@` in what is filled in stays what it is.
    let mut parts = FILE.split('@');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (place, part) in parts.enumerate() {
        match fill(part).filter(|_| place % 2 == 0) {
            Some(filled) => text.push_str(&filled),
            None => text.push_str(part),
        }
    }
    text
}

fn head(proposal: &Proposal, doubts: &[String]) -> String {
    let words = Words::of(proposal.language);
    let mut lines = vec![match &proposal.export {
        Some(export) => format!(
            "# {export} から推定した内容です。確かめてから使ってください。\n\
             # Proposed from {export}: please check it before use.",
            export = comment(export)
        ),
        None => {
            "# 値を自分の運用に合わせて書き換えてください / Change the values to suit your desk.".to_owned()
        }
    }];
    lines.push("# 確認 / to check it: slo policy check    意味 / what it means: slo policy show".to_owned());
    lines.extend(doubts.iter().map(|doubt| (words.unsure)(&comment(doubt))));
    lines.join("\n")
}

/// The comment behind the zone that says which times don't need it.
fn zone_use(zone_use: &ZoneUse) -> String {
    let (japanese, english) = match zone_use {
        ZoneUse::Times => return String::new(),
        ZoneUse::AllHaveOffsets => (
            "このエクスポートの日時にはすべて UTC からの差がある".to_owned(),
            "all times of this export say their offset".to_owned(),
        ),
        ZoneUse::ByPreset(zone) => (
            format!("このエクスポートの日時はプリセットが {} と決めている", comment(zone)),
            format!("the preset says that times of this export are in {}", comment(zone)),
        ),
        ZoneUse::ByExport(key) => (
            format!("このエクスポートの日時は中の {} に従う", comment(key)),
            format!("times of this export are in the zone that it names as {}", comment(key)),
        ),
    };
    format!("\n# {japanese} / {english}")
}

fn one_line(text: &str) -> String {
    let line = comment(text);
    if line.is_empty() { "SLO".to_owned() } else { line }
}

#[cfg(test)]
mod tests;

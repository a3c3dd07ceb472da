use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use crate::diagnostic::{Code, Label};
use crate::domain::{PairRows, StageId};

/// What `[source.rows]` says of pairs, before the names of stages have a meaning.
pub(super) struct Pairs<'t> {
    /// `None` where it is missing or at fault, as those below.
    which: Option<String>,
    recovery: Option<Vec<String>>,
    problem: Vec<String>,
    refers: Option<String>,
    at: Option<String>,
    /// `None` where none is named.
    pub(super) stage: Option<Words<'t>>,
}

/// Reads the keys of rows that are problems and their recoveries.
pub(super) fn read_pairs<'t>(section: &mut Section<'t>, faults: &mut Faults<'_>) -> Pairs<'t> {
    let which = column(section, "which", "which = \"<column that tells them apart>\"", faults);
    let recovery = section
        .require("recovery", "recovery = [\"<value in rows of recoveries>\"]", faults)
        .and_then(|entry| section::texts(entry, Shape::Line, faults))
        .map(|texts| texts.iter().map(|words| words.text.to_owned()).collect());
    let problem = section.take("problem").and_then(|entry| section::texts(entry, Shape::Line, faults));
    let problem = problem.unwrap_or_default().iter().map(|words| words.text.to_owned()).collect();
    let refers = column(section, "refers", "refers = \"<column with the recovery's id>\"", faults);
    let at = column(section, "at", "at = \"<column of the recovery's time>\"", faults);
    let stage = section.text("stage", Shape::Line, faults);
    Pairs { which, recovery, problem, refers, at, stage: section::filled(stage, "stage", faults) }
}

fn column(
    section: &mut Section<'_>,
    key: &'static str,
    example: &str,
    faults: &mut Faults<'_>,
) -> Option<String> {
    let words = section.require(key, example, faults);
    let words = words.and_then(|entry| section::text(entry, Shape::Lines, faults));
    section::filled(words, key, faults).map(|words| words.text.to_owned())
}

impl Pairs<'_> {
    /// The rows, now that the names have a meaning. `None` where a key is missing.
    pub(super) fn into_rows(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<PairRows> {
        let stage = match &self.stage {
            None => terms.stages.find("resolved"),
            Some(words) => terms.stage(words, "stage", faults),
        };
        if stage == Some(StageId::OPENED)
            && let Some(words) = &self.stage
        {
            let label = Label::new(words.span.clone(), "a recovery opens no incident");
            faults.error(Code::StageOrder, "a recovery can't reach `opened`", label);
            return None;
        }
        Some(PairRows {
            which: self.which?,
            recovery: self.recovery?,
            problem: self.problem,
            refers: self.refers?,
            at: self.at?,
            stage: stage?,
        })
    }
}

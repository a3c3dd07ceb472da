use super::faults::Faults;
use super::section::{self, Section, Shape, Words};
use super::terms::Terms;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Fields, PairRows, StageId, Stages};
use crate::words::{policy_examples, policy_names, policy_rows};

/// What `[source.rows]` says of pairs, before the names of stages have a meaning.
pub(super) struct Pairs<'t> {
    /// `None` where it is missing or at fault, as those below.
    which: Option<String>,
    recovery: Option<Vec<String>>,
    problem: Vec<String>,
    refers: Option<String>,
    at: Option<String>,
    /// The stage that recoveries reach, and where it is told.
    pub(super) stage: Option<Words<'t>>,
}

/// Reads the keys of rows that are problems and their recoveries.
pub(super) fn read_pairs<'t>(section: &mut Section<'t>, faults: &mut Faults<'_>) -> Pairs<'t> {
    let which = section.column("which", &policy_examples::which(), faults);
    let recovery = section
        .require("recovery", &policy_examples::recovery(), faults)
        .and_then(|entry| section::texts(entry, Shape::Line, faults))
        .and_then(|texts| values("recovery", texts, faults));
    let problem = section
        .take("problem")
        .and_then(|entry| section::texts(entry, Shape::Line, faults))
        .and_then(|texts| values("problem", texts, faults))
        .unwrap_or_default();
    let refers = section.column("refers", &policy_examples::refers(), faults);
    let at = section.column("at", &policy_examples::recovery_time(), faults);
    let stage = match section.take("stage") {
        Some(entry) => section::text(entry, Shape::Line, faults).and_then(|words| stage_of(words, faults)),
        None => Some(Words { text: "resolved", span: section.at() }),
    };
    Pairs { which, recovery, problem, refers, at, stage }
}

/// The values under a key, none of which may be empty.
fn values(key: &str, texts: Vec<Words<'_>>, faults: &mut Faults<'_>) -> Option<Vec<String>> {
    let filled = |words| section::filled(Some(words), key, faults);
    let texts: Vec<_> = texts.into_iter().map(filled).collect();
    texts.into_iter().map(|words| Some(words?.text.to_owned())).collect()
}

/// What can be the name of a stage.
fn stage_of<'t>(words: Words<'t>, faults: &mut Faults<'_>) -> Option<Words<'t>> {
    let (message, label) = if !section::is_name(words.text) {
        (policy_names::not_a_stage(&quoted(words.text)), policy_names::no_name())
    } else if words.text == "id" || Fields::BUILT_IN.contains(&words.text) {
        (policy_names::is_a_field(words.text), policy_names::a_field())
    } else if words.text == Stages::BUILT_IN[StageId::OPENED.index()] {
        (policy_rows::recovery_opens_nothing(), policy_rows::opens_no_incident())
    } else {
        return Some(words);
    };
    faults.error(Code::BadValue, message, Label::new(words.span, label)).help =
        Some(policy_rows::name_reached_stage());
    None
}

impl Pairs<'_> {
    /// The rows, now that the names have a meaning. `None` where a key is missing.
    pub(super) fn into_rows(self, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<PairRows> {
        let stage = self.stage.and_then(|words| terms.stage(&words, "stage", faults));
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

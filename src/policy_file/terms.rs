use std::ops::Range;

use super::calendars::Calendars;
use super::faults::Faults;
use super::section::Words;
use super::wording::{any_of, hint, nearest, quoted};
use crate::diagnostic::{Code, Label, Place};
use crate::domain::{Fields, SeverityScale, StageId, Stages, Zone};

/// What the names in a policy mean: everything that objectives and teams refer to.
pub(super) struct Terms<'t> {
    pub(super) text: &'t str,
    /// `None` where the policy's zone is at fault.
    pub(super) zone: Option<Zone>,
    pub(super) stages: Stages,
    pub(super) fields: Fields,
    pub(super) severities: SeverityScale,
    pub(super) calendars: Calendars<'t>,
    /// The stages that hold a promised time, and where the first `by` names them.
    pub(super) deadlines: Vec<(&'t str, Range<usize>)>,
}

impl Terms<'_> {
    /// The line of an offset, from 1.
    pub(super) fn line(&self, offset: usize) -> usize {
        Place::of(self.text, offset).line
    }

    /// The stage that a key such as `from` names.
    pub(super) fn stage(&self, words: &Words<'_>, key: &str, faults: &mut Faults<'_>) -> Option<StageId> {
        let found = self.stages.find(words.text);
        if found.is_none() {
            let names = || self.stages.iter().map(|(_, name)| name);
            let help = match nearest(words.text, names()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!(
                    "the stages are {}; name the column of a further one in [source.stages]",
                    any_of(names())
                ),
            };
            let message = format!("`{key}` names {}, which is no stage", quoted(words.text));
            faults.error(Code::UnknownStage, message, Label::new(words.span.clone(), "no such stage")).help =
                Some(help);
        }
        found
    }

    /// Checks what `when` says about the severity: with a scale, it must be on it.
    pub(super) fn check_severity(
        &self,
        words: &Words<'_>,
        wild: bool,
        fits: impl Fn(&str) -> bool,
        faults: &mut Faults<'_>,
    ) {
        let levels = self.severities.levels();
        if levels.is_empty() || levels.iter().any(|level| fits(&level.name)) {
            return;
        }
        let names: Vec<_> = levels.iter().map(|level| level.name.as_str()).collect();
        let help = match self.severities.rank(words.text) {
            Some(place) if !wild => {
                let name = &levels[place].name;
                format!("{} is a value of `{name}`: write the name, `{name}`", quoted(words.text))
            }
            _ => hint(words.text, &names),
        };
        let message = format!("{} is not a name in `severities`", quoted(words.text));
        faults
            .error(Code::UnknownSeverity, message, Label::new(words.span.clone(), "no such severity"))
            .help = Some(help);
    }
}

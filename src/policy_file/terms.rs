use std::ops::Range;

use super::calendars::Calendars;
use super::faults::Faults;
use super::section::Words;
use super::wording::{any_of, hint, nearest, quoted};
use crate::diagnostic::{Code, Label, Place};
use crate::domain::{Fields, SeverityScale, StageId, Stages, Zone};
use crate::words::{policy_conditions, policy_keys, policy_names};

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
                Some(name) => policy_keys::did_you_mean(&quoted(name)),
                None => policy_names::stages_are(&any_of(names())),
            };
            let message = policy_names::no_stage(key, &quoted(words.text));
            let label = Label::new(words.span.clone(), policy_names::no_such_stage());
            faults.error(Code::UnknownStage, message, label).help = Some(help);
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
            Some(place) if !wild => policy_conditions::is_a_value(&quoted(words.text), &levels[place].name),
            _ => hint(words.text, &names),
        };
        let message = policy_conditions::not_in_severities(&quoted(words.text));
        let label = Label::new(words.span.clone(), policy_conditions::no_such_severity());
        faults.error(Code::UnknownSeverity, message, label).help = Some(help);
    }
}

use super::listing::{counted, lines, quoted};
use super::{PolicyText, Subject};
use crate::assess::{Counted, PatternUse, PolicySpot, Top};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::domain::FieldId;
use crate::words::finding_lists::{all_of, any_of};
use crate::words::policy_spellings;

/// How many places of one pattern, or of one activity, are shown.
pub(super) const PLACES: usize = 3;

impl<T: PolicyText> Subject<'_, T> {
    pub(super) fn spellings(
        &self,
        field: FieldId,
        names: &[Vec<Counted<String>>],
        more: usize,
        spot: PolicySpot,
    ) -> Diagnostic {
        let name = self.policy.fields.name(field);
        let first = names.first().map(|ways| all_of(counted(ways))).unwrap_or_default();
        let message = policy_spellings::spellings(name, &first);
        let label = self.label(spot, policy_spellings::takes_for_one());
        let mut warning = self.warn(Code::Spellings, message, label);
        let mut help: Vec<String> =
            names.iter().skip(1).map(|ways| policy_spellings::also(&all_of(counted(ways)))).collect();
        if more > 0 {
            help.push(policy_spellings::and_more(more));
        }
        let apart = field != FieldId::SEVERITY || self.policy.severities.levels().is_empty();
        help.push(if apart {
            policy_spellings::one_name_for_counts(name)
        } else {
            policy_spellings::one_name()
        });
        warning.help = Some(help.join("\n"));
        warning
    }

    pub(super) fn other_spelling(&self, pattern: &PatternUse, top: &Top<String>) -> Diagnostic {
        let message = policy_spellings::written_otherwise(&quoted(&pattern.text));
        let label = policy_spellings::fits_by_case_alone();
        let mut warning = self.at_pattern(Code::OtherSpelling, message, pattern, label);
        warning.help = Some(if top.values == 1 {
            policy_spellings::exports_write(&all_of(counted(&top.listed)))
        } else {
            policy_spellings::exports_write_lines(&lines(top, |value| quoted(value)))
        });
        warning
    }

    pub(super) fn near_value(&self, pattern: &PatternUse, near: &[Counted<String>]) -> Diagnostic {
        let name = self.policy.fields.name(pattern.field);
        let message = policy_spellings::no_such_value(name, &quoted(&pattern.text));
        let mut warning =
            self.at_pattern(Code::NearValue, message, pattern, policy_spellings::fits_nothing());
        warning.help = Some(policy_spellings::did_you_mean(&any_of(counted(near))));
        warning
    }

    pub(super) fn many_values(&self, field: FieldId, looked_at: usize, spot: PolicySpot) -> Diagnostic {
        let name = self.policy.fields.name(field);
        let message = policy_spellings::many_values(looked_at, name);
        self.warn(Code::ManyValues, message, self.label(spot, policy_spellings::asks_for_them()))
    }

    /// A warning at every place of a pattern.
    fn at_pattern(&self, code: Code, message: String, pattern: &PatternUse, label: String) -> Diagnostic {
        let span = |spot: &PolicySpot| self.text.of_pattern(*spot, pattern.field, &pattern.text);
        let mut spans: Vec<_> = pattern.spots.iter().map(span).collect();
        spans.sort_by_key(|span| span.start);
        let mut spans = spans.into_iter();
        let mut warning = self.warn(code, message, Label::new(spans.next().unwrap_or(0..0), label));
        warning.further =
            spans.take(PLACES - 1).map(|span| Label::new(span, policy_spellings::and_here())).collect();
        warning
    }

    pub(super) fn warn(&self, code: Code, message: impl Into<String>, primary: Label) -> Diagnostic {
        Diagnostic::warning(code, message, &self.policy.path, primary)
    }
}

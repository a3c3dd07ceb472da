use super::listing::{in_line, lines, quoted};
use super::{PolicyText, Subject};
use crate::assess::{Counted, PatternUse, PolicySpot, Top};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::domain::FieldId;

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
        let first = names.first().map(|ways| in_line(ways, "and")).unwrap_or_default();
        let message = format!("`{name}` is written in ways that differ only by case or width: {first}");
        let mut warning = self.warn(Code::Spellings, message, self.label(spot, "takes them for one"));
        let mut help: Vec<String> =
            names.iter().skip(1).map(|ways| format!("also {}", in_line(ways, "and"))).collect();
        if more > 0 {
            help.push(format!("and {more} more"));
        }
        let apart = field != FieldId::SEVERITY || self.policy.severities.levels().is_empty();
        help.push(if apart {
            format!("one name would be better in the export: counts by `{name}` keep them apart")
        } else {
            "one name would be better in the export".to_owned()
        });
        warning.help = Some(help.join("\n"));
        warning
    }

    pub(super) fn other_spelling(&self, pattern: &PatternUse, top: &Top<String>) -> Diagnostic {
        let message = format!("{} is written otherwise in the exports", quoted(&pattern.text));
        let mut warning =
            self.at_pattern(Code::OtherSpelling, message, pattern, "fits by case or width alone");
        let values = if top.values == 1 {
            in_line(&top.listed, "and")
        } else {
            format!("\n{}", lines(top, |value| quoted(value)))
        };
        warning.help = Some(format!("the exports write {values}"));
        warning
    }

    pub(super) fn near_value(&self, pattern: &PatternUse, near: &[Counted<String>]) -> Diagnostic {
        let name = self.policy.fields.name(pattern.field);
        let message = format!("no incident has the {name} {}", quoted(&pattern.text));
        let mut warning = self.at_pattern(Code::NearValue, message, pattern, "fits nothing");
        warning.help = Some(format!("did you mean {}?", in_line(near, "or")));
        warning
    }

    pub(super) fn many_values(&self, field: FieldId, looked_at: usize, spot: PolicySpot) -> Diagnostic {
        let name = self.policy.fields.name(field);
        let message = format!(
            "the exports have more than {looked_at} values of `{name}`; only the first {looked_at} in order \
             were compared with the names in the policy"
        );
        self.warn(Code::ManyValues, message, self.label(spot, "asks for them"))
    }

    /// A warning at every place of a pattern.
    fn at_pattern(&self, code: Code, message: String, pattern: &PatternUse, label: &str) -> Diagnostic {
        let span = |spot: &PolicySpot| self.text.of_pattern(*spot, pattern.field, &pattern.text);
        let mut spans: Vec<_> = pattern.spots.iter().map(span).collect();
        spans.sort_by_key(|span| span.start);
        let mut spans = spans.into_iter();
        let mut warning = self.warn(code, message, Label::new(spans.next().unwrap_or(0..0), label));
        warning.further = spans.take(PLACES - 1).map(|span| Label::new(span, "and here")).collect();
        warning
    }

    pub(super) fn warn(&self, code: Code, message: impl Into<String>, primary: Label) -> Diagnostic {
        Diagnostic::warning(code, message, &self.policy.path, primary)
    }
}

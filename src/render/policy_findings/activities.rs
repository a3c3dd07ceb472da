use super::listing::{counted, quoted};
use super::names::PLACES;
use super::{PolicyText, Subject};
use crate::assess::{Counted, PolicySpot};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::domain::Rows;
use crate::words::{finding_lists, policy_spellings};

impl<T: PolicyText> Subject<'_, T> {
    pub(super) fn unused_activity(
        &self,
        activity: &str,
        spots: &[PolicySpot],
        near: &[Counted<String>],
    ) -> Diagnostic {
        let mut spans = spots.iter().map(|spot| self.text.of_activity(*spot, activity));
        let message = policy_spellings::no_activity(&quoted(activity));
        let label = Label::new(spans.next().unwrap_or(0..0), policy_spellings::never_happens());
        let mut warning = self.warn(Code::UnusedActivity, message, label);
        warning.further =
            spans.take(PLACES - 1).map(|span| Label::new(span, policy_spellings::and_here())).collect();
        warning.help = Some(if near.is_empty() {
            let column = match &self.policy.mapping.rows {
                Rows::Events(rows) => rows.activity.as_str(),
                Rows::One | Rows::Snapshots { .. } | Rows::Pairs(_) => "activity",
            };
            policy_spellings::compare_with_column(&quoted(column))
        } else {
            policy_spellings::did_you_mean(&finding_lists::any_of(counted(near)))
        });
        warning
    }
}

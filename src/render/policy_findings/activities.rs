use super::listing::{in_line, quoted};
use super::names::PLACES;
use super::{PolicyText, Subject};
use crate::assess::{Counted, PolicySpot};
use crate::diagnostic::{Code, Diagnostic, Label};
use crate::domain::Rows;

impl<T: PolicyText> Subject<'_, T> {
    pub(super) fn unused_activity(
        &self,
        activity: &str,
        spots: &[PolicySpot],
        near: &[Counted<String>],
    ) -> Diagnostic {
        let mut spans = spots.iter().map(|spot| self.text.of_activity(*spot, activity));
        let message = format!("no row has the activity {}", quoted(activity));
        let label = Label::new(spans.next().unwrap_or(0..0), "never happens");
        let mut warning = self.warn(Code::UnusedActivity, message, label);
        warning.further = spans.take(PLACES - 1).map(|span| Label::new(span, "and here")).collect();
        warning.help = Some(if near.is_empty() {
            let column = match &self.policy.mapping.rows {
                Rows::Events(rows) => rows.activity.as_str(),
                Rows::One | Rows::Snapshots { .. } | Rows::Pairs(_) => "activity",
            };
            format!("compare it with the column {} of the exports, or leave it out", quoted(column))
        } else {
            format!("did you mean {}?", in_line(near, "or"))
        });
        warning
    }
}

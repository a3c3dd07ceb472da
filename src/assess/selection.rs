use super::LedgerState;
use crate::domain::{Annotation, Condition, Policy, RecordedBreach, Request, Shift, normal};

/// Which breaches somebody wants to see. What isn't asked for leaves none out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    condition: Condition,
    assignee: Option<Assignee>,
    /// By its name in the policy.
    shift: Option<String>,
}

/// A person who handles incidents.
#[derive(Clone, Debug, PartialEq)]
struct Assignee {
    written: String,
    normal: String,
}

impl Selection {
    /// Only those of incidents that fit.
    #[must_use]
    pub fn fitting(self, condition: Condition) -> Self {
        Self { condition, ..self }
    }

    /// Only those that this person handled. Case and width don't matter.
    #[must_use]
    pub fn handled_by(self, person: &str) -> Self {
        let assignee = Assignee { written: person.trim().to_owned(), normal: normal(person).into_owned() };
        Self { assignee: Some(assignee), ..self }
    }

    /// Only those whose clock started while this shift was on duty.
    #[must_use]
    pub fn begun_in(self, shift: &Shift) -> Self {
        Self { shift: Some(shift.id.clone()), ..self }
    }

    /// Whether it leaves none out.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.condition.is_everything() && self.assignee.is_none() && self.shift.is_none()
    }

    /// Whether a breach is one of them.
    #[must_use]
    pub fn has(&self, breach: &RecordedBreach, policy: &Policy) -> bool {
        let handled = |assignee: &Assignee| normal(breach.field("assignee")) == assignee.normal;
        let begun = |shift: &String| {
            policy.shifts.on_duty(breach.from, policy.zone).is_some_and(|found| found.id == *shift)
        };
        self.condition.matches(|field| breach.field(policy.fields.name(field)))
            && self.assignee.as_ref().is_none_or(handled)
            && self.shift.as_ref().is_none_or(begun)
    }

    /// Whether one of a request's incidents has, or had, such a breach.
    #[must_use]
    pub fn has_of(&self, request: &Request, state: &LedgerState, policy: &Policy) -> bool {
        let mut held = request.incidents.iter().flat_map(|incident| state.of_incident(incident));
        self.is_everything() || held.any(|held| self.has(&held.breach, policy))
    }

    /// Whether an annotation is about such a breach, or was about one that is none any more.
    #[must_use]
    pub fn is_about(&self, annotation: &Annotation, state: &LedgerState, policy: &Policy) -> bool {
        let mut held = state
            .of_incident(&annotation.incident)
            .iter()
            .filter(|held| annotation.covers(&held.breach.objective));
        self.is_everything() || held.any(|held| self.has(&held.breach, policy))
    }

    /// What is asked for, each as `FIELD=PATTERN`. Of those of one field any must fit.
    #[must_use]
    pub fn filters(&self, policy: &Policy) -> Vec<String> {
        let clauses = self.condition.clauses().iter();
        let patterns = clauses.flat_map(|(field, patterns)| {
            let name = policy.fields.name(*field);
            patterns.iter().map(move |pattern| format!("{name}={pattern}"))
        });
        let assignee = self.assignee.as_ref().map(|assignee| format!("assignee={}", assignee.written));
        let shift = self.shift.as_ref().map(|shift| format!("shift={shift}"));
        patterns.chain(assignee).chain(shift).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{annotation, minute, policy, recorded, request, state};
    use crate::domain::{EntryId, FieldId, Fix, Pattern, Shifts, Withdrawal};

    fn shifts() -> Policy {
        let shift = |id: &str, from, to| Shift { id: id.into(), title: id.into(), from, to };
        Policy { shifts: Shifts::new(vec![shift("early", 0, 60), shift("late", 60, 120)]), ..policy() }
    }

    fn web(field: FieldId, pattern: &str) -> Selection {
        Selection::default().fitting(Condition::new(vec![(field, vec![Pattern::new(pattern)])]))
    }

    #[test]
    fn everything_that_is_asked_for_must_hold() {
        let policy = shifts();
        let breach =
            RecordedBreach { attributes: vec![("channel".into(), "mail".into())], ..recorded("A", "x", 59) };
        let has = |selection: Selection| selection.has(&breach, &policy);
        assert!(has(Selection::default()));
        assert!(has(web(FieldId::CUSTOMER, "ＡＣ*")) && !has(web(FieldId::CUSTOMER, "Globex")));
        let channel = policy.fields.find("channel").unwrap();
        assert!(has(web(channel, "m*")) && !has(web(channel, "phone")));
        assert!(has(Selection::default().handled_by(" 山田 ")));
        assert!(!has(Selection::default().handled_by("山")));
        let [early, late] = ["early", "late"].map(|id| policy.shifts.find(id).unwrap());
        assert!(has(Selection::default().begun_in(early)) && !has(Selection::default().begun_in(late)));
        assert!(!has(web(FieldId::CUSTOMER, "ACME").handled_by("山田").begun_in(late)));
    }

    #[test]
    fn width_and_case_of_a_name_do_not_matter() {
        let breach =
            RecordedBreach { assignee: Some("Ｓａｔｏ　ichiro ".into()), ..recorded("A", "x", 0) };
        assert!(Selection::default().handled_by("sato Ichiro").has(&breach, &policy()));
        let nobody = RecordedBreach { assignee: None, ..breach };
        assert!(!Selection::default().handled_by("sato").has(&nobody, &policy()));
    }

    #[test]
    fn a_request_or_an_annotation_is_chosen_by_its_breaches_even_withdrawn_ones() {
        let policy = shifts();
        let mut state = state([recorded("A", "x", 10), recorded("B", "x", 70)]);
        let why = Withdrawal { verdict: "met".into(), as_of: minute(1200), policy: "0".repeat(64) };
        state.take_withdrawal(EntryId::from_bytes([9; 16]), "B", "first-response", why);
        let of = |incidents: &[&str], selection: &Selection| {
            selection.has_of(&request("REQ-1", incidents), &state, &policy)
        };
        let late = Selection::default().begun_in(policy.shifts.find("late").unwrap());
        assert!(of(&["A", "B"], &late) && !of(&["A"], &late) && !of(&["unheard-of"], &late));
        assert!(of(&["unheard-of"], &Selection::default()));
        let about = |id, selection: &Selection| {
            selection.is_about(&annotation(id, "other", Fix::Review, "r"), &state, &policy)
        };
        assert!(about("B", &late) && !about("A", &late) && about("A", &Selection::default()));
    }

    #[test]
    fn it_says_what_it_leaves() {
        let policy = shifts();
        assert!(Selection::default().is_everything());
        let patterns = ["a*", "b"].map(Pattern::new).to_vec();
        let selection = Selection::default()
            .fitting(Condition::new(vec![(FieldId::SERVICE, patterns)]))
            .handled_by(" 佐藤")
            .begun_in(policy.shifts.find("late").unwrap());
        assert!(!selection.is_everything());
        assert_eq!(selection.filters(&policy), ["service=a*", "service=b", "assignee=佐藤", "shift=late"]);
    }
}

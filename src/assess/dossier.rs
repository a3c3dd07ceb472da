use super::{Circumstances, LedgerState, Passage};
use crate::domain::{Annotation, Policy, RecordedBreach, Retraction};

/// What the ledger holds of an incident, put together for the person who is to say why its response
/// was slow.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// The breaches that are asked about, the one whose target was crossed first in front.
    pub breaches: Vec<&'a RecordedBreach>,
    /// How the incident went.
    pub passage: Passage<'a>,
    /// What stood around the first breach.
    pub circumstances: Circumstances<'a>,
    /// What was written about it until now, the oldest first.
    pub written: Vec<Writing<'a>>,
}

/// Something that was written about an incident, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing<'a> {
    /// What was written.
    pub annotation: &'a Annotation,
    /// Whether it stands.
    pub stands: bool,
    /// That it was taken back.
    pub retraction: Option<&'a Retraction>,
}

impl<'a> Dossier<'a> {
    /// All about an incident, or about one objective of it; `None` where it has no breach, or none
    /// any more.
    #[must_use]
    pub fn of(
        state: &'a LedgerState,
        policy: &'a Policy,
        incident: &str,
        objective: Option<&str>,
    ) -> Option<Self> {
        let breaches = Self::breaches(state, incident, objective);
        let first = *breaches.first()?;
        let about =
            |annotation: &&Annotation| breaches.iter().any(|breach| annotation.covers(&breach.objective));
        let written = state
            .annotations(incident)
            .iter()
            .filter(about)
            .map(|annotation| Writing {
                annotation,
                stands: state.standing(incident).any(|standing| standing.entry == annotation.entry),
                retraction: state
                    .retractions(incident)
                    .iter()
                    .find(|retraction| retraction.annotation == annotation.entry),
            })
            .collect();
        Some(Self {
            passage: Passage::of(&breaches, policy),
            circumstances: Circumstances::of(state, policy, first),
            written,
            breaches,
        })
    }

    /// The breaches that it would be about, the one whose target was crossed first in front.
    #[must_use]
    pub fn breaches(
        state: &'a LedgerState,
        incident: &str,
        objective: Option<&str>,
    ) -> Vec<&'a RecordedBreach> {
        let mut breaches: Vec<&'a RecordedBreach> = state
            .of_incident(incident)
            .iter()
            .filter(|held| held.is_active())
            .map(|held| &held.breach)
            .filter(|breach| objective.is_none_or(|only| only == breach.objective))
            .collect();
        breaches.sort_by_key(|breach| (breach.deadline, &breach.objective));
        breaches
    }

    /// The breach that came first.
    #[must_use]
    pub fn first(&self) -> Option<&'a RecordedBreach> {
        self.breaches.first().copied()
    }

    /// What stands of what was written.
    pub fn standing(&self) -> impl Iterator<Item = &'a Annotation> {
        self.written.iter().filter(|writing| writing.stands).map(|writing| writing.annotation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::sample::{annotation, minute, policy, recorded, state};
    use crate::domain::{EntryId, Fix, Withdrawal};

    fn two_objectives() -> LedgerState {
        let first = recorded("A", "disk", 0);
        let mut second = recorded("A", "disk", 0);
        second.objective = "acknowledge".into();
        second.deadline = minute(10);
        second.last_in_time = minute(10);
        state([first, second, recorded("B", "disk", 100)])
    }

    #[test]
    fn the_breach_that_came_first_stands_in_front() {
        let (ledger, policy) = (two_objectives(), policy());
        let objectives = |only: Option<&str>| -> Option<Vec<&str>> {
            let dossier = Dossier::of(&ledger, &policy, "A", only)?;
            Some(dossier.breaches.iter().map(|breach| &*breach.objective).collect())
        };
        assert_eq!(objectives(None).unwrap(), ["acknowledge", "first-response"]);
        assert_eq!(objectives(Some("first-response")).unwrap(), ["first-response"]);
        assert_eq!(objectives(Some("resolve")), None);
        assert!(Dossier::of(&ledger, &policy, "C", None).is_none());
        let dossier = Dossier::of(&ledger, &policy, "B", None).unwrap();
        assert_eq!(dossier.circumstances.earlier[0].breach.incident, "A");
    }

    #[test]
    fn a_withdrawn_breach_is_not_asked_about() {
        let (mut ledger, policy) = (two_objectives(), policy());
        let why = Withdrawal { verdict: "met".into(), as_of: minute(2000), policy: "0".repeat(64) };
        ledger.take_withdrawal(EntryId::from_bytes([99; 16]), "B", "first-response", why);
        assert!(Dossier::of(&ledger, &policy, "B", None).is_none());
    }

    #[test]
    fn what_was_written_is_told_with_what_became_of_it() {
        let (mut ledger, policy) = (two_objectives(), policy());
        let about = |objective: Option<&str>, reason: &str| Annotation {
            objective: objective.map(str::to_owned),
            ..annotation("A", "other", Fix::Review, reason)
        };
        let first = about(None, "first");
        let replaced = first.entry;
        ledger.take_annotation(first, &[]);
        ledger.take_annotation(about(None, "second"), &[replaced]);
        let taken_back = about(Some("acknowledge"), "third");
        let why = Retraction {
            entry: EntryId::from_bytes([7; 16]),
            annotation: taken_back.entry,
            why: "meant for another".into(),
            by: "sato".into(),
            at: minute(1200),
        };
        ledger.take_annotation(taken_back, &[]);
        ledger.take_retraction("A", why);
        let told = |only: Option<&str>| -> Vec<(String, bool, bool)> {
            let dossier = Dossier::of(&ledger, &policy, "A", only).unwrap();
            assert_eq!(dossier.standing().count(), 1);
            let tell =
                |one: &Writing<'_>| (one.annotation.reason.clone(), one.stands, one.retraction.is_some());
            dossier.written.iter().map(tell).collect()
        };
        let [first, second, third] = [
            ("first".to_owned(), false, false),
            ("second".to_owned(), true, false),
            ("third".to_owned(), false, true),
        ];
        assert_eq!(told(None), [first.clone(), second.clone(), third]);
        assert_eq!(told(Some("first-response")), [first, second]);
    }
}

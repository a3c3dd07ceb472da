use std::collections::BTreeMap;

use super::{Awaited, WaitCount, Waiting, WaitingBreach};
use crate::domain::{FieldId, Policy, RecordedBreach};

/// A property by which breaches that wait are broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingKey {
    /// The shift on duty when the clock started.
    Shift,
    /// A field; the severity by its name in the policy.
    Field(FieldId),
}

impl WaitingKey {
    /// What it is called where it is `Shift`.
    const SHIFT: &'static str = "shift";

    /// By shift, customer and assignee: who has to look after what.
    #[must_use]
    pub fn usual(policy: &Policy) -> Vec<Self> {
        [Self::SHIFT, "customer", "assignee"]
            .into_iter()
            .filter_map(|name| Self::named(policy, name))
            .collect()
    }

    /// The property of this name. `shift` is the policy's, unless it has none and a field is
    /// called so.
    #[must_use]
    pub fn named(policy: &Policy, name: &str) -> Option<Self> {
        match policy.fields.find(name) {
            Some(field) if name != Self::SHIFT || policy.shifts.is_empty() => Some(Self::Field(field)),
            _ => (name == Self::SHIFT).then_some(Self::Shift),
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, policy: &Policy) -> &str {
        match self {
            Self::Shift => Self::SHIFT,
            Self::Field(field) => policy.fields.name(field),
        }
    }

    /// What a breach has for it, if it has anything.
    fn of<'a>(self, breach: &'a RecordedBreach, policy: &'a Policy) -> Option<&'a str> {
        match self {
            Self::Shift => policy.shifts.on_duty(breach.from, policy.zone).map(|shift| &*shift.id),
            Self::Field(field) => Some(breach.field(policy.fields.name(field))),
        }
        .filter(|text| !text.is_empty())
    }
}

/// Breaches that wait, broken down by one property.
#[derive(Debug)]
pub struct WaitingGroups<'a> {
    /// The property.
    pub key: WaitingKey,
    /// What it is called.
    pub by: &'a str,
    /// A row for each value, that with the longest wait first. None where the property says
    /// nothing: the shift under a policy without shifts.
    pub rows: Vec<WaitingGroup<'a>>,
}

/// The breaches that wait and share a value.
#[derive(Debug, PartialEq, Eq)]
pub struct WaitingGroup<'a> {
    /// The value, a shift by its name in the policy; `None` for those without one.
    pub value: Option<&'a str>,
    /// All of them.
    pub all: WaitCount,
    /// Those that nobody wrote about.
    pub unannotated: WaitCount,
    /// Those about whose fix a person has yet to decide.
    pub reviews: WaitCount,
    /// Those whose fix no request asks for.
    pub unrequested: WaitCount,
}

impl<'a> WaitingGroups<'a> {
    /// Breaks down what waits.
    #[must_use]
    pub fn of(waiting: &Waiting<'a>, policy: &'a Policy, key: WaitingKey) -> Self {
        let by = key.name(policy);
        if key == WaitingKey::Shift && policy.shifts.is_empty() {
            return Self { key, by, rows: Vec::new() };
        }
        let mut groups: BTreeMap<Option<&str>, [Vec<WaitingBreach<'a>>; 3]> = BTreeMap::new();
        for (place, awaited) in Awaited::BY_BREACHES.into_iter().enumerate() {
            for one in waiting.breaches(awaited) {
                groups.entry(key.of(one.breach, policy)).or_default()[place].push(*one);
            }
        }
        let group = |(value, lists): (Option<&'a str>, [Vec<WaitingBreach<'a>>; 3])| {
            let all = WaitCount::of_breaches(lists.iter().flatten());
            let [unannotated, reviews, unrequested] = lists.map(|list| WaitCount::of_breaches(list.iter()));
            WaitingGroup { value, all, unannotated, reviews, unrequested }
        };
        let mut rows: Vec<WaitingGroup<'a>> = groups.into_iter().map(group).collect();
        rows.sort_by(|a, b| {
            b.all.longest.cmp(&a.all.longest).then_with(|| (a.value.is_none()).cmp(&b.value.is_none()))
        });
        Self { key, by, rows }
    }
}

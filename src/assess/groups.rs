use std::collections::HashMap;

use chrono::{Datelike, Months, NaiveDate};
use foldhash::fast::RandomState;

use super::decisions::Decisions;
use super::{Counts, GroupRow, Grouping};
use crate::domain::{FieldId, Instant, SeverityScale, Verdict, Zone};

/// A property by which verdicts are broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// The calendar month of `opened`.
    Month,
    /// A field; the severity by its name in the policy.
    Field(FieldId),
}

/// Verdicts broken down by one property, as they are counted.
#[derive(Debug)]
pub(super) struct GroupTally {
    key: GroupKey,
    places: HashMap<String, usize, RandomState>,
    /// By place, then by objective.
    counts: Vec<Vec<Counts>>,
    /// The month found last, from its first moment to the next month's, and its place: incidents come
    /// mostly in order of time.
    month: Option<(Instant, Instant, usize)>,
    /// Where the field is one that decisions hang on: the places by those of the decisions.
    decided: Option<Vec<Option<usize>>>,
}

impl GroupTally {
    /// A breakdown of incidents about which these decisions are made.
    pub(super) fn new(key: GroupKey, decisions: &Decisions) -> Self {
        let is_decided = matches!(key, GroupKey::Field(field) if decisions.hang_on(field));
        Self {
            key,
            places: HashMap::default(),
            counts: Vec::new(),
            month: None,
            decided: is_decided.then(Vec::new),
        }
    }

    /// Counts the verdicts of one incident, one per objective. `decision` is the place of what was
    /// decided about it; `severities` are those by which they were reached, where they differ.
    #[inline]
    pub(super) fn add<'a>(
        &mut self,
        field: impl FnOnce(FieldId) -> &'a str,
        decision: usize,
        severities: Option<&[&str]>,
        opened: Option<Instant>,
        zone: Zone,
        verdicts: &[Verdict],
    ) {
        let place = match (self.key, opened, severities) {
            (GroupKey::Field(FieldId::SEVERITY), _, Some(severities)) => {
                for (objective, (verdict, severity)) in verdicts.iter().zip(severities).enumerate() {
                    let place = self.place(severity, verdicts.len());
                    self.counts[place][objective].add(verdict);
                }
                return;
            }
            (GroupKey::Field(id), ..) => self.place_of(decision, || field(id), verdicts.len()),
            (GroupKey::Month, Some(opened), _) => self.month_of(opened, zone, verdicts.len()),
            (GroupKey::Month, None, _) => self.place("", verdicts.len()),
        };
        for (counts, verdict) in self.counts[place].iter_mut().zip(verdicts) {
            counts.add(verdict);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        let mut places: Vec<(String, usize)> = other.places.into_iter().collect();
        places.sort_unstable();
        for (key, from) in places {
            let to = self.place(&key, other.counts[from].len());
            for (counts, more) in self.counts[to].iter_mut().zip(&other.counts[from]) {
                counts.merge(more);
            }
        }
    }

    /// The rows of one objective, in the order in which they are read best.
    pub(super) fn grouping(&self, objective: usize, name: &str, scale: &SeverityScale) -> Grouping {
        let mut rows: Vec<GroupRow> = Vec::with_capacity(self.places.len());
        let mut places: Vec<(&String, &usize)> = self.places.iter().collect();
        places.sort_unstable();
        for (key, &place) in places {
            let key = (!key.is_empty()).then(|| key.clone());
            rows.push(GroupRow { key, counts: self.counts[place][objective] });
        }
        match self.key {
            GroupKey::Month => rows.sort_by_key(|row| row.key.is_none()),
            GroupKey::Field(FieldId::SEVERITY) => {
                let rank =
                    |row: &GroupRow| row.key.as_deref().and_then(|key| scale.rank(key)).unwrap_or(usize::MAX);
                rows.sort_by_key(|row| (row.key.is_none(), rank(row)));
            }
            GroupKey::Field(_) => rows.sort_by_key(|row| std::cmp::Reverse(row.counts.breached)),
        }
        Grouping { by: name.to_owned(), rows }
    }

    /// The place of an incident's text, by the place of its decision where that tells.
    #[inline]
    fn place_of<'a>(
        &mut self,
        decision: usize,
        text: impl FnOnce() -> &'a str,
        objectives: usize,
    ) -> usize {
        match &self.decided {
            Some(decided) if Decisions::is_kept(decision) => match decided.get(decision) {
                Some(&Some(place)) => place,
                _ => self.learn(decision, text(), objectives),
            },
            _ => self.place(text(), objectives),
        }
    }

    #[cold]
    fn learn(&mut self, decision: usize, text: &str, objectives: usize) -> usize {
        let place = self.place(text, objectives);
        if let Some(decided) = &mut self.decided {
            if decided.len() <= decision {
                decided.resize(decision + 1, None);
            }
            decided[decision] = Some(place);
        }
        place
    }

    fn place(&mut self, key: &str, objectives: usize) -> usize {
        if let Some(&place) = self.places.get(key) {
            return place;
        }
        let place = self.counts.len();
        self.places.insert(key.to_owned(), place);
        self.counts.push(vec![Counts::default(); objectives]);
        place
    }

    #[inline]
    fn month_of(&mut self, opened: Instant, zone: Zone, objectives: usize) -> usize {
        match self.month {
            Some((from, to, place)) if from <= opened && opened < to => place,
            _ => self.find_month(opened, zone, objectives),
        }
    }

    #[cold]
    fn find_month(&mut self, opened: Instant, zone: Zone, objectives: usize) -> usize {
        let date = zone.date(opened);
        let place = self.place(&format!("{:04}-{:02}", date.year(), date.month()), objectives);
        let first = NaiveDate::from_ymd_opt(date.year(), date.month(), 1);
        let next = first.and_then(|first| first.checked_add_months(Months::new(1)));
        if let (Some(from), Some(to)) =
            (first.and_then(|day| zone.midnight(day)), next.and_then(|day| zone.midnight(day)))
        {
            self.month = Some((from, to, place));
        }
        place
    }
}

use chrono::{Datelike, Months, NaiveDate};

use super::text_places::TextPlaces;
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
    places: TextPlaces,
    /// By place.
    names: Vec<String>,
    /// By place, then by objective.
    counts: Vec<Vec<Counts>>,
    /// The month found last, from its first moment to the next month's, and its place: incidents come
    /// mostly in order of time.
    month: Option<(Instant, Instant, usize)>,
    /// The places of severities by the numbers of the decisions.
    severities: Vec<Option<usize>>,
}

impl GroupTally {
    pub(super) fn new(key: GroupKey) -> Self {
        Self {
            key,
            places: TextPlaces::default(),
            names: Vec::new(),
            counts: Vec::new(),
            month: None,
            severities: Vec::new(),
        }
    }

    /// Counts the verdicts of one incident, one per objective. `decision` is the number of what was
    /// decided about it, if it is kept; `severities` are those by which they were reached, where they differ.
    #[inline]
    pub(super) fn add<'a>(
        &mut self,
        field: impl FnOnce(FieldId) -> &'a str,
        decision: Option<usize>,
        severities: Option<&[&str]>,
        opened: Option<Instant>,
        zone: Zone,
        verdicts: &[Verdict],
    ) {
        if let (GroupKey::Field(FieldId::SEVERITY), Some(severities)) = (self.key, severities) {
            for (objective, (verdict, severity)) in verdicts.iter().zip(severities).enumerate() {
                let place = self.place(severity, verdicts.len());
                self.counts[place][objective].add(verdict);
            }
            return;
        }
        let place = self.place_of(field, decision, opened, zone, verdicts.len());
        for (counts, verdict) in self.counts[place].iter_mut().zip(verdicts) {
            counts.add(verdict);
        }
    }

    /// Counts an incident that met all its objectives.
    #[inline]
    pub(super) fn add_met<'a>(
        &mut self,
        field: impl FnOnce(FieldId) -> &'a str,
        decision: Option<usize>,
        opened: Instant,
        zone: Zone,
        objectives: usize,
    ) {
        let place = self.place_of(field, decision, Some(opened), zone, objectives);
        for counts in &mut self.counts[place] {
            counts.met += 1;
        }
    }

    #[inline]
    fn place_of<'a>(
        &mut self,
        field: impl FnOnce(FieldId) -> &'a str,
        decision: Option<usize>,
        opened: Option<Instant>,
        zone: Zone,
        objectives: usize,
    ) -> usize {
        match (self.key, opened) {
            (GroupKey::Field(id @ FieldId::SEVERITY), _) => {
                let known = decision.and_then(|decision| *self.severities.get(decision)?);
                known.unwrap_or_else(|| self.find_severity(field(id), decision, objectives))
            }
            (GroupKey::Field(id), _) => self.place(field(id), objectives),
            (GroupKey::Month, Some(opened)) => self.month_of(opened, zone, objectives),
            (GroupKey::Month, None) => self.place("", objectives),
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (name, theirs) in other.names.iter().zip(&other.counts) {
            let to = self.place(name, theirs.len());
            for (counts, more) in self.counts[to].iter_mut().zip(theirs) {
                counts.merge(more);
            }
        }
    }

    /// The rows of one objective, in the order in which they are read best.
    pub(super) fn grouping(&self, objective: usize, name: &str, scale: &SeverityScale) -> Grouping {
        let mut groups: Vec<(&String, &Vec<Counts>)> = self.names.iter().zip(&self.counts).collect();
        groups.sort_unstable_by_key(|(name, _)| *name);
        let row = |(name, counts): (&String, &Vec<Counts>)| GroupRow {
            key: (!name.is_empty()).then(|| name.clone()),
            counts: counts[objective],
        };
        let mut rows: Vec<GroupRow> = groups.into_iter().map(row).collect();
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

    #[cold]
    fn find_severity(&mut self, severity: &str, decision: Option<usize>, objectives: usize) -> usize {
        let place = self.place(severity, objectives);
        if let Some(decision) = decision {
            if self.severities.len() <= decision {
                self.severities.resize(decision + 1, None);
            }
            self.severities[decision] = Some(place);
        }
        place
    }

    #[inline]
    fn place(&mut self, name: &str, objectives: usize) -> usize {
        self.places.find(name.as_bytes()).unwrap_or_else(|| self.add_place(name, objectives))
    }

    #[cold]
    fn add_place(&mut self, name: &str, objectives: usize) -> usize {
        self.names.push(name.to_owned());
        self.counts.push(vec![Counts::default(); objectives]);
        self.places.add(name.as_bytes())
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

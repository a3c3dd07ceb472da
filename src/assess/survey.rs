use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Assessor, Counts, Intake, Signature, Tally, essence};
use crate::domain::{FieldId, Incident, Instant, StageId, Stamp, Verdict, Zone, normal};

/// Looks through exports for what improvement requests are measured by: the verdicts of each day,
/// and every incident of the problems they are about, whether or not it missed anything.
#[derive(Debug)]
pub struct Survey<'a> {
    assessor: Assessor<'a>,
    problems: BTreeSet<Signature>,
    /// The customers and services of the problems: most incidents are of none, and titles take time.
    scopes: BTreeSet<(String, String)>,
}

/// What is kept of the exports.
#[derive(Debug)]
pub struct SurveyTally {
    /// What the assessor keeps.
    tally: Tally,
    found: Surveyed,
    latest: Option<(NaiveDate, Instant, Instant)>,
}

/// What exports tell of problems.
#[derive(Debug, Default)]
pub struct Surveyed {
    /// The verdicts by the day of `opened` in the policy's zone, then by objective.
    pub days: BTreeMap<NaiveDate, Vec<Counts>>,
    /// The incidents of each problem that was asked about.
    occurrences: BTreeMap<Signature, Vec<Occurrence>>,
    /// The objectives that each incident missed which was asked about by id, by their places in the
    /// policy.
    watched: BTreeMap<String, Vec<usize>>,
    /// When the first of all incidents was opened, and the last.
    pub span: Option<(Instant, Instant)>,
}

/// An incident of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its id.
    pub incident: String,
    /// When it was opened.
    pub opened: Instant,
    /// The objectives that it missed, by their places in the policy.
    pub missed: Vec<usize>,
}

impl<'a> Survey<'a> {
    /// A survey of these problems.
    #[must_use]
    pub fn new(assessor: Assessor<'a>, problems: BTreeSet<Signature>) -> Self {
        let scope = |problem: &Signature| (problem.customer.clone(), problem.service.clone());
        let scopes = problems.iter().map(scope).collect();
        Self { assessor, problems, scopes }
    }

    /// The assessor that judges.
    #[must_use]
    pub const fn assessor(&self) -> &Assessor<'a> {
        &self.assessor
    }

    fn note(&self, tally: &mut SurveyTally, incident: &Incident<'_>) {
        let Stamp::At(opened) = incident.stamp(StageId::OPENED) else { return };
        let SurveyTally { tally, found, latest } = tally;
        let verdicts = tally.latest();
        if verdicts.is_empty() {
            return;
        }
        let span = found.span.get_or_insert((opened, opened));
        *span = (span.0.min(opened), span.1.max(opened));
        let day = day_of(opened, self.assessor.question.policy.zone, latest);
        let counts = found.days.entry(day).or_insert_with(|| vec![Counts::default(); verdicts.len()]);
        for (counts, verdict) in counts.iter_mut().zip(verdicts) {
            counts.add(verdict);
        }
        let missed =
            |(place, verdict): (usize, &Verdict)| matches!(verdict, Verdict::Breached(_)).then_some(place);
        let missed = || verdicts.iter().enumerate().filter_map(missed).collect();
        if self.assessor.question.watched.contains(incident.id) {
            found.watched.insert(incident.id.to_owned(), missed());
        }
        let customer = incident.field(FieldId::CUSTOMER);
        let service = incident.field(FieldId::SERVICE);
        let scope = (normal(customer).into_owned(), normal(service).into_owned());
        if !self.scopes.contains(&scope) {
            return;
        }
        let (customer, service) = scope;
        let signature = Signature { customer, service, title: essence(incident.field(FieldId::TITLE)) };
        if self.problems.contains(&signature) {
            let occurrence = Occurrence { incident: incident.id.to_owned(), opened, missed: missed() };
            found.occurrences.entry(signature).or_default().push(occurrence);
        }
    }
}

/// The calendar day; the one found last is remembered, since incidents come mostly in order.
fn day_of(opened: Instant, zone: Zone, latest: &mut Option<(NaiveDate, Instant, Instant)>) -> NaiveDate {
    if let Some((day, from, to)) = *latest
        && (from..to).contains(&opened)
    {
        return day;
    }
    let day = zone.date(opened);
    let next = day.succ_opt().and_then(|next| zone.midnight(next));
    *latest = zone.midnight(day).zip(next).map(|(from, to)| (day, from, to));
    day
}

impl Surveyed {
    /// The incidents of a problem that was asked about, in no order.
    #[must_use]
    pub fn of(&self, problem: &Signature) -> &[Occurrence] {
        self.occurrences.get(problem).map_or(&[], Vec::as_slice)
    }

    /// Whether an incident that was asked about by id missed the objective at this place.
    #[must_use]
    pub fn missed(&self, incident: &str, objective: usize) -> bool {
        self.watched.get(incident).is_some_and(|missed| missed.contains(&objective))
    }

    /// How many days between those of two moments have no incident of any kind.
    pub(super) fn empty_days(&self, from: Instant, to: Instant, zone: Zone) -> usize {
        let (first, last) = (zone.date(from), zone.date(to));
        let between = first.iter_days().skip(1).take_while(|day| *day < last);
        between.filter(|day| !self.days.contains_key(day)).count()
    }
}

#[cfg(test)]
impl Surveyed {
    /// Exports that reach from one moment to another, with these incidents of a problem.
    pub(crate) fn for_tests(
        span: (Instant, Instant),
        problem: Signature,
        occurrences: Vec<Occurrence>,
    ) -> Self {
        Self {
            days: BTreeMap::new(),
            occurrences: BTreeMap::from([(problem, occurrences)]),
            watched: BTreeMap::new(),
            span: Some(span),
        }
    }
}

impl SurveyTally {
    /// The verdicts on the incident that was taken in last, by objective; none where it wasn't looked at.
    pub(super) fn latest(&self) -> &[Verdict] {
        self.tally.latest()
    }

    /// What the exports tell, and what the assessor keeps of them.
    #[must_use]
    pub fn finish(self) -> (Surveyed, Tally) {
        (self.found, self.tally)
    }
}

impl Intake for Survey<'_> {
    type Tally = SurveyTally;

    fn begin(&self) -> SurveyTally {
        SurveyTally { tally: self.assessor.begin(), found: Surveyed::default(), latest: None }
    }

    fn take(&self, tally: &mut SurveyTally, incident: &Incident<'_>) {
        self.assessor.judge(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn take_repeated(&self, tally: &mut SurveyTally, incident: &Incident<'_>) {
        self.assessor.take_repeated(&mut tally.tally, incident);
        self.note(tally, incident);
    }

    fn merge(&self, into: &mut SurveyTally, other: SurveyTally) {
        self.assessor.merge(&mut into.tally, other.tally);
        let found = &mut into.found;
        for (day, more) in other.found.days {
            let counts = found.days.entry(day).or_insert_with(|| vec![Counts::default(); more.len()]);
            for (counts, more) in counts.iter_mut().zip(&more) {
                counts.merge(more);
            }
        }
        for (problem, more) in other.found.occurrences {
            found.occurrences.entry(problem).or_default().extend(more);
        }
        found.watched.extend(other.found.watched);
        found.span = match (found.span, other.found.span) {
            (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
            (one, other) => one.or(other),
        };
    }
}

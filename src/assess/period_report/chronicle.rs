use crate::assess::{Assessor, Intake, Survey, SurveyTally, Surveyed, Tally, WeekCounts};
use crate::domain::{Incident, Span, StageId, Stamp, Verdict, Window, Zone};

/// Reads exports for a report on a period: the verdicts of every day, and of the period what a check
/// would tell of it, how long things took, and at which hours of the week they began.
#[derive(Debug)]
pub struct Chronicle<'a> {
    survey: Survey<'a>,
    period: Assessor<'a>,
    window: Window,
    zone: Zone,
}

/// What is kept of the exports.
#[derive(Debug)]
pub struct ChronicleTally {
    survey: SurveyTally,
    period: Tally,
    course: Course,
}

/// What a period's incidents tell beside their verdicts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// By objective: how long those took that were judged, in no order; open ones so far.
    pub elapsed: Vec<Vec<Span>>,
    /// The incidents by the hour of the week in which they were opened.
    pub week: WeekCounts,
}

/// What a chronicle found.
#[derive(Debug)]
pub struct Chronicled {
    /// The verdicts of each day, and the incidents of problems.
    pub surveyed: Surveyed,
    /// All incidents, for the assessor of the survey.
    pub whole: Tally,
    /// Those of the period, for its assessor.
    pub period: Tally,
    /// What they tell beside their verdicts.
    pub course: Course,
}

impl<'a> Chronicle<'a> {
    /// `survey` looks at all incidents, `period` asks about those of the period.
    #[must_use]
    pub fn new(survey: Survey<'a>, period: Assessor<'a>) -> Self {
        let question = &period.question;
        let (window, zone) = (question.window, question.policy.zone);
        Self { survey, period, window, zone }
    }

    /// The assessor of all incidents.
    #[must_use]
    pub const fn whole(&self) -> &Assessor<'a> {
        self.survey.assessor()
    }

    /// The assessor of those of the period.
    #[must_use]
    pub const fn period(&self) -> &Assessor<'a> {
        &self.period
    }

    fn note(&self, tally: &mut ChronicleTally, incident: &Incident<'_>) {
        let Stamp::At(opened) = incident.stamp(StageId::OPENED) else { return };
        let verdicts = tally.survey.latest();
        if verdicts.is_empty() || !self.window.contains(opened) {
            return;
        }
        let Course { elapsed, week } = &mut tally.course;
        elapsed.resize_with(verdicts.len(), Vec::new);
        for (elapsed, verdict) in elapsed.iter_mut().zip(verdicts) {
            if let Verdict::Met(reading) | Verdict::Breached(reading) = verdict {
                elapsed.push(reading.elapsed);
            }
        }
        let missed = verdicts.iter().any(|verdict| matches!(verdict, Verdict::Breached(_)));
        week.add(self.zone.at(opened).naive_local(), missed);
    }
}

impl ChronicleTally {
    /// What was found.
    #[must_use]
    pub fn finish(self) -> Chronicled {
        let (surveyed, whole) = self.survey.finish();
        Chronicled { surveyed, whole, period: self.period, course: self.course }
    }
}

impl Intake for Chronicle<'_> {
    type Tally = ChronicleTally;

    fn begin(&self) -> ChronicleTally {
        ChronicleTally { survey: self.survey.begin(), period: self.period.begin(), course: Course::default() }
    }

    fn take(&self, tally: &mut ChronicleTally, incident: &Incident<'_>) {
        self.survey.take(&mut tally.survey, incident);
        self.note(tally, incident);
        self.period.take(&mut tally.period, incident);
    }

    fn take_repeated(&self, tally: &mut ChronicleTally, incident: &Incident<'_>) {
        self.survey.take_repeated(&mut tally.survey, incident);
        self.note(tally, incident);
        self.period.take_repeated(&mut tally.period, incident);
    }

    fn merge(&self, into: &mut ChronicleTally, other: ChronicleTally) {
        self.survey.merge(&mut into.survey, other.survey);
        self.period.merge(&mut into.period, other.period);
        let Course { elapsed, week } = &mut into.course;
        elapsed.resize_with(elapsed.len().max(other.course.elapsed.len()), Vec::new);
        for (elapsed, more) in elapsed.iter_mut().zip(other.course.elapsed) {
            elapsed.extend(more);
        }
        week.merge(&other.course.week);
    }
}

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use crate::assess::{Assessor, Question, Signature, Survey, SurveyTally, Surveyed};
use crate::cli::failure;
use crate::cli::population::{self, Population};
use crate::cli::reading::Reading;
use crate::domain::{Condition, Instant, Policy, Window};

/// What the exports tell of these problems; `None` where no export is named.
pub(super) fn survey(
    exports: &[PathBuf],
    reading: &Reading,
    policy: &Policy,
    as_of: Instant,
    problems: BTreeSet<Signature>,
) -> anyhow::Result<Option<Surveyed>> {
    if exports.is_empty() {
        return Ok(None);
    }
    let exports = population::expand(exports)?;
    let assessor = Assessor::new(Question {
        policy,
        as_of,
        window: Window::default(),
        filter: Condition::default(),
        group_by: Vec::new(),
        watched: HashSet::new(),
        load: false,
    });
    let survey = Survey::new(assessor, problems);
    let population = Population::read(&exports, policy, &survey, false, reading.threads())?;
    let (surveyed, population) = population.split(SurveyTally::finish);
    let report = population.report(survey.assessor(), Vec::new());
    failure::any(&Vec::from_iter(reading.distrust(&report, "; nothing was written")))?;
    Ok(Some(surveyed))
}

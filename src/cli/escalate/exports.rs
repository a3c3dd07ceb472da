use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use crate::assess::{Assessor, Question, Signature, Survey, Surveyed};
use crate::cli::failure;
use crate::cli::population::{self, Population};
use crate::cli::reading::Reading;
use crate::domain::{Instant, Policy};

/// What is asked of exports.
pub(super) struct Asked {
    /// The problems whose incidents are looked for.
    pub(super) problems: BTreeSet<Signature>,
    /// The incidents whose verdicts are wanted.
    pub(super) incidents: HashSet<String>,
    /// What is not done if they can't be trusted.
    pub(super) undone: String,
}

/// What the exports tell; `None` where no export is named.
pub(super) fn survey(
    exports: &[PathBuf],
    reading: &Reading,
    policy: &Policy,
    as_of: Instant,
    asked: Asked,
) -> anyhow::Result<Option<Surveyed>> {
    if exports.is_empty() {
        reading.without_exports()?;
        return Ok(None);
    }
    let exports = population::expand(exports)?;
    let assessor = Assessor::new(Question { watched: asked.incidents, ..Question::of(policy, as_of) });
    let survey = Survey::new(assessor, asked.problems);
    let Population { tally, exports } = Population::read(&exports, policy, &survey, as_of, false, reading)?;
    let (surveyed, tally) = tally.finish();
    let report = exports.report(survey.assessor(), tally, Vec::new());
    failure::any(&Vec::from_iter(reading.distrust(&report, &asked.undone)))?;
    Ok(Some(surveyed))
}

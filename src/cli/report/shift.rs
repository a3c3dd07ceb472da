use super::about::Hours;
use super::forms::FormArg;
use super::made::Desk;
use super::{conclude, write_out};
use crate::assess::{Awaited, Selection, ShiftReport, Waiting};
use crate::cli::fail_on::FailOn;
use crate::cli::population::Population;
use crate::exit::Outcome;
use crate::output::OutputFile;
use crate::render;

/// The report on a shift, for those who take over.
pub(super) fn run(
    desk: &Desk<'_>,
    hours: &Hours<'_>,
    files: Vec<(FormArg, OutputFile)>,
) -> anyhow::Result<Outcome> {
    let chronicle = desk.chronicle(hours.window, Vec::new());
    let Population { tally, exports } = desk.read(&chronicle)?;
    let found = desk.found(&chronicle, tally, &exports);
    let selection = Selection::default().fitting(desk.filter.clone()).begun_in(hours.shift);
    let waiting = desk.state.as_ref().map(|state| Waiting::among(state, desk.policy, &selection, desk.as_of));
    let mut troubles: Vec<_> = desk.args.reading.distrust(&found.whole, "").into_iter().collect();
    let told = ShiftReport::new((hours.shift, hours.window), (found.report, found.whole), waiting.as_ref());
    let write = |form, style: &_, out: &mut dyn std::io::Write| {
        render::write_shift_report(&told, desk.policy, form, style, out)
    };
    troubles.extend(write_out(desk, files, write));
    conclude(desk, &troubles, &render::shift_summary(&told, desk.style.language))?;
    let has_waited =
        |longest| waiting.as_ref().is_some_and(|waiting| waiting.is_longer_than(Awaited::Cause, longest));
    let holds = |condition: &FailOn| condition.holds(&told.report, &told.pending, has_waited);
    let outcome = desk.args.fail_on.iter().any(holds);
    Ok(if outcome { Outcome::ConditionHolds } else { Outcome::Answered })
}

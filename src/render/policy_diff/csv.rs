use csv::{Terminator, Writer, WriterBuilder};

use super::ComparedPolicies;
use crate::assess::{Counts, Flip, Mark, Rate};
use crate::domain::Span;
use crate::render::csv::inert;
use crate::render::time::LocalTimes;
use crate::render::{RenderError, Style};

/// The columns: what a row is about, those of flips, and those of rates.
const HEADER: [&str; 23] = [
    "kind",
    "incident",
    "objective",
    "customer",
    "service",
    "severity",
    "opened",
    "before",
    "after",
    "target_before_s",
    "target_after_s",
    "elapsed_before_s",
    "elapsed_after_s",
    "over_before_s",
    "over_after_s",
    "judged_before",
    "judged_after",
    "met_before",
    "met_after",
    "breached_before",
    "breached_after",
    "rate_before",
    "rate_after",
];

/// How many columns at the end only rows of rates fill.
const OF_RATES: usize = 8;

/// What changes as CSV. Its rows are of three kinds: `objective`, the rates of all incidents;
/// `customer`, those of one customer's, which is empty for incidents without one; `flip`, a verdict
/// that changes. Cells that are not meant for a kind are empty. Times and seconds are those of the
/// CSV of a check, rates from 0 to 1 and unrounded.
pub fn policy_diff_csv(compared: &ComparedPolicies<'_>, style: &Style) -> Result<Vec<u8>, RenderError> {
    let mark = if style.csv_bom { "\u{FEFF}" } else { "" };
    let out = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(mark.as_bytes().to_vec());
    let mut rows = Rows { out };
    rows.out.write_record(HEADER)?;
    let diff = compared.diff;
    let id = |place: usize| diff.objectives.get(place).map_or("", |objective| &objective.id);
    for objective in &diff.objectives {
        rows.rates(["objective", "", &objective.id, ""], objective.before, objective.after)?;
    }
    for one in &diff.customers {
        rows.rates(["customer", "", id(one.objective), &one.customer], one.before, one.after)?;
    }
    let times = LocalTimes::new(compared.new.zone);
    for flip in &diff.flips {
        rows.flip(flip, id(flip.objective), &times)?;
    }
    Ok(rows.out.into_inner().map_err(csv::IntoInnerError::into_error)?)
}

struct Rows {
    out: Writer<Vec<u8>>,
}

impl Rows {
    /// The rates of what the first cells name.
    fn rates(
        &mut self,
        first: [&str; 4],
        before: Option<Counts>,
        after: Option<Counts>,
    ) -> Result<(), RenderError> {
        self.texts(first)?;
        self.empty(HEADER.len() - first.len() - OF_RATES)?;
        for number in [Counts::judged, |counts: &Counts| counts.met, |counts: &Counts| counts.breached] {
            for counts in [before, after] {
                self.out.write_field(counts.map(|counts| number(&counts).to_string()).unwrap_or_default())?;
            }
        }
        for counts in [before, after] {
            let rate = counts.and_then(|counts| counts.rate()).map(Rate::quotient);
            self.out.write_field(rate.map(|rate| rate.to_string()).unwrap_or_default())?;
        }
        self.end()
    }

    fn flip(&mut self, flip: &Flip, objective: &str, times: &LocalTimes) -> Result<(), RenderError> {
        self.texts(["flip", &flip.incident, objective, &flip.customer, &flip.service, &flip.severity])?;
        self.out.write_field(flip.opened.map(|at| times.rfc3339(at)).unwrap_or_default())?;
        let (before, after) = (flip.before, flip.after);
        self.texts([before.verdict.word(), after.verdict.word()])?;
        let over = |mark: Mark| mark.target().map(|_| mark.over());
        let spans =
            [before.target(), after.target(), before.elapsed(), after.elapsed(), over(before), over(after)];
        for span in spans {
            self.out.write_field(span.as_ref().map(Span::to_string).unwrap_or_default())?;
        }
        self.empty(OF_RATES)?;
        self.end()
    }

    fn texts<const N: usize>(&mut self, texts: [&str; N]) -> Result<(), RenderError> {
        texts.into_iter().try_for_each(|text| Ok(self.out.write_field(inert(text).as_bytes())?))
    }

    fn empty(&mut self, cells: usize) -> Result<(), RenderError> {
        (0..cells).try_for_each(|_| Ok(self.out.write_field("")?))
    }

    fn end(&mut self) -> Result<(), RenderError> {
        Ok(self.out.write_record(None::<&[u8]>)?)
    }
}

use std::cmp::Ordering;

use super::page::{NOTHING, Page};
use crate::assess::{Counts, CustomerDiff, Rate};
use crate::domain::VerdictKind;
use crate::render::page::{Cell, Column, Table, Tone};
use crate::render::words::count;

impl Page<'_> {
    /// The rates of customers before and after, and how many of their verdicts change in which
    /// direction.
    pub(super) fn customers(&self, customers: &[&CustomerDiff]) -> Table {
        let columns = vec![
            Column::left(self.common.objective).at_least(8),
            Column::left(self.common.customer).at_least(12),
            Column::right(self.words.rate_before),
            Column::right(self.words.rate_after),
            Column::right(self.words.newly_breached).left_out(3),
            Column::right(self.words.newly_met).left_out(2),
            Column::left(self.words.others).at_least(12).left_out(1),
        ];
        Table { columns, rows: customers.iter().map(|one| self.customer(one)).collect(), cut: None }
    }

    fn customer(&self, one: &CustomerDiff) -> Vec<Cell> {
        // Where one policy doesn't have the objective, there is nothing that could change.
        let is_joint = one.before.is_some() && one.after.is_some();
        let number = |number: u64, tone: Tone| match number {
            0 if !is_joint => Cell::new(NOTHING),
            0 => Cell::new(count(0)),
            _ => Cell::new(count(number)).tone(tone),
        };
        let other = |&(before, after, number): &(_, _, u64)| {
            let verdict = |kind: VerdictKind| self.common.verdict(kind.word());
            (self.words.other)(verdict(before), verdict(after), &count(number))
        };
        let others = if one.others.is_empty() { String::new() } else { count(one.other_flips()) };
        let customer = Some(one.customer.as_str()).filter(|customer| !customer.trim().is_empty());
        vec![
            Cell::new(self.title(one.objective)),
            Cell::new(customer.unwrap_or(NOTHING)),
            self.rate(one.before),
            self.rate(one.after).tone(direction(one.before, one.after)),
            number(one.newly_breached, Tone::Bad),
            number(one.newly_met, Tone::Good),
            Cell::new(one.others.iter().map(other).collect::<Vec<_>>().join(self.words.between))
                .short(others),
        ]
    }
}

/// Whether a rate gets better or worse, where there are two.
fn direction(before: Option<Counts>, after: Option<Counts>) -> Tone {
    let rate = |counts: Option<Counts>| counts.and_then(|counts| counts.rate()).map(Rate::quotient);
    match (rate(before), rate(after)) {
        (Some(before), Some(after)) => match after.total_cmp(&before) {
            Ordering::Less => Tone::Bad,
            Ordering::Greater => Tone::Good,
            Ordering::Equal => Tone::Plain,
        },
        _ => Tone::Plain,
    }
}

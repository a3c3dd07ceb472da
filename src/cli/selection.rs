use anyhow::bail;
use clap::Args;

use super::{condition, ledger_access};
use crate::assess::Selection;
use crate::context::Context;
use crate::domain::{Instant, Policy, Shift, nearest};
use crate::words::selection as words;

/// Which breaches are meant.
#[derive(Debug, Args)]
pub(super) struct SelectionArgs {
    /// Only of incidents whose field fits, such as customer=ACME*; repeatable
    #[arg(long = "where", value_name = "FIELD=PATTERN")]
    filters: Vec<String>,

    /// Only of incidents that I handled: whose assignee is who runs this
    #[arg(long)]
    mine: bool,

    /// Only those whose clock started in this shift, by its name or title
    #[arg(long, value_name = "SHIFT")]
    shift: Option<String>,
}

impl SelectionArgs {
    /// What was asked for; `by` is who runs the program, if that was said.
    pub(super) fn selection(
        &self,
        by: Option<&str>,
        policy: &Policy,
        as_of: Instant,
        context: &Context,
    ) -> anyhow::Result<Selection> {
        let mut selection = Selection::default().fitting(condition::parse(&self.filters, policy)?);
        if self.mine {
            selection = selection.handled_by(&ledger_access::author(by, as_of, context)?.by);
        }
        if let Some(shift) = &self.shift {
            selection = selection.begun_in(find_shift(shift, policy)?);
        }
        Ok(selection)
    }
}

fn find_shift<'a>(text: &str, policy: &'a Policy) -> anyhow::Result<&'a Shift> {
    if let Some(shift) = policy.shifts.meant(text) {
        return Ok(shift);
    }
    if policy.shifts.is_empty() {
        bail!(words::no_shifts("--shift", &policy.path.display()));
    }
    let near = nearest(text, policy.shifts.iter().flat_map(|shift| [&*shift.id, &*shift.title]));
    let known: Vec<String> = policy.shifts.iter().map(|shift| shift.id.clone()).collect();
    bail!(words::no_such_shift(text, &near, &known))
}

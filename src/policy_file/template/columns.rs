use super::proposal::{Proposal, ProposedColumn};
use crate::domain::{Fields, Stages};
use crate::policy_file::section::is_name;
use crate::words::policy_template::Words;

/// The proposed columns that a policy can hold.
pub(super) struct Columns<'p> {
    pub(super) fields: Vec<&'p ProposedColumn>,
    pub(super) stages: Vec<&'p ProposedColumn>,
}

impl<'p> Columns<'p> {
    /// Leaves out what the policy would be refused for; each time a doubt says so.
    pub(super) fn of(proposal: &'p Proposal, doubts: &mut Vec<String>) -> Self {
        let words = Words::of(proposal.language);
        let is_field = |name: &str| name == "id" || Fields::BUILT_IN.contains(&name);
        let is_stage = |name: &str| Stages::BUILT_IN.contains(&name);
        let stage_named = |name: &str| proposal.stages.iter().find(|column| column.name == name);
        let fields = sound(&proposal.fields, words, doubts, |column| {
            !is_stage(&column.name) && column.after.is_none() && stage_named(&column.name).is_none()
        });
        let mut stages = sound(&proposal.stages, words, doubts, |column| {
            let starts_well = column.after.as_ref().is_none_or(|after| {
                let start = stage_named(after);
                column.name != "opened"
                    && after != &column.name
                    && start
                        .map_or(is_stage(after), |start| start.after.is_none() && is_column(&start.column))
            });
            !is_field(&column.name) && starts_well
        });
        let names: Vec<_> = stages.iter().map(|column| column.name.as_str()).collect();
        stages.retain(|column| {
            column.after.as_deref().is_none_or(|after| is_stage(after) || names.contains(&after))
        });
        Self { fields, stages }
    }
}

fn sound<'p>(
    columns: &'p [ProposedColumn],
    words: &Words,
    doubts: &mut Vec<String>,
    fits: impl Fn(&ProposedColumn) -> bool,
) -> Vec<&'p ProposedColumn> {
    let most = Fields::MOST.min(Stages::MOST) - Stages::BUILT_IN.len();
    let mut kept: Vec<&ProposedColumn> = Vec::new();
    for column in columns {
        let repeated = kept.iter().any(|other| other.name == column.name);
        if is_name(&column.name)
            && is_column(&column.column)
            && fits(column)
            && !repeated
            && kept.len() < most
        {
            kept.push(column);
        } else {
            doubts.push((words.column_left_out)(&column.column, &column.name));
        }
    }
    kept
}

fn is_column(column: &str) -> bool {
    !column.trim().is_empty()
        && !column.chars().any(|char| char.is_control() && !matches!(char, '\n' | '\r' | '\t'))
}

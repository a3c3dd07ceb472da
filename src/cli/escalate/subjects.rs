use std::collections::{BTreeSet, HashSet};

use super::drafting::{Drafting, DraftingError};
use super::task::Task;
use crate::assess::{
    CaseSources, EscalationChoice, EscalationPlan, Evidence, LedgerState, Problem, ProblemBreaches, Signature,
};
use crate::domain::{Instant, Language, Policy};
use crate::ledger::{Author, Entry, LedgerError, NewWriting, request_entry};
use crate::output::say;
use crate::render;

/// What there may be to write about: a plan, and all that its open requests are about by now.
pub(super) struct Subjects<'a> {
    plan: EscalationPlan<'a>,
    /// The problems of the open requests, in their order.
    continued: Vec<Problem<'a>>,
}

impl<'a> Subjects<'a> {
    pub(super) fn of(plan: EscalationPlan<'a>, state: &'a LedgerState, policy: &'a Policy) -> Self {
        let continued = plan.continued.iter().map(|continued| continued.problem(state, policy)).collect();
        Self { plan, continued }
    }

    fn problems(&self) -> impl Iterator<Item = &Problem<'a>> {
        self.plan.problems.iter().chain(&self.continued)
    }

    /// Their signatures.
    pub(super) fn signatures(&self) -> BTreeSet<Signature> {
        self.problems().map(|problem| problem.signature.clone()).collect()
    }

    /// Their incidents, those that no request is about included.
    pub(super) fn incidents(&self, state: &LedgerState, as_of: Instant) -> HashSet<String> {
        let named = self.problems().flat_map(Problem::incidents);
        named.chain(self.breaches(state, as_of).incidents()).map(str::to_owned).collect()
    }

    /// Their breaches, those that no request is about included.
    pub(super) fn breaches<'s>(&self, state: &'s LedgerState, as_of: Instant) -> ProblemBreaches<'s> {
        ProblemBreaches::of(state, &self.signatures(), as_of)
    }

    /// All that is to be done. An open request without any breach left is told and passed over.
    pub(super) fn tasks(
        &'a self,
        sources: CaseSources<'a>,
        drafting: &Drafting<'a>,
    ) -> Result<Vec<Task<'a>>, DraftingError> {
        let mut tasks = Vec::new();
        for problem in &self.plan.problems {
            tasks.push(Task::first(problem, sources, drafting)?);
        }
        for (continued, problem) in self.plan.continued.iter().zip(&self.continued) {
            if problem.evidence.is_empty() {
                say(&render::no_breach_left(&problem.id, drafting.language));
            } else {
                tasks.push(Task::next(continued, problem, sources, drafting)?);
            }
        }
        Ok(tasks)
    }

    /// The entries that drafts without any breach left are about none: should one come back, it is
    /// asked about again, whatever becomes of the draft meanwhile.
    pub(super) fn emptied(
        &self,
        state: &LedgerState,
        policy: &Policy,
        author: &Author,
    ) -> Result<Vec<Entry>, LedgerError> {
        let both = self.plan.continued.iter().zip(&self.continued);
        let emptied = both.filter(|(_, problem)| problem.evidence.is_empty());
        let writings = emptied.map(|(continued, problem)| {
            let request = continued.request;
            let (left_out, file) = (continued.left_out(state, policy), request.draft().to_owned());
            (problem, NewWriting { left_out, request: Some(request), file, ..NewWriting::default() })
        });
        writings
            .filter(|(_, writing)| !writing.left_out.is_empty())
            .map(|(problem, writing)| request_entry(author, problem, writing))
            .collect()
    }

    /// Says what is not written, and why.
    pub(super) fn tell_rest(
        &self,
        tasks: &[Task<'_>],
        choice: &EscalationChoice,
        state: &LedgerState,
        language: Language,
    ) {
        let plan = &self.plan;
        let mut told = Vec::new();
        if !plan.without_team.is_empty() {
            let incidents = Evidence::incidents(&plan.without_team).join(", ");
            told.push(render::without_team(&incidents, language));
        }
        if plan.fewer > 0 {
            told.push(render::fewer_incidents(plan.fewer, language));
        }
        for name in &choice.requests {
            let request = state.requests().iter().find(|request| request.id == *name);
            if let Some(request) = request.filter(|request| !request.is_open()) {
                told.push(render::request_is_over(name, request.status(), language));
            } else if tasks.iter().any(|task| task.request() == name && task.is_idle()) {
                told.push(render::nothing_came(name, language));
            }
        }
        if told.is_empty() && tasks.iter().all(Task::is_idle) {
            told.push(render::no_request(choice.is_everything(), language));
        }
        for text in told {
            say(&text);
        }
    }
}

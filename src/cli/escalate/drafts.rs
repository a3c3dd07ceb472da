//! `slo escalate --draft`: one request for each team and problem.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::ValueEnum;

use super::choice::{self, Choice};
use super::drafting::Drafting;
use super::exports::{self, Asked};
use super::subjects::Subjects;
use super::task::{Performed, Task};
use crate::assess::{CaseSources, EscalationChoice, EscalationPlan, LedgerState, Surveyed};
use crate::cli::arguments::{Basis, PROGRAM, Writing};
use crate::cli::reading::Reading;
use crate::cli::{ledger_access, policy_source, population};
use crate::context::Context;
use crate::domain::{Language, Policy};
use crate::exit::Outcome;
use crate::output::print;
use crate::render::draft::{Handover, Template, handover_line, requests_json};
use crate::render::requests::planned_table;
use crate::render::{Style, sanitize};
use crate::words;

/// What is printed about the drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DraftFormat {
    /// The files, a line each
    Paths,
    /// JSON, schema slo.requests/1: all that templates are filled with
    Json,
    /// A line of JSON for each request, with a title and a body for a tracker
    Jsonl,
}

/// What `slo escalate --draft` is asked to do.
pub(super) struct Drafts<'a> {
    pub(super) exports: &'a [PathBuf],
    pub(super) choice: &'a Choice,
    pub(super) improvement: Option<&'a str>,
    pub(super) template: Option<&'a Path>,
    pub(super) dry_run: bool,
    pub(super) stdout: bool,
    pub(super) format: DraftFormat,
    pub(super) reading: &'a Reading,
    pub(super) writing: &'a Writing,
    pub(super) basis: &'a Basis,
}

impl Drafts<'_> {
    pub(super) fn run(&self, context: &Context) -> anyhow::Result<Outcome> {
        let look = &self.basis.look;
        let first = population::first_file(self.exports);
        let policy = policy_source::load(self.basis.policy.as_deref(), first, look, context)?;
        if policy.teams.is_empty() {
            bail!(words::request_faults::no_team_in_policy(&policy.path.display()));
        }
        let as_of = self.basis.as_of(context, policy.zone)?;
        let choice = self.choice.of(&policy, as_of)?;
        let style = look.style(&policy, None, context);
        let language = style.language;
        let path = policy_source::ledger_path(self.writing.ledger.as_deref(), &policy);
        ledger_access::must_exist(&path)?;
        let drafting = Drafting {
            policy: &policy,
            language,
            as_of,
            folder: policy_source::draft_folder(&policy),
            template: self.template(&policy, language)?,
            improvement: self.improvement.map(str::trim).filter(|text| !text.is_empty()),
        };
        // The exports are read before the ledger is locked, so that nobody has to wait for them.
        let mut surveyed = None;
        if self.only_looks() || !self.exports.is_empty() {
            let state = ledger_access::read(&path, language)?.state;
            let subjects = Subjects::of(self.plan(&state, &policy, &choice)?, &state, &policy);
            let found = self.survey(&subjects, &state, &drafting)?;
            if self.only_looks() {
                let breaches = subjects.breaches(&state, as_of);
                let found = found.as_ref();
                let sources =
                    CaseSources { state: &state, breaches: &breaches, found, policy: &policy, as_of };
                let tasks = subjects.tasks(sources, &drafting)?;
                subjects.tell_rest(&tasks, &choice, &state, language);
                return self.show(&tasks, &drafting, &style);
            }
            surveyed = found.map(|found| (found, subjects.incidents(&state, as_of)));
        }
        let author = ledger_access::author(self.writing.by.as_deref(), as_of, context)?;
        let claim = ledger_access::claim(&author.by, context);
        let file = ledger_access::open(&path, &claim, policy.zone, language)?;
        let state = file.state();
        let subjects = Subjects::of(self.plan(state, &policy, &choice)?, state, &policy);
        if surveyed
            .as_ref()
            .is_some_and(|(_, incidents)| !incidents.is_superset(&subjects.incidents(state, as_of)))
        {
            bail!(words::ledger_use::grown_nothing_written(&path.display()));
        }
        let found = surveyed.as_ref().map(|(found, _)| found);
        let breaches = subjects.breaches(state, as_of);
        let sources = CaseSources { state, breaches: &breaches, found, policy: &policy, as_of };
        // All texts are made before the first is written: a broken template leaves nothing behind.
        let mut tasks = subjects.tasks(sources, &drafting)?;
        let emptied = subjects.emptied(state, &policy, &author)?;
        let Performed { mut entries, trouble } = Performed::all(&mut tasks, &drafting, &author);
        if trouble.is_none() {
            subjects.tell_rest(&tasks, &choice, state, language);
        }
        let printed = self.printed(&tasks, &drafting)?;
        entries.extend(emptied);
        ledger_access::commit(file, &entries, language)?;
        print(&printed)?;
        trouble.map_or(Ok(Outcome::Answered), Err)
    }

    /// What there is to ask for, if all names that were chosen are known, and what is asked of one
    /// request alone is asked of one.
    fn plan<'a>(
        &self,
        state: &'a LedgerState,
        policy: &'a Policy,
        choice: &EscalationChoice,
    ) -> anyhow::Result<EscalationPlan<'a>> {
        let mut plan = EscalationPlan::chosen(state, policy, choice);
        choice::unknown(&plan, state, policy)?;
        let option = match (self.improvement, self.stdout) {
            (Some(_), _) => "--improvement",
            (None, true) => "--stdout",
            (None, false) => return Ok(plan),
        };
        // What may be out of date is not meant unless it is named.
        plan.continued.retain(|one| !one.fresh.is_empty() || choice.requests.contains(&one.request.id));
        let problems = plan.problems.iter().map(|problem| problem.id.as_str());
        let names: Vec<&str> =
            problems.chain(plan.continued.iter().map(|one| one.request.id.as_str())).collect();
        match names.as_slice() {
            [_] => Ok(plan),
            [] => bail!(words::request_faults::nothing_for_one(option)),
            _ => bail!(words::request_faults::choose_one(option, &names.join(", "))),
        }
    }

    /// What the exports tell of the problems.
    fn survey(
        &self,
        subjects: &Subjects<'_>,
        state: &LedgerState,
        drafting: &Drafting<'_>,
    ) -> anyhow::Result<Option<Surveyed>> {
        let undone = if self.only_looks() { String::new() } else { words::export_choice::nothing_written() };
        let asked = Asked {
            problems: subjects.signatures(),
            incidents: subjects.incidents(state, drafting.as_of),
            undone,
        };
        exports::survey(self.exports, self.reading, drafting.policy, drafting.as_of, asked)
    }

    /// Whether nothing is written.
    const fn only_looks(&self) -> bool {
        self.dry_run || self.stdout
    }

    /// The template that is named, else the policy's, else the built-in one.
    fn template(&self, policy: &Policy, language: Language) -> anyhow::Result<Template> {
        let own = policy.escalation.template.as_deref();
        let beside = own.map(|path| policy_source::beside(policy, path));
        let Some(path) = self.template.map(Path::to_owned).or(beside) else {
            return Ok(Template::of(language));
        };
        let text = fs::read_to_string(&path)
            .with_context(|| words::request_faults::template_unreadable(&path.display()))?;
        Ok(Template::own(path, text))
    }

    /// Shows what would be written.
    fn show(&self, tasks: &[Task<'_>], drafting: &Drafting<'_>, style: &Style) -> anyhow::Result<Outcome> {
        if self.stdout {
            for task in tasks {
                print(task.deed.text().as_bytes())?;
            }
        } else if self.format == DraftFormat::Paths {
            let rows: Vec<_> = tasks.iter().map(|task| task.planned(drafting)).collect();
            print(&planned_table(&rows, style)?)?;
        } else {
            print(&self.printed(tasks, drafting)?)?;
        }
        Ok(Outcome::Answered)
    }

    /// What is printed about what is written.
    fn printed(&self, tasks: &[Task<'_>], drafting: &Drafting<'_>) -> anyhow::Result<Vec<u8>> {
        let policy = drafting.policy;
        let mut out = Vec::new();
        match self.format {
            DraftFormat::Paths => {
                for task in tasks.iter().filter(|task| !task.is_idle()) {
                    let path = task.deed.path(&drafting.folder);
                    out.extend_from_slice(sanitize(&path.to_string_lossy()).as_bytes());
                    out.push(b'\n');
                }
            }
            DraftFormat::Json => {
                let file = |task: &Task<'_>| task.file(&drafting.folder, policy);
                let cases: Vec<_> = tasks.iter().map(|task| (file(task), &task.case)).collect();
                out = requests_json(&cases, policy, drafting.language, drafting.as_of, PROGRAM)?;
            }
            DraftFormat::Jsonl => {
                for task in tasks.iter().filter(|task| !task.is_idle()) {
                    let draft = task.file(&drafting.folder, policy);
                    let handover = Handover {
                        request: &task.case.problem.id,
                        status: task.status.word(),
                        team: &task.case.problem.team.id,
                        contact: task.case.problem.team.contact.as_deref(),
                        draft: &draft,
                        text: task.deed.text(),
                    };
                    handover_line(&handover, &mut out)?;
                }
            }
        }
        Ok(out)
    }
}

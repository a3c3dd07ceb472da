//! `slo escalate --draft`: one request for each team and problem.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::ValueEnum;

use super::choice::{self, Choice};
use super::deed::{Deed, Drafting};
use super::exports;
use super::task::{Performed, Task, tasks};
use crate::assess::{EscalationChoice, EscalationPlan, Evidence, LedgerState, Problem};
use crate::cli::arguments::{Basis, PROGRAM, Writing};
use crate::cli::reading::Reading;
use crate::cli::{ledger_access, policy_source};
use crate::context::Context;
use crate::domain::{Language, Policy};
use crate::exit::Outcome;
use crate::ledger::DraftFolder;
use crate::output::{print, say};
use crate::render::draft::{Handover, Template, handover_line, requests_json};
use crate::render::{self, Style, sanitize};

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
        let policy = policy_source::load(self.basis.policy.as_deref(), self.first_export(), look, context)?;
        if policy.teams.is_empty() {
            bail!(
                "`{}` names no team to ask; add one as [teams.NAME] with `title` and `when`",
                policy.path.display()
            );
        }
        let as_of = self.basis.as_of(context, policy.zone)?;
        let choice = self.choice.of(&policy, as_of)?;
        let style = look.style(&policy, None, context);
        let language = style.language;
        let path = policy_source::ledger_path(self.writing.ledger.as_deref(), &policy);
        ledger_access::must_exist(&path)?;
        let mut drafting = Drafting {
            policy: &policy,
            language,
            as_of,
            folder: DraftFolder::new(policy.path.with_file_name("").join(&policy.escalation.drafts)),
            template: self.template(&policy, language)?,
            improvement: self.improvement.map(str::trim).filter(|text| !text.is_empty()),
            found: None,
        };
        // The exports are read before the ledger is locked, so that nobody has to wait for them.
        let unlocked = if self.only_looks() || !self.exports.is_empty() {
            Some(ledger_access::read(&path, language)?.state)
        } else {
            None
        };
        let mut surveyed = BTreeSet::new();
        if let Some(state) = &unlocked {
            let plan = EscalationPlan::chosen(state, &policy, &choice);
            surveyed = problems(&plan).map(|problem| problem.signature.clone()).collect();
            drafting.found = exports::survey(self.exports, self.reading, &policy, as_of, surveyed.clone())?;
        }
        if let Some(state) = unlocked.filter(|_| self.only_looks()) {
            let plan = plan(&state, &policy, &choice)?;
            let tasks = tasks(&plan, &state, &drafting)?;
            self.check(&tasks)?;
            self.show(&tasks, &plan, &drafting, &style)?;
            return Ok(Outcome::Answered);
        }
        let author = ledger_access::author(self.writing.by.as_deref(), as_of, context)?;
        let claim = ledger_access::claim(&author.by, context);
        let file = ledger_access::open(&path, &claim, policy.zone, language)?;
        let plan = plan(file.state(), &policy, &choice)?;
        if drafting.found.is_some() && problems(&plan).any(|problem| !surveyed.contains(&problem.signature)) {
            bail!("the ledger `{}` has grown meanwhile, and nothing was written; run again", path.display());
        }
        // All texts are made before the first is written: a broken template leaves nothing behind.
        let mut tasks = tasks(&plan, file.state(), &drafting)?;
        self.check(&tasks)?;
        let Performed { entries, trouble } = Performed::all(&mut tasks, &drafting, &author);
        tell_rest(&plan, language);
        let printed = self.printed(&tasks, &drafting)?;
        ledger_access::commit(file, &entries, language)?;
        print(&printed)?;
        trouble.map_or(Ok(Outcome::Answered), Err)
    }

    /// Whether nothing is written.
    const fn only_looks(&self) -> bool {
        self.dry_run || self.stdout
    }

    fn first_export(&self) -> Option<&Path> {
        self.exports.first().map(PathBuf::as_path).filter(|path| *path != Path::new("-"))
    }

    /// The template that is named, else the policy's, else the built-in one.
    fn template(&self, policy: &Policy, language: Language) -> anyhow::Result<Template> {
        let own = policy.escalation.template.as_deref();
        let beside = own.map(|path| policy.path.with_file_name("").join(path));
        let Some(path) = self.template.map(Path::to_owned).or(beside) else {
            return Ok(Template::of(language));
        };
        let text = fs::read_to_string(&path).with_context(|| {
            format!(
                "the template `{}` can't be read; `slo escalate template` prints one to start from",
                path.display()
            )
        })?;
        Ok(Template::own(path, text))
    }

    /// That what is asked of one request alone is asked of one.
    fn check(&self, tasks: &[Task<'_>]) -> anyhow::Result<()> {
        let option = match (self.improvement, self.stdout) {
            (Some(_), _) => "--improvement is",
            (None, true) => "--stdout is",
            (None, false) => return Ok(()),
        };
        let names: Vec<&str> = tasks.iter().map(|task| task.problem.id.as_str()).collect();
        match names.as_slice() {
            [_] => Ok(()),
            [] => bail!("{option} about one request, and there is none to write"),
            _ => bail!("{option} about one request; choose one of {} by --id", names.join(", ")),
        }
    }

    /// Shows what would be written.
    fn show(
        &self,
        tasks: &[Task<'_>],
        plan: &EscalationPlan<'_>,
        drafting: &Drafting<'_>,
        style: &Style,
    ) -> anyhow::Result<()> {
        if self.stdout {
            for task in tasks {
                print(drafting.whole(&task.case)?.as_bytes())?;
            }
            return Ok(());
        }
        tell_rest(plan, drafting.language);
        if self.format != DraftFormat::Paths {
            print(&self.printed(tasks, drafting)?)?;
            return Ok(());
        }
        let rows: Vec<_> = tasks.iter().map(|task| task.planned(drafting)).collect();
        print(&render::requests::planned_table(&rows, style)?)?;
        Ok(())
    }

    /// What is printed about what is written.
    fn printed(&self, tasks: &[Task<'_>], drafting: &Drafting<'_>) -> anyhow::Result<Vec<u8>> {
        let policy = drafting.policy;
        let mut out = Vec::new();
        match self.format {
            DraftFormat::Paths => {
                let written = |task: &&Task<'_>| !matches!(task.deed, Deed::Nothing { .. });
                for task in tasks.iter().filter(written) {
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
                for task in tasks {
                    let draft = task.file(&drafting.folder, policy);
                    let handover = Handover {
                        request: &task.problem.id,
                        status: task.status.word(),
                        team: &task.problem.team.id,
                        contact: task.problem.team.contact.as_deref(),
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

/// What there is to ask for, if all names that were chosen are known.
fn plan<'a>(
    state: &'a LedgerState,
    policy: &'a Policy,
    choice: &EscalationChoice,
) -> anyhow::Result<EscalationPlan<'a>> {
    let plan = EscalationPlan::chosen(state, policy, choice);
    choice::unknown(&plan, state, policy)?;
    Ok(plan)
}

/// The problems that texts are made of.
fn problems<'p>(plan: &'p EscalationPlan<'_>) -> impl Iterator<Item = &'p Problem<'p>> {
    plan.problems.iter().chain(plan.continued.iter().map(|continued| &continued.problem))
}

/// Says what was not written, and why.
fn tell_rest(plan: &EscalationPlan<'_>, language: Language) {
    if !plan.without_team.is_empty() {
        say(&render::without_team(&Evidence::incidents(&plan.without_team).join(", "), language));
    }
    if plan.fewer > 0 {
        say(&render::fewer_incidents(plan.fewer, language));
    }
    if plan.problems.is_empty()
        && plan.continued.is_empty()
        && plan.without_team.is_empty()
        && plan.fewer == 0
    {
        say(&render::no_request(language));
    }
}

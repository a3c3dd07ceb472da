use std::collections::HashSet;
use std::path::PathBuf;

use super::arguments::{Basis, Writing};
use super::{failure, ledger_access, policy_source};
use crate::assess::LedgerState;
use crate::context::Context;
use crate::domain::{Annotation, Fix, Language, Policy, Request, RequestStatus};
use crate::ledger::{
    AnnotationBody, Author, Entry, Kind, LedgerError, LedgerFile, OpenRequests, WritingFault, read_about,
    read_around,
};
use crate::output::say;
use crate::render::{self, LocalTimes};

/// Who adds to which ledger, and in which language that is confirmed.
pub(super) struct Writer<'a> {
    pub(super) policy: &'a Policy,
    pub(super) path: PathBuf,
    pub(super) author: Author,
    pub(super) language: Language,
    context: &'a Context,
}

/// The entries that are to be made, or everything that is wrong with them.
pub(super) type Made = Result<Vec<Entry>, Vec<WritingFault>>;

impl<'a> Writer<'a> {
    /// The one that the arguments name; their ledger must be there.
    pub(super) fn new(
        policy: &'a Policy,
        writing: &Writing,
        basis: &Basis,
        context: &'a Context,
    ) -> anyhow::Result<Self> {
        let path = policy_source::ledger_path(writing.ledger.as_deref(), policy);
        ledger_access::must_exist(&path)?;
        Ok(Self {
            policy,
            path,
            author: ledger_access::author(
                writing.by.as_deref(),
                basis.as_of(context, policy.zone)?,
                context,
            )?,
            language: basis.look.language(Some(policy), context),
            context,
        })
    }

    /// What the whole ledger says.
    pub(super) fn state(&self) -> Result<LedgerState, LedgerError> {
        Ok(ledger_access::read(&self.path, self.language)?.state)
    }

    /// What the ledger says of all that may wait for a cause.
    pub(super) fn unsettled(&self) -> Result<LedgerState, LedgerError> {
        Ok(ledger_access::read_unsettled(&self.path, OpenRequests::Alone, self.language)?.state)
    }

    /// What the ledger says of these incidents, and of what may be of the same problem.
    pub(super) fn around(&self, incidents: &HashSet<String>) -> Result<LedgerState, LedgerError> {
        Ok(read_around(&self.path, incidents)?.state)
    }

    /// What the ledger says of these incidents alone.
    pub(super) fn about(&self, incidents: &HashSet<String>) -> Result<LedgerState, LedgerError> {
        Ok(read_about(&self.path, incidents)?.state)
    }

    /// That what the ledger says of these incidents passes a check.
    pub(super) fn check(
        &self,
        incidents: &HashSet<String>,
        check: impl Fn(&LedgerState) -> Result<(), Vec<WritingFault>>,
    ) -> anyhow::Result<()> {
        check(&self.about(incidents)?).map_err(|faults| self.refusal(faults, check))
    }

    /// Opens the ledger for entries about these incidents.
    pub(super) fn open_for(&self, incidents: &HashSet<String>) -> Result<LedgerFile, LedgerError> {
        let claim = ledger_access::claim(&self.author.by, self.context);
        ledger_access::open_for(&self.path, incidents, &claim, self.policy.zone, self.language)
    }

    /// Adds the entries that the ledger's word on these incidents leads to, all or, where one of
    /// them can't be made, none, and says what was recorded.
    pub(super) fn write(
        &self,
        incidents: &HashSet<String>,
        entries: impl Fn(&LedgerState) -> Made,
    ) -> anyhow::Result<()> {
        self.try_write(incidents, &entries)?.map_err(|faults| self.refusal(faults, entries))
    }

    /// Adds entries as [`Writer::write`] does. Where something is wrong with them it is given back,
    /// and nothing is written.
    pub(super) fn try_write(
        &self,
        incidents: &HashSet<String>,
        entries: impl Fn(&LedgerState) -> Made,
    ) -> anyhow::Result<Result<(), Vec<WritingFault>>> {
        let file = self.open_for(incidents)?;
        let made = match entries(file.state()) {
            Ok(made) => made,
            Err(faults) => return Ok(Err(faults)),
        };
        let told: Vec<String> = made.iter().map(|entry| self.told(file.state(), entry)).collect();
        ledger_access::commit(file, &made, self.language)?;
        for text in told {
            say(&text);
        }
        Ok(Ok(()))
    }

    /// One failure of all these faults. Which names are near can only be told from the whole
    /// ledger, so they are looked for in it once more.
    fn refusal<T>(
        &self,
        faults: Vec<WritingFault>,
        again: impl Fn(&LedgerState) -> Result<T, Vec<WritingFault>>,
    ) -> anyhow::Error {
        let nearer = self.state().ok().and_then(|state| again(&state).err());
        failure::all(&nearer.unwrap_or(faults))
    }

    /// What is said about an entry once it is recorded.
    fn told(&self, before: &LedgerState, entry: &Entry) -> String {
        let fix = |word: &str| Fix::from_word(word).unwrap_or(Fix::Review);
        match entry.kind() {
            Kind::Annotation(body) => {
                let mut text =
                    render::annotated(&body.incident, self.cause(&body.cause), fix(&body.fix), self.language);
                for replaced in superseded(before, body) {
                    let times = LocalTimes::new(self.policy.zone);
                    let cause = self.cause(&replaced.cause);
                    text.push('\n');
                    text.push_str(&render::superseded(replaced, cause, &times, self.language));
                }
                text
            }
            Kind::AnnotationRetracted(body) => {
                render::retracted(&body.incident, body.objective.as_deref(), self.language)
            }
            Kind::Decision(body) => render::decided(&body.incident, fix(&body.fix), self.language),
            Kind::RequestStatus(body) => {
                let status = RequestStatus::from_word(&body.status).unwrap_or(RequestStatus::Sent);
                let known = before.requests().iter().find(|request| request.id == body.request);
                let happened = body.happened.map_or(self.author.at, |at| at.0);
                // A step that was only made up for doesn't change where the request stands.
                let stands = known
                    .filter(|request| request.steps.last().is_some_and(|last| last.happened > happened))
                    .map(Request::status)
                    .filter(|stands| *stands != status);
                render::marked(&body.request, status, stands, self.language)
            }
            Kind::Breach(_)
            | Kind::BreachAmended(_)
            | Kind::BreachWithdrawn(_)
            | Kind::Request(_)
            | Kind::Check(_)
            | Kind::Report(_) => String::new(),
        }
    }

    fn cause<'b>(&'b self, id: &'b str) -> &'b str {
        self.policy.cause(id).map_or(id, |cause| &cause.title)
    }
}

/// The annotations that this one takes the place of.
fn superseded<'a>(before: &'a LedgerState, body: &AnnotationBody) -> Vec<&'a Annotation> {
    let named = |annotation: &&Annotation| {
        let entry = annotation.entry.to_string();
        body.supersedes.as_ref() == Some(&entry) || body.also_supersedes.contains(&entry)
    };
    before.standing(&body.incident).filter(named).collect()
}

/// All entries, or all faults.
pub(super) fn gather<F>(
    made: impl IntoIterator<Item = Result<Vec<Entry>, Vec<F>>>,
) -> Result<Vec<Entry>, Vec<F>> {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    for made in made {
        match made {
            Ok(made) => entries.extend(made),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(entries) } else { Err(faults) }
}

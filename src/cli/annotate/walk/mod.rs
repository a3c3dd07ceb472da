//! The walk through what waits for a cause: each incident is shown, and the person is asked.

mod cause_list;
mod questions;

use std::collections::HashSet;

use self::questions::{Beginning, Questions, Reply, Said};
use super::answer::Answer;
use super::incidents;
use crate::assess::{Dossier, LedgerState};
#[cfg(unix)]
use crate::cli::asking::watch;
use crate::cli::asking::{Asker, Terminal, one_line};
use crate::cli::failure::{self, Told};
use crate::cli::writer::{Writer, gather};
use crate::domain::{Annotation, BreachRecord, Fix, Instant, Policy};
use crate::exit::Outcome;
use crate::ledger::{LedgerError, NewAnnotation, Subject, WritingFault, annotate};
use crate::output::{say, say_laid_out};
use crate::render::{self, Style, sanitize};
use crate::words::annotating;
use crate::words::walk::Words;

/// How many lines that were written about the same problem are offered.
const OFFERED: usize = 5;

/// A person who is asked about one turn after the other.
pub(super) struct Walk<'a> {
    pub(super) writer: Writer<'a>,
    pub(super) answer: &'a Answer,
    pub(super) happened: Option<Instant>,
    pub(super) style: Style,
    /// What counts as now when something is written.
    pub(super) clock: &'a dyn Fn() -> Instant,
}

/// What one answer is about: an incident, or several alike.
pub(super) type Turn = Vec<Subject>;

impl Walk<'_> {
    /// Asks about each turn and writes what is answered at once.
    pub(super) fn run(self, turns: &[Turn]) -> anyhow::Result<Outcome> {
        if self.writer.policy.causes.is_empty() {
            anyhow::bail!(annotating::no_cause_listed());
        }
        #[cfg(unix)]
        watch()?;
        let mut terminal = Terminal::new(self.style.colour, Words::of(self.writer.language).left);
        self.with(&mut terminal, turns)
    }

    fn with(mut self, asker: &mut dyn Asker, turns: &[Turn]) -> anyhow::Result<Outcome> {
        let words = Words::of(self.writer.language);
        let policy = self.writer.policy;
        let questions =
            Questions { policy, words, given: self.answer, width: self.style.width, skips: turns.len() > 1 };
        let (mut written, mut settled) = (HashSet::new(), HashSet::new());
        let mut left = false;
        // What was answered about a turn and couldn't be written.
        let mut unsaved: Option<(usize, Said)> = None;
        // What is to be said right above the next question: further up it would scroll away.
        let mut notices: Vec<String> = Vec::new();
        let (mut place, mut going_back) = (0, false);
        while let Some(turn) = turns.get(place) {
            // Read for each turn anew: others write while a person thinks.
            let state = self.read(turn)?;
            let turn: Turn =
                turn.iter().filter(|subject| subject.breached(&state).is_ok()).cloned().collect();
            let said = unsaved.take().filter(|(of, _)| *of == place).map(|(_, said)| said);
            let own = turns.len() == 1 || said.is_some() || written.contains(&place);
            if turn.is_empty() || !own && !waits(&state, &turn) {
                settled.insert(place);
                going_back &= place > 0;
                place = if going_back { place - 1 } else { place + 1 };
                continue;
            }
            going_back = false;
            let dossier = self.show(&state, &turn, (turns.len() > 1).then_some((place + 1, turns.len())))?;
            for notice in notices.drain(..) {
                say(&notice);
            }
            let beginning =
                Beginning { back: place > 0, ..beginning(&state, &turn, dossier.as_ref(), said, policy) };
            match questions.ask(asker, &beginning)? {
                Reply::Leave => {
                    left = true;
                    break;
                }
                Reply::Skip => place += 1,
                Reply::Back => {
                    going_back = true;
                    place = place.saturating_sub(1);
                }
                Reply::Write(said) => {
                    self.writer.author.at = (self.clock)();
                    match self.write(&state, &turn, &said)? {
                        Ok(()) => {
                            written.insert(place);
                            place += 1;
                        }
                        Err(faults) => {
                            notices = meanwhile(&faults, words)?;
                            unsaved = Some((place, said));
                        }
                    }
                }
            }
        }
        for notice in &notices {
            say(notice);
        }
        if turns.len() > 1 {
            settled.retain(|place| !written.contains(place));
            say(&(words.summary)(written.len(), turns.len() - written.len() - settled.len()));
        }
        // Who was asked about one thing and nothing came of it has no answer either.
        if (left || turns.len() == 1) && written.is_empty() {
            return Err(Told(words.nothing_written.to_owned()).into());
        }
        Ok(Outcome::Answered)
    }

    /// What the ledger says of a turn; of one incident also what its dossier tells of others.
    fn read(&self, turn: &Turn) -> Result<LedgerState, LedgerError> {
        let incidents = incidents(turn);
        if turn.len() == 1 { self.writer.around(&incidents) } else { self.writer.about(&incidents) }
    }

    /// Shows what a turn is about; of one incident its dossier, which is given back.
    fn show<'s>(
        &self,
        state: &'s LedgerState,
        turn: &Turn,
        place: Option<(usize, usize)>,
    ) -> anyhow::Result<Option<Dossier<'s>>>
    where
        Self: 's,
    {
        let policy = self.writer.policy;
        let mut dossier = None;
        let shown = if let [Subject { incident, objective }] = turn.as_slice() {
            dossier = Dossier::of(state, policy, incident, objective.as_deref());
            let shown = dossier.as_ref().map(|dossier| render::dossier(dossier, place, policy, &self.style));
            shown.transpose()?.unwrap_or_default()
        } else {
            let breaches =
                |subject: &Subject| Dossier::breaches(state, &subject.incident, subject.objective.as_deref());
            let several: Vec<_> = turn.iter().map(breaches).collect();
            say(&(Words::of(self.writer.language).about_all)(several.len()));
            render::dossiers(&several, policy, &self.style)?
        };
        say_laid_out(&format!("\n{}", String::from_utf8_lossy(&shown)));
        Ok(dossier)
    }

    /// Writes what was answered about a turn, if what the person saw still stands.
    fn write(
        &self,
        state: &LedgerState,
        turn: &Turn,
        said: &Said,
    ) -> anyhow::Result<Result<(), Vec<WritingFault>>> {
        let writer = &self.writer;
        let new: Vec<NewAnnotation> =
            turn.iter().map(|subject| self.annotation(state, subject, said)).collect();
        let entries = |found: &LedgerState| {
            gather(
                new.iter()
                    .map(|new| annotate(found, writer.policy, &writer.author, new).map(|entry| vec![entry])),
            )
        };
        writer.try_write(&incidents(turn), entries)
    }

    fn annotation(&self, state: &LedgerState, subject: &Subject, said: &Said) -> NewAnnotation {
        NewAnnotation {
            subject: subject.clone(),
            cause: said.cause.clone(),
            reason: said.reason.clone(),
            improvement: Some(said.improvement.clone()),
            fix: said.fix,
            happened: self.happened.or(said.happened),
            seen: Some(subject.stands(state)),
        }
    }
}

/// Whether a breach of these subjects has no cause yet.
fn waits(state: &LedgerState, turn: &Turn) -> bool {
    turn.iter().any(|subject| {
        let meant = |held: &&BreachRecord| {
            held.is_active() && subject.objective.as_ref().is_none_or(|only| *only == held.breach.objective)
        };
        let bare =
            |held: &BreachRecord| state.annotation_for(&subject.incident, &held.breach.objective).is_none();
        state.of_incident(&subject.incident).iter().filter(meant).any(bare)
    })
}

/// What the questions about a turn begin with: the person's own words if they weren't saved, else
/// what stands, else the cause that the same problem had the last time.
fn beginning(
    state: &LedgerState,
    turn: &Turn,
    dossier: Option<&Dossier<'_>>,
    unsaved: Option<Said>,
    policy: &Policy,
) -> Beginning {
    let Some(dossier) = dossier else {
        return Beginning { said: unsaved.unwrap_or_default(), ..Beginning::default() };
    };
    let earlier = || dossier.circumstances.earlier.iter().filter_map(|one| one.annotation);
    let mut reasons: Vec<String> = Vec::new();
    for annotation in earlier() {
        let reason = &annotation.reason;
        let is_new = |other: &String| one_line(other) != one_line(reason);
        if reasons.len() < OFFERED && reasons.iter().all(is_new) {
            reasons.push(reason.clone());
        }
    }
    let standing = kept(turn, state);
    let usual = || {
        let cause = earlier().next().map(|last| last.cause.clone()).unwrap_or_default();
        Said { cause, ..Said::default() }
    };
    let happened = standing.and_then(|annotation| annotation.happened);
    let said = unsaved.or_else(|| standing.map(|annotation| said(annotation, policy))).unwrap_or_else(usual);
    let said = Said { happened: said.happened.or(happened), ..said };
    Beginning { said, reasons, back: false }
}

/// What stands about a turn and is kept where the person doesn't say anything else: the latest of
/// what was written about its one subject.
pub(super) fn kept<'a>(turn: &[Subject], state: &'a LedgerState) -> Option<&'a Annotation> {
    let [subject] = turn else { return None };
    subject.standing(state).into_iter().max_by_key(|annotation| annotation.at)
}

/// What an annotation says by now, as a person would answer it.
fn said(annotation: &Annotation, policy: &Policy) -> Said {
    let default = policy.cause(&annotation.cause).map(|cause| cause.fix);
    Said {
        cause: annotation.cause.clone(),
        reason: annotation.reason.clone(),
        improvement: annotation.improvement.clone().unwrap_or_default(),
        fix: Some(annotation.fix()).filter(|fix| *fix != Fix::Review && Some(*fix) != default),
        happened: annotation.happened,
    }
}

/// What became of the incident meanwhile; anything else that is wrong ends the walk.
fn meanwhile(faults: &[WritingFault], words: &Words) -> anyhow::Result<Vec<String>> {
    let told = faults.iter().map(|fault| match fault {
        WritingFault::WrittenMeanwhile { id, by } => Some(match by {
            Some(by) => (words.written_meanwhile)(&sanitize(id), &sanitize(by)),
            None => (words.retracted_meanwhile)(&sanitize(id)),
        }),
        WritingFault::NoBreach { id, .. } => Some((words.withdrawn)(&sanitize(id))),
        _ => None,
    });
    told.collect::<Option<Vec<String>>>().ok_or_else(|| failure::all(faults))
}

//! The walk through what waits for a cause: each incident is shown, and the person is asked.

mod asker;
mod cause_list;
mod questions;
mod terminal;

use std::collections::HashSet;

use self::asker::Asker;
use self::questions::{Beginning, Questions, Reply, Said};
use self::terminal::Terminal;
use super::answer::Answer;
use super::incidents;
use crate::assess::{Dossier, LedgerState};
use crate::cli::failure::{self, Told};
use crate::cli::writer::{Writer, gather};
use crate::domain::{Annotation, BreachRecord, Fix, Instant};
use crate::exit::Outcome;
use crate::ledger::{NewAnnotation, Subject, WritingFault, annotate};
use crate::output::{say, say_laid_out};
use crate::render::{self, Style, WalkWords, sanitize};

/// How many lines that were written about the same problem are offered.
const OFFERED: usize = 5;

/// A person who is asked about one turn after the other.
pub(super) struct Walk<'a> {
    pub(super) writer: Writer<'a>,
    pub(super) answer: &'a Answer,
    pub(super) happened: Option<Instant>,
    pub(super) style: Style,
    /// The rows of the screen, where they are known.
    pub(super) rows: Option<usize>,
    /// What counts as now when something is written.
    pub(super) clock: &'a dyn Fn() -> Instant,
}

/// What one answer is about: an incident, or several alike.
pub(super) type Turn = Vec<Subject>;

impl Walk<'_> {
    /// Asks about each turn and writes what is answered at once.
    pub(super) fn run(self, turns: &[Turn]) -> anyhow::Result<Outcome> {
        if self.writer.policy.causes.is_empty() {
            anyhow::bail!("the policy lists no cause to choose from: add one as [causes.NAME]");
        }
        let mut terminal =
            Terminal::new(self.style.colour, self.rows, WalkWords(self.writer.language).left());
        self.with(&mut terminal, turns)
    }

    fn with(mut self, asker: &mut dyn Asker, turns: &[Turn]) -> anyhow::Result<Outcome> {
        let words = WalkWords(self.writer.language);
        let policy = self.writer.policy;
        let questions =
            Questions { policy, words, given: self.answer, width: self.style.width, skips: turns.len() > 1 };
        let (mut written, mut settled) = (HashSet::new(), HashSet::new());
        let mut left = false;
        let mut unsaved: Option<Said> = None;
        let (mut place, mut going_back) = (0, false);
        while let Some(turn) = turns.get(place) {
            // Read for each turn anew: others write while a person thinks.
            let state = self.writer.around(&incidents(turn))?;
            let own = turns.len() == 1 || unsaved.is_some() || written.contains(&place);
            if !(own || waits(&state, turn)) || !self.show(&state, turn, place, turns.len())? {
                settled.insert(place);
                going_back &= place > 0;
                place = if going_back { place - 1 } else { place + 1 };
                continue;
            }
            going_back = false;
            let beginning = self.beginning(&state, turn, unsaved.take(), place > 0);
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
                    match self.write(&state, turn, &said)? {
                        Ok(()) => {
                            written.insert(place);
                            place += 1;
                        }
                        Err(faults) => {
                            tell_meanwhile(&faults, words)?;
                            unsaved = Some(said);
                        }
                    }
                }
            }
        }
        if turns.len() > 1 {
            settled.retain(|place| !written.contains(place));
            say(&words.summary(written.len(), turns.len() - written.len() - settled.len()));
        }
        if left && written.is_empty() {
            return Err(Told(words.nothing_written().to_owned()).into());
        }
        Ok(Outcome::Answered)
    }

    /// Shows what a turn is about; false where there is nothing to ask about any more.
    fn show(&self, state: &LedgerState, turn: &Turn, place: usize, of: usize) -> anyhow::Result<bool> {
        let policy = self.writer.policy;
        let found: Vec<Dossier<'_>> = turn
            .iter()
            .filter_map(|subject| Dossier::of(state, policy, &subject.incident, subject.objective.as_deref()))
            .collect();
        let shown = match found.as_slice() {
            [] => return Ok(false),
            [one] => render::dossier(one, (of > 1).then_some((place + 1, of)), policy, &self.style)?,
            several => {
                say(&WalkWords(self.writer.language).about_all(several.len()));
                render::dossiers(several, policy, &self.style)?
            }
        };
        say_laid_out(&format!("\n{}", String::from_utf8_lossy(&shown)));
        Ok(true)
    }

    /// What the questions about a turn begin with: the person's own words if they weren't saved,
    /// else what stands, else the cause that the same problem had the last time.
    fn beginning(&self, state: &LedgerState, turn: &Turn, unsaved: Option<Said>, back: bool) -> Beginning {
        let policy = self.writer.policy;
        let [subject] = turn.as_slice() else {
            return Beginning { said: unsaved.unwrap_or_default(), back, ..Beginning::default() };
        };
        let Some(dossier) = Dossier::of(state, policy, &subject.incident, subject.objective.as_deref())
        else {
            return Beginning::default();
        };
        let mut reasons: Vec<String> = Vec::new();
        for earlier in dossier.circumstances.earlier.iter().filter_map(|one| one.annotation) {
            let reason = sanitize(&earlier.reason).into_owned();
            if reasons.len() < OFFERED && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let standing = subject.standing(state).into_iter().max_by_key(|annotation| annotation.at).map(said);
        let last = || dossier.circumstances.earlier.iter().find_map(|one| one.annotation);
        let usual =
            || Said { cause: last().map(|last| last.cause.clone()).unwrap_or_default(), ..Said::default() };
        Beginning { said: unsaved.or(standing).unwrap_or_else(usual), reasons, back }
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
            happened: self.happened,
            seen: Some(subject.standing(state).into_iter().map(|standing| standing.entry).collect()),
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

/// What an annotation says, as a person would answer it.
fn said(annotation: &Annotation) -> Said {
    Said {
        cause: annotation.cause.clone(),
        reason: sanitize(&annotation.reason).into_owned(),
        improvement: annotation.improvement.as_deref().map(sanitize).unwrap_or_default().into_owned(),
        fix: Some(annotation.proposed).filter(|fix| *fix != Fix::Review),
    }
}

/// Tells that somebody wrote meanwhile; anything else that is wrong ends the walk.
fn tell_meanwhile(faults: &[WritingFault], words: WalkWords) -> anyhow::Result<()> {
    if !faults.iter().all(|fault| matches!(fault, WritingFault::WrittenMeanwhile { .. })) {
        return Err(failure::all(faults));
    }
    for fault in faults {
        if let WritingFault::WrittenMeanwhile { id, by } = fault {
            say(&words.meanwhile(id, by.as_deref()));
        }
    }
    Ok(())
}

use std::collections::HashSet;
use std::hash::Hash;

use super::{CauseId, EntryId, Instant, chain_lengths};

/// One improvement request to one team about one recurring problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The name, such as `REQ-3f9a2c11`.
    pub id: String,
    /// The team that is asked, by its name in the policy.
    pub team: String,
    /// The cause that its breaches share.
    pub cause: CauseId,
    /// What makes its incidents one problem: customer, service and title.
    pub signature: [String; 3],
    /// The incidents that prove it, by id, those that came later included, and those left out since
    /// not: what its writings come to.
    pub incidents: Vec<String>,
    /// Their breaches that it is about, each as incident and objective, likewise; of an incident
    /// without any, all are meant.
    pub breaches: Vec<[String; 2]>,
    /// What was written of it, in the order in which it was written; never empty.
    pub writings: Vec<RequestWriting>,
    /// When it was drafted.
    pub at: Instant,
    /// How far it got since, in the order in which that happened.
    pub steps: Vec<RequestStep>,
}

/// A text that was written for a request: its draft, that draft made anew, or what came later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestWriting {
    /// The ledger entry.
    pub entry: EntryId,
    /// When.
    pub at: Instant,
    /// The file, relative to the policy.
    pub file: String,
    /// The incidents that it tells of for the first time.
    pub incidents: Vec<String>,
    /// Their breaches.
    pub breaches: Vec<[String; 2]>,
    /// Breaches that were told before and no longer are.
    pub left_out: Vec<[String; 2]>,
    /// The entry that was written before it.
    pub after: Option<EntryId>,
    /// What a person asked for in their own words.
    pub improvement: Option<String>,
}

/// One step of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestStep {
    /// The ledger entry.
    pub entry: EntryId,
    /// The entry of the step that was the last when this one was written.
    pub after: Option<EntryId>,
    /// How far it got.
    pub status: RequestStatus,
    /// When that happened.
    pub happened: Instant,
    /// What a person noted about it.
    pub note: Option<String>,
    /// Who wrote it down.
    pub by: String,
    /// When it was written down.
    pub at: Instant,
}

/// How far a request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestStatus {
    /// Written, not sent.
    Draft,
    /// Sent, not answered.
    Sent,
    /// The team will do it.
    Accepted,
    /// The team won't.
    Declined,
    /// It is done.
    Done,
}

impl Request {
    /// A request that this was written of.
    #[must_use]
    pub fn new(
        id: String,
        team: String,
        cause: CauseId,
        signature: [String; 3],
        writing: RequestWriting,
    ) -> Self {
        let mut request = Self {
            id,
            team,
            cause,
            signature,
            incidents: Vec::new(),
            breaches: Vec::new(),
            writings: Vec::new(),
            at: writing.at,
            steps: Vec::new(),
        };
        request.take_writing(writing);
        request
    }

    /// Takes in more that was written of it. What it is about hangs on its writings alone, not on the
    /// order in which they are taken in.
    pub fn take_writing(&mut self, more: RequestWriting) {
        let is_last = self.writings.last().is_none_or(|last| last.at < more.at);
        self.writings.push(more);
        let first_new = if is_last { self.writings.len() - 1 } else { 0 };
        if !is_last {
            let lengths = chain_lengths(self.writings.iter().map(|one| (one.entry, one.after)));
            self.writings.sort_by_key(|one| (one.at, lengths.get(&one.entry).copied(), one.entry));
            self.incidents.clear();
            self.breaches.clear();
        }
        self.at = self.writings.first().map_or(self.at, |first| first.at);
        for writing in &self.writings[first_new..] {
            let left = |incident: &String| writing.left_out.iter().any(|[left, _]| left == incident);
            self.breaches.retain(|breach| !writing.left_out.contains(breach));
            let breaches = &self.breaches;
            self.incidents
                .retain(|incident| !left(incident) || breaches.iter().any(|[named, _]| named == incident));
            extend_with_new(&mut self.incidents, &writing.incidents);
            extend_with_new(&mut self.breaches, &writing.breaches);
        }
    }

    /// The file of the draft, relative to the policy.
    #[must_use]
    pub fn draft(&self) -> &str {
        // What came later may have been written at the same moment, into a file of its own.
        let own = |writing: &&RequestWriting| {
            writing.file.strip_suffix(".md").is_some_and(|file| file.ends_with(&self.id))
        };
        self.writings.iter().find(own).or(self.writings.first()).map_or("", |writing| &writing.file)
    }

    /// Whether it is about this breach.
    #[must_use]
    pub fn names(&self, incident: &str, objective: &str) -> bool {
        let mut of_incident = self.breaches.iter().filter(|[known, _]| known == incident).peekable();
        if of_incident.peek().is_none() {
            return self.incidents.iter().any(|known| known == incident);
        }
        of_incident.any(|[_, known]| known == objective)
    }

    /// What a person asked for in their own words, the latest of it.
    #[must_use]
    pub fn improvement(&self) -> Option<&str> {
        self.writings.iter().rev().find_map(|writing| writing.improvement.as_deref())
    }

    /// How far it got.
    #[must_use]
    pub fn status(&self) -> RequestStatus {
        self.steps.last().map_or(RequestStatus::Draft, |step| step.status)
    }

    /// Since when it has been there: of several steps to the same, as the latest word has it.
    #[must_use]
    pub fn since(&self) -> Instant {
        let status = self.status();
        let same = self.steps.iter().rev().take_while(|step| step.status == status);
        same.max_by_key(|step| step.at).map_or(self.at, |step| step.happened)
    }

    /// The step that was written down last.
    #[must_use]
    pub fn written_last(&self) -> Option<&RequestStep> {
        let after = |step: &RequestStep| self.steps.iter().any(|other| other.after == Some(step.entry));
        self.steps.iter().rev().find(|step| !after(step)).or(self.steps.last())
    }

    /// Whether more may come of it: neither declined nor done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status(), RequestStatus::Declined | RequestStatus::Done)
    }
}

/// Adds what is not there yet, each once.
fn extend_with_new<T: Clone + Eq + Hash>(known: &mut Vec<T>, more: &[T]) {
    let mut there: HashSet<&T> = known.iter().collect();
    let new: Vec<T> = more.iter().filter(|one| there.insert(*one)).cloned().collect();
    known.extend(new);
}

/// What is to come next of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Its draft is to be finished and sent.
    Send,
    /// It is to be answered.
    Answer,
    /// It is to be done.
    Do,
    /// Whether it helped is to be looked at.
    LookAtEffect,
}

/// Who owes the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Those who ask.
    Desk,
    /// The team that is asked.
    Team,
}

impl NextStep {
    /// Who owes it.
    #[must_use]
    pub const fn owner(self) -> Owner {
        match self {
            Self::Send | Self::LookAtEffect => Owner::Desk,
            Self::Answer | Self::Do => Owner::Team,
        }
    }
}

impl RequestStatus {
    /// What is to come next; nothing once it was declined.
    #[must_use]
    pub const fn next(self) -> Option<NextStep> {
        match self {
            Self::Draft => Some(NextStep::Send),
            Self::Sent => Some(NextStep::Answer),
            Self::Accepted => Some(NextStep::Do),
            Self::Done => Some(NextStep::LookAtEffect),
            Self::Declined => None,
        }
    }

    /// All that a request can be marked as, in the order in which it comes to them.
    pub const MARKS: [Self; 4] = [Self::Sent, Self::Accepted, Self::Declined, Self::Done];

    /// The word in the ledger and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Done => "done",
        }
    }

    /// The mark of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::MARKS.into_iter().find(|status| status.word() == word)
    }
}

use crate::domain::{Language, LogEntry, LoggedBreach, Policy, Said};
use crate::render::duration::short_duration;
use crate::render::request_words::status_word;
use crate::render::words::{self, count};
use crate::words::ledger_log::Words;

/// What an entry says in one sentence, with the titles of the policy.
pub(super) struct Sentences<'a> {
    policy: &'a Policy,
    language: Language,
    words: &'static Words,
}

impl<'a> Sentences<'a> {
    pub(super) const fn new(policy: &'a Policy, language: Language) -> Self {
        Self { policy, language, words: Words::of(language) }
    }

    /// What the entry says.
    pub(super) fn of(&self, entry: &LogEntry) -> String {
        let words = self.words;
        match &entry.said {
            Said::Breach(breach) => self.breach(breach, words.breach),
            Said::BreachAmended(breach) => self.breach(breach, words.amended),
            Said::BreachWithdrawn { objective, verdict, .. } => {
                let verdict = words::Words::of(self.language).verdict(verdict);
                (words.withdrawn)(self.objective(objective), verdict)
            }
            Said::Annotation { objective, cause, reason, .. } => {
                let cause = self.cause(cause);
                let again = (!entry.supersedes.is_empty()).then(|| (words.again)(cause));
                let text = format!("{}: {reason}", again.as_deref().unwrap_or(cause));
                self.only(objective.as_deref(), text)
            }
            Said::AnnotationRetracted { objective, why, .. } => self.only(objective.as_deref(), why.clone()),
            Said::Decision { objective, fix, why, .. } => {
                self.only(objective.as_deref(), format!("{}: {why}", (words.fix)(*fix)))
            }
            Said::Request { team, cause, incidents, left_out, .. } => {
                let text = (words.request)(self.team(team), self.cause(cause), incidents.len());
                if left_out.is_empty() { text } else { (words.without)(&text, &left_out.join(", ")) }
            }
            Said::RequestStatus { status, note, .. } => {
                let status = status_word(*status, self.language);
                note.as_ref().map_or_else(|| status.to_owned(), |note| format!("{status}: {note}"))
            }
            Said::Check { exports, incidents, breaches } => {
                (words.check)(&exports.join(", "), &count(*incidents), &count(*breaches))
            }
            Said::Report { about, exports } => format!("{about}: {}", exports.join(", ")),
        }
    }

    fn breach(&self, breach: &LoggedBreach, say: fn(&str, &str) -> String) -> String {
        let over = short_duration(breach.over, self.language);
        let said = say(self.objective(&breach.objective), &over);
        if breach.open { said + self.words.still_open } else { said }
    }

    fn only(&self, objective: Option<&str>, text: String) -> String {
        match objective {
            Some(objective) => (self.words.only)(self.objective(objective), &text),
            None => text,
        }
    }

    fn objective<'b>(&'b self, id: &'b str) -> &'b str {
        self.policy.objectives.iter().find(|known| known.id == id).map_or(id, |known| &known.title)
    }

    fn cause<'b>(&'b self, id: &'b str) -> &'b str {
        self.policy.cause(id).map_or(id, |cause| &cause.title)
    }

    fn team<'b>(&'b self, id: &'b str) -> &'b str {
        self.policy.teams.iter().find(|team| team.id == id).map_or(id, |team| &team.title)
    }
}

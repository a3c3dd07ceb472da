use thiserror::Error;

use super::LedgerError;
use crate::words::writing_faults as words;

/// Why what a person wants to write can't be recorded.
#[derive(Debug, Error)]
pub enum WritingFault {
    /// The ledger knows no such incident.
    #[error("{}", words::with_guesses(words::unknown_incident(id), nearest))]
    UnknownIncident {
        /// As it was asked for.
        id: String,
        /// The known ids most like it, the best first.
        nearest: Vec<String>,
    },
    /// All its breaches, or the one that was asked for, were withdrawn.
    #[error("{}", words::no_breach_any_more(id, verdicts))]
    NoBreach {
        /// The incident.
        id: String,
        /// Objective and present verdict of each withdrawn breach.
        verdicts: Vec<(String, String)>,
    },
    /// The incident didn't miss that objective.
    #[error("{}", words::with_guesses(words::unknown_objective(id, objective), breached))]
    UnknownObjective {
        /// The incident.
        id: String,
        /// As it was asked for.
        objective: String,
        /// The objectives that it missed.
        breached: Vec<String>,
    },
    /// The policy lists no such cause.
    #[error("{}", words::no_such_cause(cause, nearest, known))]
    UnknownCause {
        /// As it was asked for.
        cause: String,
        /// The causes most like it, the best first.
        nearest: Vec<String>,
        /// All causes of the policy.
        known: Vec<String>,
    },
    /// Nothing is written as the reason.
    #[error("{}", words::empty_reason())]
    EmptyReason,
    /// Nothing is written as to why something is decided or taken back.
    #[error("{}", words::empty_why())]
    EmptyWhy,
    /// It happened later than it is written.
    #[error("{}", words::happened_later(happened, now))]
    HappenedLater {
        /// When, as it was said.
        happened: String,
        /// The moment of writing.
        now: String,
    },
    /// It happened before there was an incident.
    #[error("{}", words::happened_before(happened, id, opened))]
    HappenedBefore {
        /// The incident.
        id: String,
        /// When, as it was said.
        happened: String,
        /// When the incident was opened.
        opened: String,
    },
    /// What stands about it isn't what the person saw.
    #[error("{}", meanwhile(id, by.as_deref()))]
    WrittenMeanwhile {
        /// The incident.
        id: String,
        /// Who wrote, unless it was taken back.
        by: Option<String>,
    },
    /// Nobody wrote about it, so there is nothing to decide on or take back.
    #[error("{}", not_annotated(id, objective.as_deref()))]
    NotAnnotated {
        /// The incident.
        id: String,
        /// The objective that was asked for.
        objective: Option<String>,
    },
    /// The same was decided already.
    #[error("{}", words::decided_already(id, fix, by))]
    DecidedAlready {
        /// The incident.
        id: String,
        /// What was decided.
        fix: &'static str,
        /// Who did.
        by: String,
    },
    /// The ledger knows no such request.
    #[error("{}", words::with_guesses(words::unknown_request(id), nearest))]
    UnknownRequest {
        /// As it was asked for.
        id: String,
        /// The known names most like it, the best first.
        nearest: Vec<String>,
    },
    /// The request is marked so already.
    #[error("{}", words::marked_already(id, status))]
    MarkedAlready {
        /// The request.
        id: String,
        /// Where it stands.
        status: &'static str,
    },
    /// Something became of the request before it was drafted.
    #[error("{}", words::marked_before(happened, id, drafted))]
    MarkedBefore {
        /// The request.
        id: String,
        /// When, as it was said.
        happened: String,
        /// When the request was drafted.
        drafted: String,
    },
    /// The entry can't be made.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

fn meanwhile(id: &str, by: Option<&str>) -> String {
    by.map_or_else(|| words::retracted_meanwhile(id), |by| words::by_meanwhile(by, id))
}

fn not_annotated(id: &str, objective: Option<&str>) -> String {
    objective
        .map_or_else(|| words::not_annotated(id), |objective| words::objective_not_annotated(id, objective))
}

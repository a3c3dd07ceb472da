use thiserror::Error;

use super::LedgerError;

/// Why what a person wants to write can't be recorded.
#[derive(Debug, Error)]
pub enum WritingFault {
    /// The ledger knows no such incident.
    #[error("the ledger has no incident `{id}`{}", hint(nearest))]
    UnknownIncident {
        /// As it was asked for.
        id: String,
        /// The known ids most like it, the best first.
        nearest: Vec<String>,
    },
    /// All its breaches, or the one that was asked for, were withdrawn.
    #[error("incident `{id}` has no breach any more{}", withdrawn(.verdicts))]
    NoBreach {
        /// The incident.
        id: String,
        /// Objective and present verdict of each withdrawn breach.
        verdicts: Vec<(String, String)>,
    },
    /// The incident didn't miss that objective.
    #[error("incident `{id}` has no breach of an objective `{objective}`{}", hint(breached))]
    UnknownObjective {
        /// The incident.
        id: String,
        /// As it was asked for.
        objective: String,
        /// The objectives that it missed.
        breached: Vec<String>,
    },
    /// The policy lists no such cause.
    #[error("the policy has no cause `{cause}`{}", causes(nearest, known))]
    UnknownCause {
        /// As it was asked for.
        cause: String,
        /// The causes most like it, the best first.
        nearest: Vec<String>,
        /// All causes of the policy.
        known: Vec<String>,
    },
    /// Nothing is written as the reason.
    #[error("the reason is empty; say in a sentence why the response took so long")]
    EmptyReason,
    /// Nothing is written as to why something is decided or taken back.
    #[error("nothing says why; say it in a sentence")]
    EmptyWhy,
    /// It happened later than it is written.
    #[error("`{happened}` is later than now, `{now}`; nothing is written down before it happens")]
    HappenedLater {
        /// When, as it was said.
        happened: String,
        /// The moment of writing.
        now: String,
    },
    /// It happened before there was an incident.
    #[error(
        "`{happened}` is before incident `{id}` was opened, `{opened}`; write when the reason was learnt, or leave it out"
    )]
    HappenedBefore {
        /// The incident.
        id: String,
        /// When, as it was said.
        happened: String,
        /// When the incident was opened.
        opened: String,
    },
    /// What stands about it isn't what the person saw.
    #[error("{} about incident `{id}` meanwhile; look at it again", meanwhile(.by.as_ref()))]
    WrittenMeanwhile {
        /// The incident.
        id: String,
        /// Who wrote, unless it was taken back.
        by: Option<String>,
    },
    /// Nobody wrote about it, so there is nothing to decide on or take back.
    #[error(
        "nothing is annotated about incident `{id}`{}; `slo annotate {id}` does that first",
        about(.objective.as_ref())
    )]
    NotAnnotated {
        /// The incident.
        id: String,
        /// The objective that was asked for.
        objective: Option<String>,
    },
    /// The same was decided already.
    #[error("the fix for `{id}` is decided already: {fix}, by {by}")]
    DecidedAlready {
        /// The incident.
        id: String,
        /// What was decided.
        fix: &'static str,
        /// Who did.
        by: String,
    },
    /// The ledger knows no such request.
    #[error("the ledger has no request `{id}`{}", hint(nearest))]
    UnknownRequest {
        /// As it was asked for.
        id: String,
        /// The known names most like it, the best first.
        nearest: Vec<String>,
    },
    /// The request is marked so already.
    #[error("request `{id}` is marked `{status}` already")]
    MarkedAlready {
        /// The request.
        id: String,
        /// Where it stands.
        status: &'static str,
    },
    /// Something became of the request before it was drafted.
    #[error(
        "`{happened}` is before request `{id}` was drafted, `{drafted}`; write when it happened, or leave --at out"
    )]
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

fn hint(nearest: &[String]) -> String {
    if nearest.is_empty() { String::new() } else { format!("; did you mean {}?", quoted(nearest, " or ")) }
}

fn causes(nearest: &[String], known: &[String]) -> String {
    match (nearest, known) {
        ([], []) => "; it lists none: add one as [causes.NAME]".to_owned(),
        ([], known) => format!("; it lists {}", quoted(known, ", ")),
        (nearest, _) => hint(nearest),
    }
}

fn quoted(names: &[String], between: &str) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(between)
}

fn withdrawn(verdicts: &[(String, String)]) -> String {
    let words: Vec<String> =
        verdicts.iter().map(|(objective, verdict)| format!("`{objective}` is now `{verdict}`")).collect();
    if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) }
}

fn about(objective: Option<&String>) -> String {
    objective.map(|objective| format!(" and objective `{objective}`")).unwrap_or_default()
}

fn meanwhile(by: Option<&String>) -> String {
    by.map_or_else(|| "somebody took back what stood".to_owned(), |by| format!("`{by}` wrote"))
}

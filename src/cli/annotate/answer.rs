use clap::{Args, ValueEnum};

use crate::cli::moment;
use crate::domain::{Fix, Instant, Zone};
use crate::ledger::{NewAnnotation, Subject};

/// What a person answers, as far as the command line says it.
#[derive(Clone, Debug, Args)]
pub(super) struct Answer {
    /// Why the response was slow: a cause of the policy, by its name or title
    #[arg(long, value_name = "CAUSE")]
    pub(super) cause: Option<String>,

    /// Why, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,

    /// What would help, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub(super) improvement: Option<String>,

    /// Whether something must be fixed; otherwise the cause decides
    #[arg(long, value_name = "DECISION")]
    pub(super) fix: Option<FixArg>,

    /// When the reason was learnt, if that was earlier than now
    #[arg(long, value_name = "TIME")]
    pub(super) happened: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FixArg {
    /// Something must be fixed
    Yes,
    /// Nothing needs to be
    No,
}

impl FixArg {
    pub(in crate::cli) const fn fix(self) -> Fix {
        match self {
            Self::Yes => Fix::Required,
            Self::No => Fix::NotRequired,
        }
    }
}

impl Answer {
    /// The options that are needed and were not given.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let given = [(self.cause.is_some(), "--cause"), (self.reason.is_some(), "--reason")];
        given.into_iter().filter(|(given, _)| !given).map(|(_, option)| option).collect()
    }

    /// Whether nothing is answered yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.cause.is_none()
            && self.reason.is_none()
            && self.improvement.is_none()
            && self.fix.is_none()
            && self.happened.is_none()
    }

    /// When the reason was learnt.
    pub(super) fn happened(&self, zone: Zone, now: Instant) -> anyhow::Result<Option<Instant>> {
        self.happened.as_deref().map(|text| moment::parse("--happened", text, zone, now)).transpose()
    }

    /// The annotation of a subject that says so.
    pub(super) fn about(&self, subject: Subject, happened: Option<Instant>) -> NewAnnotation {
        NewAnnotation {
            subject,
            cause: self.cause.clone().unwrap_or_default(),
            reason: self.reason.clone().unwrap_or_default(),
            improvement: self.improvement.clone(),
            fix: self.fix.map(FixArg::fix),
            happened,
            seen: None,
        }
    }
}

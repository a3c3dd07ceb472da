use serde::Serialize;

use super::body::{
    AnnotationBody, CheckBody, DecisionBody, RequestBody, RequestStatusBody, RetractionBody, WithdrawnBody,
};
use super::breach_body::BreachBody;
use super::content::content_id;
use super::report_body::ReportBody;
use super::{LedgerError, Moment};
use crate::domain::{EntryId, Instant};

/// The version of the entries that this program writes, and the newest it reads.
pub(super) const VERSION: u64 = 1;

/// Who adds to the ledger, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The person.
    pub by: String,
    /// The moment of writing; as-of, where one is given.
    pub at: Instant,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Kind {
    /// A breach, for the first time or again.
    Breach(BreachBody),
    /// A breach whose arithmetic moved.
    BreachAmended(BreachBody),
    /// A breach that is none any more.
    BreachWithdrawn(WithdrawnBody),
    /// What a person recorded.
    Annotation(AnnotationBody),
    /// An annotation that was taken back.
    AnnotationRetracted(RetractionBody),
    /// What was decided about a fix.
    Decision(DecisionBody),
    /// An improvement that is asked for.
    Request(RequestBody),
    /// How far a request got.
    RequestStatus(RequestStatusBody),
    /// What was read and counted.
    Check(CheckBody),
    /// What the readers of a report were told.
    Report(ReportBody),
}

impl Kind {
    /// The word in the file.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Breach(_) => "breach",
            Self::BreachAmended(_) => "breach-amended",
            Self::BreachWithdrawn(_) => "breach-withdrawn",
            Self::Annotation(_) => "annotation",
            Self::AnnotationRetracted(_) => "annotation-retracted",
            Self::Decision(_) => "decision",
            Self::Request(_) => "request",
            Self::RequestStatus(_) => "request-status",
            Self::Check(_) => "check",
            Self::Report(_) => "report",
        }
    }

    /// The incident that it is about, if it is about one.
    #[must_use]
    pub fn incident(&self) -> Option<&str> {
        match self {
            Self::Breach(body) | Self::BreachAmended(body) => Some(&body.incident),
            Self::BreachWithdrawn(body) => Some(&body.incident),
            Self::Annotation(body) => Some(&body.incident),
            Self::AnnotationRetracted(body) => Some(&body.incident),
            Self::Decision(body) => Some(&body.incident),
            Self::Request(_) | Self::RequestStatus(_) | Self::Check(_) | Self::Report(_) => None,
        }
    }
}

/// One entry, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    id: EntryId,
    kind: Kind,
    line: String,
}

/// An entry as it stands in the file, its own fields first.
#[derive(Serialize)]
struct Line<'a> {
    v: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    at: Moment,
    by: &'a str,
    kind: &'static str,
    #[serde(flatten)]
    body: &'a Kind,
}

impl Entry {
    /// An entry that says this; its id follows from it.
    pub fn new(author: &Author, kind: Kind) -> Result<Self, LedgerError> {
        let mut line = Line {
            v: VERSION,
            id: None,
            at: Moment(author.at),
            by: &author.by,
            kind: kind.word(),
            body: &kind,
        };
        let id = content_id(serde_json::to_value(&line).map_err(LedgerError::Encode)?);
        line.id = Some(id.to_string());
        let line = serde_json::to_string(&line).map_err(LedgerError::Encode)?;
        Ok(Self { id, kind, line })
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> EntryId {
        self.id
    }

    /// What it says.
    #[must_use]
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The line in the file, without its end.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }
}

impl CheckBody {
    /// The name of what was checked, whoever did it and after whichever other check.
    pub(super) fn key(&self) -> Result<EntryId, serde_json::Error> {
        let alone = Self { after: None, ..self.clone() };
        serde_json::to_value(alone).map(content_id)
    }
}

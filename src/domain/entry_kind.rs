/// What an entry of the ledger is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A breach, for the first time or again.
    Breach,
    /// A breach whose arithmetic moved.
    BreachAmended,
    /// A breach that is none any more.
    BreachWithdrawn,
    /// What a person recorded.
    Annotation,
    /// An annotation that was taken back.
    AnnotationRetracted,
    /// What was decided about a fix.
    Decision,
    /// An improvement that is asked for.
    Request,
    /// How far a request got.
    RequestStatus,
    /// What was read and counted.
    Check,
    /// What the readers of a report were told.
    Report,
}

impl EntryKind {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Breach,
        Self::BreachAmended,
        Self::BreachWithdrawn,
        Self::Annotation,
        Self::AnnotationRetracted,
        Self::Decision,
        Self::Request,
        Self::RequestStatus,
        Self::Check,
        Self::Report,
    ];

    /// The word in the ledger.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Breach => "breach",
            Self::BreachAmended => "breach-amended",
            Self::BreachWithdrawn => "breach-withdrawn",
            Self::Annotation => "annotation",
            Self::AnnotationRetracted => "annotation-retracted",
            Self::Decision => "decision",
            Self::Request => "request",
            Self::RequestStatus => "request-status",
            Self::Check => "check",
            Self::Report => "report",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::domain::RequestStatus as Status;

/// How far a request got, as people type it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StatusArg(pub(super) Status);

/// The same for what a request can be marked as: all but a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark(pub(super) Status);

impl ValueEnum for StatusArg {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [StatusArg; 5] = [
            StatusArg(Status::Draft),
            StatusArg(Status::Sent),
            StatusArg(Status::Accepted),
            StatusArg(Status::Declined),
            StatusArg(Status::Done),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(possible(self.0))
    }
}

impl ValueEnum for Mark {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Mark; 4] =
            [Mark(Status::Sent), Mark(Status::Accepted), Mark(Status::Declined), Mark(Status::Done)];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(possible(self.0))
    }
}

fn possible(status: Status) -> PossibleValue {
    PossibleValue::new(status.word()).help(match status {
        Status::Draft => "Written, not sent",
        Status::Sent => "It was sent to the team, and waits for an answer",
        Status::Accepted => "The team will do it",
        Status::Declined => "The team won't",
        Status::Done => "It is done",
    })
}

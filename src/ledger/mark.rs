use super::annotate::{later, local};
use super::body::RequestStatusBody;
use super::{Author, Entry, Kind, Moment, WritingFault};
use crate::assess::LedgerState;
use crate::domain::{Instant, Request, RequestStatus, Zone, is_blank, nearest};

/// How far a request got, as a person says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewMark<'a> {
    /// The request, by its name.
    pub request: &'a str,
    /// How far it got.
    pub status: RequestStatus,
    /// When, if that was earlier than now.
    pub happened: Option<Instant>,
    /// What there is to note about it.
    pub note: Option<&'a str>,
}

/// The entry that marks how far a request got. All faults are found at once. The same status at
/// another time puts that time right.
pub fn mark(
    state: &LedgerState,
    zone: Zone,
    author: &Author,
    new: &NewMark<'_>,
) -> Result<Entry, Vec<WritingFault>> {
    let mut faults: Vec<WritingFault> =
        later(new.happened, author, |at| local(at, zone)).into_iter().collect();
    let known = state.requests().iter().find(|known| known.id == new.request);
    match known {
        None => {
            let known = state.requests().iter().map(|known| known.id.as_str());
            faults.push(WritingFault::UnknownRequest {
                id: new.request.to_owned(),
                nearest: nearest(new.request, known),
            });
        }
        Some(known) => {
            faults.extend(before_draft(known, new, author, zone));
            if is_known(known, new) {
                let (id, status) = (known.id.clone(), new.status.word());
                faults.push(WritingFault::MarkedAlready { id, status });
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let body = RequestStatusBody {
        request: new.request.to_owned(),
        status: new.status.word().to_owned(),
        after: known.and_then(Request::written_last).map(|step| step.entry.to_string()),
        happened: new.happened.map(Moment),
        note: new.note.map(str::trim).filter(|text| !is_blank(text)).map(str::to_owned),
    };
    Entry::new(author, Kind::RequestStatus(body)).map_err(|error| vec![error.into()])
}

/// Nothing becomes of a request before it is drafted. Midnight stands for a day without a time, and
/// means all of that day.
fn before_draft(known: &Request, new: &NewMark<'_>, author: &Author, zone: Zone) -> Option<WritingFault> {
    let happened = new.happened.unwrap_or(author.at);
    let day = zone.date(happened);
    let whole_day = new.happened.is_some() && zone.midnight(day) == Some(happened);
    let too_early = if whole_day { day < zone.date(known.at) } else { happened < known.at };
    if !too_early {
        return None;
    }
    Some(WritingFault::MarkedBefore {
        id: known.id.clone(),
        happened: local(happened, zone),
        drafted: local(known.at, zone),
    })
}

/// Whether that was said already.
fn is_known(known: &Request, new: &NewMark<'_>) -> bool {
    match new.happened {
        None => known.status() == new.status,
        Some(at) => known.steps.iter().any(|step| step.status == new.status && step.happened == at),
    }
}

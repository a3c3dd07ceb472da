use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::io::{self, Read};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::blocks::in_order;
use super::head::{Head, lines};
use super::wire::Moment;

/// The incidents of a ledger about which nobody has anything left to do, whatever the order of its
/// entries: they were breached, nothing was withdrawn, and all that was ever written about them is
/// about the whole incident and says that no fix is needed, or one that a request of the same cause
/// asks for.
///
/// Many that are settled too are not among them, such as those that were decided on: it is only
/// sure that none of these waits.
#[derive(Debug, Default)]
pub(super) struct Settled {
    incidents: HashMap<Box<str>, Facts>,
}

/// What is told of requests that wait for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenRequests {
    /// Also the incidents that they name, by which requests can be chosen.
    WithIncidents,
    /// Only the requests.
    Alone,
}

/// What entries say about an incident, in bits that only ever are added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Facts(u8);

impl Facts {
    const BREACHED: Self = Self(1);
    const ANSWERED: Self = Self(2);
    const OPEN: Self = Self(4);

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Breached and answered, and nothing else.
    fn settled(self) -> bool {
        self == Self(Self::BREACHED.0 | Self::ANSWERED.0)
    }
}

/// What a line is about that isn't in the form in which this program writes it.
#[derive(Deserialize)]
struct Odd<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow, default)]
    incident: Option<Cow<'a, str>>,
}

/// What an annotation must say to settle its incident.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(default)]
    objective: Option<IgnoredAny>,
    #[serde(borrow)]
    cause: Cow<'a, str>,
    #[serde(borrow)]
    fix: Cow<'a, str>,
}

/// What a request asks for.
#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(borrow)]
    request: Cow<'a, str>,
    #[serde(borrow)]
    cause: Cow<'a, str>,
    #[serde(borrow)]
    incidents: Vec<Cow<'a, str>>,
}

/// How far a request got.
#[derive(Deserialize)]
struct Mark<'a> {
    at: Moment,
    #[serde(borrow)]
    request: Cow<'a, str>,
    #[serde(borrow)]
    status: Cow<'a, str>,
    #[serde(default)]
    happened: Option<Moment>,
}

/// What a request says of an incident.
#[derive(PartialEq, Eq, Hash)]
struct Named {
    incident: Box<str>,
    cause: Box<str>,
}

/// The latest word on a request.
struct Step {
    happened: Moment,
    at: Moment,
    closed: bool,
}

impl Step {
    /// The later one. Of two at the same time it isn't known here which counts.
    fn or(self, other: Self) -> Self {
        match (self.happened, self.at).cmp(&(other.happened, other.at)) {
            Ordering::Less => other,
            Ordering::Equal => Self { closed: self.closed && other.closed, ..self },
            Ordering::Greater => self,
        }
    }
}

/// What the lines of one block say.
#[derive(Default)]
struct Found {
    facts: Vec<(Box<str>, Facts)>,
    /// Incident and cause of annotations that call for a fix.
    required: Vec<Named>,
    /// What each request asks for.
    asked: Vec<(Box<str>, Vec<Named>)>,
    /// How far requests got.
    steps: Vec<(Box<str>, Step)>,
}

impl Settled {
    /// Looks through a ledger. A line that isn't as this program writes it settles nothing, and
    /// keeps what it is about from being settled: what is wrong with it comes to light when the
    /// rest is read.
    pub(super) fn of(reader: impl Read + Send, open: OpenRequests) -> io::Result<Self> {
        let mut settled = Self::default();
        let mut required = Vec::new();
        let mut asked = Vec::new();
        let mut steps: HashMap<Box<str>, Step> = HashMap::new();
        in_order(reader, look, |found| {
            for (incident, facts) in found.facts {
                settled.incidents.entry(incident).or_default().add(facts);
            }
            required.extend(found.required);
            asked.extend(found.asked);
            for (request, step) in found.steps {
                let latest = match steps.remove(&request) {
                    Some(before) => before.or(step),
                    None => step,
                };
                steps.insert(request, latest);
            }
            Ok::<(), io::Error>(())
        })?;
        let mut answered = HashSet::new();
        for (request, named) in asked {
            if open == OpenRequests::Alone || steps.get(&request).is_some_and(|step| step.closed) {
                answered.extend(named);
            } else {
                for Named { incident, .. } in named {
                    settled.incidents.entry(incident).or_default().add(Facts::OPEN);
                }
            }
        }
        for named in required {
            if !answered.contains(&named) {
                settled.incidents.entry(named.incident).or_default().add(Facts::OPEN);
            }
        }
        Ok(settled)
    }

    /// Whether nothing is left to do about an incident.
    pub(super) fn contains(&self, incident: &str) -> bool {
        self.incidents.get(incident).is_some_and(|facts| facts.settled())
    }
}

fn look(block: &[u8]) -> Found {
    let mut found = Found::default();
    for line in lines(block) {
        let Some(head) = Head::of(line) else {
            found.take_odd(line);
            continue;
        };
        match (head.kind, head.incident) {
            ("breach" | "breach-amended", Some(incident)) => {
                found.facts.push((incident.into(), Facts::BREACHED));
            }
            ("annotation", Some(incident)) => found.take_annotation(incident, line),
            (_, Some(incident)) => found.facts.push((incident.into(), Facts::OPEN)),
            ("request", None) => found.take_request(line),
            ("request-status", None) => found.take_step(line),
            (_, None) => {}
        }
    }
    found
}

impl Found {
    fn take_odd(&mut self, line: &[u8]) {
        let Ok(odd) = serde_json::from_slice::<Odd<'_>>(line) else { return };
        match (&*odd.kind, odd.incident) {
            (_, Some(incident)) => self.facts.push((incident.into(), Facts::OPEN)),
            ("request", None) => self.take_request(line),
            ("request-status", None) => self.take_step(line),
            (_, None) => {}
        }
    }

    fn take_annotation(&mut self, incident: &str, line: &[u8]) {
        let facts = match serde_json::from_slice(line) {
            Ok(Answer { objective: None, fix, .. }) if fix == "not-required" => Facts::ANSWERED,
            Ok(Answer { objective: None, fix, cause }) if fix == "required" => {
                self.required.push(Named { incident: incident.into(), cause: cause.into() });
                Facts::ANSWERED
            }
            _ => Facts::OPEN,
        };
        self.facts.push((incident.into(), facts));
    }

    fn take_request(&mut self, line: &[u8]) {
        if let Ok(Asked { request, cause, incidents }) = serde_json::from_slice(line) {
            let named =
                |incident: Cow<'_, str>| Named { incident: incident.into(), cause: cause.as_ref().into() };
            self.asked.push((request.into(), incidents.into_iter().map(named).collect()));
        }
    }

    fn take_step(&mut self, line: &[u8]) {
        if let Ok(Mark { at, request, status, happened }) = serde_json::from_slice(line) {
            let closed = matches!(status.as_ref(), "declined" | "done");
            let step = Step { happened: happened.unwrap_or(at), at, closed };
            self.steps.push((request.into(), step));
        }
    }
}

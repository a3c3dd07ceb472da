use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::{self, Read};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::blocks::in_order;
use super::head::{Head, lines};

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
    cause: Cow<'a, str>,
    #[serde(borrow)]
    incidents: Vec<Cow<'a, str>>,
}

/// What the lines of one block say.
#[derive(Default)]
struct Found {
    facts: Vec<(Box<str>, Facts)>,
    /// Incident and cause of annotations that call for a fix.
    required: Vec<(Box<str>, Box<str>)>,
    /// Incident and cause of what requests ask for.
    asked: Vec<(Box<str>, Box<str>)>,
}

impl Settled {
    /// Looks through a ledger. A line that isn't as this program writes it settles nothing: what
    /// is wrong with it comes to light when the rest is read.
    pub(super) fn of(reader: impl Read + Send) -> io::Result<Self> {
        let mut settled = Self::default();
        let mut required = Vec::new();
        let mut asked: HashSet<(Box<str>, Box<str>)> = HashSet::new();
        in_order(reader, look, |found| {
            for (incident, facts) in found.facts {
                settled.incidents.entry(incident).or_default().add(facts);
            }
            required.extend(found.required);
            asked.extend(found.asked);
            Ok::<(), io::Error>(())
        })?;
        for named in required {
            if !asked.contains(&named) {
                settled.incidents.entry(named.0).or_default().add(Facts::OPEN);
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
        let Some(head) = Head::of(line) else { continue };
        match (head.kind, head.incident) {
            ("breach" | "breach-amended", Some(incident)) => {
                found.facts.push((incident.into(), Facts::BREACHED));
            }
            ("annotation", Some(incident)) => found.take_annotation(incident, line),
            (_, Some(incident)) => found.facts.push((incident.into(), Facts::OPEN)),
            ("request", None) => found.take_request(line),
            (_, None) => {}
        }
    }
    found
}

impl Found {
    fn take_annotation(&mut self, incident: &str, line: &[u8]) {
        let facts = match serde_json::from_slice(line) {
            Ok(Answer { objective: None, fix, .. }) if fix == "not-required" => Facts::ANSWERED,
            Ok(Answer { objective: None, fix, cause }) if fix == "required" => {
                self.required.push((incident.into(), cause.into()));
                Facts::ANSWERED
            }
            _ => Facts::OPEN,
        };
        self.facts.push((incident.into(), facts));
    }

    fn take_request(&mut self, line: &[u8]) {
        if let Ok(Asked { cause, incidents }) = serde_json::from_slice(line) {
            let named = |incident: Cow<'_, str>| (incident.into(), cause.as_ref().into());
            self.asked.extend(incidents.into_iter().map(named));
        }
    }
}

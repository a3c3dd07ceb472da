use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::io::{self, Read};

use memchr::memmem::Finder;
use serde::Deserialize;

use super::blocks::in_order;
use super::head::{Head, lines, text};
use super::wire::Moment;

/// What stands in front of the objective of a breach.
const OBJECTIVE: &[u8] = br#","objective":""#;

/// The incidents of a ledger about which nobody has anything left to do, whatever the order of its
/// entries: they were breached, nothing was withdrawn, each objective that they missed was
/// annotated, by itself or with the whole incident, and all that was ever written about them says
/// that no fix is needed, or one that a request of the same cause asks for.
///
/// Many that are settled too are not among them, such as those that were decided on: it is only
/// sure that none of these waits.
#[derive(Debug, Default)]
pub(super) struct Settled {
    incidents: HashMap<Box<str>, Facts>,
    objectives: Objectives,
}

/// What is told of requests that wait for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenRequests {
    /// Also the incidents that they name, by which requests can be chosen.
    WithIncidents,
    /// Only the requests.
    Alone,
}

/// What entries say about an incident: a bit for each objective, and bits are only ever added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Facts {
    breached: u32,
    answered: u32,
    /// Something is left to do, or may be.
    open: bool,
}

/// What one entry says about an incident; objectives by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Breached(usize),
    Answered(usize),
    /// With every objective that it missed.
    AnsweredWhole,
    Open,
}

impl Facts {
    /// Takes in a word whose objectives stand at these places.
    fn take(&mut self, word: Word, places: &[Option<usize>]) {
        let bit = |place: usize| Some(1_u32 << (*places.get(place)?)?);
        match word {
            Word::Breached(place) => match bit(place) {
                Some(bit) => self.breached |= bit,
                None => self.open = true,
            },
            Word::Answered(place) => match bit(place) {
                Some(bit) => self.answered |= bit,
                None => self.open = true,
            },
            Word::AnsweredWhole => self.answered = u32::MAX,
            Word::Open => self.open = true,
        }
    }

    /// Breached and answered, and nothing else.
    const fn settled(self) -> bool {
        !self.open && self.breached != 0 && self.breached & !self.answered == 0
    }
}

/// The objectives that entries name, each at its place.
#[derive(Debug, Default)]
struct Objectives(Vec<Box<str>>);

impl Objectives {
    /// As many as there are bits. About more nothing is told apart.
    const MOST: usize = 32;

    /// The place of an objective; `None` for one too many.
    fn place(&mut self, objective: &str) -> Option<usize> {
        let known = self.0.iter().position(|known| **known == *objective);
        if known.is_none() && self.0.len() < Self::MOST {
            self.0.push(objective.into());
            return Some(self.0.len() - 1);
        }
        known
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

/// Which objective a breach missed.
#[derive(Deserialize)]
struct Missed<'a> {
    #[serde(borrow)]
    objective: Cow<'a, str>,
}

/// What an annotation must say to settle its incident.
#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow, default)]
    objective: Option<Cow<'a, str>>,
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
    #[serde(borrow, default)]
    breaches: Vec<[Cow<'a, str>; 2]>,
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

/// What a request is about: an incident, with one of its objectives or with all.
type Part = (Named, Option<Box<str>>);

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
    words: Vec<(Box<str>, Word)>,
    objectives: Objectives,
    /// Incident and cause of annotations that call for a fix.
    required: Vec<Named>,
    /// What each request asks for: incidents, each with one of its objectives or with all.
    asked: Vec<(Box<str>, Vec<Part>)>,
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
            let places: Vec<Option<usize>> =
                found.objectives.0.iter().map(|objective| settled.objectives.place(objective)).collect();
            for (incident, word) in found.words {
                settled.incidents.entry(incident).or_default().take(word, &places);
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
        // The objectives that requests are about, as bits.
        let mut answered: HashMap<Named, u32> = HashMap::new();
        for (request, named) in asked {
            if open == OpenRequests::Alone || steps.get(&request).is_some_and(|step| step.closed) {
                for (named, objective) in named {
                    let bits = match objective {
                        Some(objective) => settled.objectives.place(&objective).map_or(0, |place| 1 << place),
                        None => u32::MAX,
                    };
                    *answered.entry(named).or_default() |= bits;
                }
            } else {
                for (Named { incident, .. }, _) in named {
                    settled.incidents.entry(incident).or_default().open = true;
                }
            }
        }
        for named in required {
            let bits = answered.get(&named).copied().unwrap_or_default();
            let facts = settled.incidents.entry(named.incident).or_default();
            facts.open |= facts.breached & !bits != 0 || bits == 0;
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
    let objective = Finder::new(OBJECTIVE);
    for line in lines(block) {
        let Some(head) = Head::of(line) else {
            found.take_odd(line);
            continue;
        };
        match (head.kind, head.incident) {
            ("breach" | "breach-amended", Some(incident)) => found.take_breach(incident, line, &objective),
            ("annotation", Some(incident)) => found.take_annotation(incident, line),
            (_, Some(incident)) => found.words.push((incident.into(), Word::Open)),
            ("request", None) => found.take_request(line),
            ("request-status", None) => found.take_step(line),
            // The incident may stand further behind.
            (_, None) => found.take_odd(line),
        }
    }
    found
}

/// The objective that a line names, where only one key of this name stands in it: within texts the
/// quotation marks would have backslashes.
fn missed<'a>(line: &'a [u8], objective: &Finder<'_>) -> Option<&'a str> {
    let begin = objective.find(line)? + OBJECTIVE.len();
    let rest = line.get(begin..)?;
    let text = text(rest)?.0;
    objective.find(rest).is_none().then_some(text)
}

impl Found {
    fn take_odd(&mut self, line: &[u8]) {
        let Ok(odd) = serde_json::from_slice::<Odd<'_>>(line) else { return };
        match (&*odd.kind, odd.incident) {
            (_, Some(incident)) => self.words.push((incident.into(), Word::Open)),
            ("request", None) => self.take_request(line),
            ("request-status", None) => self.take_step(line),
            (_, None) => {}
        }
    }

    fn take_breach(&mut self, incident: &str, line: &[u8], objective: &Finder<'_>) {
        let place = match missed(line, objective) {
            Some(objective) => self.objectives.place(objective),
            // Read in full, where the key stands more than once.
            None => serde_json::from_slice::<Missed<'_>>(line)
                .ok()
                .and_then(|missed| self.objectives.place(&missed.objective)),
        };
        self.words.push((incident.into(), place.map_or(Word::Open, Word::Breached)));
    }

    fn take_annotation(&mut self, incident: &str, line: &[u8]) {
        let word = match serde_json::from_slice(line) {
            Ok(Answer { objective, fix, cause }) if fix == "not-required" || fix == "required" => {
                if fix == "required" {
                    self.required.push(Named { incident: incident.into(), cause: cause.into() });
                }
                match objective {
                    Some(objective) => self.objectives.place(&objective).map_or(Word::Open, Word::Answered),
                    None => Word::AnsweredWhole,
                }
            }
            _ => Word::Open,
        };
        self.words.push((incident.into(), word));
    }

    fn take_request(&mut self, line: &[u8]) {
        if let Ok(Asked { request, cause, incidents, breaches }) = serde_json::from_slice(line) {
            let named = |incident: &str| Named { incident: incident.into(), cause: cause.as_ref().into() };
            let whole = |incident: &&Cow<'_, str>| !breaches.iter().any(|[known, _]| known == *incident);
            let asked = incidents.iter().filter(whole).map(|incident| (named(incident), None));
            let parts = breaches
                .iter()
                .map(|[incident, objective]| (named(incident), Some(objective.as_ref().into())));
            self.asked.push((request.into(), asked.chain(parts).collect()));
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

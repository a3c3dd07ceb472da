use std::collections::{HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::circles::circles;
use crate::assess::{AuditFault, LedgerAudit};
use crate::domain::{EntryId, EntryKind, hex};
use crate::ledger::Kind;
use crate::ledger::references::{Reference, bearings};
use crate::words::ledger_lines as words;

/// The entries of a ledger, as far as others may speak of them.
#[derive(Default)]
pub(super) struct KnownEntries {
    entries: Vec<Known>,
    places: HashMap<EntryId, usize>,
    /// The objectives that each incident missed.
    breached: HashMap<String, Vec<String>>,
    requests: HashSet<String>,
}

struct Known {
    line: u64,
    kind: EntryKind,
    incident: Option<String>,
    objective: Option<String>,
    /// Which entries it names.
    named: Vec<Named>,
    /// Which incidents or request it speaks of.
    spoken_of: SpokenOf,
}

struct Named {
    field: &'static str,
    id: EntryId,
    kinds: &'static [EntryKind],
    same_objective: bool,
}

enum SpokenOf {
    Nothing,
    Incidents(Vec<String>),
    Request(String),
}

impl KnownEntries {
    /// The first line with this entry.
    pub(super) fn first_line(&self, id: EntryId) -> Option<u64> {
        self.places.get(&id).and_then(|&place| self.entries.get(place)).map(|known| known.line)
    }

    /// Takes in an entry that isn't known yet.
    pub(super) fn take(&mut self, line: u64, id: EntryId, kind: &Kind, audit: &mut LedgerAudit) {
        let bearings = bearings(kind);
        let spoken_of = match kind {
            Kind::Request(body) => {
                self.requests.insert(body.request.clone());
                SpokenOf::Incidents(body.incidents.clone())
            }
            Kind::RequestStatus(body) => SpokenOf::Request(body.request.clone()),
            Kind::Breach(body) | Kind::BreachAmended(body) => {
                let objectives = self.breached.entry(body.incident.clone()).or_default();
                if !objectives.contains(&body.objective) {
                    objectives.push(body.objective.clone());
                }
                SpokenOf::Nothing
            }
            _ => SpokenOf::Nothing,
        };
        let named = |Reference { field, id, kinds, same_objective }| {
            let named = EntryId::parse(id).map(|id| Named { field, id, kinds, same_objective });
            if named.is_none() {
                let reason = words::no_id_in(field, id);
                audit.faults.push(AuditFault { line, reason });
            }
            named
        };
        let known = Known {
            line,
            kind: bearings.kind,
            incident: bearings.incident.map(str::to_owned),
            objective: bearings.objective.map(str::to_owned),
            named: bearings.references.into_iter().filter_map(named).collect(),
            spoken_of,
        };
        audit.entries += 1;
        if let Some(place) = EntryKind::ALL.iter().position(|kind| *kind == known.kind)
            && let Some(count) = audit.kinds.get_mut(place)
        {
            *count += 1;
        }
        self.places.insert(id, self.entries.len());
        self.entries.push(known);
    }

    /// Checks all that the entries say of one another, once all are known.
    pub(super) fn check(&self, audit: &mut LedgerAudit) {
        for known in &self.entries {
            for reason in self.faults(known) {
                audit.faults.push(AuditFault { line: known.line, reason });
            }
        }
        for circle in circles(&self.edges()) {
            let mut lines: Vec<u64> = circle.iter().map(|&place| self.entries[place].line).collect();
            lines.sort_unstable();
            let Some(&line) = lines.first() else { continue };
            let numbers: Vec<String> = lines.iter().map(u64::to_string).collect();
            let reason = match &lines[..] {
                [_] => words::own_place(),
                _ => words::circle(&numbers.join(&words::comma())),
            };
            audit.faults.push(AuditFault { line, reason });
        }
        audit.incidents = self.breached.len() as u64;
        let mut ids: Vec<&EntryId> = self.places.keys().collect();
        ids.sort_unstable();
        let mut digest = Sha256::new();
        for id in ids {
            digest.update(format!("{id}\n"));
        }
        audit.content_digest = hex(&digest.finalize());
    }

    /// What is wrong with what an entry says of others.
    fn faults(&self, known: &Known) -> Vec<String> {
        let mut faults: Vec<String> =
            known.named.iter().filter_map(|named| self.fault_of_name(known, named)).collect();
        let without_breach = |incident: &&String| !self.breached.contains_key(*incident);
        match &known.spoken_of {
            SpokenOf::Request(request) if !self.requests.contains(request) => {
                faults.push(words::no_request(request));
            }
            SpokenOf::Incidents(incidents) => {
                let unknown: Vec<String> =
                    incidents.iter().filter(without_breach).map(|incident| format!("`{incident}`")).collect();
                if !unknown.is_empty() {
                    faults.push(words::request_without_breach(&unknown.join(&words::comma())));
                }
            }
            SpokenOf::Nothing | SpokenOf::Request(_) => {}
        }
        if known.kind == EntryKind::Annotation
            && let Some(incident) = &known.incident
        {
            match (self.breached.get(incident), &known.objective) {
                (None, _) => faults.push(words::no_breach(incident)),
                (Some(breached), Some(objective)) if !breached.contains(objective) => {
                    faults.push(words::no_breach_of(incident, objective));
                }
                _ => {}
            }
        }
        faults
    }

    /// What is wrong with an entry that another one names.
    fn fault_of_name(&self, known: &Known, named: &Named) -> Option<String> {
        let (field, id) = (named.field, named.id);
        let Some(other) = self.places.get(&id).and_then(|&place| self.entries.get(place)) else {
            return Some(words::no_entry(field, &id));
        };
        let line = other.line;
        if !named.kinds.contains(&other.kind) {
            let kinds: Vec<String> = named.kinds.iter().map(|kind| format!("`{}`", kind.word())).collect();
            let kind = other.kind.word();
            return Some(words::other_kind(field, line, kind, &kinds.join(&words::any_of())));
        }
        let word = |text: &Option<String>| text.clone().unwrap_or_default();
        if known.incident != other.incident {
            return Some(words::other_incident(field, line, &word(&other.incident), &word(&known.incident)));
        }
        (named.same_objective && known.objective != other.objective)
            .then(|| words::other_objective(field, line, &word(&other.objective), &word(&known.objective)))
    }

    /// For each entry the places of those that it names.
    fn edges(&self) -> Vec<Vec<usize>> {
        let place = |named: &Named| self.places.get(&named.id).copied();
        self.entries.iter().map(|known| known.named.iter().filter_map(place).collect()).collect()
    }
}

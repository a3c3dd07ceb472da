use super::condition::{covers, read_condition};
use super::faults::Faults;
use super::section::{self, Section, Shape};
use super::terms::Terms;
use super::tree::Entry;
use super::wording::quoted;
use crate::diagnostic::{Code, Label};
use crate::domain::{Condition, Team};
use crate::words::{policy_names, policy_parts, policy_people};

/// Reads `[teams]`.
pub(super) fn read_teams(section: Section<'_>, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Vec<Team> {
    let mut found: Vec<(Team, &Entry)> = Vec::new();
    for entry in section.rest() {
        let Some(team) = read_team(entry, terms, faults) else { continue };
        if let Some((earlier, taker)) = found.iter().find(|(earlier, _)| covers(&earlier.when, &team.when)) {
            let message = policy_people::team_never_asked(&quoted(&team.id));
            let first = Label::new(taker.key_span.clone(), policy_people::answers_for_all(&earlier.id));
            let label = Label::new(entry.key_span.clone(), policy_people::never_asked());
            let fault = faults.warning(Code::Unreachable, message, label);
            fault.further.push(first);
            fault.help = Some(policy_people::narrower_team_first());
        }
        found.push((team, entry));
    }
    found.into_iter().map(|(team, _)| team).collect()
}

fn read_team(entry: &Entry, terms: &Terms<'_>, faults: &mut Faults<'_>) -> Option<Team> {
    let id = section::name(entry, policy_names::not_a_team, faults);
    let title = policy_parts::team(&quoted(&entry.key));
    let mut section = Section::open(title, entry.key_span.clone(), &entry.node, faults)?;
    let title = section::filled(section.text("title", Shape::Line, faults), "title", faults);
    let when = match section.take("when") {
        Some(entry) => read_condition(entry, terms, faults),
        None => Some(Condition::default()),
    };
    let contact = section::filled(section.text("contact", Shape::Line, faults), "contact", faults);
    section.close(faults);
    let id = id?;
    Some(Team {
        id: id.to_owned(),
        title: title.map_or(id, |words| words.text).to_owned(),
        when: when?,
        contact: contact.map(|words| words.text.to_owned()),
    })
}

use super::aliases;
use super::header::full_key;
use crate::domain::{FieldId, Mapping, Policy, Promise, StageColumn, StageId};

/// Something that is looked for by its usual names where nothing maps it.
pub(super) struct Wanted {
    pub(super) what: What,
    /// Its name in the policy.
    pub(super) key: String,
    /// The names of columns that hold it, in their key form, the best first.
    pub(super) aliases: Vec<String>,
    /// The names of columns that hold its seconds after `opened`.
    pub(super) seconds: Vec<String>,
    /// Whether nothing can be judged without it.
    pub(super) is_needed: bool,
}

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Id,
    Field(FieldId),
    Stage(StageId),
}

impl Wanted {
    /// The section of the policy that maps it.
    pub(super) fn section(&self) -> &'static str {
        match self.what {
            What::Id | What::Field(_) => "source.fields",
            What::Stage(_) => "source.stages",
        }
    }

    pub(super) fn stage(&self) -> Option<StageId> {
        match self.what {
            What::Stage(stage) => Some(stage),
            What::Id | What::Field(_) => None,
        }
    }

    /// Whether the last part of a path is enough: the id and the times of something that stands
    /// in an incident, such as its service, are not the incident's.
    pub(super) fn may_be_nested(&self) -> bool {
        matches!(self.what, What::Field(_))
    }
}

/// All that a policy knows of, in the order in which columns are given away: its own names first,
/// then what most hangs on. Stages that events reach need no column.
pub(super) fn wanted(policy: &Policy, mapping: &Mapping) -> Vec<Wanted> {
    let mut wanted = vec![Wanted {
        what: What::Id,
        key: "id".to_owned(),
        aliases: aliases::keys(aliases::ID),
        seconds: Vec::new(),
        is_needed: true,
    }];
    let stages = policy.stages.iter().filter(|&(stage, _)| !is_reached_by_events(mapping, stage));
    wanted.extend(stages.map(|(stage, name)| stage_wanted(policy, mapping, stage, name)));
    wanted.extend(policy.fields.iter().map(|(field, name)| field_wanted(policy, field, name)));
    wanted.sort_by_key(|wanted| turn(wanted.what, &wanted.key));
    wanted
}

/// When something has its turn. A policy's own names have theirs first, since they were chosen
/// for this export; `resolved` comes before `mitigated`, as both may be called `fixed at`.
pub(super) fn turn(what: What, name: &str) -> usize {
    const TURNS: [&str; 14] = [
        "opened",
        "resolved",
        "acknowledged",
        "notified",
        "responded",
        "escalated",
        "mitigated",
        "closed",
        "severity",
        "service",
        "customer",
        "title",
        "status",
        "assignee",
    ];
    match what {
        What::Id => 1,
        What::Field(_) | What::Stage(_) => {
            TURNS.iter().position(|known| *known == name).map_or(0, |turn| turn + 2)
        }
    }
}

/// Whether events reach the stage, so that it needs no column.
fn is_reached_by_events(mapping: &Mapping, stage: StageId) -> bool {
    mapping.rows.reach(stage)
}

fn stage_wanted(policy: &Policy, mapping: &Mapping, stage: StageId, name: &str) -> Wanted {
    let is_promised = policy.objectives.iter().any(|objective| {
        let is_deadline = objective.targets.iter().any(|target| target.promise == Promise::By(stage));
        objective.from == stage || objective.to == stage || is_deadline
    });
    let columns = mapping.stages.iter().flat_map(|(_, columns)| columns);
    let is_base = columns
        .into_iter()
        .any(|column| matches!(column, StageColumn::After { stage: base, .. } if *base == stage));
    Wanted {
        what: What::Stage(stage),
        key: name.to_owned(),
        aliases: own_name_or(name, aliases::stage(name)),
        seconds: aliases::keys(aliases::seconds_after_opened(name)),
        is_needed: stage == StageId::OPENED || is_promised || is_base,
    }
}

fn field_wanted(policy: &Policy, field: FieldId, name: &str) -> Wanted {
    let targets =
        policy.objectives.iter().flat_map(|objective| &objective.targets).map(|target| &target.when);
    let exclusions = policy.exclusions.iter().map(|exclusion| &exclusion.when);
    let mut conditions = targets.chain(exclusions).chain(policy.teams.iter().map(|team| &team.when));
    let is_needed = conditions.any(|when| when.clauses().iter().any(|(asked, _)| *asked == field));
    Wanted {
        what: What::Field(field),
        key: name.to_owned(),
        aliases: own_name_or(name, aliases::field(name)),
        seconds: Vec::new(),
        is_needed,
    }
}

/// What the policy calls by a name that no tool uses is found under that name.
fn own_name_or(name: &str, aliases: &str) -> Vec<String> {
    if aliases.is_empty() { vec![full_key(name)] } else { aliases::keys(aliases) }
}

use super::header::{By, Header, Hit, full_key};
use super::wanted::{Wanted, wanted};
use super::{Columns, ColumnsError, EventCells, MissingColumn, PauseCells, RepeatedColumn, StageCells};
use crate::domain::{Policy, Rows, StageColumn, StageId};

/// Finds the columns that the policy needs, and those it can use, among the names of an export's
/// columns (or the paths of its values).
///
/// What the policy maps must be there, and so must the id, `opened`, the stages that objectives
/// speak of, and the fields that a `when` asks for: a field that isn't there would look like
/// incidents that nothing is promised to.
pub fn resolve(policy: &Policy, header: &[String]) -> Result<Columns, ColumnsError> {
    let names: Vec<String> =
        header.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let mut search = Search {
        header: Header::new(&names),
        names: &names,
        id: None,
        fields: vec![None; policy.fields.len()],
        stages: vec![StageCells::None; policy.stages.len()],
        missing: Vec::new(),
        repeated: Vec::new(),
    };
    search.take_mapped(policy);
    let order_by = search.take_order(policy);
    let pauses = search.take_pauses(policy);
    let events = search.take_events(policy);
    search.find_by_alias(wanted(policy));
    let Search { id, fields, stages, missing, repeated, .. } = search;
    match id {
        Some(id) if missing.is_empty() && repeated.is_empty() => {
            Ok(Columns { id, fields, stages, order_by, pauses, events, names })
        }
        _ => Err(ColumnsError { missing, repeated, present: names }),
    }
}

struct Search<'a> {
    header: Header<'a>,
    names: &'a [String],
    id: Option<usize>,
    fields: Vec<Option<usize>>,
    stages: Vec<StageCells>,
    missing: Vec<MissingColumn>,
    repeated: Vec<RepeatedColumn>,
}

impl Search<'_> {
    /// Takes the columns that the policy names for the id, fields and stages.
    fn take_mapped(&mut self, policy: &Policy) {
        let mapping = &policy.mapping;
        if let Some(name) = &mapping.id {
            self.id = self.mapped("source.fields", "id", name);
        }
        for (field, name) in &mapping.fields {
            let column = self.mapped("source.fields", policy.fields.name(*field), name);
            if let Some(place) = self.fields.get_mut(field.index()) {
                *place = column;
            }
        }
        for (stage, column) in &mapping.stages {
            let key = policy.stages.name(*stage);
            let cells = match column {
                StageColumn::Time(name) => self.mapped("source.stages", key, name).map(StageCells::Time),
                StageColumn::After { stage, seconds } => self
                    .mapped("source.stages", key, seconds)
                    .map(|seconds| StageCells::After { stage: *stage, seconds }),
            };
            if let (Some(place), Some(cells)) = (self.stages.get_mut(stage.index()), cells) {
                *place = cells;
            }
        }
    }

    /// Takes the column that orders snapshots.
    fn take_order(&mut self, policy: &Policy) -> Option<usize> {
        match &policy.mapping.rows {
            Rows::Snapshots { order_by: Some(name) } => self.mapped("source.rows", "order_by", name),
            Rows::Snapshots { order_by: None } | Rows::One | Rows::Events(_) => None,
        }
    }

    fn take_pauses(&mut self, policy: &Policy) -> PauseCells {
        const SECTION: &str = "source.pauses";
        let mut cells = PauseCells::default();
        for (from, to) in &policy.mapping.pauses.stretches {
            let (from, to) = (self.mapped(SECTION, "intervals", from), self.mapped(SECTION, "intervals", to));
            cells.stretches.extend(from.zip(to));
        }
        for (stage, name) in &policy.mapping.pauses.sums {
            let column = self.mapped(SECTION, "seconds", name);
            cells.sums.extend(column.map(|column| (*stage, column)));
        }
        cells
    }

    fn take_events(&mut self, policy: &Policy) -> Option<EventCells> {
        let Rows::Events(rows) = &policy.mapping.rows else { return None };
        let activity = self.mapped("source.rows", "activity", &rows.activity);
        let at = self.mapped("source.rows", "at", &rows.at);
        activity.zip(at).map(|(activity, at)| EventCells { activity, at })
    }

    fn mapped(&mut self, section: &'static str, key: &str, name: &str) -> Option<usize> {
        match self.header.named(name) {
            Hit::Column(column) => {
                self.header.take(column);
                return Some(column);
            }
            Hit::Repeated(places) => self.report_repeated(section, key, &places),
            Hit::Nothing => self.missing.push(MissingColumn {
                section,
                key: key.to_owned(),
                named: Some(name.to_owned()),
                nearest: self.nearest(&[full_key(name)], 0.75),
            }),
        }
        None
    }

    /// Finds by their usual names what the policy doesn't map: whole names first, so that a part
    /// of a path takes nothing away from them.
    fn find_by_alias(&mut self, mut open: Vec<Wanted>) {
        for by in [By::Full, By::Inner, By::Last] {
            open.retain(|wanted| !self.find(wanted, by));
        }
        for wanted in open.iter().filter(|wanted| wanted.is_needed) {
            let nearest = self.nearest(&wanted.aliases, 0.85);
            self.missing.push(MissingColumn {
                section: wanted.section(),
                key: wanted.key.clone(),
                named: None,
                nearest,
            });
        }
    }

    /// Whether there is nothing more to look for.
    fn find(&mut self, wanted: &Wanted, by: By) -> bool {
        if by == By::Last && !wanted.may_be_nested() {
            return false;
        }
        let hit = self.header.by_alias(&wanted.aliases, by).find(|hit| {
            // Nobody is stopped by two columns of a name that nothing hangs on.
            wanted.is_needed || matches!(hit, Hit::Column(_))
        });
        match hit {
            Some(Hit::Column(column)) => {
                self.header.take(column);
                self.put(wanted, column);
                true
            }
            Some(Hit::Repeated(places)) => {
                self.report_repeated(wanted.section(), &wanted.key, &places);
                true
            }
            Some(Hit::Nothing) | None => self.find_seconds(wanted, by),
        }
    }

    /// A stage that isn't there as a time may be there as seconds after `opened`.
    fn find_seconds(&mut self, wanted: &Wanted, by: By) -> bool {
        let Some(stage) = wanted.stage() else { return false };
        let hit = self.header.by_alias(&wanted.seconds, by).next();
        let Some(Hit::Column(seconds)) = hit else { return false };
        self.header.take(seconds);
        if let Some(place) = self.stages.get_mut(stage.index()) {
            *place = StageCells::After { stage: StageId::OPENED, seconds };
        }
        true
    }

    fn put(&mut self, wanted: &Wanted, column: usize) {
        use super::wanted::What::{Field, Id, Stage};
        match wanted.what {
            Id => self.id = Some(column),
            Field(field) => {
                if let Some(place) = self.fields.get_mut(field.index()) {
                    *place = Some(column);
                }
            }
            Stage(stage) => {
                if let Some(place) = self.stages.get_mut(stage.index()) {
                    *place = StageCells::Time(column);
                }
            }
        }
    }

    fn report_repeated(&mut self, section: &'static str, key: &str, places: &[usize]) {
        self.repeated.push(RepeatedColumn {
            section,
            key: key.to_owned(),
            names: places.iter().filter_map(|&place| self.names.get(place).cloned()).collect(),
            places: places.iter().map(|place| place + 1).collect(),
        });
    }

    /// The free column whose name is most like one of `keys`, if it is at least `enough` alike.
    fn nearest(&self, keys: &[String], enough: f64) -> Option<String> {
        let likeness =
            |column: &str| keys.iter().map(|key| strsim::jaro_winkler(key, column)).fold(0.0, f64::max);
        let best = self
            .header
            .keys()
            .filter(|&(column, key)| !key.is_empty() && !self.header.is_taken(column))
            .map(|(column, key)| (column, likeness(key)))
            .filter(|&(_, likeness)| likeness >= enough)
            // The first of equals.
            .reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        self.names.get(best.0).cloned()
    }
}

use super::header::{By, Header, Hit, full_key};
use super::wanted::{Wanted, What, wanted};
use super::{
    Columns, ColumnsError, EventCells, IdCells, MissingColumn, PairCells, PauseCells, RepeatedColumn,
    StageCells,
};
use crate::domain::{CountUnit, IdColumns, Mapping, Policy, Rows, StageColumn, StageId, normal};
use crate::source::json::names_without_selection;

/// Finds the columns that the policy needs, and those it can use, among the names of an export's
/// columns (or the paths of its values).
///
/// `mapping` is the policy's, perhaps completed by a preset, whose columns need not be there.
/// What the policy maps must be there, and so must the id, `opened`, the stages that objectives
/// speak of, and the fields that a `when` asks for: a field that isn't there would look like
/// incidents that nothing is promised to.
pub fn resolve(policy: &Policy, mapping: &Mapping, header: &[String]) -> Result<Columns, ColumnsError> {
    let names: Vec<String> =
        header.iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let mut search = Search {
        header: Header::new(&names),
        names: &names,
        policy,
        id: None,
        fields: vec![None; policy.fields.len()],
        stages: vec![StageCells::None; policy.stages.len()],
        missing: Vec::new(),
        repeated: Vec::new(),
    };
    search.take_mapped(mapping);
    let order_by = search.take_order(mapping);
    let pauses = search.take_pauses(mapping);
    let events = search.take_events(mapping);
    let pairs = search.take_pairs(mapping);
    let open = wanted(policy, mapping).into_iter().filter(|wanted| search.is_open(wanted.what)).collect();
    search.find_by_alias(open);
    let Search { id, fields, stages, missing, repeated, .. } = search;
    match id {
        Some(id) if missing.is_empty() && repeated.is_empty() => {
            Ok(Columns { id, fields, stages, order_by, pauses, events, pairs, names })
        }
        _ => Err(ColumnsError { missing, repeated, present: names }),
    }
}

struct Search<'a> {
    header: Header<'a>,
    names: &'a [String],
    policy: &'a Policy,
    id: Option<IdCells>,
    fields: Vec<Option<usize>>,
    stages: Vec<StageCells>,
    missing: Vec<MissingColumn>,
    repeated: Vec<RepeatedColumn>,
}

impl Search<'_> {
    /// Takes the columns that are named for the id, fields and stages.
    fn take_mapped(&mut self, mapping: &Mapping) {
        self.id = mapping.id.as_ref().and_then(|id| self.take_id(id));
        for (field, names) in &mapping.fields {
            let own = self.policy.mapping.fields.iter().any(|(known, _)| known == field);
            let key = self.policy.fields.name(*field);
            let column = self.first_of("source.fields", key, names, own);
            if let Some(place) = self.fields.get_mut(field.index()) {
                *place = column;
            }
        }
        for (stage, columns) in &mapping.stages {
            let own = self.policy.mapping.stages.iter().any(|(known, _)| known == stage);
            let cells = self.take_stage(*stage, columns, own);
            if let (Some(place), Some(cells)) = (self.stages.get_mut(stage.index()), cells) {
                *place = cells;
            }
        }
    }

    /// The first of several possible columns that is there. That none is, is a fault where the policy
    /// itself names them.
    fn first_of(&mut self, section: &'static str, key: &str, names: &[String], own: bool) -> Option<usize> {
        let is_there = |name: &&String| self.header.named(name) != Hit::Nothing;
        if let Some(name) = names.iter().find(is_there) {
            // A tool repeats the columns of lists; of those that the policy names, a person must say which.
            return match self.header.named(name) {
                Hit::Repeated(places) if !own => {
                    for &place in &places {
                        self.header.take(place);
                    }
                    places.first().copied()
                }
                _ => self.mapped(section, key, name),
            };
        }
        if own { names.first().and_then(|name| self.mapped(section, key, name)) } else { None }
    }

    fn take_id(&mut self, id: &IdColumns) -> Option<IdCells> {
        const SECTION: &str = "source.fields";
        let own = self.policy.mapping.id.is_some();
        match id {
            IdColumns::One(names) => {
                let first = self.first_of(SECTION, "id", names, own)?;
                Some(IdCells { first, more: Vec::new(), at: None })
            }
            IdColumns::Joined { columns, at } => {
                // They may hold something else too, such as the service.
                let found: Vec<_> =
                    columns.iter().map(|names| self.first_of(SECTION, "id", names, true)).collect();
                for &column in found.iter().flatten() {
                    self.header.leave(column);
                }
                let found: Vec<usize> = found.into_iter().collect::<Option<_>>()?;
                let (&first, more) = found.split_first()?;
                Some(IdCells { first, more: more.to_vec(), at: *at })
            }
        }
    }

    fn take_stage(&mut self, stage: StageId, columns: &[StageColumn], own: bool) -> Option<StageCells> {
        const SECTION: &str = "source.stages";
        let key = self.policy.stages.name(stage);
        let is_there =
            |column: &&StageColumn| column.columns().all(|name| self.header.named(name) != Hit::Nothing);
        let column = columns.iter().find(is_there).or_else(|| columns.first().filter(|_| own))?;
        match column {
            StageColumn::Time(name) => self.mapped(SECTION, key, name).map(StageCells::Time),
            StageColumn::TimeWhere { at, column, is } => {
                let at = self.mapped(SECTION, key, at)?;
                let column = self.mapped(SECTION, key, column)?;
                // It is mostly the status.
                self.header.leave(column);
                let is = is.iter().map(|value| normal(value).into_owned()).collect();
                Some(StageCells::TimeWhere { at, column, is })
            }
            StageColumn::After { stage, column, unit } => self
                .mapped(SECTION, key, column)
                .map(|column| StageCells::After { stage: *stage, column, unit: *unit }),
        }
    }

    /// Whether something is neither named by the policy itself nor found where a preset names it.
    fn is_open(&self, what: What) -> bool {
        let own = &self.policy.mapping;
        match what {
            What::Id => self.id.is_none() && own.id.is_none(),
            What::Field(field) => {
                self.fields.get(field.index()).copied().flatten().is_none()
                    && !own.fields.iter().any(|(known, _)| *known == field)
            }
            What::Stage(stage) => {
                self.stages.get(stage.index()) == Some(&StageCells::None)
                    && !own.stages.iter().any(|(known, _)| *known == stage)
            }
        }
    }

    /// Takes the column that orders snapshots.
    fn take_order(&mut self, mapping: &Mapping) -> Option<usize> {
        match &mapping.rows {
            Rows::Snapshots { order_by: Some(name) } => self.mapped("source.rows", "order_by", name),
            Rows::Snapshots { order_by: None } | Rows::One | Rows::Events(_) | Rows::Pairs(_) => None,
        }
    }

    fn take_pauses(&mut self, mapping: &Mapping) -> PauseCells {
        const SECTION: &str = "source.pauses";
        let mut cells = PauseCells::default();
        for (from, to) in &mapping.pauses.stretches {
            let (from, to) = (self.mapped(SECTION, "intervals", from), self.mapped(SECTION, "intervals", to));
            cells.stretches.extend(from.zip(to));
        }
        for (stage, name) in &mapping.pauses.sums {
            let column = self.mapped(SECTION, "seconds", name);
            cells.sums.extend(column.map(|column| (*stage, column)));
        }
        cells
    }

    fn take_events(&mut self, mapping: &Mapping) -> Option<EventCells> {
        let Rows::Events(rows) = &mapping.rows else { return None };
        let activity = self.mapped("source.rows", "activity", &rows.activity);
        let at = self.mapped("source.rows", "at", &rows.at);
        activity.zip(at).map(|(activity, at)| EventCells { activity, at })
    }

    fn take_pairs(&mut self, mapping: &Mapping) -> Option<PairCells> {
        let Rows::Pairs(rows) = &mapping.rows else { return None };
        let which = self.mapped("source.rows", "which", &rows.which);
        let refers = self.mapped("source.rows", "refers", &rows.refers);
        let at = self.mapped("source.rows", "at", &rows.at);
        // A problem's time stands there too.
        if let Some(at) = at {
            self.header.leave(at);
        }
        Some(PairCells { which: which?, refers: refers?, at: at? })
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
                nearest: self.nearest(&keys_of(name), 0.75),
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
            *place = StageCells::After { stage: StageId::OPENED, column: seconds, unit: CountUnit::Seconds };
        }
        true
    }

    fn put(&mut self, wanted: &Wanted, column: usize) {
        match wanted.what {
            What::Id => self.id = Some(IdCells { first: column, more: Vec::new(), at: None }),
            What::Field(field) => {
                if let Some(place) = self.fields.get_mut(field.index()) {
                    *place = Some(column);
                }
            }
            What::Stage(stage) => {
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

/// What columns are held against that may have been meant: the name, and a path without what it selects.
fn keys_of(name: &str) -> Vec<String> {
    let whole = names_without_selection(name).into_iter().next();
    std::iter::once(name.to_owned()).chain(whole).map(|name| full_key(&name)).collect()
}

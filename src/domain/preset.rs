use std::path::PathBuf;

use super::{
    FieldId, Fields, IdColumns, Mapping, PairRows, PauseColumns, Policy, PresetChoice, Quirks, Rows,
    StageColumn, StageId, Stages,
};

/// How the exports of one tool are recognised and read.
#[derive(Clone, Debug, PartialEq)]
pub struct Preset {
    /// Its name, as policies write it: the name of its file.
    pub name: String,
    /// The tool, and where in it the export comes from.
    pub title: String,
    /// What to know about it: what is not confirmed, what the export can't tell.
    pub notes: Vec<String>,
    /// What tells such an export from others.
    pub signature: Signature,
    /// The stages that its mapping speaks of.
    pub stages: Stages,
    /// The fields that its mapping speaks of.
    pub fields: Fields,
    /// Where in such an export things stand.
    pub mapping: Mapping,
    /// The text of its file.
    pub text: String,
    /// Its file, where it is one of the user's own.
    pub path: Option<PathBuf>,
}

/// What tells the exports of a tool from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// How they are written.
    pub form: ExportForm,
    /// The columns that must be there, each by its possible names.
    pub columns: Vec<Vec<String>>,
    /// Columns that must not be there.
    pub without: Vec<String>,
}

/// How an export is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportForm {
    /// Rows of cells: CSV, TSV, a sheet.
    Rows,
    /// JSON: an array, an envelope or JSON Lines.
    Json,
}

impl Preset {
    /// The mapping of a policy, completed by this preset: what the policy says comes first, for each
    /// field and stage by itself.
    #[must_use]
    pub fn complete(&self, policy: &Policy) -> Mapping {
        let (own, preset) = (policy.mapping.clone(), &self.mapping);
        let mut mapping = Mapping {
            preset: PresetChoice::Named(self.name.clone()),
            zone_key: own.zone_key.or_else(|| preset.zone_key.clone()),
            zone: own.zone.or(preset.zone),
            encoding: own.encoding.or_else(|| preset.encoding.clone()),
            time_format: own.time_format.or_else(|| preset.time_format.clone()),
            quirks: own.quirks.completed_by(&preset.quirks),
            ..own
        };
        mapping.missing.extend_from_slice(&preset.missing);
        if mapping.severities.is_empty() {
            mapping.severities.clone_from(&preset.severities);
        }
        mapping.statuses = mapping.statuses.or_else(|| preset.statuses.clone());
        let stage = |stage: StageId| policy.stages.find(self.stages.name(stage));
        let field = |field: FieldId| policy.fields.find(self.fields.name(field));
        if !mapping.says_rows {
            // A column that the policy names for a stage counts, and not what happens in rows.
            let own: Vec<StageId> = mapping.stages.iter().map(|(known, _)| *known).collect();
            mapping.rows = preset.rows.translated(&|known| stage(known).filter(|known| !own.contains(known)));
        }
        if mapping.pauses == PauseColumns::default() {
            mapping.pauses = preset.pauses.translated(&stage);
        }
        if mapping.id.is_none() {
            mapping.id = preset.id.as_ref().and_then(|id| id.translated(&stage));
        }
        for (found, names) in &preset.fields {
            if let Some(found) = field(*found)
                && !mapping.fields.iter().any(|(known, _)| *known == found)
            {
                mapping.fields.push((found, names.clone()));
            }
        }
        for (found, columns) in &preset.stages {
            if let Some(found) = stage(*found)
                && !mapping.stages.iter().any(|(known, _)| *known == found)
                && !(mapping.says_rows && mapping.rows.reach(found))
            {
                let columns = columns.iter().filter_map(|column| column.translated(&stage));
                mapping.stages.push((found, columns.collect()));
            }
        }
        mapping
    }
}

impl Quirks {
    fn completed_by(self, other: &Self) -> Self {
        Self {
            row_cap: self.row_cap.or(other.row_cap),
            list: self.list.or_else(|| other.list.clone()),
            trailing: self.trailing.or_else(|| other.trailing.clone()),
            totals: self.totals.or_else(|| other.totals.clone()),
            doubles_first_quote: self.doubles_first_quote.or(other.doubles_first_quote),
            guards_formulas: self.guards_formulas.or(other.guards_formulas),
        }
    }
}

impl IdColumns {
    fn translated(&self, stage: &impl Fn(StageId) -> Option<StageId>) -> Option<Self> {
        Some(match self {
            Self::One(names) => Self::One(names.clone()),
            Self::Joined { columns, at } => {
                let at = match at {
                    Some(at) => Some(stage(*at)?),
                    None => None,
                };
                Self::Joined { columns: columns.clone(), at }
            }
        })
    }
}

impl StageColumn {
    /// In other stages; `None` where one isn't among them.
    fn translated(&self, stage: &impl Fn(StageId) -> Option<StageId>) -> Option<Self> {
        match self {
            Self::After { stage: after, column, unit } => {
                Some(Self::After { stage: stage(*after)?, column: column.clone(), unit: *unit })
            }
            Self::Time(_) | Self::TimeWhere { .. } => Some(self.clone()),
        }
    }
}

impl PauseColumns {
    /// In other stages, without those that aren't among them.
    fn translated(&self, stage: &impl Fn(StageId) -> Option<StageId>) -> Self {
        let sums = self.sums.iter().filter_map(|(known, column)| Some((stage(*known)?, column.clone())));
        Self { sums: sums.collect(), ..self.clone() }
    }
}

impl Rows {
    /// In other stages, without those that aren't among them.
    fn translated(&self, stage: &impl Fn(StageId) -> Option<StageId>) -> Self {
        match self {
            Self::Events(rows) => {
                let mut rows = rows.clone();
                rows.stages =
                    rows.stages.into_iter().filter_map(|(known, what)| Some((stage(known)?, what))).collect();
                rows.takes =
                    rows.takes.into_iter().filter_map(|(known, take)| Some((stage(known)?, take))).collect();
                Self::Events(rows)
            }
            Self::Pairs(rows) => stage(rows.stage)
                .map_or(Self::One, |reached| Self::Pairs(PairRows { stage: reached, ..rows.clone() })),
            Self::One | Self::Snapshots { .. } => self.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventRows;

    fn text(text: &str) -> String {
        text.to_owned()
    }

    fn preset(mapping: Mapping) -> Preset {
        Preset {
            name: text("tool"),
            title: text("Tool"),
            notes: Vec::new(),
            signature: Signature {
                form: ExportForm::Rows,
                columns: vec![vec![text("a")]],
                without: Vec::new(),
            },
            // Its own stage moves those behind it.
            stages: Stages::with(["opened", "triaged"]),
            fields: Fields::with([]),
            mapping,
            text: String::new(),
            path: None,
        }
    }

    fn events(stages: &Stages) -> EventRows {
        let named = |name: &str| (stages.find(name).unwrap(), vec![text(name)]);
        EventRows {
            activity: text("what"),
            at: text("when"),
            stages: vec![named("acknowledged"), named("resolved")],
            takes: Vec::new(),
            episodes: false,
            pauses: Vec::new(),
            reopens: Vec::new(),
        }
    }

    #[test]
    fn stages_keep_their_names_and_those_of_the_policy_come_first() {
        let own = Stages::with(["opened", "triaged"]);
        let mut policy = Policy::for_tests(Stages::with([]), Fields::with([]));
        let stage = |name: &str| policy.stages.find(name).unwrap();
        let (acknowledged, resolved) = (stage("acknowledged"), stage("resolved"));
        let mut mapping = Mapping { rows: Rows::Events(events(&own)), ..Mapping::default() };
        mapping.stages = vec![
            (own.find("triaged").unwrap(), vec![StageColumn::Time(text("t"))]),
            (own.find("closed").unwrap(), vec![StageColumn::Time(text("c"))]),
        ];
        policy.mapping.stages = vec![(resolved, vec![StageColumn::Time(text("mine"))])];
        let complete = preset(mapping).complete(&policy);
        let Rows::Events(rows) = &complete.rows else { panic!() };
        assert_eq!(rows.stages, [(acknowledged, vec![text("acknowledged")])]);
        let columns: Vec<_> = complete.stages.iter().map(|(stage, _)| policy.stages.name(*stage)).collect();
        assert_eq!(columns, ["resolved", "closed"]);
    }

    #[test]
    fn what_the_policy_says_of_rows_and_quirks_is_not_overruled() {
        let own = Stages::with(["opened", "triaged"]);
        let mut policy = Policy::for_tests(Stages::with([]), Fields::with([]));
        policy.mapping.says_rows = true;
        policy.mapping.statuses = Some(Vec::new());
        policy.mapping.quirks.doubles_first_quote = Some(false);
        policy.mapping.rows = Rows::Events(events(&policy.stages));
        let mapping = Mapping {
            rows: Rows::Snapshots { order_by: None },
            statuses: Some(vec![text("open")]),
            quirks: Quirks { doubles_first_quote: Some(true), row_cap: Some(9), ..Quirks::default() },
            stages: vec![(own.find("resolved").unwrap(), vec![StageColumn::Time(text("r"))])],
            ..Mapping::default()
        };
        let complete = preset(mapping).complete(&policy);
        assert_eq!(complete.rows, policy.mapping.rows);
        assert_eq!(complete.stages, [], "its events reach it");
        assert_eq!(complete.statuses, Some(Vec::new()));
        let quirks = complete.quirks;
        assert_eq!((quirks.doubles_first_quote, quirks.row_cap), (Some(false), Some(9)));
    }
}

use std::collections::HashSet;

use crate::domain::{IdColumns, Mapping, Position, StageColumn};

use super::asked::Asked;
use super::assembly::AmbiguousDate;
use super::cells::Cells;
use super::opening::{About, Opening};
use super::parser::{Parser, RowTaker};
use super::prepared::layout_of;

/// A mapping in which each list of possible columns of JSON has one left, that stands for them all.
pub(super) struct Chosen {
    pub(super) mapping: Mapping,
    /// The lists with what stands for each. Of each incident the first that has a value counts.
    pub(super) lists: Vec<(String, Vec<String>)>,
}

/// Chooses among the possible columns of JSON: of each list, the first path that leads to a value in the
/// beginning of the export, or else the first that is there at all, or else the first.
///
/// Other than the header of a CSV, the names of values don't tell what there is: a path may select from
/// an array what no element is. Of times that are given in different ways, only the chosen one is read.
pub(super) fn choose(mapping: &Mapping, opening: &mut Opening, about: &About) -> Chosen {
    let whole = mapping;
    let mut mapping = mapping.clone();
    let lists = named(&mapping);
    if lists.iter().all(|names| names.len() < 2) {
        return Chosen { mapping, lists: Vec::new() };
    }
    let paths: Vec<String> = lists.concat();
    let filled = filled(&paths, opening, about);
    let choice = Choice { filled, header: &about.header };
    for (_, names) in &mut mapping.fields {
        choice.narrow(names);
    }
    for (_, columns) in &mut mapping.stages {
        choice.narrow_stage(columns);
    }
    match &mut mapping.id {
        None => {}
        Some(IdColumns::One(names)) => choice.narrow(names),
        Some(IdColumns::Joined { columns, .. }) => columns.iter_mut().for_each(|names| choice.narrow(names)),
    }
    let lists = plain_lists(whole).into_iter().zip(plain_lists(&mapping));
    let lists = lists.filter(|(list, _)| list.len() > 1);
    let lists = lists.filter_map(|(list, chosen)| Some((chosen.into_iter().next()?, list))).collect();
    Chosen { mapping, lists }
}

/// The lists of columns that are given in one way; of others nothing.
fn plain_lists(mapping: &Mapping) -> Vec<Vec<String>> {
    let fields = mapping.fields.iter().map(|(_, names)| names.clone());
    let stages = mapping.stages.iter().map(|(_, columns)| {
        let time = |column: &StageColumn| match column {
            StageColumn::Time(name) => Some(name.clone()),
            StageColumn::TimeWhere { .. } | StageColumn::After { .. } => None,
        };
        columns.iter().map(time).collect::<Option<Vec<_>>>().unwrap_or_default()
    });
    let id = match &mapping.id {
        None => Vec::new(),
        Some(IdColumns::One(names)) => vec![names.clone()],
        Some(IdColumns::Joined { columns, .. }) => columns.clone(),
    };
    fields.chain(stages).chain(id).collect()
}

/// The lists of possible columns, each as names.
fn named(mapping: &Mapping) -> Vec<Vec<String>> {
    let fields = mapping.fields.iter().map(|(_, names)| names.clone());
    let stages = mapping
        .stages
        .iter()
        .map(|(_, columns)| columns.iter().flat_map(StageColumn::columns).cloned().collect());
    let id = match &mapping.id {
        None => Vec::new(),
        Some(IdColumns::One(names)) => vec![names.clone()],
        Some(IdColumns::Joined { columns, .. }) => columns.clone(),
    };
    fields.chain(stages).chain(id).collect()
}

/// Those of the paths that lead to a value somewhere in the beginning.
fn filled(paths: &[String], opening: &mut Opening, about: &About) -> HashSet<String> {
    let about = About { header: paths.to_vec(), ..about.clone() };
    let all: Vec<usize> = (0..paths.len()).collect();
    let layout = layout_of(&about, &opening.names, &all, &Asked::default(), Vec::new());
    let mut seen = Filled(vec![false; paths.len()]);
    Parser::new(&layout, 0).parse(&mut opening.head, &mut seen);
    paths.iter().zip(seen.0).filter(|(_, filled)| *filled).map(|(path, _)| path.clone()).collect()
}

struct Filled(Vec<bool>);

impl RowTaker for Filled {
    fn take(&mut self, cells: &impl Cells, _: Position) -> Result<(), AmbiguousDate> {
        for (column, filled) in self.0.iter_mut().enumerate() {
            *filled |= cells.cell(column).is_some_and(|cell| !cell.trim().is_empty());
        }
        Ok(())
    }

    fn refuse(&mut self, _: Position, _: String) {}
}

struct Choice<'h> {
    filled: HashSet<String>,
    header: &'h [String],
}

impl Choice<'_> {
    fn narrow(&self, names: &mut Vec<String>) {
        let first = |is: &dyn Fn(&String) -> bool| names.iter().position(is);
        let place =
            first(&|name| self.filled.contains(name)).or_else(|| first(&|name| self.header.contains(name)));
        keep_only(names, place);
    }

    fn narrow_stage(&self, columns: &mut Vec<StageColumn>) {
        let first = |is: &dyn Fn(&String) -> bool| columns.iter().position(|column| column.columns().all(is));
        let place =
            first(&|name| self.filled.contains(name)).or_else(|| first(&|name| self.header.contains(name)));
        keep_only(columns, place);
    }
}

/// Keeps what stands at a place, or else at the first.
fn keep_only<T>(list: &mut Vec<T>, place: Option<usize>) {
    if list.len() > 1 {
        list.swap(0, place.unwrap_or(0));
        list.truncate(1);
    }
}

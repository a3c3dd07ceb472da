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
    let lists = lists_of(&mapping, all_names);
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
    let lists = lists_of(whole, plain_times).into_iter().zip(lists_of(&mapping, plain_times));
    let lists = lists.filter(|(list, _)| list.len() > 1);
    let lists = lists.filter_map(|(list, chosen)| Some((chosen.into_iter().next()?, list))).collect();
    Chosen { mapping, lists }
}

/// The names of a stage's possible columns where all of them are times; of others nothing.
fn plain_times(columns: &[StageColumn]) -> Vec<String> {
    let time = |column: &StageColumn| match column {
        StageColumn::Time(name) => Some(name.clone()),
        StageColumn::TimeWhere { .. } | StageColumn::After { .. } => None,
    };
    columns.iter().map(time).collect::<Option<Vec<_>>>().unwrap_or_default()
}

fn all_names(columns: &[StageColumn]) -> Vec<String> {
    columns.iter().flat_map(StageColumn::columns).cloned().collect()
}

/// The lists of possible columns, each as names; `of_stage` gives those of a stage.
fn lists_of(mapping: &Mapping, of_stage: fn(&[StageColumn]) -> Vec<String>) -> Vec<Vec<String>> {
    let fields = mapping.fields.iter().map(|(_, names)| names.clone());
    let stages = mapping.stages.iter().map(|(_, columns)| of_stage(columns));
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
        self.keep_best(names, |name, is| is(name));
    }

    fn narrow_stage(&self, columns: &mut Vec<StageColumn>) {
        self.keep_best(columns, |column, is| column.columns().all(is));
    }

    /// Keeps the best of a list; `holds` tells whether all names of an entry are so.
    fn keep_best<T>(&self, list: &mut Vec<T>, holds: impl Fn(&T, &dyn Fn(&String) -> bool) -> bool) {
        let first = |is: &dyn Fn(&String) -> bool| list.iter().position(|entry| holds(entry, is));
        let place =
            first(&|name| self.filled.contains(name)).or_else(|| first(&|name| self.header.contains(name)));
        if list.len() > 1 {
            list.swap(0, place.unwrap_or(0));
            list.truncate(1);
        }
    }
}

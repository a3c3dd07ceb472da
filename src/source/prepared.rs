use crate::domain::{Policy, Position, Rows, StageColumn};

use super::assembly::AmbiguousDate;
use super::blocks::BlockSource;
use super::columns::{Columns, resolve};
use super::evidence::DateEvidence;
use super::fault::{Fault, FaultContext, FaultKind};
use super::json::{PathNames, PathTree, steps_of};
use super::opening::{About, Opening};
use super::order::OrderKind;
use super::parser::{Layout, Parser, RowTaker};
use super::pass::{Pass, read_blocks};
use super::plan::Plan;
use super::row_index::RowIndex;
use super::time::{Found, TimeReader};
use super::{ReadOptions, SheetError, SourceError};

/// An export whose columns were found, ready to be read.
pub(super) struct Prepared<'a> {
    pub(super) about: About,
    pub(super) plan: Plan<'a>,
    /// What ordering values are.
    pub(super) order: OrderKind,
    layout: Layout,
    dates: Found,
    options: &'a ReadOptions<'a>,
}

impl<'a> Prepared<'a> {
    /// Finds the columns, and what the export's beginning proves about dates.
    pub(super) fn new(
        opening: &mut Opening,
        policy: &'a Policy,
        options: &'a ReadOptions<'a>,
    ) -> Result<Self, SourceError> {
        let mut about = opening.about.clone();
        let (columns, watched) = match find_columns(&mut about, policy) {
            Ok(found) => found,
            Err(source) => return Err(no_columns(about, source)),
        };
        let lists: Vec<usize> = columns.pause_times().collect();
        let layout = layout_of(&about, &opening.names, &columns.needed(), &lists, watched);
        let mapping = &policy.mapping;
        let zone = mapping.zone.unwrap_or(policy.zone);
        let reader = |order| {
            TimeReader::new(zone, mapping.time_format.as_deref(), &mapping.missing, order)
                .map_err(|source| SourceError::TimeFormat { path: about.path.clone(), source })
        };
        let unproved = reader(None)?;
        let mut evidence = DateEvidence::new(&columns, &unproved);
        Parser::new(&layout, 0).parse(&mut opening.head, &mut evidence);
        let (dates, order) = (evidence.found.found(), evidence.order());
        let times = reader(if let Found::Order(order) = dates { Some(order) } else { None })?;
        let plan = Plan::new(policy, columns, times);
        Ok(Self { about, plan, order, layout, dates, options })
    }

    /// Reads all blocks.
    pub(super) fn pass<T: RowTaker>(
        &self,
        blocks: BlockSource,
        begin: impl Fn() -> T + Sync,
    ) -> Result<Pass<T>, SourceError> {
        let mut pass = read_blocks(blocks, &self.layout, self.options, self.about.heading, begin);
        if let Some(fault) = pass.fault.take() {
            return Err(self.error(fault, &pass.index, &pass.encoding));
        }
        let watched = self.layout.watched();
        if watched.iter().all(|column| pass.seen.contains(column)) { Ok(pass) } else { self.unseen(pass) }
    }

    /// Tells of columns that were trusted to come and did not.
    fn unseen<T>(&self, pass: Pass<T>) -> Result<Pass<T>, SourceError> {
        let watched = self.layout.watched();
        let present = self.about.header.iter().enumerate();
        let present = present.filter(|(column, _)| !watched.contains(column) || pass.seen.contains(column));
        let present: Vec<String> = present.map(|(_, name)| name.clone()).collect();
        match resolve(self.plan.policy, &present) {
            Err(source) => Err(SourceError::Columns { path: self.about.path.clone(), source }),
            Ok(_) => Ok(pass),
        }
    }

    /// The error for a date that can't be read, at this position.
    pub(super) fn ambiguous(
        &self,
        position: Position,
        date: AmbiguousDate,
        index: &RowIndex,
        encoding: &str,
    ) -> SourceError {
        let kind = FaultKind::AmbiguousDate(date.value);
        self.error(Fault { position, column: Some(date.column), kind }, index, encoding)
    }

    fn error(&self, fault: Fault, index: &RowIndex, encoding: &str) -> SourceError {
        let mapping = &self.plan.policy.mapping;
        let zone = Some(mapping.zone.unwrap_or(self.plan.policy.zone));
        let contradictory = self.dates == Found::Contradictory;
        FaultContext { about: &self.about, index, encoding, zone, contradictory }.error(fault)
    }

    /// The order of day and month that the export proves, where it matters.
    pub(super) fn date_order(&self) -> Option<&'static str> {
        match self.dates {
            Found::Order(order) if self.plan.policy.mapping.time_format.is_none() => Some(order.word()),
            _ => None,
        }
    }
}

/// The error for columns that aren't there. Where another list may come behind the one that was
/// looked at, that is likely to be the reason.
fn no_columns(about: About, source: super::ColumnsError) -> SourceError {
    let path = about.path;
    match about.unsure {
        None => match about.sheet {
            Some(sheet) if sheet.all.len() > 1 => {
                let others = sheet.others();
                SheetError::Columns { path, sheet: sheet.name, others, source }.into()
            }
            _ => SourceError::Columns { path, source },
        },
        Some(key) => {
            let found = format!(
                "a list under `{key}`, too long to look behind, which can't be read as incidents ({source})"
            );
            SourceError::NoList { path, found }
        }
    }
}

/// Finds the columns. Of JSON, one that the policy names may come later than the beginning: it is
/// added to the header, and to the columns to be watched for.
fn find_columns(about: &mut About, policy: &Policy) -> Result<(Columns, Vec<usize>), super::ColumnsError> {
    let error = match resolve(policy, &about.header) {
        Ok(columns) => return Ok((columns, Vec::new())),
        Err(error) if about.delimiter.is_some() => return Err(error),
        Err(error) => error,
    };
    let known = about.header.len();
    let mut header = about.header.clone();
    for name in named_columns(policy) {
        if !header.contains(name) {
            header.push(name.clone());
        }
    }
    let Ok(columns) = resolve(policy, &header) else { return Err(error) };
    let watched = columns.needed().into_iter().filter(|&column| column >= known).collect();
    about.header = header;
    Ok((columns, watched))
}

/// The columns that a policy names.
fn named_columns(policy: &Policy) -> impl Iterator<Item = &String> {
    let mapping = &policy.mapping;
    let stages = mapping.stages.iter().map(|(_, column)| match column {
        StageColumn::Time(column) | StageColumn::After { seconds: column, .. } => column,
    });
    let rows = match &mapping.rows {
        Rows::Snapshots { order_by } => [order_by.as_ref(), None],
        Rows::Events(rows) => [Some(&rows.activity), Some(&rows.at)],
        Rows::One => [None, None],
    };
    let stretches = mapping.pauses.stretches.iter().flat_map(|(from, to)| [from, to]);
    let pauses = stretches.chain(mapping.pauses.sums.iter().map(|(_, column)| column));
    let fields = mapping.fields.iter().map(|(_, column)| column);
    mapping.id.iter().chain(fields).chain(stages).chain(rows.into_iter().flatten()).chain(pauses)
}

/// How the rows of an export are written, with these columns wanted of them; of those in `lists`,
/// every element of an array.
pub(super) fn layout_of(
    about: &About,
    names: &PathNames,
    wanted: &[usize],
    lists: &[usize],
    watched: Vec<usize>,
) -> Layout {
    let columns = about.header.len();
    if let Some(delimiter) = about.delimiter {
        return Layout::Csv { delimiter, columns };
    }
    let mut tree = PathTree::default();
    for &column in wanted {
        let Some(name) = about.header.get(column) else { continue };
        let every = lists.contains(&column);
        if watched.contains(&column) {
            tree.insert(&steps_of(name), column, every);
        }
        for (_, way) in names.ways.iter().filter(|(known, _)| known == name) {
            tree.insert(way, column, every);
        }
    }
    Layout::Json { lines: about.format == "jsonl", columns, wanted: tree, watched }
}

use crate::domain::{IdColumns, Mapping, Policy, Position, Rows, StageColumn, Zone};

use super::alternatives::{Chosen, choose};
use super::asked::Asked;
use super::assembly::AmbiguousDate;
use super::blocks::BlockSource;
use super::columns::{Columns, resolve};
use super::evidence::DateEvidence;
use super::fault::{Fault, FaultContext, FaultKind};
use super::first_filled::FirstFilled;
use super::json::{PathNames, PathTree, Take, names_without_selection, steps_of};
use super::opening::{About, Opening};
use super::order::OrderKind;
use super::parser::{Layout, Parser, RowTaker};
use super::pass::{Pass, read_blocks};
use super::plan::Plan;
use super::recognised::Recognised;
use super::row_index::RowIndex;
use super::time::{Found, TimeReader};
use super::{ReadOptions, SheetError, SourceError};
use crate::words::json_lists;

/// An export whose columns were found, ready to be read.
pub(super) struct Prepared<'a> {
    pub(super) about: About,
    pub(super) plan: Plan<'a>,
    /// What ordering values are.
    pub(super) order: OrderKind,
    layout: Layout,
    dates: Found,
    zone: Zone,
    options: &'a ReadOptions<'a>,
}

impl<'a> Prepared<'a> {
    /// Finds the columns, and what the export's beginning proves about dates.
    pub(super) fn new(
        opening: &mut Opening,
        policy: &'a Policy,
        reading: &Recognised<'_>,
        options: &'a ReadOptions<'a>,
    ) -> Result<Self, SourceError> {
        let mut about = opening.about.clone();
        about.note_trailing(reading.mapping.quirks.trailing.as_deref().unwrap_or_default());
        let is_json = about.delimiter.is_none();
        let Chosen { mapping, lists } = if is_json {
            choose(&reading.mapping, opening, &about)
        } else {
            Chosen { mapping: reading.mapping.clone(), lists: Vec::new() }
        };
        let (columns, watched) = match find_columns(&mut about, policy, &mapping) {
            Ok(found) => found,
            Err(source) => return Err(no_columns(about, source)),
        };
        if is_json && mapping.id.is_none() {
            refuse_inner_id(&about, &columns)?;
        }
        about.first_filled = first_filled(&mut about.header, &lists);
        let mut asked = if is_json { Asked::of(&columns, &opening.names) } else { Asked::default() };
        asked.extend(&about.first_filled, &about.header);
        let layout = layout_of(&about, &opening.names, &columns.needed(), &asked, watched);
        let zone = reading.zone;
        let reader = |order| {
            TimeReader::new(zone, mapping.time_format.as_deref(), &mapping.missing, order)
                .map_err(|source| SourceError::TimeFormat { path: about.path.clone(), source })
        };
        let unproved = reader(None)?;
        let mut evidence = DateEvidence::new(&columns, &asked.lists, &unproved);
        Parser::new(&layout, 0).parse(&mut opening.head, &mut evidence);
        let (dates, order) = (evidence.found.found(), evidence.order());
        let times = reader(if let Found::Order(order) = dates { Some(order) } else { None })?;
        let plan = Plan::new(policy, mapping, columns, asked.lists, times);
        Ok(Self { about, plan, order, layout, dates, zone, options })
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
        match resolve(self.plan.policy, &self.plan.mapping, &present) {
            Err(mut source) => {
                // What is selected from an array is no column of its own.
                source.present.retain(|name| names_without_selection(name).is_empty());
                Err(SourceError::Columns { path: self.about.path.clone(), source })
            }
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
        let zone = Some(self.zone);
        let contradictory = self.dates == Found::Contradictory;
        FaultContext { about: &self.about, index, encoding, zone, contradictory }.error(fault)
    }

    /// The order of day and month that the export proves, where it matters.
    pub(super) fn date_order(&self) -> Option<&'static str> {
        match self.dates {
            Found::Order(order) if self.plan.mapping.time_format.is_none() => Some(order.word()),
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
            let found = json_lists::columnless_list(&key, &source.to_string());
            SourceError::NoList { path, found }
        }
    }
}

/// Finds the columns. Of JSON, one that the policy or a preset names may come later than the beginning:
/// it is added to the header. Those that the policy names are to be watched for.
fn find_columns(
    about: &mut About,
    policy: &Policy,
    mapping: &Mapping,
) -> Result<(Columns, Vec<usize>), super::ColumnsError> {
    if about.format != "json" && about.format != "jsonl" {
        return Ok((resolve(policy, mapping, &about.header)?, Vec::new()));
    }
    let own_header = about.header.clone();
    let selected = named_columns(&policy.mapping).filter(|name| is_selected_from(name, &own_header));
    about.header.extend(absent(&own_header, selected.collect()));
    let known = about.header.len();
    // What tells how rows belong together must be there: without it none of it can be told.
    let own: Vec<&String> = named_columns(&policy.mapping).collect();
    let of_preset = cell_columns(mapping).filter(|name| !own.contains(name)).collect();
    about.header.extend(absent(&about.header, of_preset));
    let error = match resolve(policy, mapping, &about.header) {
        Ok(columns) => return Ok((columns, Vec::new())),
        // Paths that were added are no columns of the export.
        Err(error) => super::ColumnsError { present: own_header, ..error },
    };
    let mut header = about.header.clone();
    header.extend(absent(&header, named_columns(&policy.mapping).collect()));
    let Ok(columns) = resolve(policy, mapping, &header) else { return Err(error) };
    let is_watched = |column: &usize| *column >= known && own.contains(&&header[*column]);
    let watched = columns.needed().into_iter().filter(is_watched).collect();
    about.header = header;
    Ok((columns, watched))
}

/// Refuses an id that only the elements of an inner array have: each element of the export then holds
/// several incidents, of which one alone would be taken.
fn refuse_inner_id(about: &About, columns: &Columns) -> Result<(), SourceError> {
    let id = about.header.get(columns.id.first).map_or("", String::as_str);
    let Some((list, _)) = id.split_once("[]") else { return Ok(()) };
    Err(SourceError::NoList { path: about.path.clone(), found: json_lists::inner_arrays(list) })
}

/// The columns that stand for several, which are added to the header where they aren't there.
fn first_filled(header: &mut Vec<String>, lists: &[(String, Vec<String>)]) -> Vec<FirstFilled> {
    header.extend(absent(header, lists.iter().flat_map(|(_, list)| list).collect()));
    let place = |name: &String| header.iter().position(|known| known == name);
    let of_list = |(chosen, list): &(String, Vec<String>)| {
        let family = |paths: Vec<&String>| paths.into_iter().filter_map(place).collect();
        let of = families(list).into_iter().map(family).collect();
        Some(FirstFilled { column: place(chosen)?, of })
    };
    lists.iter().filter_map(of_list).collect()
}

/// Paths in their order, those into an object together with the path of the object itself: where it is
/// one, that is no value, and where it is none, nothing is in it.
fn families(paths: &[String]) -> Vec<Vec<&String>> {
    let is_within =
        |inner: &str, outer: &str| inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('.'));
    let mut families: Vec<Vec<&String>> = Vec::new();
    for path in paths {
        let is_kin = |other: &&String| is_within(path, other) || is_within(other, path);
        match families.iter_mut().find(|family| family.iter().any(is_kin)) {
            Some(family) => family.push(path),
            None => families.push(vec![path]),
        }
    }
    families
}

/// Those of the names that a header doesn't have, each once.
fn absent(header: &[String], names: Vec<&String>) -> Vec<String> {
    let mut absent: Vec<String> = Vec::new();
    for name in names {
        if !header.contains(name) && !absent.contains(name) {
            absent.push(name.clone());
        }
    }
    absent
}

/// Whether a path selects from an array that the header knows the elements of: whether any is selected
/// is not a matter of the columns that there are.
fn is_selected_from(path: &str, header: &[String]) -> bool {
    names_without_selection(path).iter().any(|name| header.contains(name))
}

/// The columns that a mapping names.
fn named_columns(mapping: &Mapping) -> impl Iterator<Item = &String> {
    let rows = match &mapping.rows {
        Rows::Snapshots { order_by } => [order_by.as_ref(), None, None],
        Rows::Events(rows) => [Some(&rows.activity), Some(&rows.at), None],
        Rows::Pairs(rows) => [Some(&rows.which), Some(&rows.refers), Some(&rows.at)],
        Rows::One => [None, None, None],
    };
    cell_columns(mapping).chain(rows.into_iter().flatten())
}

/// Those of them that tell of an incident itself, and not how rows make one.
fn cell_columns(mapping: &Mapping) -> impl Iterator<Item = &String> {
    let stages = mapping.stages.iter().flat_map(|(_, columns)| columns).flat_map(StageColumn::columns);
    let stretches = mapping.pauses.stretches.iter().flat_map(|(from, to)| [from, to]);
    let pauses = stretches.chain(mapping.pauses.sums.iter().map(|(_, column)| column));
    let fields = mapping.fields.iter().flat_map(|(_, columns)| columns);
    let id = mapping.id.iter().flat_map(|id| match id {
        IdColumns::One(names) => names.iter().collect::<Vec<_>>(),
        IdColumns::Joined { columns, .. } => columns.iter().flatten().collect(),
    });
    id.chain(fields).chain(stages).chain(pauses)
}

/// How the rows of an export are written, with these columns wanted of them.
pub(super) fn layout_of(
    about: &About,
    names: &PathNames,
    wanted: &[usize],
    asked: &Asked,
    watched: Vec<usize>,
) -> Layout {
    let columns = about.header.len();
    if let Some(delimiter) = about.delimiter {
        return Layout::Csv { delimiter, columns, trailing: about.trailing };
    }
    let mut tree = PathTree::default();
    let also = about.first_filled.iter().filter(|first| wanted.contains(&first.column));
    let also = also.flat_map(|first| first.of.iter().flatten().filter(|column| !wanted.contains(column)));
    for &column in wanted.iter().chain(also) {
        let Some(name) = about.header.get(column) else { continue };
        let take = asked.take(column);
        let mut is_known = false;
        for (_, way) in names.ways.iter().filter(|(known, _)| known == name) {
            tree.insert(way, column, take);
            is_known = true;
        }
        if !is_known {
            tree.insert(&steps_of(name), column, take);
        }
    }
    let mut proofs = watched.clone();
    for (place, column) in watched.iter().enumerate() {
        let name = about.header.get(*column).map_or("", String::as_str);
        // A selection came where its array has elements, whether or not one is selected.
        if let Some(whole) = names_without_selection(name).first() {
            proofs[place] = columns + place;
            tree.insert(&steps_of(whole), columns + place, Take::Every);
        }
    }
    let columns = columns + watched.len();
    let (lines, within) = (about.format == "jsonl", about.within.clone());
    let first_filled = about.first_filled.clone();
    Layout::Json { lines, within, columns, wanted: tree, watched, proofs, first_filled }
}

use std::collections::BTreeMap;

use super::super::aliases;
use super::super::header::{By, Header, Hit, full_key};
use super::column::Column;
use super::said::SaidPlace;
use super::{
    Candidate, DayOrderGuess, Doubt, FieldGuess, Inference, LeftOut, Offsets, Said, SeverityFound, severity,
    stages,
};
use crate::domain::Fields;
use crate::source::time::{DayOrder, DayOrderEvidence, Found, Notation, format_of};

/// What is known while an export is looked at.
pub(super) struct Search<'a> {
    pub(super) header: Header<'a>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: &'a [Vec<String>],
    pub(super) notation: Notation,
    pub(super) doubts: Vec<Doubt>,
    names: &'a [String],
    said: &'a Said,
}

/// Looks at the names of an export's columns and a sample of its rows (the more, the surer) and
/// proposes what is what, but for what a person said.
#[must_use]
pub fn infer(header: &[String], rows: &[Vec<String>], said: &Said) -> Inference {
    let (mut search, evidence) = Search::new(header, rows, said);
    search.take_said();
    let id = search.find_id();
    let stages = stages::find(&mut search);
    let day_order = search.day_order(evidence);
    let fields = search.find_fields();
    let severities = search.severities(&fields);
    let offsets = search.offsets();
    let unused: Vec<String> = search.unused_times().into_iter().map(|column| search.name(column)).collect();
    if !unused.is_empty() {
        search.doubts.push(Doubt::UnusedTimes { columns: unused });
    }
    let left_out = search.free().map(|column| search.left_out(column)).collect();
    Inference { id, fields, stages, severities, offsets, day_order, left_out, doubts: search.doubts }
}

impl<'a> Search<'a> {
    /// What is known before anything is looked for.
    pub(super) fn new(
        header: &'a [String],
        rows: &'a [Vec<String>],
        said: &'a Said,
    ) -> (Self, DayOrderEvidence) {
        let mut evidence = DayOrderEvidence::default();
        for cell in rows.iter().flatten() {
            evidence.add(cell);
        }
        let order = match evidence.found() {
            Found::Order(order) => Some(order),
            Found::None | Found::Contradictory => said.day_order,
        };
        let notation = Notation::unformatted(&[], order);
        let search = Self {
            header: Header::new(header),
            columns: (0..header.len()).map(|place| Column::of(place, rows, &notation)).collect(),
            rows,
            notation,
            doubts: Vec::new(),
            names: header,
            said,
        };
        (search, evidence)
    }
}

impl Search<'_> {
    pub(super) fn name(&self, column: usize) -> String {
        self.names.get(column).cloned().unwrap_or_default()
    }

    /// Keeps what a person said from being taken for something else.
    fn take_said(&mut self) {
        for (name, _) in &self.said.columns {
            if let Some(SaidPlace::Column(column)) = self.said(name) {
                self.header.take(column);
            }
        }
    }

    /// Where a person said that a field or stage stands, if they said anything about it.
    pub(super) fn said(&self, name: &str) -> Option<SaidPlace> {
        self.said.about(name, self.names)
    }

    fn left_out(&self, column: usize) -> LeftOut {
        let Column { example, .. } = &self.columns[column];
        let is_times = self.columns[column].is_plainly_times();
        LeftOut { column: self.name(column), example: example.clone(), is_times }
    }

    fn candidate(&self, column: usize, others: Vec<String>) -> Candidate {
        let Column { values, missing, example, .. } = &self.columns[column];
        let (column, example) = (self.name(column), example.clone());
        Candidate { column, others, values: *values, missing: *missing, example }
    }

    /// The free columns that bear one of these names, the best name first.
    pub(super) fn candidates(&self, keys: &[String], ways: &[By]) -> Vec<usize> {
        let mut found = Vec::new();
        for by in ways {
            for hit in self.header.by_alias(keys, *by) {
                if let Hit::Column(column) = hit
                    && !found.contains(&column)
                {
                    found.push(column);
                }
            }
        }
        found
    }

    fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.columns.len()).filter(|&column| !self.header.is_taken(column))
    }

    /// The free columns that hold times.
    pub(super) fn unused_times(&self) -> Vec<usize> {
        self.free().filter(|&column| self.columns[column].is_plainly_times()).collect()
    }

    fn find_id(&mut self) -> Option<Candidate> {
        if let Some(said) = self.said("id") {
            return self.said_id(said);
        }
        let keys = aliases::keys(aliases::ID);
        let named = self.candidates(&keys, &[By::Full, By::Inner]);
        let unique = named.iter().copied().find(|&column| self.columns[column].is_unique());
        let repeating = named.first().copied().filter(|&first| Some(first) != unique);
        if let Some(column) = repeating
            && let Some((value, rows)) = self.columns[column].most_frequent.clone()
            && rows > 1
        {
            let taken = unique.map(|column| self.name(column));
            self.doubts.push(Doubt::IdRepeats { column: self.name(column), value, rows, taken });
        }
        let chosen = unique.or(repeating).or_else(|| {
            let is_id = |column: &usize| {
                let key = full_key(&self.names[*column]);
                let is_named = ["id", "no", "key", "number"].iter().any(|end| key.ends_with(end))
                    || key.contains("番号");
                is_named && self.columns[*column].is_unique()
            };
            self.free().find(is_id)
        });
        let Some(chosen) = chosen else {
            self.doubts.push(Doubt::NoId);
            return None;
        };
        self.header.take(chosen);
        let others =
            named.into_iter().filter(|&other| other != chosen).map(|other| self.name(other)).collect();
        Some(self.candidate(chosen, others))
    }

    fn said_id(&mut self, said: SaidPlace) -> Option<Candidate> {
        let SaidPlace::Column(column) = said else {
            self.doubts.push(Doubt::NoId);
            return None;
        };
        if let Some((value, rows @ 2..)) = self.columns[column].most_frequent.clone() {
            self.doubts.push(Doubt::IdRepeats { column: self.name(column), value, rows, taken: None });
        }
        Some(self.candidate(column, Vec::new()))
    }

    fn find_fields(&mut self) -> Vec<FieldGuess> {
        let mut fields = Vec::new();
        for by in [By::Full, By::Inner, By::Last] {
            for field in Fields::BUILT_IN {
                if fields.iter().any(|guess: &FieldGuess| guess.field == field) {
                    continue;
                }
                match self.said(field) {
                    None => {}
                    Some(SaidPlace::Nowhere) => continue,
                    Some(SaidPlace::Column(column)) => {
                        fields.push(FieldGuess { field, found: self.candidate(column, Vec::new()) });
                        continue;
                    }
                }
                let keys = aliases::keys(aliases::field(field));
                let mut found = self.candidates(&keys, &[by]);
                found.retain(|&column| !self.columns[column].is_plainly_times());
                found.sort_by_key(|&column| self.columns[column].values == 0);
                let Some((&column, others)) = found.split_first() else { continue };
                self.header.take(column);
                let others = others.iter().map(|&other| self.name(other)).collect();
                fields.push(FieldGuess { field, found: self.candidate(column, others) });
            }
        }
        for guess in &mut fields {
            let free: Vec<String> = self.free().map(|column| self.name(column)).collect();
            guess.found.others.retain(|other| free.contains(other));
        }
        fields.sort_by_key(|guess| Fields::BUILT_IN.iter().position(|name| *name == guess.field));
        fields
    }

    /// The values of the severity with their counts, in a plausible order.
    fn severities(&mut self, fields: &[FieldGuess]) -> Vec<SeverityFound> {
        let Some(FieldGuess { found, .. }) = fields.iter().find(|guess| guess.field == "severity") else {
            self.doubts.push(Doubt::NoSeverity);
            return Vec::new();
        };
        if !found.others.is_empty() {
            let (column, others) = (found.column.clone(), found.others.clone());
            self.doubts.push(Doubt::SeveralColumns { name: "severity", column, others });
        }
        let Some(place) = self.names.iter().position(|name| *name == found.column) else { return Vec::new() };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in self.rows.iter().filter_map(|row| row.get(place)) {
            if !self.notation.is_missing(cell) {
                *counts.entry(cell.trim()).or_default() += 1;
            }
        }
        let found = counts
            .into_iter()
            .map(|(value, count)| SeverityFound { value: value.to_owned(), count })
            .collect();
        let (severities, doubt) = severity::in_order(found);
        self.doubts.extend(doubt);
        severities
    }

    /// Whether the times of the stages, whose columns are taken by now, say their offset.
    pub(super) fn offsets(&mut self) -> Offsets {
        let taken = (0..self.columns.len()).filter(|&column| self.header.is_taken(column));
        let times = taken.map(|column| &self.columns[column]).filter(|column| column.holds_times());
        let (all, with) =
            times.fold((0, 0), |(all, with), column| (all + column.times, with + column.with_offset));
        match with {
            _ if all == 0 => Offsets::NoTimes,
            0 => {
                self.doubts.push(Doubt::NoOffset);
                Offsets::None
            }
            with if with == all => Offsets::All,
            _ => {
                self.doubts.push(Doubt::SomeOffsets);
                Offsets::Some
            }
        }
    }

    /// The format to write into the policy where dates have the day and the month as numbers:
    /// also where this sample proves it, since the next export may not.
    pub(super) fn day_order(&mut self, evidence: DayOrderEvidence) -> Option<DayOrderGuess> {
        let found = evidence.found();
        if found == Found::Contradictory {
            self.doubts.push(Doubt::DayOrderContradictory);
            return None;
        }
        if found == Found::None && !evidence.matters() {
            return None;
        }
        let taken = (0..self.columns.len()).filter(|&column| self.header.is_taken(column));
        let example = taken.filter_map(|column| {
            let column = &self.columns[column];
            column.example.clone().filter(|cell| column.holds_times() && has_two_small_numbers(cell))
        });
        let example = example.into_iter().next()?;
        let order = match found {
            Found::Order(order) => order,
            _ if self.said.day_order.is_some() => self.said.day_order?,
            _ if example.to_ascii_lowercase().ends_with('m') => DayOrder::MonthFirst,
            _ => DayOrder::DayFirst,
        };
        let time_format = format_of(&example, order)?;
        let is_proven = found != Found::None;
        if !is_proven && self.said.day_order.is_none() {
            let (example, time_format) = (example.clone(), time_format.clone());
            self.doubts.push(Doubt::DayOrderUnknown { example, time_format });
        }
        Some(DayOrderGuess { order, is_proven, time_format, example })
    }
}

fn has_two_small_numbers(cell: &str) -> bool {
    [DayOrder::DayFirst, DayOrder::MonthFirst].into_iter().any(|order| format_of(cell, order).is_some())
}

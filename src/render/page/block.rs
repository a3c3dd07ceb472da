use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::Span;
use crate::render::chart::Picture;

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) enum Block {
    /// What the page is called.
    Title(String),
    /// What a part is called.
    Heading(String),
    /// Names and what holds of them, each on one or more lines.
    Facts(Vec<(&'static str, Vec<String>)>),
    /// Rows of cells.
    Table(Table),
    /// A sentence.
    Line(String, Tone),
    /// Several of a kind.
    List(Vec<String>),
    /// A picture of what the tables beside it say; only drawn where there are pictures.
    Picture(Box<Picture>),
}

/// Rows of cells below named columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::render) struct Table {
    /// The columns.
    pub(in crate::render) columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub(in crate::render) rows: Vec<Vec<Cell>>,
    /// Where a table that is too wide is cut in two; both parts begin with the first column.
    pub(in crate::render) cut: Option<usize>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Column {
    /// What it is called.
    pub(in crate::render) title: Cow<'static, str>,
    /// To which side its cells lean.
    pub(in crate::render) align: Align,
    /// The least width its cells may be cut to; `None` where they must stay whole.
    pub(in crate::render) least: Option<usize>,
    /// The same where nothing more can be left out of the table.
    pub(in crate::render) at_worst: Option<usize>,
    /// When it is left out of a table that is too wide, the lowest first; `None` for never.
    pub(in crate::render) left_out: Option<u8>,
    /// Whether its cells are drawn with characters, where there are no pictures: bars and such, which
    /// say nothing that doesn't stand in another column.
    pub(in crate::render) drawn: bool,
}

/// The side that cells lean to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Align {
    Left,
    Right,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Cell {
    /// What it says.
    pub(in crate::render) text: String,
    /// The same in short, for a table that is too wide.
    pub(in crate::render) short: Option<String>,
    /// How it is meant.
    pub(in crate::render) tone: Tone,
    /// What it says, for those who reckon and sort; `None` where it is but a text.
    pub(in crate::render) value: Option<Value>,
}

/// What a cell says, for those who reckon and sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::render) enum Value {
    /// So many.
    Count(u64),
    /// More or fewer than nothing.
    Difference(i64),
    /// A share in tenths of a percent, rounded down as it is shown.
    PerMille(u64),
    /// A length of time.
    Span(Span),
    /// A local time in the policy's zone.
    Moment(NaiveDateTime),
    /// A day.
    Day(NaiveDate),
}

/// How a text is meant, which colours may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) enum Tone {
    Plain,
    Strong,
    Good,
    Bad,
    Warning,
    Faint,
}

impl Column {
    /// The turn of a column that says nothing in any row.
    pub(in crate::render) const EMPTY: u8 = 0;

    const fn new(title: Cow<'static, str>, align: Align) -> Self {
        Self { title, align, least: None, at_worst: None, left_out: None, drawn: false }
    }

    /// A column of numbers that is called as the policy has it.
    pub(in crate::render) const fn named(title: String) -> Self {
        Self::new(Cow::Owned(title), Align::Right)
    }

    /// A column of bars drawn with characters.
    pub(in crate::render) const fn drawn(title: &'static str) -> Self {
        let mut column = Self::new(Cow::Borrowed(title), Align::Left);
        column.drawn = true;
        column
    }

    /// A column of texts.
    pub(in crate::render) const fn left(title: &'static str) -> Self {
        Self::new(Cow::Borrowed(title), Align::Left)
    }

    /// A column of numbers.
    pub(in crate::render) const fn right(title: &'static str) -> Self {
        Self::new(Cow::Borrowed(title), Align::Right)
    }

    /// Its cells may be cut, but not below this width.
    pub(in crate::render) const fn at_least(mut self, width: usize) -> Self {
        self.least = Some(width);
        self
    }

    /// Its cells may be cut to this width rather than make a table too wide.
    pub(in crate::render) const fn at_worst(mut self, width: usize) -> Self {
        self.at_worst = Some(width);
        self
    }

    /// It may be left out of a table that is too wide, in this turn.
    pub(in crate::render) const fn left_out(mut self, turn: u8) -> Self {
        self.left_out = Some(turn);
        self
    }
}

impl Cell {
    /// A cell that says this.
    pub(in crate::render) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), short: None, tone: Tone::Plain, value: None }
    }

    /// With what it says, for those who reckon and sort.
    pub(in crate::render) const fn value(mut self, value: Value) -> Self {
        self.value = Some(value);
        self
    }

    /// Meant in this way.
    pub(in crate::render) const fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// With a shorter way to say it.
    pub(in crate::render) fn short(mut self, short: impl Into<String>) -> Self {
        self.short = Some(short.into());
        self
    }
}

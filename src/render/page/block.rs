/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    pub(in crate::render) title: &'static str,
    /// To which side its cells lean.
    pub(in crate::render) align: Align,
    /// The least width its cells may be cut to; `None` where they must stay whole.
    pub(in crate::render) least: Option<usize>,
    /// The same where nothing more can be left out of the table.
    pub(in crate::render) at_worst: Option<usize>,
    /// When it is left out of a table that is too wide, the lowest first; `None` for never.
    pub(in crate::render) left_out: Option<u8>,
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

    /// A column of texts.
    pub(in crate::render) const fn left(title: &'static str) -> Self {
        Self { title, align: Align::Left, least: None, at_worst: None, left_out: None }
    }

    /// A column of numbers.
    pub(in crate::render) const fn right(title: &'static str) -> Self {
        Self { title, align: Align::Right, least: None, at_worst: None, left_out: None }
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
        Self { text: text.into(), short: None, tone: Tone::Plain }
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

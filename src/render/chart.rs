//! Pictures of numbers, as values that don't know yet how they will be drawn. Each number in them
//! stands in a table beside them, too.

/// A picture with its text alternative.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct Picture {
    /// What it is called.
    pub(in crate::render) title: String,
    /// What it shows, in a sentence or two, for those who don't see it.
    pub(in crate::render) description: String,
    /// What is drawn.
    pub(in crate::render) chart: Chart,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) enum Chart {
    /// Rates over periods, against their goals.
    Trend(Trend),
    /// Bars, the highest first, with the share that they make together with those before.
    Pareto(Vec<Bar>),
    /// Bars of classes that follow each other.
    Histogram(Vec<Bar>),
    /// How much falls into each hour of the week.
    Week(Box<WeekGrid>),
    /// Which part of the time went where, as one bar of stretches.
    Stretches(Vec<Bar>),
}

/// Rates over periods.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct Trend {
    /// The periods, the oldest first.
    pub(in crate::render) periods: Vec<String>,
    /// A line for each objective.
    pub(in crate::render) lines: Vec<TrendLine>,
}

/// The rates of one objective.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct TrendLine {
    /// The objective.
    pub(in crate::render) name: String,
    /// The goal, from 0 to 1.
    pub(in crate::render) goal: Option<f64>,
    /// The goal as people read it.
    pub(in crate::render) goal_shown: String,
    /// By period; `None` where nothing was judged.
    pub(in crate::render) points: Vec<Option<TrendPoint>>,
}

/// One rate.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct TrendPoint {
    /// From 0 to 1.
    pub(in crate::render) rate: f64,
    /// As people read it.
    pub(in crate::render) shown: String,
    /// Whether the goal was reached, where there is one.
    pub(in crate::render) reached: Option<bool>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct Bar {
    /// What it stands for.
    pub(in crate::render) label: String,
    /// Its length, in the unit of all of them; never less than nothing.
    pub(in crate::render) value: f64,
    /// Its length as people read it.
    pub(in crate::render) shown: String,
    /// How it is meant.
    pub(in crate::render) tone: super::page::Tone,
}

/// How much falls into each hour of the week.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::render) struct WeekGrid {
    /// The names of the days, Monday first.
    pub(in crate::render) days: [&'static str; 7],
    /// By day, then by hour.
    pub(in crate::render) counts: [[u64; 24]; 7],
}

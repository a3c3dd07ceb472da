use std::collections::BTreeMap;

use crate::domain::{ExclusionIndex, FieldId, Instant, ObjectiveIndex};

/// Something that exports tell of the policy they were judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyFinding {
    /// No incident fits the `when` of this target.
    UnmatchedTarget(ObjectiveIndex, usize),
    /// Incidents fit its `when`, but it decides about none of them.
    IdleTarget(ObjectiveIndex, usize, TargetUse),
    /// No target is for these incidents: severity by its name in the policy, service, customer.
    Uncovered(ObjectiveIndex, Top<[String; 3]>),
    /// The exports write names of a field in several ways that the policy takes for one: the ways,
    /// the most frequent first, of the names with most incidents, and how many more names there are.
    Spellings {
        /// The field.
        field: FieldId,
        /// The ways to write a name, each with its incidents.
        names: Vec<Vec<Counted<String>>>,
        /// How many more names are written in several ways.
        more: usize,
        /// Where the policy uses the field.
        spot: PolicySpot,
    },
    /// A pattern is written otherwise than every value that it fits.
    OtherSpelling(PatternUse, Top<String>),
    /// No incident has this value, but some have one like it: those that are most like it.
    NearValue(PatternUse, Vec<Counted<String>>),
    /// A field has more values than were looked at.
    ManyValues {
        /// The field.
        field: FieldId,
        /// How many of them were looked at.
        looked_at: usize,
        /// Where the policy uses the field.
        spot: PolicySpot,
    },
    /// A calendar has no hours between the opening of the first incident and a week after that of
    /// the last.
    NoHours(usize, Instant, Instant),
    /// A table of holidays doesn't reach as far as the incidents.
    HolidayYears {
        /// The calendar.
        calendar: usize,
        /// The table, by its place among the calendar's sources.
        source: usize,
        /// The first and the last year that it speaks of.
        known: (i32, i32),
        /// The years in which the first and the last incident were opened.
        asked: (i32, i32),
    },
    /// The incidents of some months are so few that not one of them may miss the objective.
    StrictGoal {
        /// The objective.
        objective: ObjectiveIndex,
        /// The first and the last of these months: `2026-10`.
        months: (String, String),
        /// How many such months there are, and how many with judged incidents.
        count: (usize, usize),
        /// The fewest and the most judged incidents that one of them has.
        judged: (u64, u64),
        /// The fewest judged incidents of which one may miss it.
        needed: u64,
    },
    /// An exclusion changed nothing about any incident; so many fit its `when`.
    IdleExclusion(ExclusionIndex, u64),
    /// The exports have severities that the scale doesn't list. Empty: incidents without one.
    UnlistedSeverities(Top<String>),
    /// No team answers for incidents of these customers.
    NoTeam(Top<String>),
    /// No row has an activity that the policy gives a meaning.
    UnusedActivity {
        /// As the policy writes it.
        activity: String,
        /// The parts of the policy that name it, in the order stages, pauses, reopenings.
        spots: Vec<PolicySpot>,
        /// The activities that are most like it, with the rows that have them.
        near: Vec<Counted<String>>,
    },
}

/// A place in the policy that a finding is about, by places in the lists of [`crate::domain::Policy`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PolicySpot {
    /// The scale of severities.
    Severities,
    /// What exports write for one of the severities.
    Severity(usize),
    /// An objective.
    Objective(ObjectiveIndex),
    /// The goal of an objective.
    Goal(ObjectiveIndex),
    /// A target of an objective.
    Target(ObjectiveIndex, usize),
    /// A calendar.
    Calendar(usize),
    /// A source of a calendar's holidays.
    Holidays(usize, usize),
    /// An exclusion.
    Exclusion(ExclusionIndex),
    /// The teams.
    Teams,
    /// A team.
    Team(usize),
    /// The activities that reach a stage, by the place in [`crate::domain::EventRows::stages`].
    Reaching(usize),
    /// The activity that begins a pause.
    PauseBegin(usize),
    /// The activities that end a pause.
    PauseEnd(usize),
    /// The activities that take a resolution back.
    Reopens,
}

/// A pattern, and where the policy has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternUse {
    /// The field that it is compared with.
    pub field: FieldId,
    /// As it is written.
    pub text: String,
    /// The parts of the policy that have it, in their order.
    pub spots: Vec<PolicySpot>,
}

impl PatternUse {
    /// Whether a part of the policy has both; the severities are one part.
    pub(super) fn stand_together(&self, other: &Self) -> bool {
        let is_scale = |one: &Self| one.spots.iter().any(|spot| matches!(spot, PolicySpot::Severity(_)));
        self.spots.iter().any(|spot| other.spots.contains(spot)) || is_scale(self) && is_scale(other)
    }
}

/// A value, and how many incidents have it; of an activity, how many rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted<T> {
    /// The value.
    pub value: T,
    /// How many incidents, or rows.
    pub incidents: u64,
}

/// The most frequent of several values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Top<T> {
    /// The most frequent first, at most [`Top::LISTED`].
    pub listed: Vec<Counted<T>>,
    /// How many values there are.
    pub values: usize,
    /// How many incidents have any of them.
    pub incidents: u64,
    /// Whether there are more values than were counted apart; `incidents` has them all.
    pub is_partial: bool,
}

impl<T> Top<T> {
    /// How many are listed.
    pub const LISTED: usize = 10;

    /// How many values are not listed.
    #[must_use]
    pub fn more(&self) -> usize {
        self.values - self.listed.len()
    }
}

/// What became of the incidents that fit a target's `when`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetUse {
    /// How many there are.
    pub fits: u64,
    /// It decided about so many of them.
    pub decided: u64,
    /// Opened before its `since`.
    pub early: u64,
    /// Opened at or after its `until`.
    pub late: u64,
    /// Dropped by an exclusion.
    pub dropped: u64,
    /// It can't be told, as the time at which they were opened can't be read.
    pub untold: u64,
    /// An earlier target of the objective, by its place, decided about so many.
    pub behind: BTreeMap<usize, u64>,
}

impl TargetUse {
    pub(super) fn merge(&mut self, other: &Self) {
        self.fits += other.fits;
        self.decided += other.decided;
        self.early += other.early;
        self.late += other.late;
        self.dropped += other.dropped;
        self.untold += other.untold;
        for (&place, count) in &other.behind {
            *self.behind.entry(place).or_default() += count;
        }
    }
}

use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal,)+) => {
        /// The kinds of faults.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The name that is printed, such as `unknown-key`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// What it means, in a sentence.
            #[must_use]
            pub const fn description(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// The file is not UTF-8.
    NotUtf8 = "not-utf8",
    /// The file is not TOML, or not JSON.
    Syntax = "syntax",
    /// A key stands twice in the same table.
    DuplicateKey = "duplicate-key",
    /// The file follows a schema that this version does not know.
    Schema = "schema",
    /// Nothing has this key.
    UnknownKey = "unknown-key",
    /// The key or value is part of the format, but this version does not do what it asks for.
    NotSupported = "not-supported",
    /// A key that must be there is missing.
    MissingKey = "missing-key",
    /// A text stands where a list belongs, or the like.
    WrongType = "wrong-type",
    /// The type is right, but the value is not among those that can be used.
    BadValue = "bad-value",
    /// A list or a text has nothing in it.
    Empty = "empty",
    /// The policy has more of something than `slo` can hold.
    TooMany = "too-many",
    /// There is no time zone of this name.
    UnknownZone = "unknown-zone",
    /// There is no stage of this name.
    UnknownStage = "unknown-stage",
    /// There is no field of this name.
    UnknownField = "unknown-field",
    /// There is no severity of this name in `severities`.
    UnknownSeverity = "unknown-severity",
    /// There is no calendar of this name.
    UnknownCalendar = "unknown-calendar",
    /// A calendar doesn't go with what is promised, or what is promised needs one.
    Calendar = "calendar",
    /// Hours hold twice at the same time.
    Overlap = "overlap",
    /// A file of holidays can't be read, or can't be used as it is.
    HolidayFile = "holiday-file",
    /// Pauses would be counted twice, or can't be counted for sure.
    Pauses = "pauses",
    /// Two severities claim the same value.
    DuplicateSeverity = "duplicate-severity",
    /// A clock would run backwards, or in a circle.
    StageOrder = "stage-order",
    /// A target has not exactly one of `within`, `by` and `exempt`.
    Promise = "promise",
    /// A period ends before it begins.
    EmptyPeriod = "empty-period",
    /// Every incident that it is meant for is taken by something before it.
    Unreachable = "unreachable",
    /// Nothing uses it, or it changes nothing.
    Unused = "unused",
    /// The policy promises nothing.
    NoObjectives = "no-objectives",
    /// A cause asks for a fix, but not for which.
    NoImprovement = "no-improvement",
    /// A name is so near to another one that it is probably misspelt.
    NearName = "near-name",
    /// No incident of the exports fits a target.
    UnmatchedTarget = "unmatched-target",
    /// Incidents of the exports fit a target, but it decides about none.
    IdleTarget = "idle-target",
    /// Incidents of the exports fit no target of an objective.
    Uncovered = "uncovered",
    /// The exports write one name in several ways.
    Spellings = "spellings",
    /// The exports write a name in another way than the policy.
    OtherSpelling = "other-spelling",
    /// No incident has a value, but some have one nearly like it.
    NearValue = "near-value",
    /// The exports have more values of a field than are looked at.
    ManyValues = "many-values",
    /// A calendar has no hours while the incidents were opened.
    NoHours = "no-hours",
    /// A table of holidays does not reach as far as the incidents.
    HolidayYears = "holiday-years",
    /// The incidents of a month are so few that not one may miss the goal.
    StrictGoal = "strict-goal",
    /// An exclusion changed nothing about any incident.
    IdleExclusion = "idle-exclusion",
    /// The exports have severities that the scale does not list.
    UnlistedSeverity = "unlisted-severity",
    /// No team answers for some customers.
    NoTeam = "no-team",
    /// No row of the exports has an activity that the policy names.
    UnusedActivity = "unused-activity",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_name_of_its_own_and_a_sentence() {
        let mut ids: Vec<_> = Code::ALL.iter().map(|code| code.id()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Code::ALL.len());
        for code in Code::ALL {
            let sentence = code.description();
            assert!(sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'), "{sentence}");
        }
    }
}

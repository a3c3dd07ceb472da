/// A holiday table that doesn't reach as far as the incidents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsureHolidays {
    /// The calendar, by its name in the policy.
    pub calendar: String,
    /// The table, as the policy names it.
    pub source: String,
    /// The first and the last year that it knows.
    pub known: (i32, i32),
    /// The first and the last year in which incidents were opened.
    pub asked: (i32, i32),
}

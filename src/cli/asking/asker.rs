/// Asks a person, one question at a time. `None` is a person who leaves without answering.
pub(in crate::cli) trait Asker {
    /// Has one of several chosen; gives its place.
    fn choose(&mut self, choice: &Choice<'_>) -> anyhow::Result<Option<usize>>;

    /// Has a line of text written.
    fn write(&mut self, blank: &Blank<'_>) -> anyhow::Result<Option<String>>;
}

/// A question that one of several things answers.
pub(in crate::cli) struct Choice<'a> {
    pub(in crate::cli) question: &'a str,
    /// What can be chosen; never nothing.
    pub(in crate::cli) entries: Vec<Entry>,
    /// The place of the one that is chosen by just pressing Enter.
    pub(in crate::cli) start: usize,
    /// Which keys do what.
    pub(in crate::cli) help: &'a str,
}

/// What can be chosen.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Entry {
    /// What the list shows.
    pub(in crate::cli) shown: String,
    /// What remains on the screen once it is chosen.
    pub(in crate::cli) answer: String,
    /// What typed text is looked for in, in the form that [`crate::domain::normal`] gives.
    pub(in crate::cli) found_by: String,
    /// Whether it stays in the list, behind what was found, whatever is typed.
    pub(in crate::cli) stays: bool,
}

/// A question that a line of text answers.
pub(in crate::cli) struct Blank<'a> {
    pub(in crate::cli) question: &'a str,
    /// What stands there to begin with.
    pub(in crate::cli) initial: &'a str,
    /// Lines that can be taken over.
    pub(in crate::cli) suggestions: Vec<String>,
    /// What is said where nothing is written; `None` where that is an answer.
    pub(in crate::cli) required: Option<&'a str>,
    /// Which keys do what.
    pub(in crate::cli) help: &'a str,
}

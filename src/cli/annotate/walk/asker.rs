/// Asks a person, one question at a time. `None` is a person who leaves without answering.
pub(super) trait Asker {
    /// Has one of several chosen; gives its place.
    fn choose(&mut self, choice: &Choice<'_>) -> anyhow::Result<Option<usize>>;

    /// Has a line of text written.
    fn write(&mut self, blank: &Blank<'_>) -> anyhow::Result<Option<String>>;
}

/// A question that one of several things answers.
pub(super) struct Choice<'a> {
    pub(super) question: &'a str,
    /// What can be chosen; never nothing.
    pub(super) entries: Vec<Entry>,
    /// The place of the one that is chosen by just pressing Enter.
    pub(super) start: usize,
    /// Which keys do what.
    pub(super) help: &'a str,
}

/// What can be chosen.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// What the list shows.
    pub(super) shown: String,
    /// What remains on the screen once it is chosen.
    pub(super) answer: String,
    /// What typed text is looked for in, in the form that [`crate::domain::normal`] gives.
    pub(super) found_by: String,
    /// Whether it stays in the list, behind what was found, whatever is typed.
    pub(super) stays: bool,
}

/// A question that a line of text answers.
pub(super) struct Blank<'a> {
    pub(super) question: &'a str,
    /// What stands there to begin with.
    pub(super) initial: &'a str,
    /// Lines that can be taken over.
    pub(super) suggestions: Vec<String>,
    /// What is said where nothing is written; `None` where that is an answer.
    pub(super) required: Option<&'a str>,
    /// Which keys do what.
    pub(super) help: &'a str,
}

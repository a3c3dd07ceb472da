use super::messages;

messages! {
    meant(names: &str): en "did you mean {names}?", ja "もしかして: {names}";
    /// Between two names of which one is meant.
    between(): en " or ", ja "、";
}

/// Which of these names was perhaps meant; there is at least one.
pub(crate) fn did_you_mean<N: AsRef<str>>(near: &[N]) -> String {
    meant(&quoted(near, &between()))
}

/// All of these names, each between backticks.
pub(crate) fn all_quoted<N: AsRef<str>>(names: &[N]) -> String {
    quoted(names, ", ")
}

fn quoted<N: AsRef<str>>(names: &[N], between: &str) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(between)
}

use std::path::PathBuf;

/// Where an export comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, as the user named it.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

impl Input {
    /// The name in messages and reports; `-` for standard input.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
        }
    }
}

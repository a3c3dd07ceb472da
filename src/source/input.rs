use std::path::PathBuf;

use super::KeptInput;

/// Where an export comes from.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file, as the user named it.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// A copy of what can be read only once.
    Kept(KeptInput),
}

impl Input {
    /// The name in messages and reports; `-` for standard input.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Stdin => "-".to_owned(),
            Self::Kept(kept) => kept.name.clone(),
        }
    }
}

use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Label, Level};

/// The faults found so far: reading goes on after each, so that all are shown at once.
pub(super) struct Faults<'p> {
    path: &'p Path,
    found: Vec<Diagnostic>,
}

impl<'p> Faults<'p> {
    pub(super) const fn new(path: &'p Path) -> Self {
        Self { path, found: Vec::new() }
    }

    /// Notes an error and hands it back, for help and further labels.
    pub(super) fn error(
        &mut self,
        code: Code,
        message: impl Into<String>,
        primary: Label,
    ) -> &mut Diagnostic {
        self.found.push_mut(Diagnostic::error(code, message, self.path, primary))
    }

    /// Notes a warning and hands it back, for help and further labels.
    pub(super) fn warning(
        &mut self,
        code: Code,
        message: impl Into<String>,
        primary: Label,
    ) -> &mut Diagnostic {
        let warning = self.error(code, message, primary);
        warning.level = Level::Warning;
        warning
    }

    /// All of them in the order of the file; whether an error is among them.
    pub(super) fn into_sorted(mut self) -> (Vec<Diagnostic>, bool) {
        self.found.sort_by_key(|fault| fault.primary.span.start);
        let fatal = self.found.iter().any(|fault| fault.level == Level::Error);
        (self.found, fatal)
    }
}

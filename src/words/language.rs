use std::sync::atomic::{AtomicBool, Ordering};

use crate::domain::Language;

/// Like the locale of a process: set at the edge, read wherever a fault is put into words, which may be
/// in any thread that reads an export.
static JAPANESE: AtomicBool = AtomicBool::new(false);

/// The language of messages. English until another is set.
#[must_use]
pub(crate) fn language() -> Language {
    if JAPANESE.load(Ordering::Relaxed) { Language::Japanese } else { Language::English }
}

/// Sets the language of messages.
pub(crate) fn speak(language: Language) {
    JAPANESE.store(language == Language::Japanese, Ordering::Relaxed);
}

use crate::domain::{EntryKind, Language};
use crate::words::ledger_entries::Words;

/// What people call a kind of ledger entry.
pub(super) const fn kind_word(kind: EntryKind, language: Language) -> &'static str {
    Words::of(language).kind(kind)
}

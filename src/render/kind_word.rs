use crate::domain::{EntryKind, Language};

/// What people call a kind of ledger entry.
pub(super) const fn kind_word(kind: EntryKind, language: Language) -> &'static str {
    match language {
        Language::Japanese => match kind {
            EntryKind::Breach => "SLO 未達",
            EntryKind::BreachAmended => "未達の変更",
            EntryKind::BreachWithdrawn => "未達の取り消し",
            EntryKind::Annotation => "記入",
            EntryKind::AnnotationRetracted => "記入の取り消し",
            EntryKind::Decision => "修正要否の判断",
            EntryKind::Request => "改善依頼",
            EntryKind::RequestStatus => "依頼の進み",
            EntryKind::Check => "チェック",
            EntryKind::Report => "レポート",
        },
        Language::English => match kind {
            EntryKind::Breach => "breach",
            EntryKind::BreachAmended => "breach amended",
            EntryKind::BreachWithdrawn => "breach withdrawn",
            EntryKind::Annotation => "annotation",
            EntryKind::AnnotationRetracted => "annotation retracted",
            EntryKind::Decision => "decision",
            EntryKind::Request => "request",
            EntryKind::RequestStatus => "request status",
            EntryKind::Check => "check",
            EntryKind::Report => "report",
        },
    }
}

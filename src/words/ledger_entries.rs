use super::texts;
use crate::domain::EntryKind;

texts! {
    /// The kinds of ledger entries.
    pub(crate) struct Words;
    breach: en "breach", ja "SLO 未達";
    breach_amended: en "breach amended", ja "未達の変更";
    breach_withdrawn: en "breach withdrawn", ja "未達の取り消し";
    annotation: en "annotation", ja "記入";
    annotation_retracted: en "annotation retracted", ja "記入の取り消し";
    decision: en "decision", ja "修正要否の判断";
    request: en "request", ja "改善依頼";
    request_status: en "request status", ja "依頼の進み";
    check: en "check", ja "チェック";
    report: en "report", ja "レポート";
}

impl Words {
    /// What people call a kind of entry.
    pub(crate) const fn kind(&self, kind: EntryKind) -> &'static str {
        match kind {
            EntryKind::Breach => self.breach,
            EntryKind::BreachAmended => self.breach_amended,
            EntryKind::BreachWithdrawn => self.breach_withdrawn,
            EntryKind::Annotation => self.annotation,
            EntryKind::AnnotationRetracted => self.annotation_retracted,
            EntryKind::Decision => self.decision,
            EntryKind::Request => self.request,
            EntryKind::RequestStatus => self.request_status,
            EntryKind::Check => self.check,
            EntryKind::Report => self.report,
        }
    }
}

use crate::domain::Language;
use crate::render::words::count;

/// The words of one language. Those with values in them are functions.
pub(super) struct Words {
    pub(super) ledger: &'static str,
    pub(super) entries: &'static str,
    pub(super) incidents: &'static str,
    pub(super) period: &'static str,
    pub(super) span: fn(first: &str, last: &str, zone: &str) -> String,
    pub(super) digest: &'static str,
    pub(super) content_digest: &'static str,
    pub(super) repeated: &'static str,
    /// How many lines say again what earlier ones say, and the first of them.
    pub(super) repeated_lines: fn(lines: usize, some: &str) -> String,
    pub(super) clean: &'static str,
    pub(super) faults: fn(usize) -> String,
}

impl Words {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Japanese => &JAPANESE,
            Language::English => &ENGLISH,
        }
    }
}

const JAPANESE: Words = Words {
    ledger: "台帳",
    entries: "記録",
    incidents: "インシデント",
    period: "期間",
    span: |first, last, zone| format!("{first} から {last} まで（{zone}）"),
    digest: "SHA-256",
    content_digest: "内容の SHA-256",
    repeated: "重複した行",
    repeated_lines: |lines, some| {
        format!("{} 行: {some}。台帳を統合するとできるもので、問題ありません", count(lines as u64))
    },
    clean: "誤りはありません",
    faults: |faults| format!("誤りがあります: {} 件", count(faults as u64)),
};

const ENGLISH: Words = Words {
    ledger: "ledger",
    entries: "entries",
    incidents: "incidents",
    period: "written",
    span: |first, last, zone| format!("from {first} to {last} ({zone})"),
    digest: "digest",
    content_digest: "content digest",
    repeated: "repeated lines",
    repeated_lines: |lines, some| {
        format!("{} ({some}): joined ledgers have them, and each counts once", count(lines as u64))
    },
    clean: "no faults",
    faults: |faults| format!("{} {}", count(faults as u64), if faults == 1 { "fault" } else { "faults" }),
};

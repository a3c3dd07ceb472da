use super::count::count;
use super::texts;

texts! {
    /// The words of `slo ledger verify`.
    pub(crate) struct Words;
    ledger: en "ledger", ja "台帳";
    entries: en "entries", ja "記録";
    incidents: en "incidents", ja "インシデント";
    period: en "written", ja "期間";
    span(first: &str, last: &str, zone: &str):
        en "from {first} to {last} ({zone})",
        ja "{first} から {last} まで（{zone}）";
    digest: en "digest", ja "ダイジェスト";
    content_digest: en "content digest", ja "内容のダイジェスト";
    repeated: en "repeated lines", ja "重複した行";
    /// How many lines say again what earlier ones say, and the first of them.
    repeated_lines(lines: &str, some: &str):
        en "{lines} ({some}): joined ledgers have them, and each counts once",
        ja "{lines} 行: {some}。台帳を統合するとできるもので、問題ありません";
    clean: en "no faults", ja "誤りはありません";
    faults(faults: usize) -> String: en english_faults, ja japanese_faults;
}

fn english_faults(faults: usize) -> String {
    format!("{} {}", count(faults as u64), if faults == 1 { "fault" } else { "faults" })
}

fn japanese_faults(faults: usize) -> String {
    format!("誤りがあります: {} 件", count(faults as u64))
}

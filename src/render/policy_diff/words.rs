use crate::domain::Language;

/// The words of one language that other pages don't have.
pub(super) struct Words {
    pub(super) old: &'static str,
    pub(super) new: &'static str,
    /// A policy: its name, its path and the beginning of its SHA-256.
    pub(super) policy: fn(name: &str, path: &str, sha256: &str) -> String,
    pub(super) compared: fn(incidents: &str) -> String,
    pub(super) only_old: fn(incidents: &str) -> String,
    pub(super) only_new: fn(incidents: &str) -> String,
    pub(super) rate_before: &'static str,
    pub(super) rate_after: &'static str,
    pub(super) breached_before: &'static str,
    pub(super) breached_after: &'static str,
    pub(super) added: &'static str,
    pub(super) removed: &'static str,
    pub(super) by_customer: &'static str,
    /// Met before, breached after.
    pub(super) newly_breached: &'static str,
    /// Breached before, met after.
    pub(super) newly_met: &'static str,
    pub(super) others: &'static str,
    /// One kind of change and how often it comes.
    pub(super) other: fn(before: &str, after: &str, count: &str) -> String,
    /// What stands between several of them.
    pub(super) between: &'static str,
    pub(super) flips: &'static str,
    pub(super) verdict: &'static str,
    pub(super) no_flip: &'static str,
    pub(super) no_joint: &'static str,
    pub(super) showing: fn(shown: &str, all: &str) -> String,
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
    old: "変更前",
    new: "変更後",
    policy: |name, path, sha256| format!("{name}（{path}、sha256 {sha256}）"),
    compared: |incidents| format!("両方のポリシーで判定したインシデント {incidents} 件"),
    only_old: |incidents| format!("変更前のポリシーでだけ読めた {incidents} 件は比べていません"),
    only_new: |incidents| format!("変更後のポリシーでだけ読めた {incidents} 件は比べていません"),
    rate_before: "遵守率（前）",
    rate_after: "遵守率（後）",
    breached_before: "未達（前）",
    breached_after: "未達（後）",
    added: "追加",
    removed: "削除",
    by_customer: "顧客別の遵守率と判定の変化",
    newly_breached: "達成→未達",
    newly_met: "未達→達成",
    others: "そのほか",
    other: |before, after, count| format!("{before}→{after} {count}"),
    between: "、",
    flips: "判定が変わるインシデント（超過の大きい順）",
    verdict: "判定",
    no_flip: "判定が変わるインシデントはありません",
    no_joint: "両方のポリシーにある SLO がないため、比べられる判定がありません",
    showing: |shown, all| format!("{all} 件中 {shown} 件を表示（すべて見るには --all または --format csv）"),
};

const ENGLISH: Words = Words {
    old: "old",
    new: "new",
    policy: |name, path, sha256| format!("{name} ({path}, sha256 {sha256})"),
    compared: |incidents| format!("{incidents} incidents judged by both policies"),
    only_old: |incidents| format!("{incidents} that only the old policy reads are not compared"),
    only_new: |incidents| format!("{incidents} that only the new policy reads are not compared"),
    rate_before: "rate before",
    rate_after: "rate after",
    breached_before: "breached before",
    breached_after: "breached after",
    added: "added",
    removed: "removed",
    by_customer: "Compliance and verdicts that change, by customer",
    newly_breached: "met→breached",
    newly_met: "breached→met",
    others: "others",
    other: |before, after, count| format!("{before} → {after} {count}"),
    between: ", ",
    flips: "Incidents whose verdict changes, furthest over target first",
    verdict: "verdict",
    no_flip: "no verdict changes",
    no_joint: "the policies have no objective in common, so that there is no verdict to compare",
    showing: |shown, all| format!("showing {shown} of {all}; --all or --format csv for all"),
};

use super::texts;

texts! {
    /// The words of `slo policy diff` that other pages don't have.
    pub(crate) struct Words;
    old: en "old", ja "変更前";
    new: en "new", ja "変更後";
    /// A policy: its name, its path and the beginning of its SHA-256.
    policy(name: &str, path: &str, sha256: &str):
        en "{name} ({path}, sha256 {sha256})",
        ja "{name}（{path}、sha256 {sha256}）";
    compared(incidents: &str):
        en "{incidents} incidents judged by both policies",
        ja "両方のポリシーで判定したインシデント {incidents} 件";
    only_old(incidents: &str):
        en "{incidents} that only the old policy reads are not compared",
        ja "変更前のポリシーでだけ読めた {incidents} 件は比べていません";
    only_new(incidents: &str):
        en "{incidents} that only the new policy reads are not compared",
        ja "変更後のポリシーでだけ読めた {incidents} 件は比べていません";
    rate_before: en "rate before", ja "遵守率（前）";
    rate_after: en "rate after", ja "遵守率（後）";
    breached_before: en "breached before", ja "未達（前）";
    breached_after: en "breached after", ja "未達（後）";
    added: en "added", ja "追加";
    removed: en "removed", ja "削除";
    by_customer: en "Compliance and verdicts that change, by customer", ja "顧客別の遵守率と判定の変化";
    /// Met before, breached after.
    newly_breached: en "met→breached", ja "達成→未達";
    /// Breached before, met after.
    newly_met: en "breached→met", ja "未達→達成";
    others: en "others", ja "そのほか";
    /// One kind of change and how often it comes.
    other(before: &str, after: &str, count: &str):
        en "{before} → {after} {count}",
        ja "{before}→{after} {count}";
    /// What stands between several of them.
    between: en ", ", ja "、";
    flips: en "Incidents whose verdict changes, furthest over target first", ja "判定が変わるインシデント（超過の大きい順）";
    verdict: en "verdict", ja "判定";
    no_flip: en "no verdict changes", ja "判定が変わるインシデントはありません";
    no_joint:
        en "the policies have no objective in common, so that there is no verdict to compare",
        ja "両方のポリシーにある SLO がないため、比べられる判定がありません";
    showing(shown: &str, all: &str):
        en "showing {shown} of {all}; --all or --format csv for all",
        ja "{all} 件中 {shown} 件を表示（すべて見るには --all または --format csv）";
}

use super::objectives::condition;
use super::page::Page;
use super::sanitize;
use crate::domain::{Fix, Policy};

/// Causes, teams, requests and the ledger.
pub(super) fn write(policy: &Policy, page: &mut Page) {
    write_causes(policy, page);
    write_teams(policy, page);
    page.heading(page.pick("■ 改善依頼と台帳", "Requests and the ledger"));
    let drafts = beside(policy, &policy.escalation.drafts);
    page.line(
        page.pick(format!("  下書きのフォルダー: {drafts}"), format!("  Folder of the drafts: {drafts}")),
    );
    if let Some(span) = policy.escalation.reply_within {
        let span = page.duration(span);
        page.line(page.pick(
            format!("  回答を待つ期間: 依頼から {span}"),
            format!("  An answer is wanted within {span}"),
        ));
    }
    if let Some(template) = &policy.escalation.template {
        let template = beside(policy, template);
        page.line(page.pick(
            format!("  改善依頼のテンプレート: {template}"),
            format!("  Template of the requests: {template}"),
        ));
    }
    let ledger = policy.ledger.as_deref().unwrap_or_else(|| "slo-ledger.jsonl".as_ref());
    let ledger = beside(policy, ledger);
    page.line(page.pick(format!("  台帳: {ledger}"), format!("  Ledger: {ledger}")));
}

/// A path that the policy gives, from where the policy itself was found.
fn beside(policy: &Policy, path: &std::path::Path) -> String {
    sanitize(&policy.path.with_file_name(path).to_string_lossy()).into_owned()
}

fn write_causes(policy: &Policy, page: &mut Page) {
    page.heading(page.pick("■ 原因の分類（対応がなぜ遅れたか）", "Causes (why a response was slow)"));
    if policy.causes.is_empty() {
        page.line(page.pick("  定めていない。", "  None are listed."));
    }
    for cause in &policy.causes {
        let (id, title) = (&cause.id, sanitize(&cause.title));
        let fix = match cause.fix {
            Fix::Required => page.pick("修正が必要", "a fix is required"),
            Fix::NotRequired => page.pick("修正は不要", "no fix is required"),
            Fix::Review => {
                page.pick("修正要否の判断待ち（人が判断する）", "a person decides whether to fix it")
            }
        };
        page.line(page.pick(format!("  {title}（{id}）: {fix}"), format!("  {title} ({id}): {fix}")));
        if let Some(improvement) = &cause.improvement {
            for line in improvement.lines().filter(|line| !line.trim().is_empty()) {
                let line = sanitize(line);
                page.line(page.pick(format!("    改善依頼: {line}"), format!("    asked for: {line}")));
            }
        }
    }
}

fn write_teams(policy: &Policy, page: &mut Page) {
    page.heading(
        page.pick("■ 改善依頼の宛先（最初に当てはまったチーム）", "Teams (the first that matches is asked)"),
    );
    if policy.teams.is_empty() {
        page.line(page.pick("  定めていない。", "  None are listed."));
    }
    for (place, team) in policy.teams.iter().enumerate() {
        let (number, id, title) = (place + 1, &team.id, sanitize(&team.title));
        let when = condition(policy, &team.when, page)
            .unwrap_or_else(|| page.pick("すべてのインシデント", "every incident").to_owned());
        let contact = team.contact.as_deref().map(sanitize);
        let contact =
            contact.map(|contact| page.pick(format!("、連絡先 {contact}"), format!(", contact {contact}")));
        let contact = contact.unwrap_or_default();
        page.line(page.pick(
            format!("  {number}. {title}（{id}）: {when}{contact}"),
            format!("  {number}. {title} ({id}): {when}{contact}"),
        ));
    }
}

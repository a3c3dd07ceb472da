use std::fmt::Display;

use super::texts;
use crate::domain::Fix;

texts! {
    /// What a command says when it has done its work.
    pub(crate) struct Words;
    // Annotations and decisions; behind each stands what it leads to.
    annotated(incident: &str, cause: &str):
        en "{incident}: recorded the cause `{cause}`; ",
        ja "{incident}: 原因「{cause}」を記入しました。";
    decided(incident: &str): en "{incident}: recorded the decision; ", ja "{incident}: 判断を記録しました。";
    leads_to(fix: Fix, incident: &str) -> String: en english_leads_to, ja japanese_leads_to;
    /// The annotation in whose place another one stands now.
    superseded(cause: &str, reason: &str, by: &str, at: &str):
        en "  in place of: `{cause}`: {reason} ({by}, {at})",
        ja "  前の記入: 「{cause}」{reason}（{by}、{at}）";
    /// That a decision fell with the annotation it was about.
    void(fix: &str, why: &str, by: &str, at: &str):
        en "  with it the decision that {fix} no longer counts: {why} ({by}, {at})",
        ja "  この記入についての判断「{fix}」も無効になりました: {why}（{by}、{at}）";
    fix_needed: en "a fix is needed", ja "修正が必要";
    no_fix_needed: en "no fix is needed", ja "修正は不要";
    retracted(incident: &str):
        en "{incident}: took the annotation back; the ledger keeps what it said",
        ja "{incident}: 記入を取り消しました。経緯は台帳に残ります";
    /// An incident where only one objective is meant.
    only(incident: &str, objective: &str): en "{incident} (`{objective}`)", ja "{incident}（`{objective}`）";
    /// That no breach of such an incident waits for a cause.
    nothing_waits: en "no breach like this waits for a cause", ja "条件に合う、原因が未記入の SLO 未達はありません";
    // Requests.
    /// How far a request got.
    marked(request: &str, status: &str): en "{request}: marked `{status}`", ja "{request}: 「{status}」と記録しました";
    /// The same where something stands that came later and counts.
    marked_before(request: &str, status: &str, stands: &str):
        en "{request}: marked `{status}`; it is `{stands}` since, and stays so",
        ja "{request}: 「{status}」と記録しました。その後の「{stands}」はそのままです";
    // The ledger.
    /// What a check recorded.
    recorded(path: &dyn Display, new: usize, amended: usize, withdrawn: usize):
        en "recorded in `{path}`: {new} new, {amended} amended, {withdrawn} withdrawn",
        ja "台帳 `{path}` に記録しました: 新規 {new} 件、変更 {amended} 件、取り消し {withdrawn} 件";
    breaks_off(path: &dyn Display, line: u64):
        en "warning: `{path}` line {line}: breaks off, perhaps as the machine stopped while it was written; \
            everything before it was read, and the next write puts it aside",
        ja "警告: 台帳 `{path}` の {line} 行目が途中で切れています。書き込み中に機械が止まったのかもしれません。\
            それより前はすべて読みました。切れた行は、次に書き込むときに別のファイルへ移します";
    /// That the last line of a joined ledger breaks off.
    left_out(path: &dyn Display, line: u64):
        en "warning: `{path}` line {line}: breaks off, perhaps as the machine stopped while it was written; \
            it was left out",
        ja "警告: 台帳 `{path}` の {line} 行目が途中で切れているため、統合した台帳には入れていません。\
            書き込み中に機械が止まったのかもしれません";
    /// That a last line that had broken off was put into the file `aside`.
    put_aside(aside: &dyn Display):
        en "warning: the ledger's last line had broken off, perhaps when the machine stopped; it was put aside \
            in `{aside}`, and everything before it was kept",
        ja "警告: 台帳の最後の行が途中で切れていました。機械が止まったのかもしれません。\
            切れた行は `{aside}` に移し、それより前はすべて残しました";
    joined(path: &dyn Display, entries: usize) -> String: en english_joined, ja japanese_joined;
    /// That of answers given apart only some count, and of which incidents the others are.
    overruled(count: usize, incidents: &str) -> String: en english_overruled, ja japanese_overruled;
    between: en ", ", ja "、";
    and_more(rest: usize): en " and {rest} more", ja "、ほか {rest} 件";
    // Policies.
    /// That a policy was written, and what to type next.
    policy_written(path: &dyn Display, next: &str):
        en "wrote `{path}`; read it, then: {next}",
        ja "`{path}` を書き出しました。内容を確かめてから、次を実行してください: {next}";
    policy_is_right(path: &dyn Display, warnings: usize):
        en "{path}: no faults, {warnings} warnings; ",
        ja "{path}: 誤りはありません（警告 {warnings} 件）。";
    /// How much is in a policy.
    policy_holds(objectives: usize, targets: usize, causes: usize, teams: usize):
        en "{objectives} objectives with {targets} targets, {causes} causes, {teams} teams\n",
        ja "SLO {objectives} 件、目標 {targets} 件、原因 {causes} 件、チーム {teams} 件\n";
    /// With how many incidents a policy was compared, and how much is to be said of it therefore.
    policy_meets_exports(incidents: &str, findings: usize):
        en "{incidents} incidents, {findings} findings\n",
        ja "インシデント {incidents} 件、指摘 {findings} 件\n";
}

fn english_leads_to(fix: Fix, incident: &str) -> String {
    match fix {
        Fix::Required => "a fix is needed: `slo escalate --draft` writes the request".to_owned(),
        Fix::NotRequired => "no fix is needed".to_owned(),
        Fix::Review => format!(
            "whether a fix is needed is yet to be decided: `slo decide {incident} --fix yes|no --why TEXT`"
        ),
    }
}

fn japanese_leads_to(fix: Fix, incident: &str) -> String {
    match fix {
        Fix::Required => "修正が必要です。`slo escalate --draft` で改善依頼を下書きできます".to_owned(),
        Fix::NotRequired => "修正は不要です".to_owned(),
        Fix::Review => {
            format!("修正要否の判断待ちです。`slo decide {incident} --fix yes|no --why 理由` で決まります")
        }
    }
}

fn english_joined(path: &dyn Display, entries: usize) -> String {
    format!("joined in `{path}`: {entries} {}", if entries == 1 { "entry" } else { "entries" })
}

fn japanese_joined(path: &dyn Display, entries: usize) -> String {
    format!("統合した台帳（{entries} 件）を `{path}` に書き込みました")
}

fn english_overruled(count: usize, incidents: &str) -> String {
    let answers = if count == 1 { "answer is" } else { "answers are" };
    format!("{count} {answers} overruled by another ledger's: {incidents}; `slo ledger log ID` shows which")
}

fn japanese_overruled(count: usize, incidents: &str) -> String {
    format!(
        "別の台帳の記入が優先されるため、集計に使われなくなった記入・判断が {count} 件あります: {incidents}。\
         `slo ledger log ID` で確かめられます"
    )
}

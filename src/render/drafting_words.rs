//! What `slo escalate --draft` says beside what it writes.

use std::path::Path;

use super::request_words::status_word;
use super::sanitize;
use crate::domain::{Language, RequestStatus};

/// That a file tells of it already, and it is only recorded.
#[must_use]
pub fn draft_kept(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => {
            format!("{path} にすでに書かれているため、ファイルには触れず、台帳に記録しました")
        }
        Language::English => {
            format!("`{path}` tells of it already and is left as it is; it is recorded in the ledger")
        }
    }
}

/// That a request that was chosen by name is declined or done.
#[must_use]
pub fn request_is_over(request: &str, status: RequestStatus, language: Language) -> String {
    let (request, status) = (sanitize(request), status_word(status, language));
    match language {
        Language::Japanese => format!("{request} は「{status}」のため、何も書きませんでした"),
        Language::English => format!("{request} is `{status}`; nothing is written for it"),
    }
}

/// That no breach of an open request is left.
#[must_use]
pub fn no_breach_left(request: &str, language: Language) -> String {
    let request = sanitize(request);
    match language {
        Language::Japanese => format!(
            "{request} には、修正が必要な未達が残っていません。取りやめるには `slo escalate mark {request} declined`"
        ),
        Language::English => format!(
            "{request} has no breach left that calls for a fix; `slo escalate mark {request} declined` ends it"
        ),
    }
}

/// That the draft of an open request was not there any more.
#[must_use]
pub fn draft_was_gone(path: &Path, language: Language) -> String {
    let path = path.display();
    match language {
        Language::Japanese => format!("{path} がなくなっていたため、書き直しました"),
        Language::English => format!("`{path}` was gone and is written again"),
    }
}

/// That a draft which nobody edited was made anew with these incidents.
#[must_use]
pub fn draft_made_anew(path: &Path, incidents: &str, language: Language) -> String {
    let (path, incidents) = (path.display(), sanitize(incidents));
    match (language, incidents.is_empty()) {
        (Language::Japanese, false) => {
            format!("{path} は編集されていないため、その後の未達を含めて作り直しました: {incidents}")
        }
        (Language::Japanese, true) => format!("{path} は編集されていないため、作り直しました"),
        (Language::English, false) => {
            format!("`{path}`, which nobody had edited, is made anew with what came since: {incidents}")
        }
        (Language::English, true) => format!("`{path}`, which nobody had edited, is made anew"),
    }
}

/// That these incidents were added to a draft that somebody edited.
#[must_use]
pub fn draft_added_to(path: &Path, incidents: &str, language: Language) -> String {
    let (path, incidents) = (path.display(), sanitize(incidents));
    match language {
        Language::Japanese => format!(
            "{path} は編集されているため、本文には触れず、その後の未達を末尾の追記欄に加えました: {incidents}"
        ),
        Language::English => format!(
            "`{path}` was edited and keeps its text; what came since stands in a marked block at its end: {incidents}"
        ),
    }
}

/// That these incidents were written beside a draft that was sent, or can't be added to.
#[must_use]
pub fn draft_beside(request: &str, path: &Path, incidents: &str, language: Language) -> String {
    let (request, path, incidents) = (sanitize(request), path.display(), sanitize(incidents));
    match language {
        Language::Japanese => {
            format!(
                "{request} の下書きには触れず、その後の未達を別のファイル {path} に書きました: {incidents}"
            )
        }
        Language::English => format!(
            "the draft of {request} is left as it is; what came since stands in a file of its own, `{path}`: {incidents}"
        ),
    }
}

/// That nothing came of an open request since it was written.
#[must_use]
pub fn nothing_came(request: &str, language: Language) -> String {
    let request = sanitize(request);
    match language {
        Language::Japanese => format!("{request}: 前回から新しい未達はありません"),
        Language::English => format!("{request}: nothing new since it was written"),
    }
}

/// That no team answers for these incidents.
#[must_use]
pub fn without_team(incidents: &str, language: Language) -> String {
    let incidents = sanitize(incidents);
    match language {
        Language::Japanese => {
            format!(
                "担当するチームがありません: {incidents}。ポリシーの teams の when を見直すか、チームを追加してください"
            )
        }
        Language::English => {
            format!("no team of the policy answers for {incidents}; mend `when` of a team, or add one")
        }
    }
}

/// That so many problems have fewer incidents than were asked for.
#[must_use]
pub fn fewer_incidents(problems: usize, language: Language) -> String {
    match language {
        Language::Japanese => {
            format!("件数が --min-incidents に満たない問題が {problems} 件あり、依頼にしていません")
        }
        Language::English if problems == 1 => {
            "1 problem has fewer incidents than --min-incidents and is left out".to_owned()
        }
        Language::English => {
            format!("{problems} problems have fewer incidents than --min-incidents and are left out")
        }
    }
}

/// That there is nothing new to ask for, in all or in what was chosen.
#[must_use]
pub fn no_request(everything: bool, language: Language) -> String {
    let text = match (language, everything) {
        (Language::Japanese, true) => {
            "新しい改善依頼はありません。修正が必要と記入された未達は、すべて依頼済みです"
        }
        (Language::Japanese, false) => "絞り込んだ中に、新しく依頼するものはありません",
        (Language::English, true) => {
            "no new request: no annotated breach calls for a fix that isn't asked for already"
        }
        (Language::English, false) => "no new request among what you chose",
    };
    text.to_owned()
}

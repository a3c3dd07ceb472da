use super::texts;
use crate::domain::{NextStep, Owner, RequestStatus};

texts! {
    /// The words of `slo escalate` in its tables.
    pub(crate) struct Words;
    as_of: en "as of", ja "基準日時";
    source(as_of: &str, zone: &str): en "{as_of} ({zone})", ja "{as_of} ({zone})";
    none: en "there is no request", ja "改善依頼はありません";
    request: en "request", ja "依頼";
    status_heading: en "status", ja "状態";
    team: en "team", ja "チーム";
    cause: en "cause", ja "原因";
    problem: en "problem", ja "問題";
    incidents: en "incidents", ja "件数";
    age: en "age", ja "経過";
    next: en "next", ja "次にすること";
    /// Who is to do what.
    to_do(who: &str, what: &str): en "{who}: {what}", ja "{who}: {what}";
    due: en "answer due", ja "回答期限";
    overdue_by(length: &str): en "overdue by {length}", ja "{length}超過";
    file: en "file", ja "ファイル";
    /// What would be done with a file.
    deed: en "action", ja "処理";
    // What would be done with a file.
    written: en "new", ja "新規";
    made_anew: en "made anew", ja "作り直し";
    added_to: en "added to", ja "末尾に追記";
    beside: en "beside it", ja "別ファイル";
    no_change: en "no change", ja "変更なし";
    // How far a request got.
    draft: en "draft", ja "下書き";
    sent: en "sent", ja "送付済み";
    accepted: en "accepted", ja "承諾";
    declined: en "declined", ja "見送り";
    done: en "done", ja "完了";
    // What is to come next.
    send: en "send", ja "送付";
    answer: en "answer", ja "回答";
    implement: en "implement", ja "対応";
    check_effect: en "check effect", ja "効果確認";
    // Who owes it.
    desk: en "desk", ja "依頼元";
    asked_team: en "team", ja "チーム";
}

impl Words {
    /// What people call how far a request got.
    pub(crate) const fn status(&self, status: RequestStatus) -> &'static str {
        match status {
            RequestStatus::Draft => self.draft,
            RequestStatus::Sent => self.sent,
            RequestStatus::Accepted => self.accepted,
            RequestStatus::Declined => self.declined,
            RequestStatus::Done => self.done,
        }
    }

    /// What is to come next of a request.
    pub(crate) const fn next_step(&self, next: NextStep) -> &'static str {
        match next {
            NextStep::Send => self.send,
            NextStep::Answer => self.answer,
            NextStep::Do => self.implement,
            NextStep::LookAtEffect => self.check_effect,
        }
    }

    /// Who owes the next step.
    pub(crate) const fn owner(&self, owner: Owner) -> &'static str {
        match owner {
            Owner::Desk => self.desk,
            Owner::Team => self.asked_team,
        }
    }
}

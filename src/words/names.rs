use super::texts;

texts! {
    /// What people call the built-in stages and fields where their name in the policy isn't the word for
    /// them.
    pub(crate) struct Words;
    stage(name: &str) -> Option<&'static str>: en own_name, ja japanese_stage;
    field(name: &str) -> Option<&'static str>: en own_name, ja japanese_field;
}

/// In English the names in the policy are the words.
fn own_name(_: &str) -> Option<&'static str> {
    None
}

fn japanese_stage(name: &str) -> Option<&'static str> {
    Some(match name {
        "opened" => "発生",
        "acknowledged" => "受付",
        "notified" => "一次連絡",
        "responded" => "一次対応完了",
        "escalated" => "エスカレーション",
        "mitigated" => "暫定復旧",
        "resolved" => "復旧",
        "closed" => "クローズ",
        _ => return None,
    })
}

fn japanese_field(name: &str) -> Option<&'static str> {
    Some(match name {
        "title" => "件名",
        "service" => "サービス",
        "customer" => "顧客",
        "severity" => "重大度",
        "status" => "状態",
        "assignee" => "担当者",
        _ => return None,
    })
}

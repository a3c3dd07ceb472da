use crate::domain::Language;

/// What people call a built-in stage where its name in the policy isn't their word for it.
pub(super) fn stage_word(name: &str, language: Language) -> Option<&'static str> {
    if language == Language::English {
        return None;
    }
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

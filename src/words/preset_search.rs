use std::fmt::Display;

use super::messages;
use super::suggestion::did_you_mean;

messages! {
    /// A policy names it.
    unknown_in_policy(policy: &dyn Display, name: &str, advice: &str):
        en "`preset` in [source] of `{policy}`: there is no preset `{name}`; {advice}",
        ja "`{policy}` の [source] の `preset`: `{name}` というプリセットはありません。{advice}";
    /// The command line names it.
    unknown(name: &str, advice: &str):
        en "there is no preset `{name}`; {advice}",
        ja "`{name}` というプリセットはありません。{advice}";
    look_at_list(): en "`slo presets` lists them", ja "一覧は `slo presets` で表示できます";
    meant_or_list(meant: &str):
        en "{meant} `slo presets` lists them",
        ja "{meant}。一覧は `slo presets` で表示できます";
    folder_unreadable(folder: &dyn Display):
        en "the folder of presets `{folder}` can't be read",
        ja "プリセットのフォルダー `{folder}` を読めません";
    unreadable(file: &dyn Display): en "the preset `{file}` can't be read", ja "プリセット `{file}` を読めません";
    makes_no_policy(name: &str, fault: &str):
        en "the preset `{name}` makes no policy: {fault}",
        ja "プリセット `{name}` からポリシーを作れません: {fault}";
}

/// A policy names a preset that there isn't.
pub(crate) fn none_for_policy(policy: &dyn Display, name: &str, near: Option<&str>) -> String {
    let advice = near.map_or_else(look_at_list, |near| meant_or_list(&did_you_mean(&[near])));
    unknown_in_policy(policy, name, &advice)
}

/// The command line names a preset that there isn't.
pub(crate) fn none_of_that_name(name: &str, near: Option<&str>) -> String {
    unknown(name, &near.map_or_else(look_at_list, |near| did_you_mean(&[near])))
}

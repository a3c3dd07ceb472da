//! What messages call the parts of a policy. In Japanese a particle follows each of them, so that those that
//! end in Latin letters, numbers or back-ticks end with the space that belongs between the two.

use super::messages;

messages! {
    policy(): en "the policy", ja "ポリシー";
    preset(): en "the preset", ja "プリセット";
    /// A table or a value by its key, which is given as it is to be shown.
    named(key: &str): en "{key}", ja "{key} ";
    /// The values of a list.
    each_of(key: &str): en "each of {key}", ja "{key} の各値";
    target(number: usize): en "target {number}", ja "目標 {number} ";
    /// The one that is underlined.
    this_target(): en "the target", ja "この目標";
    objective(id: &str): en "objective {id}", ja "SLO {id} ";
    exclusion(number: usize): en "exclusion {number}", ja "除外 {number} ";
    calendar(id: &str): en "calendar {id}", ja "カレンダー {id} ";
    cause(id: &str): en "cause {id}", ja "原因 {id} ";
    team(id: &str): en "team {id}", ja "チーム {id} ";
    shift(id: &str): en "shift {id}", ja "シフト {id} ";
    stage(name: &str): en "the stage {name}", ja "段階 {name} ";
    severity(): en "a severity", ja "重大度";
    /// A line of `intervals`.
    interval(number: usize): en "interval {number}", ja "一時停止の区間 {number} ";
}

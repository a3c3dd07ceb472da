//! What exports tell of the targets, calendars and exclusions of a policy.

use super::messages;

messages! {
    unmatched_target(target: usize, objective: &str):
        en "no incident fits target {target} of `{objective}`",
        ja "`{objective}` の目標 {target} に当てはまるインシデントがありません";
    matched_nothing(): en "matched nothing", ja "当てはまるものがありません";
    compare_when():
        en "compare its `when` with the exports, or leave the target out",
        ja "`when` をエクスポートと見比べるか、この目標を省いてください";
    one_idle_target(target: usize, objective: &str):
        en "1 incident fits target {target} of `{objective}`, but it decides about none",
        ja "インシデント 1 件が `{objective}` の目標 {target} に当てはまりますが、この目標で判定したものはありません";
    many_idle_target(incidents: u64, target: usize, objective: &str):
        en "{incidents} incidents fit target {target} of `{objective}`, but it decides about none",
        ja "インシデント {incidents} 件が `{objective}` の目標 {target} に当てはまりますが、この目標で判定したものはありません";
    opened_early(count: u64): en "{count} opened before its `since`", ja "{count} 件は `since` より前に発生";
    opened_late(count: u64): en "{count} opened at or after its `until`", ja "{count} 件は `until` 以降に発生";
    dropped(count: u64): en "{count} dropped by an exclusion", ja "{count} 件は除外により対象外";
    untold(count: u64): en "{count} without a readable time of opening", ja "{count} 件は発生日時を読み取れない";
    behind(count: u64): en "{count} decided by an earlier target", ja "{count} 件は前の目標で判定";
    decides_about(count: u64): en "decides about {count} of them", ja "そのうち {count} 件を判定します";
    put_in_front():
        en "the first target that fits decides: put it in front, or leave it out",
        ja "最初に当てはまった目標を適用します。前に移すか、省いてください";
    uncovered(incidents: &str, combinations: &str, objective: &str):
        en "{incidents} in {combinations} of severity, service and customer without a target of `{objective}`",
        ja "{incidents}に当てはまる `{objective}` の目標がありません（重大度・サービス・顧客の組み合わせは {combinations}）";
    no_target_for_them(): en "none of its targets is for them", ja "どの目標にも当てはまりません";
    they_are(lines: &str): en "they are:\n{lines}", ja "内訳:\n{lines}";

    no_hours(calendar: &str, from: &str, to: &str):
        en "calendar `{calendar}` has no hours from {from} to {to}",
        ja "カレンダー `{calendar}` には {from} から {to} までの時間がありません";
    clocks_stand_still(): en "its clocks stand still all that time", ja "その間、時計は動きません";
    look_at_hours():
        en "the incidents were opened then: look at `hours` and `holidays`",
        ja "インシデントはその間に発生しています。`hours` と `holidays` を確かめてください";
    holiday_years(name: &str, known: &str, asked: &str):
        en "the holidays of {name} are known for {known}, but clocks ran in {asked}",
        ja "{name} の祝日が分かるのは {known}ですが、時計が動いたのは {asked}です";
    begins_and_ends_wrong(): en "begins too late and ends too early", ja "始まりが遅く、終わりが早すぎます";
    begins_too_late(): en "begins too late", ja "始まりが遅すぎます";
    ends_too_early(): en "ends too early", ja "終わりが早すぎます";
    the_calendar(): en "the calendar", ja "このカレンダーです";
    by_nearest_year():
        en "other years go by the rules of the nearest known one, which may not be what they had",
        ja "ほかの年は、分かっている最も近い年の規則で計算するため、実際とは異なることがあります";
    add_to_table():
        en "no day of another year is a holiday: add them to the table",
        ja "ほかの年には休みの日がないことになります。表に追加してください";

    strict_goal(incidents: &str, months: &str, objective: &str, goal: &str, needed: u64):
        en "with {incidents} a month ({months}) not one may miss `{objective}`: {goal} % needs at least {needed}",
        ja "月に{incidents}（{months}）では `{objective}` の未達が一件も許されません。目標率 {goal}% には {needed} 件以上が必要です";
    no_room(): en "no room for a miss", ja "未達の余地がありません";
    single_miss():
        en "a single miss makes such a month miss its goal",
        ja "一件でも未達があれば、その月は目標率未達になります";

    idle_exclusion():
        en "the exclusion changed nothing about any incident",
        ja "この除外で変わったインシデントはありません";
    exclusion_fits_none(): en "no incident fits its `when`", ja "`when` に当てはまるインシデントがありません";
    one_not_opened_then():
        en "1 incident fits its `when`, none opened in its time",
        ja "インシデント 1 件が `when` に当てはまりますが、この期間に発生していません";
    not_opened_then(incidents: u64):
        en "{incidents} incidents fit its `when`, none opened in its time",
        ja "インシデント {incidents} 件が `when` に当てはまりますが、この期間に発生したものはありません";
    one_clock_not_run():
        en "1 incident fits its `when`, but no clock ran in its time",
        ja "インシデント 1 件が `when` に当てはまりますが、この期間に動いた時計はありません";
    no_clock_ran(incidents: u64):
        en "{incidents} incidents fit its `when`, but no clock ran in its time",
        ja "インシデント {incidents} 件が `when` に当てはまりますが、この期間に動いた時計はありません";
    compare_exclusion():
        en "compare it with the exports, or leave it out",
        ja "エクスポートと見比べるか、省いてください";

    unlisted_severities(incidents: &str):
        en "{incidents} with a severity that `severities` doesn't list",
        ja "{incidents}の重大度が `severities` にありません";
    not_listed(): en "not listed here", ja "ここにありません";
    they_have(lines: &str): en "they have:\n{lines}", ja "内訳:\n{lines}";
    no_team(incidents: &str, customers: &str):
        en "no team answers for {incidents} of {customers}",
        ja "{customers}の{incidents}を受け持つチームがありません";
    no_when_fits(): en "no `when` fits them", ja "どの `when` にも当てはまりません";
    they_are_of(lines: &str): en "they are of:\n{lines}", ja "内訳:\n{lines}";
}

/// So many incidents fit a target that decides about none of them.
pub(crate) fn idle_target(incidents: u64, target: usize, objective: &str) -> String {
    if incidents == 1 {
        one_idle_target(target, objective)
    } else {
        many_idle_target(incidents, target, objective)
    }
}

/// Why an exclusion dropped none of the incidents that fit it.
pub(crate) fn none_opened_then(incidents: u64) -> String {
    if incidents == 1 { one_not_opened_then() } else { not_opened_then(incidents) }
}

/// Why an exclusion stopped no clock of the incidents that fit it.
pub(crate) fn none_ran_then(incidents: u64) -> String {
    if incidents == 1 { one_clock_not_run() } else { no_clock_ran(incidents) }
}

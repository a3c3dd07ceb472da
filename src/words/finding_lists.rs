//! Numbers and lists in what exports tell of a policy.

use super::{language, messages};
use crate::domain::Language;

messages! {
    /// A value without anything in it.
    empty(): en "(empty)", ja "（空）";
    one_incident(): en "1 incident", ja "インシデント 1 件";
    many_incidents(count: u64): en "{count} incidents", ja "インシデント {count} 件";
    /// Of so many to so many incidents.
    from_to_incidents(fewest: u64, most: u64):
        en "{fewest} to {most} incidents",
        ja "インシデント {fewest}〜{most} 件";
    one_combination(): en "1 combination", ja "1 通り";
    many_combinations(count: u64): en "{count} combinations", ja "{count} 通り";
    one_customer(): en "1 customer", ja "顧客 1 社";
    many_customers(count: u64): en "{count} customers", ja "顧客 {count} 社";
    more_than(number: &str): en "more than {number}", ja "{number}以上";
    counted(value: &str, incidents: u64): en "{value} ({incidents})", ja "{value}（{incidents} 件）";
    line_of_one(value: &str): en "{value}: 1 incident", ja "{value}: 1 件";
    line_of_many(value: &str, incidents: u64): en "{value}: {incidents} incidents", ja "{value}: {incidents} 件";
    and_more(more: usize): en "and {more} more", ja "ほか {more} 種類";
    and_uncounted(more: usize, values: usize):
        en "and more than {more} more, of which the first {values} in order were counted apart",
        ja "ほかに {more} 種類以上（順に最初の {values} 種類までを数えました）";
    one_year(year: i32): en "{year}", ja "{year} 年";
    years(first: i32, last: i32): en "{first} to {last}", ja "{first} 年から {last} 年まで";
    months(first: &str, last: &str): en "{first} to {last}", ja "{first} から {last} まで";
    some_months(span: &str, some: usize, all: usize):
        en "{span}, {some} of {all} months",
        ja "{span}の {all} か月のうち {some} か月";
}

/// `1 incident`, `2 incidents`.
pub(crate) fn incidents(count: u64) -> String {
    if count == 1 { one_incident() } else { many_incidents(count) }
}

/// A value and how many incidents have it.
pub(crate) fn line(value: &str, incidents: u64) -> String {
    if incidents == 1 { line_of_one(value) } else { line_of_many(value, incidents) }
}

/// `1 combination`, `2 combinations`, `more than 2 combinations`.
pub(crate) fn combinations(count: usize, is_partial: bool) -> String {
    let number = if count == 1 { one_combination() } else { many_combinations(count as u64) };
    if is_partial { more_than(&number) } else { number }
}

/// `1 customer`, `2 customers`, `more than 2 customers`.
pub(crate) fn customers(count: usize, is_partial: bool) -> String {
    let number = if count == 1 { one_customer() } else { many_customers(count as u64) };
    if is_partial { more_than(&number) } else { number }
}

/// All of these: `` `A社` (340) and `Ａ社` (12) ``.
pub(crate) fn all_of(values: Vec<String>) -> String {
    joined(values, " and ", "と ")
}

/// Any of these: `` `A社` (340) or `B社` (12) ``.
pub(crate) fn any_of(values: Vec<String>) -> String {
    joined(values, " or ", "または ")
}

fn joined(mut values: Vec<String>, english: &str, japanese: &str) -> String {
    let last = values.pop().unwrap_or_default();
    let (comma, between) = match language() {
        Language::English => (", ", english),
        Language::Japanese => ("、", japanese),
    };
    if values.is_empty() { last } else { format!("{}{between}{last}", values.join(comma)) }
}

/// Reasons, one after the other.
pub(crate) fn in_a_row(values: &[String]) -> String {
    values.join(match language() {
        Language::English => ", ",
        Language::Japanese => "、",
    })
}

use super::count::{count, number_of};
use super::texts;

texts! {
    /// That something is left out, since it came after the instant that counts as now.
    pub(crate) struct Words;
    breaches(number: usize) -> String: en english_breaches, ja japanese_breaches;
    requests(number: usize) -> String: en english_requests, ja japanese_requests;
    and: en " and ", ja "と";
    left_out(what: &str, number: usize) -> String: en english_left_out, ja japanese_left_out;
}

fn english_breaches(number: usize) -> String {
    number_of(&count(number as u64), "breach", "breaches")
}

fn japanese_breaches(number: usize) -> String {
    format!(" SLO 未達 {} 件", count(number as u64))
}

fn english_requests(number: usize) -> String {
    number_of(&count(number as u64), "request", "requests")
}

fn japanese_requests(number: usize) -> String {
    format!("改善依頼 {} 件", count(number as u64))
}

fn english_left_out(what: &str, number: usize) -> String {
    let verb = if number == 1 { "is" } else { "are" };
    format!("{what} {verb} newer than as-of and left out")
}

fn japanese_left_out(what: &str, _: usize) -> String {
    format!("基準日時より後の{what}は含めていません")
}

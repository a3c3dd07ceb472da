use crate::domain::{RecordedBreach, normal};

/// What makes incidents one problem: the customer, the service, and the title with everything
/// taken out that differs from one occurrence to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    /// The customer, in the form in which texts are compared.
    pub customer: String,
    /// The service, likewise.
    pub service: String,
    /// The title with `#` for what was taken out.
    pub title: String,
}

impl Signature {
    /// The signature of a breach.
    #[must_use]
    pub fn of(breach: &RecordedBreach) -> Self {
        Self::of_texts(breach.field("customer"), breach.field("service"), breach.field("title"))
    }

    /// The signature of an incident of this customer, service and title.
    #[must_use]
    pub fn of_texts(customer: &str, service: &str, title: &str) -> Self {
        Self {
            customer: normal(customer).into_owned(),
            service: normal(service).into_owned(),
            title: essence(title),
        }
    }

    /// Whether a breach has this signature: the same as making its own, but mostly faster.
    #[must_use]
    pub fn fits(&self, breach: &RecordedBreach) -> bool {
        let text = |text: &'_ Option<String>, known: &str| normal(text.as_deref().unwrap_or("")) == known;
        text(&breach.customer, &self.customer)
            && text(&breach.service, &self.service)
            && essence(breach.title.as_deref().unwrap_or("")) == self.title
    }

    /// The signature that a request keeps.
    #[must_use]
    pub fn from_parts([customer, service, title]: &[String; 3]) -> Self {
        Self { customer: customer.clone(), service: service.clone(), title: title.clone() }
    }

    /// Customer, service and title, as a request keeps them.
    #[must_use]
    pub fn parts(&self) -> [String; 3] {
        [self.customer.clone(), self.service.clone(), self.title.clone()]
    }
}

/// What stands for each part that was taken out.
const GAP: char = '#';

/// A title without hosts, numbers, addresses and quoted parts, so that `web0123 disk 91%` and
/// `web0456 disk 97%` are one.
///
/// The rule is plain: a quoted part goes, and so does every unbroken run of Latin letters, digits
/// and the signs of names and addresses that has a digit in it, or reads like an address.
#[must_use]
pub fn essence(title: &str) -> String {
    let title = normal(title);
    let mut kept = String::with_capacity(title.len());
    let mut rest: &str = &title;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let taken = quoted(before, rest).or_else(|| {
            let run = rest.find(|next| !is_name_sign(next)).unwrap_or(rest.len());
            (run > 0).then_some(run)
        });
        let (part, after) = rest.split_at(taken.unwrap_or(first.len_utf8()));
        if taken.is_some() && (is_quote(first) || varies(part)) {
            push_gap(&mut kept);
        } else if !(first.is_whitespace() || first.is_control()) {
            kept.push_str(part);
        } else if !kept.is_empty() && !kept.ends_with(' ') {
            kept.push(' ');
        }
        before = part.chars().next_back().unwrap_or(' ');
        rest = after;
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// Adds the gap sign, once for gaps that follow each other.
fn push_gap(kept: &mut String) {
    if !kept.trim_end().ends_with(GAP) {
        kept.push(GAP);
    }
}

/// The length of the quoted part that `text` begins with. A quote sign inside a word is none.
fn quoted(before: char, text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = match open {
        '"' | '`' => open,
        '\'' if !before.is_alphanumeric() => open,
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        _ => return None,
    };
    let inside = &text[open.len_utf8()..];
    inside.find(close).map(|end| open.len_utf8() + end + close.len_utf8())
}

const fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '`' | '\'' | '“' | '‘' | '「' | '『')
}

/// Signs that names of hosts, addresses, paths, times and amounts are made of.
const fn is_name_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric()
        || matches!(sign, '.' | '_' | '-' | ':' | '/' | '@' | '%' | '\\' | '+' | '#' | '~')
}

/// Whether a run differs from one occurrence to the next: it has a digit, or is an address.
fn varies(run: &str) -> bool {
    let run = run.trim_end_matches(['.', ':', '-', '/']);
    let labels = || run.split('.').filter(|label| !label.is_empty());
    run.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@')
        || run.contains("://")
        || (labels().count() > 2 && labels().all(|label| label.bytes().all(|byte| byte != b'/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_one_problem_are_one() {
        for (one, other, both) in [
            ("web0123 disk 91%", "web0456 disk 97%", "# disk #"),
            (
                "サーバweb01のディスク使用率が91%を超えました",
                "サーバｗｅｂ02のディスク使用率が100%を超えました",
                "サーバ#のディスク使用率が#を超えました",
            ),
            ("Ping to 10.0.0.1 failed", "ping to fe80::1 failed", "ping to # failed"),
            ("Job \"nightly a\" failed", "Job \"nightly b\" failed", "job # failed"),
            ("プロセス「httpd」停止", "プロセス「mysqld」停止", "プロセス#停止"),
            ("mail.example.co.jp is down", "www.example.co.jp is down", "# is down"),
            ("Mail to ops@example.com bounced", "mail to dba@example.org bounced", "mail to # bounced"),
            ("backup 2026-11-01 02:00 late", "backup 2026-11-02 03:10:11 late", "backup # late"),
        ] {
            assert_eq!(essence(one), both);
            assert_eq!(essence(other), both);
        }
    }

    #[test]
    fn what_names_the_problem_stays() {
        assert_eq!(essence("  HTTP-check  can't\tconnect "), "http-check can't connect");
        assert_eq!(essence("CPU/メモリ 高負荷"), "cpu/メモリ 高負荷");
        assert_eq!(essence("an 'unclosed quote"), "an 'unclosed quote");
        assert_eq!(essence(""), "");
    }
}

use std::borrow::Cow;

use crate::domain::normal;

/// What stands for each part that was taken out.
const GAP: char = '#';

/// How many signs of a title count.
const COUNTING: usize = 500;

/// A title without hosts, numbers, addresses and quoted parts, so that `web0123 disk 91%` and
/// `web0456 disk 97 %` are one.
///
/// The rule is plain:
///
/// 1. A quoted part goes; brackets are no quotes.
/// 2. So does every unbroken run of Latin letters, digits and the signs of names and addresses that
///    has a digit in it, or reads like an address; a comma between digits belongs to it.
/// 3. A word before the first colon of a run, or after its last colon or slash, stays (`cpu:91%`,
///    `db01/mysql`) if it has a letter past `f`, as no IPv6 address has; URLs and paths with a drive
///    go whole.
/// 4. A unit of time or size, or `%`, goes with the number it follows.
/// 5. Gaps that follow each other are one, and blanks beside Japanese, or before a gap after a
///    colon, don't count.
///
/// Only the first 500 signs of a title count. What came out stays as it is when it goes in again. `docs/signature.md` has many examples.
#[must_use]
pub fn essence(title: &str) -> String {
    let title = settled(title);
    let mut kept = Kept { text: String::with_capacity(title.len()), blank: false };
    let mut rest: &str = &title;
    while let Some(first) = rest.chars().next() {
        let (length, goes) = if first == GAP {
            (first.len_utf8(), true)
        } else if let Some(length) = quoted(kept.last(), rest) {
            (length, true)
        } else {
            let run = run(rest);
            (run.max(first.len_utf8()), varies(&rest[..run]))
        };
        let (part, after) = rest.split_at(length);
        rest = after;
        if goes {
            kept.gap();
            rest = if is_number(part) { after_unit(rest) } else { rest };
        } else if first.is_whitespace() || first.is_control() {
            kept.blank = true;
        } else {
            kept.push(first, part);
        }
    }
    kept.text
}

/// The title in the form in which texts are compared. Lower case may leave a letter and a mark
/// (`H` with a line below) that only then have a sign of their own: such titles take it twice.
fn settled(title: &str) -> Cow<'_, str> {
    // A title is a line; what some tool puts behind it must not cost more than it tells.
    let end = title.char_indices().nth(COUNTING).map_or(title.len(), |(end, _)| end);
    let title = normal(&title[..end]);
    if title.contains(|sign| matches!(sign, '\u{300}'..='\u{36f}')) {
        return Cow::Owned(normal(&title).into_owned());
    }
    title
}

/// What was kept so far, and whether a blank stands between it and what comes.
struct Kept {
    text: String,
    blank: bool,
}

impl Kept {
    fn last(&self) -> char {
        if self.blank { ' ' } else { self.text.chars().next_back().unwrap_or(' ') }
    }

    fn push(&mut self, first: char, part: &str) {
        if self.blank && self.text.chars().next_back().is_some_and(|last| blank_counts(last, first)) {
            self.text.push(' ');
        }
        self.blank = false;
        self.text.push_str(part);
    }

    /// Adds the gap sign, once for gaps that follow each other. `cpu: 91%` is `cpu:91%`.
    fn gap(&mut self) {
        if self.text.ends_with([GAP, ':']) {
            self.blank = false;
        }
        if !self.text.ends_with(GAP) {
            self.push(GAP, "#");
        }
    }
}

/// The length of the quoted part that `text` begins with. An apostrophe inside a word quotes
/// nothing, and a gap counts as a word there: `web01's` is to stay alike when read again.
fn quoted(before: char, text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = match open {
        '"' | '`' => open,
        '\'' if !is_of_word(before) => open,
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        _ => return None,
    };
    let start = open.len_utf8();
    let ends = |(at, _): &(usize, &str)| {
        close != '\'' || !text[start + at + 1..].chars().next().is_some_and(is_of_word)
    };
    let (at, _) = text[start..].match_indices(close).find(ends)?;
    Some(start + at + close.len_utf8())
}

/// The length of the run that `text` begins with, or of its part up to where a word is set off: after
/// the colon of `cpu:91%`, before the slash of `db01/mysql`. The single letter of `12mb/s` is no word.
fn run(text: &str) -> usize {
    let mut before = ' ';
    let mut signs = text.char_indices();
    let end = signs.find(|&(at, sign)| {
        let after = || text[at + sign.len_utf8()..].bytes().next();
        let inside = is_name_sign(sign)
            || (sign == ',' && before.is_ascii_digit() && after().is_some_and(|next| next.is_ascii_digit()));
        before = sign;
        !inside
    });
    let run = &text[..end.map_or(text.len(), |(at, _)| at)];
    if run.contains("://") || run.contains(":\\") {
        return run.len();
    }
    if let Some((word, after)) = run.split_once(':')
        && (is_word(word) || (word.is_empty() && !after.starts_with(':')))
    {
        return word.len() + 1;
    }
    let bare = run.trim_end_matches(['.', ':', '-']);
    match bare.rfind([':', '/']) {
        Some(at) if at > 0 && at + 2 < bare.len() && is_word(&bare[at + 1..]) => at,
        _ => run.len(),
    }
}

/// Whether a part of a run says what the rest is about. Letters up to `f` alone may be of an address.
fn is_word(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'-'))
        && part.bytes().any(|byte| matches!(byte, b'g'..=b'z'))
}

/// Signs that names of hosts, addresses, paths, times and amounts are made of.
const fn is_name_sign(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '-' | ':' | '/' | '@' | '%' | '\\' | '+' | '~')
}

/// Whether a blank between two signs says anything: beside Japanese, which is written without
/// blanks, it doesn't. It stays where it keeps a mark from what would become one sign with it.
fn blank_counts(before: char, after: char) -> bool {
    let plain = |sign: char| sign.is_ascii() || is_japanese(sign);
    let beside_japanese = is_japanese(before) || is_japanese(after);
    !(beside_japanese && plain(before) && plain(after))
}

/// Kana, kanji and the signs that go with them, but for the marks that change the kana before.
const fn is_japanese(sign: char) -> bool {
    matches!(sign, '\u{3001}'..='\u{3029}' | '\u{3030}'..='\u{3096}' | '\u{309d}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_of_word(sign: char) -> bool {
    sign == GAP || (sign.is_alphanumeric() && !is_japanese(sign))
}

/// Whether a run differs from one occurrence to the next: it has a digit, or is an address.
fn varies(run: &str) -> bool {
    run.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@') || run.contains("://") || is_domain(run)
}

/// Whether a run begins with a name of three labels or more, as hosts have. `java.io.IOException`
/// is none: the last label of a host is short.
fn is_domain(run: &str) -> bool {
    let host = run.split('/').next().unwrap_or(run).trim_end_matches(['.', ':', '-']);
    let mut labels = host.split('.').filter(|label| !label.is_empty());
    labels.next_back().is_some_and(|last| last.len() <= 8) && labels.nth(1).is_some()
}

/// Whether a part that goes is an amount or a time, which may have a unit.
fn is_number(part: &str) -> bool {
    let mut bytes = part.bytes();
    part.bytes().any(|byte| byte.is_ascii_digit())
        && bytes.all(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b':' | b'/' | b'-' | b'+' | b'~')
        })
}

/// What comes after the unit that follows a number, or all of `text` if none does.
fn after_unit(text: &str) -> &str {
    let unit = text.trim_start();
    if let Some(after) = unit.strip_prefix(['年', '月', '日', '時', '分', '秒']) {
        return after.strip_prefix('間').unwrap_or(after);
    }
    let (word, after) = unit.split_at(run(unit));
    let named = word.trim_end_matches(['.', ':']);
    let is_unit = !named.is_empty() && named.split('/').all(is_unit);
    if is_unit && !after.chars().next().is_some_and(is_of_word) { after } else { text }
}

fn is_unit(word: &str) -> bool {
    let time = ["ms", "s", "sec", "secs", "second", "seconds", "m", "min", "mins", "minute", "minutes"];
    let long = ["h", "hr", "hrs", "hour", "hours", "d", "day", "days"];
    let size = ["b", "byte", "bytes", "ib", "bit", "bits", "bps"];
    let amount = word.strip_prefix(['k', 'm', 'g', 't', 'p']).unwrap_or(word);
    word == "%" || time.contains(&word) || long.contains(&word) || size.contains(&amount)
}

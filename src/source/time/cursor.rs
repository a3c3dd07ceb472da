/// A place in a text that is read from left to right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

/// Digits as they stand: `07` is 7 in two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    pub(super) digits: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// What has not been read yet.
    pub(super) fn rest(&self) -> &'a str {
        self.rest
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    /// Steps over `text` if it comes next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(text) else { return false };
        self.rest = rest;
        true
    }

    /// Steps over the next character if it is one of these.
    pub(super) fn eat_any(&mut self, choices: &[char]) -> Option<char> {
        let next = self.rest.chars().next().filter(|next| choices.contains(next))?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    /// Steps over white space; whether there was any.
    pub(super) fn spaces(&mut self) -> bool {
        let trimmed = self.rest.trim_start();
        let any = trimmed.len() < self.rest.len();
        self.rest = trimmed;
        any
    }

    /// All the digits that come next.
    pub(super) fn digits(&mut self) -> &'a str {
        self.take_while(u8::is_ascii_digit)
    }

    /// All the ASCII letters that come next.
    pub(super) fn word(&mut self) -> &'a str {
        self.take_while(u8::is_ascii_alphabetic)
    }

    /// The number that comes next, of one to four digits.
    pub(super) fn number(&mut self) -> Option<Number> {
        let before = *self;
        let digits = self.digits();
        if !(1..=4).contains(&digits.len()) {
            *self = before;
            return None;
        }
        let value = digits.bytes().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        Some(Number { value, digits: digits.len() })
    }

    fn take_while(&mut self, belongs: impl Fn(&u8) -> bool) -> &'a str {
        let length = self.rest.bytes().take_while(belongs).count();
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}

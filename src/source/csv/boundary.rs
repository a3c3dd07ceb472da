use memchr::{memchr, memrchr2};

/// Finds where the last whole record in a growing text ends. Only quotes have to be looked at,
/// since a line end counts unless it stands within them.
#[derive(Clone, Debug)]
pub(in crate::source) struct BoundaryScan {
    delimiter: u8,
    /// How far the text has been looked at.
    at: usize,
    /// Where the quote stands that is open at `at`.
    open: Option<usize>,
    /// Where the stretch without quotes began that `at` is in.
    outside: usize,
    /// Behind the last record's end.
    boundary: usize,
}

impl BoundaryScan {
    /// A scan of records whose cells `delimiter` divides.
    pub(in crate::source) fn new(delimiter: u8) -> Self {
        Self { delimiter, at: 0, open: None, outside: 0, boundary: 0 }
    }

    /// Begins at the start of a record.
    pub(in crate::source) fn begin(&mut self) {
        *self = Self::new(self.delimiter);
    }

    /// Behind the last record that ends in what was looked at.
    pub(in crate::source) fn boundary(&self) -> Option<usize> {
        (self.boundary > 0).then_some(self.boundary)
    }

    /// Where a quote stands that is not closed.
    pub(in crate::source) fn open_quote(&self) -> Option<usize> {
        self.open
    }

    /// Looks at what was added to `text`; `ended` tells that nothing will follow.
    pub(in crate::source) fn scan(&mut self, text: &[u8], ended: bool) {
        while let Some(quote) = memchr(b'"', &text[self.at..]).map(|found| self.at + found) {
            if self.open.is_none() {
                let before = quote.checked_sub(1).map(|place| text[place]);
                if before.is_none_or(|byte| byte == self.delimiter || byte == b'\n' || byte == b'\r') {
                    self.look_back(&text[..quote]);
                    self.open = Some(quote);
                }
                self.at = quote + 1;
                continue;
            }
            match text.get(quote + 1) {
                Some(b'"') => self.at = quote + 2,
                None if !ended => {
                    // Whether it closes is told by the byte behind it.
                    self.at = quote;
                    return;
                }
                _ => {
                    self.open = None;
                    self.at = quote + 1;
                    self.outside = self.at;
                }
            }
        }
        self.at = text.len();
        if self.open.is_none() {
            self.look_back(text);
        }
    }

    fn look_back(&mut self, text: &[u8]) {
        if let Some(end) = text.get(self.outside..).and_then(|stretch| memrchr2(b'\n', b'\r', stretch)) {
            self.boundary = self.outside + end + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boundary(text: &str) -> (Option<usize>, Option<usize>) {
        let mut scan = BoundaryScan::new(b',');
        for end in 0..=text.len() {
            scan.scan(&text.as_bytes()[..end], end == text.len());
        }
        let mut at_once = BoundaryScan::new(b',');
        at_once.scan(text.as_bytes(), true);
        assert_eq!(
            (scan.boundary(), scan.open_quote()),
            (at_once.boundary(), at_once.open_quote()),
            "{text}"
        );
        (at_once.boundary(), at_once.open_quote())
    }

    #[test]
    fn line_ends_within_quotes_are_no_boundaries() {
        assert_eq!(boundary("a,b\nc,d"), (Some(4), None));
        assert_eq!(boundary("a,\"b\nc\",d"), (None, None));
        assert_eq!(boundary("a,\"b\nc"), (None, Some(2)));
        assert_eq!(boundary("a\n\"b\"\"\nc\"\nd"), (Some(10), None));
    }

    #[test]
    fn a_quote_opens_only_at_the_start_of_a_cell() {
        assert_eq!(boundary("5\" disk,b\nc"), (Some(10), None));
        assert_eq!(boundary("\"a\"b\"c\nd"), (Some(7), None));
        assert_eq!(boundary("a,\"\"\nb"), (Some(5), None));
        assert_eq!(boundary("x\r\"a\n"), (Some(2), Some(2)));
    }
}

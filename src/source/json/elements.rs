use std::ops::Range;

use super::plain::plain_end;

/// Finds the elements of a JSON array in a growing text, without looking into them.
#[derive(Clone, Debug)]
pub(in crate::source) struct ElementScan {
    at: usize,
    expected: Expected,
    /// Where the element began that `at` is in, and how deep in its brackets `at` is.
    within: Option<(usize, usize)>,
    in_string: bool,
    state: ScanState,
    /// What was expected behind the last whole element.
    resume: Expected,
}

/// How far the scan got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum ScanState {
    /// Elements may follow.
    Within,
    /// The array ended before this place.
    Ended(usize),
    /// What stands at this place can't stand there, but this could.
    Broken(usize, Missed),
}

/// What is missed where something else stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Missed {
    /// `,` or `]`
    CommaOrEnd,
    /// An element.
    Object,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    ElementOrEnd,
    Element,
    CommaOrEnd,
}

impl ElementScan {
    /// A scan from behind the array's opening bracket.
    pub(in crate::source) fn new() -> Self {
        Self {
            at: 0,
            expected: Expected::ElementOrEnd,
            within: None,
            in_string: false,
            state: ScanState::Within,
            resume: Expected::ElementOrEnd,
        }
    }

    /// Begins behind the last whole element.
    pub(in crate::source) fn begin(&mut self) {
        *self = Self { expected: self.resume, resume: self.resume, ..Self::new() };
    }

    /// Whether an element was found so far, in this scan or before it began anew.
    pub(in crate::source) fn is_filled(&self) -> bool {
        self.resume == Expected::CommaOrEnd
    }

    /// How far the scan got.
    pub(in crate::source) fn state(&self) -> ScanState {
        self.state
    }

    /// Looks at what was added to `text`, and adds the elements that end in it.
    pub(in crate::source) fn scan(&mut self, text: &[u8], elements: &mut Vec<Range<usize>>) {
        while self.state == ScanState::Within && self.at < text.len() {
            match self.within {
                None => self.between(text[self.at]),
                Some((start, 0)) if !self.in_string => {
                    // A number or a word ends where something else begins.
                    match text[self.at] {
                        b',' | b']' | b' ' | b'\t' | b'\n' | b'\r' => self.close(start, elements),
                        _ => self.at += 1,
                    }
                }
                Some((start, depth)) => {
                    if !self.inside(text, start, depth, elements) {
                        return;
                    }
                }
            }
        }
    }

    fn between(&mut self, byte: u8) {
        use Expected::{CommaOrEnd, Element, ElementOrEnd};
        match (byte, self.expected) {
            (b' ' | b'\t' | b'\n' | b'\r', _) => {}
            (b']', ElementOrEnd | CommaOrEnd) => {
                self.state = ScanState::Ended(self.at + 1);
                return;
            }
            (b',', CommaOrEnd) => self.expected = Element,
            (b'{' | b'[', ElementOrEnd | Element) => self.within = Some((self.at, 1)),
            (b'"', ElementOrEnd | Element) => {
                self.within = Some((self.at, 0));
                self.in_string = true;
            }
            (b',' | b']' | b'}' | b':', ElementOrEnd | Element) | (_, CommaOrEnd) => {
                let missed = if self.expected == CommaOrEnd { Missed::CommaOrEnd } else { Missed::Object };
                self.state = ScanState::Broken(self.at, missed);
                return;
            }
            _ => self.within = Some((self.at, 0)),
        }
        self.at += 1;
    }

    /// Goes to the end of the element that it is in; false if the text ends before.
    fn inside(
        &mut self,
        text: &[u8],
        start: usize,
        mut depth: usize,
        elements: &mut Vec<Range<usize>>,
    ) -> bool {
        let (mut at, mut in_string) = (self.at, self.in_string);
        // Up to where it is known that something else than quotes stands.
        let mut known = at;
        let ended = loop {
            while at >= known
                && depth > 0
                && let Some(stretch) = text.get(at..).and_then(|rest| rest.first_chunk())
            {
                if let Some(odd) = only_quotes(stretch) {
                    in_string ^= odd;
                    at += STRETCH;
                } else {
                    known = at + STRETCH;
                }
            }
            if in_string {
                at = plain_end::<false>(text, at);
                match text.get(at) {
                    Some(b'\\') if at + 1 < text.len() => {
                        at += 2;
                        continue;
                    }
                    Some(b'"') => at += 1,
                    _ => break false,
                }
                in_string = false;
                if depth == 0 {
                    break true;
                }
            }
            let Some(&byte) = text.get(at) else { break false };
            at += 1;
            match byte {
                b'"' => in_string = true,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    depth -= 1;
                    if depth == 0 {
                        break true;
                    }
                }
                _ => {}
            }
        };
        (self.at, self.in_string) = (at, in_string);
        self.within = Some((start, depth));
        if ended {
            self.close(start, elements);
        }
        ended
    }

    fn close(&mut self, start: usize, elements: &mut Vec<Range<usize>>) {
        elements.push(start..self.at);
        self.within = None;
        self.expected = Expected::CommaOrEnd;
        self.resume = Expected::CommaOrEnd;
    }
}

/// How many bytes are looked at in one go.
const STRETCH: usize = 32;

/// Whether the number of quotes in a stretch is odd; `None` where brackets or backslashes may stand
/// among them.
#[inline]
fn only_quotes(stretch: &[u8; STRETCH]) -> Option<bool> {
    let (mut quotes, mut others) = (0_u8, false);
    for &byte in stretch {
        quotes += u8::from(byte == b'"');
        // The brackets and the backslash are neighbours; so are the braces and the bar.
        others |= (byte | 0x20).wrapping_sub(b'{') <= 2;
    }
    (!others).then_some(quotes % 2 == 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scan(text: &str) -> (Vec<&str>, ScanState) {
        let mut elements = Vec::new();
        let mut scan = ElementScan::new();
        scan.scan(text.as_bytes(), &mut elements);
        let (mut piecewise, mut found) = (ElementScan::new(), Vec::new());
        for end in 0..=text.len() {
            piecewise.scan(&text.as_bytes()[..end], &mut found);
        }
        assert_eq!((&found, piecewise.state()), (&elements, scan.state()), "{text}");
        (elements.into_iter().map(|range| &text[range]).collect(), scan.state())
    }

    #[test]
    fn elements_are_found_whatever_is_in_them() {
        let text = r#" {"a":"]}\"\\"}, {"b":[1,{"c":2}]} ,7,"x,y" ] rest"#;
        let (elements, state) = scan(text);
        assert_eq!(elements, [r#"{"a":"]}\"\\"}"#, r#"{"b":[1,{"c":2}]}"#, "7", r#""x,y""#]);
        assert_eq!(state, ScanState::Ended(text.len() - 5));
        assert_eq!(scan("]"), (vec![], ScanState::Ended(1)));
    }

    #[test]
    fn what_stands_in_a_wrong_place_is_told() {
        assert_eq!(scan("{} {}]").1, ScanState::Broken(3, Missed::CommaOrEnd));
        assert_eq!(scan("{},]").1, ScanState::Broken(3, Missed::Object));
        assert_eq!(scan("{},,{}]").1, ScanState::Broken(3, Missed::Object));
        assert_eq!(scan("{}, {\"a\":1").1, ScanState::Within);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        /// Long stretches are looked at in one go only where the text is whole: byte by byte they
        /// give the same.
        #[test]
        fn stretches_and_bytes_give_the_same(
            text in r#"(\[|\]|\{"|\}|,|"|\\\\|\\"|[a-z|:]{1,40}|"[a-z ]{0,40}"){0,40}"#,
        ) {
            scan(&text);
        }
    }
}

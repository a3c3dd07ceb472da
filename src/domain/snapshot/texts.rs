use super::bytes::{Length, Reader};

/// Texts in their order, `None` for those that are not there.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    lengths: Reader<'a>,
    /// One text behind the other.
    rest: &'a str,
}

impl<'a> Texts<'a> {
    /// Those whose lengths begin here, up to the end.
    pub(super) fn read(mut from: Reader<'a>) -> Self {
        let lengths = from;
        while from.length() != Length::End {}
        Self { lengths, rest: from.as_str() }
    }

    /// All that are still to come, one behind the other.
    #[must_use]
    pub fn run_together(&self) -> &'a str {
        self.rest
    }
}

impl<'a> Iterator for Texts<'a> {
    type Item = Option<&'a str>;

    fn next(&mut self) -> Option<Option<&'a str>> {
        match self.lengths.length() {
            Length::End => None,
            Length::NoText => Some(None),
            Length::Of(length) => {
                let (text, rest) = self.rest.split_at_checked(length)?;
                self.rest = rest;
                Some(Some(text))
            }
        }
    }
}

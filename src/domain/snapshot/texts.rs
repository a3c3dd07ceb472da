use super::bytes::{Length, Reader};

/// Texts in their order, `None` for those that are not there.
#[derive(Clone)]
pub struct Texts<'a> {
    lengths: Reader<'a>,
    /// One text behind the other.
    rest: Reader<'a>,
}

impl<'a> Texts<'a> {
    /// Those whose lengths begin here, up to the end.
    pub(super) fn read(mut from: Reader<'a>) -> Self {
        let lengths = from.part_of(|from| while from.length() != Length::End {});
        Self { lengths, rest: from }
    }

    /// The UTF-8 of all that are still to come, one behind the other.
    #[must_use]
    pub fn run_together(&self) -> &'a [u8] {
        self.rest.0
    }
}

impl<'a> Iterator for Texts<'a> {
    type Item = Option<&'a str>;

    fn next(&mut self) -> Option<Option<&'a str>> {
        match self.lengths.length() {
            Length::End => None,
            Length::NoText => Some(None),
            Length::Of(length) => Some(Some(self.rest.part(length).as_str())),
        }
    }

    /// Looks at no text before the one that is asked for.
    fn nth(&mut self, before: usize) -> Option<Option<&'a str>> {
        for _ in 0..before {
            if let Length::Of(length) = self.lengths.length() {
                self.rest.part(length);
            }
        }
        self.next()
    }
}

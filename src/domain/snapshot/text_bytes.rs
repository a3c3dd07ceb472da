use super::bytes::{Length, Reader};

/// The UTF-8 of texts in their order, `None` for those that are not there.
#[derive(Clone)]
pub struct TextBytes<'a> {
    lengths: Reader<'a>,
    /// One text behind the other.
    rest: Reader<'a>,
}

impl<'a> TextBytes<'a> {
    /// Those whose lengths begin here, up to the end.
    pub(super) fn read(mut from: Reader<'a>) -> Self {
        let lengths = from.part_of(|from| while from.length() != Length::End {});
        Self { lengths, rest: from }
    }

    /// All that are still to come, one behind the other.
    #[must_use]
    pub fn run_together(&self) -> &'a [u8] {
        self.rest.0
    }
}

impl<'a> Iterator for TextBytes<'a> {
    type Item = Option<&'a [u8]>;

    fn next(&mut self) -> Option<Option<&'a [u8]>> {
        match self.lengths.length() {
            Length::End => None,
            Length::NoText => Some(None),
            Length::Of(length) => Some(Some(self.rest.part(length).0)),
        }
    }
}

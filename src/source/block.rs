use std::ops::Range;

use super::decode::TextFault;

/// A stretch of an export's text, from the start of a record to the end of one. Its buffer is used
/// again for the next block.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// The place among the blocks, from 0.
    pub(super) number: u32,
    /// Where the elements stand, if the blocks are cut from a JSON array.
    pub(super) elements: Vec<Range<usize>>,
    /// What is wrong behind the text.
    pub(super) fault: Option<BlockFault>,
    buffer: Vec<u8>,
    length: usize,
}

/// Why an export can't be read on from somewhere in a block.
#[derive(Debug)]
pub(super) enum BlockFault {
    /// The text breaks off behind the block's last byte.
    Text(TextFault),
    /// The quote at this place is never closed.
    UnclosedQuote(usize),
    /// The record that the block consists of is too long.
    TooLong,
    /// A JSON array goes wrong at this place, behind the block's last element. What is wrong before
    /// that place comes first.
    BrokenList(usize, String),
}

impl Block {
    /// Empties the block and gives it a number.
    pub(super) fn begin(&mut self, number: u32) {
        self.number = number;
        self.elements.clear();
        self.fault = None;
        self.length = 0;
    }

    /// The bytes, which should be UTF-8.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[..self.length]
    }

    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Adds bytes.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).copy_from_slice(bytes);
        self.length += bytes.len();
    }

    /// Room for `count` bytes more, to be filled and then [added](Self::grow).
    pub(super) fn room(&mut self, count: usize) -> &mut [u8] {
        let end = self.length + count;
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        &mut self.buffer[self.length..end]
    }

    /// Adds the first `count` bytes of the room.
    pub(super) fn grow(&mut self, count: usize) {
        self.length = (self.length + count).min(self.buffer.len());
    }

    /// Drops what is behind `length`.
    pub(super) fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }
}

use memchr::memrchr;

use super::behind::Behind;
use super::block::{Block, BlockFault};
use super::csv::BoundaryScan;
use super::decode::TextStream;
use super::format::Format;
use super::json::{ElementScan, Missed, ScanState, check_surroundings};
use crate::words::json_lists;

/// How an export is cut. Results don't depend on it, but for the longest record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// About how many bytes a block has.
    pub(super) block: usize,
    /// How many bytes a record may have.
    pub(super) record: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { block: 1 << 18, record: 16 << 20 }
    }
}

/// Cuts an export into blocks of whole records, in order.
pub(super) struct BlockSource {
    text: TextStream,
    scan: Scan,
    sizes: Sizes,
    number: u32,
    /// What was read behind the last block's end.
    carry: Vec<u8>,
    ended: bool,
}

enum Scan {
    Csv(BoundaryScan),
    Lines,
    /// With what stands before the array.
    Array(ElementScan, String),
}

impl BlockSource {
    /// Cuts `text`, which stands at its beginning, from `start` on, where the first record is.
    pub(super) fn new(mut text: TextStream, format: &Format, start: usize, sizes: Sizes) -> Self {
        text.skip(start);
        let scan = match format {
            Format::Csv(delimiter) => Scan::Csv(BoundaryScan::new(*delimiter)),
            Format::JsonLines => Scan::Lines,
            Format::JsonArray { before, .. } => Scan::Array(ElementScan::new(), before.clone()),
        };
        Self { text, scan, sizes, number: 0, carry: Vec::new(), ended: false }
    }

    /// Reads all that is left, for an input that is kept while it passes.
    pub(super) fn drain(&mut self) {
        let mut piece = vec![0; self.sizes.block];
        while self.text.read(&mut piece).is_ok_and(|count| count > 0) {}
    }

    /// Fills `block` with the whole records at the beginning of an export, from the first one on.
    /// `whole` tells that there are no others.
    pub(super) fn head(beginning: &str, whole: bool, format: &Format, block: &mut Block) {
        let bytes = beginning.as_bytes();
        let end = match format {
            Format::Csv(delimiter) => {
                let mut scan = BoundaryScan::new(*delimiter);
                scan.scan(bytes, whole);
                scan.boundary()
            }
            Format::JsonLines => memrchr(b'\n', bytes).map(|end| end + 1),
            Format::JsonArray { .. } => {
                ElementScan::new().scan(bytes, &mut block.elements);
                block.elements.last().map(|element| element.end)
            }
        };
        block.push(&bytes[..if whole { bytes.len() } else { end.unwrap_or(0) }]);
    }

    /// The text that is cut.
    pub(super) fn text(&self) -> &TextStream {
        &self.text
    }

    /// Whether no block follows.
    pub(super) fn is_ended(&self) -> bool {
        self.ended && self.carry.is_empty()
    }

    /// Fills `block` with the next records. False if there are no more. A fault is found in the
    /// block that it stands behind, and no block follows.
    pub(super) fn next(&mut self, block: &mut Block) -> bool {
        block.begin(self.number);
        if self.is_ended() {
            return false;
        }
        block.push(&self.carry);
        self.carry.clear();
        match &mut self.scan {
            Scan::Csv(scan) => scan.begin(),
            Scan::Lines => {}
            Scan::Array(scan, _) => scan.begin(),
        }
        let mut target = self.sizes.block.max(block.len() + 16);
        loop {
            self.fill(block, target);
            let whole = self.whole(block);
            if self.ended {
                break;
            }
            if let Some(end) = whole {
                self.carry.extend_from_slice(&block.bytes()[end..]);
                block.truncate(end);
                break;
            }
            if block.len() >= self.sizes.record {
                block.fault = Some(BlockFault::TooLong);
                self.ended = true;
                break;
            }
            target = (target * 2).min(self.sizes.record.max(target + 16));
        }
        self.number += 1;
        block.len() > 0 || block.fault.is_some()
    }

    fn fill(&mut self, block: &mut Block, target: usize) {
        while block.len() < target && !self.ended {
            let room = (target - block.len()).max(16);
            match self.text.read(block.room(room)) {
                Ok(0) => self.ended = true,
                Ok(count) => block.grow(count),
                Err(fault) => {
                    block.fault = Some(BlockFault::Text(fault));
                    self.ended = true;
                }
            }
        }
    }

    /// Where the last whole record ends. At the export's end it looks whether all is whole.
    fn whole(&mut self, block: &mut Block) -> Option<usize> {
        match &mut self.scan {
            Scan::Csv(scan) => {
                scan.scan(block.bytes(), self.ended);
                if self.ended
                    && block.fault.is_none()
                    && let Some(quote) = scan.open_quote()
                {
                    block.fault = Some(BlockFault::UnclosedQuote(quote));
                }
                scan.boundary()
            }
            Scan::Lines => memrchr(b'\n', block.bytes()).map(|end| end + 1),
            Scan::Array(scan, before) => {
                let mut elements = std::mem::take(&mut block.elements);
                scan.scan(block.bytes(), &mut elements);
                block.elements = elements;
                match scan.state() {
                    ScanState::Within => {
                        if self.ended && block.fault.is_none() {
                            block.fault =
                                Some(BlockFault::BrokenList(block.len(), json_lists::cut_off_list()));
                        }
                    }
                    ScanState::Broken(at, expected) => {
                        let reason = match expected {
                            Missed::CommaOrEnd => json_lists::comma_or_end_expected(),
                            Missed::Object => json_lists::object_expected(),
                        };
                        block.fault = Some(BlockFault::BrokenList(at, reason));
                        self.ended = true;
                    }
                    ScanState::Ended(end) => {
                        let tail = block.bytes()[end..].to_vec();
                        block.truncate(end);
                        let broken = match block.fault.take() {
                            Some(BlockFault::Text(fault)) => Some(fault),
                            _ => None,
                        };
                        let behind = Behind::new(&mut self.text, tail, broken);
                        block.fault = finish_array(before, scan.is_filled(), end, behind);
                        self.ended = true;
                    }
                }
                block.elements.last().map(|element| element.end)
            }
        }
    }
}

/// Reads what stands `behind` an array, and sees whether it makes whole JSON with what stands
/// `before` it; the fault if not, at `end`.
fn finish_array(before: &str, filled: bool, end: usize, mut behind: Behind<'_>) -> Option<BlockFault> {
    let checked = check_surroundings(before, filled, &mut behind);
    match (behind.into_fault(), checked) {
        (Some(fault), _) => Some(BlockFault::Text(fault)),
        (None, checked) => checked.err().map(|reason| BlockFault::BrokenList(end, reason)),
    }
}

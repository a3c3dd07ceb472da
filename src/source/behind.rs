use std::io::{self, Read};

use super::decode::{TextFault, TextStream};

/// What stands behind a list, as bytes that were seen to be UTF-8.
pub(super) struct Behind<'t> {
    text: &'t mut TextStream,
    /// What was read and not yet looked at, such as half a character.
    unseen: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    ended: bool,
    fault: Option<TextFault>,
}

/// How much is read at once.
const PIECE: usize = 64 << 10;

impl<'t> Behind<'t> {
    /// First `tail`, then the rest of `text`.
    pub(super) fn new(text: &'t mut TextStream, tail: Vec<u8>) -> Self {
        Self { text, unseen: tail, ready: Vec::new(), given: 0, ended: false, fault: None }
    }

    /// Why the reading ended early, if it did.
    pub(super) fn into_fault(self) -> Option<TextFault> {
        self.fault
    }

    fn fill(&mut self) -> Result<(), TextFault> {
        let known = self.unseen.len();
        self.unseen.resize(known + PIECE, 0);
        let count = self.text.read(&mut self.unseen[known..])?;
        self.unseen.truncate(known + count);
        self.ended = count == 0;
        let good = match std::str::from_utf8(&self.unseen) {
            Ok(text) => text.len(),
            Err(error) if error.error_len().is_none() && !self.ended => error.valid_up_to(),
            Err(error) => {
                let start = error.valid_up_to();
                let end = error.error_len().map_or(self.unseen.len(), |length| start + length);
                return Err(TextFault::BadBytes(self.unseen[start..end].to_vec()));
            }
        };
        let rest = self.unseen.split_off(good);
        (self.ready, self.given) = (std::mem::replace(&mut self.unseen, rest), 0);
        Ok(())
    }
}

impl Read for Behind<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            if let Err(fault) = self.fill() {
                (self.fault, self.ended) = (Some(fault), true);
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        let count = (&self.ready[self.given..]).read(out)?;
        self.given += count;
        Ok(count)
    }
}

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
    /// Why nothing can be read behind what was read already.
    broken: Option<TextFault>,
    fault: Option<TextFault>,
}

/// How much is read at once.
const PIECE: usize = 64 << 10;

impl<'t> Behind<'t> {
    /// First `tail`, then the rest of `text`, or the fault that was found in it.
    pub(super) fn new(text: &'t mut TextStream, tail: Vec<u8>, broken: Option<TextFault>) -> Self {
        Self { text, unseen: tail, ready: Vec::new(), given: 0, ended: false, broken, fault: None }
    }

    /// Why the reading ended early, if it did.
    pub(super) fn into_fault(self) -> Option<TextFault> {
        self.fault
    }

    /// Makes text ready. What is good before a fault is given first, so that whoever reads finds
    /// what is wrong with it, however the text was divided.
    fn fill(&mut self) -> Result<(), TextFault> {
        if self.broken.is_none() {
            let known = self.unseen.len();
            self.unseen.resize(known + PIECE, 0);
            let read = self.text.read(&mut self.unseen[known..]);
            self.unseen.truncate(known + read.as_ref().map_or(0, |count| *count));
            match read {
                Ok(count) => self.ended = count == 0,
                Err(fault) => self.broken = Some(fault),
            }
        }
        let good = match std::str::from_utf8(&self.unseen) {
            Ok(text) => text.len(),
            Err(error) => match (error.valid_up_to(), error.error_len()) {
                (0, None) if !self.ended => 0,
                (0, length) => {
                    self.unseen.truncate(length.unwrap_or(self.unseen.len()));
                    return Err(TextFault::BadBytes(std::mem::take(&mut self.unseen)));
                }
                (good, _) => good,
            },
        };
        if good == 0
            && let Some(broken) = self.broken.take()
        {
            self.unseen.clear();
            return Err(broken);
        }
        let rest = self.unseen.split_off(good);
        (self.ready, self.given) = (std::mem::replace(&mut self.unseen, rest), 0);
        Ok(())
    }
}

impl Read for Behind<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.ready.len() {
            if self.ended && self.unseen.is_empty() {
                return Ok(0);
            }
            if let Err(fault) = self.fill() {
                (self.fault, self.ended) = (Some(fault), true);
                self.unseen.clear();
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        let count = (&self.ready[self.given..]).read(out)?;
        self.given += count;
        Ok(count)
    }
}

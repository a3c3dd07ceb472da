use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::sync_channel;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How much is read at once: far more than a line, far less than a long ledger.
const BLOCK: usize = 1 << 21;

/// The most threads that look at blocks; with more they wait for the reader.
const MOST_WORKERS: usize = 4;

/// A ledger that is cut into blocks of whole lines.
struct Feed<R> {
    reader: R,
    /// The beginning of a line whose end is still to be read.
    rest: Vec<u8>,
    ended: bool,
    next: usize,
}

impl<R: Read> Feed<R> {
    /// The next block and its number; `None` behind the last. Only the last may end within a line.
    fn block(&mut self, block: &mut Vec<u8>) -> io::Result<Option<usize>> {
        block.clear();
        block.append(&mut self.rest);
        while !self.ended {
            let known = block.len();
            let wanted = BLOCK.saturating_sub(known).max(BLOCK / 4) as u64;
            self.ended = self.reader.by_ref().take(wanted).read_to_end(block)? == 0;
            if block.len() < BLOCK {
                continue;
            }
            if let Some(end) = memchr::memrchr(b'\n', block.get(known..).unwrap_or_default()) {
                self.rest.extend_from_slice(block.get(known + end + 1..).unwrap_or_default());
                block.truncate(known + end + 1);
                break;
            }
        }
        if block.is_empty() {
            return Ok(None);
        }
        self.next += 1;
        Ok(Some(self.next - 1))
    }
}

/// Looks at all blocks of a ledger on several threads at once, and takes in what each gives in the
/// order in which they stand. Stops at the first error.
pub(super) fn in_order<T: Send, E: From<io::Error> + Send>(
    reader: impl Read + Send,
    look: impl Fn(&[u8]) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let mut feed = Feed { reader, rest: Vec::new(), ended: false, next: 0 };
    let mut first = Vec::new();
    if feed.block(&mut first)?.is_none() {
        return Ok(());
    }
    take(look(&first))?;
    if feed.ended && feed.rest.is_empty() {
        return Ok(());
    }
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MOST_WORKERS);
    let feed = Mutex::new(feed);
    thread::scope(|scope| {
        // Blocks that were looked at wait here for their turn: a few, not a whole ledger.
        let (send, receive) = sync_channel(workers);
        for _ in 0..workers {
            let (send, feed, look) = (send.clone(), &feed, &look);
            scope.spawn(move || {
                let mut block = Vec::with_capacity(BLOCK + BLOCK / 4);
                loop {
                    let found = feed.lock().unwrap_or_else(PoisonError::into_inner).block(&mut block);
                    let (handed_over, last) = match found {
                        Ok(Some(number)) => (send.send(Ok((number, look(&block)))), false),
                        Ok(None) => return,
                        Err(error) => (send.send(Err(error)), true),
                    };
                    // Nobody listens any more after an error.
                    if last || handed_over.is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut next = 1;
        for found in receive {
            let (number, found) = found?;
            early.insert(number, found);
            while let Some(found) = early.remove(&next) {
                take(found)?;
                next += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the blocks of a text are, put together again.
    fn joined(text: &[u8]) -> Vec<u8> {
        let mut joined = Vec::new();
        let whole_lines = |block: &[u8]| block.to_vec();
        in_order(text, whole_lines, |block| {
            assert!(joined.is_empty() || joined.ends_with(b"\n"), "a block begins with a line");
            joined.extend(block);
            Ok::<(), io::Error>(())
        })
        .unwrap();
        joined
    }

    #[test]
    fn blocks_are_whole_lines_in_the_order_of_the_file() {
        let mut text = Vec::new();
        for line in 0..200_000 {
            text.extend(format!("{line} {}\n", "x".repeat(line % 97)).into_bytes());
        }
        assert!(text.len() > 4 * BLOCK);
        assert_eq!(joined(&text), text);
        text.extend(b"no end");
        assert_eq!(joined(&text), text);
        let long_line = vec![b'y'; 3 * BLOCK];
        assert_eq!(joined(&long_line), long_line);
        assert_eq!(
            joined(&[&text[..], b"\n", &long_line[..], b"\nz\n"].concat()).len(),
            text.len() + 3 * BLOCK + 4
        );
        assert_eq!(joined(b""), b"");
        assert_eq!(joined(b"a\nb"), b"a\nb");
    }

    #[test]
    fn an_error_ends_it() {
        let text = "line\n".repeat(BLOCK);
        let mut taken = 0;
        let stopped = in_order(text.as_bytes(), <[u8]>::len, |_| {
            taken += 1;
            if taken == 3 { Err(io::Error::other("enough")) } else { Ok(()) }
        });
        assert_eq!((stopped.unwrap_err().to_string().as_str(), taken), ("enough", 3));
    }
}

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::ReadOptions;
use super::block::Block;
use super::blocks::BlockSource;
use super::fault::Fault;
use super::parser::{Layout, Parser, RowTaker};
use super::row_index::RowIndex;

/// What one reading of an export gave.
pub(super) struct Pass<T> {
    /// One for each worker.
    pub(super) takers: Vec<T>,
    /// The rows of all blocks before the fault, or of all.
    pub(super) index: RowIndex,
    /// The first fault of the export, however the work was divided.
    pub(super) fault: Option<Fault>,
    /// Those of the layout's watched columns that came.
    pub(super) seen: Vec<usize>,
    /// The encoding that was recognised.
    pub(super) encoding: String,
}

/// Reads an export behind its heading of so many records to its end, on several threads if it has several blocks. Each worker takes the
/// next block when it is done with one, so that no more text is held than one block per worker.
pub(super) fn read_blocks<T: RowTaker>(
    mut blocks: BlockSource,
    layout: &Layout,
    options: &ReadOptions<'_>,
    heading: u32,
    begin: impl Fn() -> T + Sync,
) -> Pass<T> {
    let &ReadOptions { source, threads, .. } = options;
    let mut first = Block::default();
    let any = blocks.next(&mut first);
    let alone = threads <= 1 || blocks.is_ended();
    let shared = Shared { blocks: Mutex::new(blocks), stopped: AtomicBool::new(!any) };
    let work = |first: Block, any: bool| Worker::new(layout, source, begin()).run(&shared, first, any);
    let done: Vec<Worker<'_, T>> = if alone {
        vec![work(first, any)]
    } else {
        thread::scope(|scope| {
            let others: Vec<_> =
                (1..threads).map(|_| scope.spawn(|| work(Block::default(), false))).collect();
            let mut done = vec![work(first, any)];
            for other in others {
                done.push(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        })
    };
    let blocks = shared.blocks.into_inner().unwrap_or_else(PoisonError::into_inner);
    gather(done, heading, blocks.text().encoding())
}

/// Puts together what the workers did.
fn gather<T>(done: Vec<Worker<'_, T>>, heading: u32, encoding: String) -> Pass<T> {
    let (mut takers, mut counts, mut fault, mut seen) = (Vec::new(), Vec::new(), None::<Fault>, Vec::new());
    for worker in done {
        takers.push(worker.taker);
        counts.extend(worker.counts);
        seen.extend(worker.parser.seen);
        if let Some(found) = worker.fault
            && fault.as_ref().is_none_or(|known| found.position < known.position)
        {
            fault = Some(found);
        }
    }
    counts.sort_unstable();
    let index = RowIndex::new(heading, counts.into_iter().map(|(_, count)| count));
    Pass { takers, index, fault, seen, encoding }
}

struct Shared {
    blocks: Mutex<BlockSource>,
    /// Set at a fault. Blocks are handed out in order, so that those before it are all in work.
    stopped: AtomicBool,
}

struct Worker<'l, T> {
    parser: Parser<'l>,
    taker: T,
    /// How many records were in which block.
    counts: Vec<(u32, u32)>,
    fault: Option<Fault>,
}

impl<'l, T: RowTaker> Worker<'l, T> {
    fn new(layout: &'l Layout, source: u32, taker: T) -> Self {
        Self { parser: Parser::new(layout, source), taker, counts: Vec::new(), fault: None }
    }

    /// Works on `block` if it is filled, and then on those that it gets itself.
    fn run(mut self, shared: &Shared, mut block: Block, mut filled: bool) -> Self {
        loop {
            if !filled {
                if shared.stopped.load(Ordering::Relaxed) {
                    return self;
                }
                let mut blocks = shared.blocks.lock().unwrap_or_else(PoisonError::into_inner);
                if !blocks.next(&mut block) {
                    return self;
                }
            }
            filled = false;
            let parsed = self.parser.parse(&mut block, &mut self.taker);
            self.counts.push((block.number, parsed.records));
            if parsed.fault.is_some() {
                self.fault = parsed.fault;
                shared.stopped.store(true, Ordering::Relaxed);
            }
        }
    }
}

use super::share::{Wish, share, total};
use super::{Extent, Status, groups, lists, overview};
use crate::domain::{Instant, Policy, Span};
use crate::render::Style;
use crate::render::duration::short_duration;
use crate::render::newer_than_as_of;
use crate::render::page::{Block, Tone};
use crate::render::time::LocalTimes;
use crate::render::words::count;
use crate::words::status::Words;

/// What a page of what waits is made from.
pub(super) struct Page<'a> {
    pub(super) status: &'a Status<'a>,
    pub(super) policy: &'a Policy,
    pub(super) words: &'static Words,
    pub(super) style: &'a Style,
    times: LocalTimes,
}

impl<'a> Page<'a> {
    pub(super) fn new(status: &'a Status<'a>, policy: &'a Policy, style: &'a Style) -> Self {
        let times = LocalTimes::new(status.waiting.zone);
        Self { status, policy, words: Words::of(style.language), style, times }
    }

    /// What was looked at, and how much waits.
    pub(super) fn head(&self) -> Vec<Block> {
        let (words, waiting) = (self.words, self.status.waiting);
        let ledger = self.status.ledger.display().to_string();
        let source = (words.source)(&self.times.minute(waiting.as_of), waiting.zone.name(), &ledger);
        let mut facts = vec![(words.as_of, vec![source])];
        if !waiting.filters.is_empty() {
            facts.push((words.filters, waiting.filters.clone()));
        }
        let mut blocks = vec![Block::Facts(facts)];
        blocks.extend(
            newer_than_as_of(waiting.newer, self.style.language).map(|newer| Block::Line(newer, Tone::Faint)),
        );
        if waiting.is_empty() {
            let nothing = if waiting.filters.is_empty() { words.nothing } else { words.nothing_fits };
            blocks.push(Block::Line(nothing.to_owned(), Tone::Good));
        }
        if !waiting.is_empty() || !waiting.stale.is_empty() {
            blocks.extend([gap(), overview::block(self)]);
        }
        blocks
    }

    /// What follows the head, which takes so many lines.
    pub(super) fn rest(&self, extent: Extent, head: usize) -> Vec<Block> {
        let in_groups = !self.status.groups.is_empty();
        let (groups, lists) = (groups::wishes(self), lists::wishes(self));
        let wishes = match extent {
            Extent::All => {
                let [groups, lists] = [groups, lists].map(|wishes| whole(&wishes));
                let mut blocks = groups::blocks(self, &groups);
                blocks.extend(lists::blocks(self, &lists));
                return blocks;
            }
            Extent::Each(_) | Extent::Screen(_) if in_groups => groups,
            Extent::Each(_) | Extent::Screen(_) => lists,
        };
        let shares = match extent {
            Extent::Screen(lines) => {
                // A line is left for the prompt that follows.
                let room = lines.saturating_sub(head + 1);
                if total(&wishes) <= room { whole(&wishes) } else { share(&wishes, room.saturating_sub(1)) }
            }
            Extent::Each(most) => {
                let mut shares = whole(&wishes);
                shares.iter_mut().flatten().for_each(|share| *share = (*share).min(most));
                shares
            }
            Extent::All => whole(&wishes),
        };
        let mut blocks = if in_groups { groups::blocks(self, &shares) } else { lists::blocks(self, &shares) };
        let [shown, all] = [shares, whole(&wishes)].map(|lists| lists.iter().flatten().sum::<usize>());
        if shown < all {
            blocks.push(Block::Line(
                (self.words.showing)(&count(shown as u64), &count(all as u64)),
                Tone::Faint,
            ));
        }
        blocks
    }

    pub(super) fn length(&self, span: Span) -> String {
        short_duration(span, self.style.language)
    }

    /// A moment without its year, which the head tells.
    pub(super) fn moment(&self, at: Instant) -> String {
        self.times.minute(at).get(5..).unwrap_or_default().to_owned()
    }

    pub(super) fn objective<'b>(&'b self, id: &'b str) -> &'b str {
        self.policy.objectives.iter().find(|known| known.id == id).map_or(id, |known| &known.title)
    }

    pub(super) fn cause<'b>(&'b self, id: &'b str) -> &'b str {
        self.policy.cause(id).map_or(id, |cause| &cause.title)
    }
}

/// An empty line.
pub(super) fn gap() -> Block {
    Block::Line(String::new(), Tone::Plain)
}

/// All rows of all lists.
fn whole(wishes: &[Wish]) -> Vec<Vec<usize>> {
    wishes.iter().map(|wish| wish.lists.clone()).collect()
}

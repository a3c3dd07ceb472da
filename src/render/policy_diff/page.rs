use super::ComparedPolicies;
use crate::assess::{Counts, CustomerDiff, Flip, ObjectiveDiff};
use crate::domain::{Language, Policy, Span, VerdictKind};
use crate::render::Style;
use crate::render::duration::{duration, short_duration};
use crate::render::page::{Block, Cell, Column, Table, Tone, percentage};
use crate::render::time::LocalTimes;
use crate::render::words::{Words as Common, count};
use crate::words::policy_diff::Words;

/// What stands where there is nothing to say.
pub(super) const NOTHING: &str = "–";

/// The page: which policies, what becomes of the objectives, and which verdicts change.
pub(super) fn page(compared: &ComparedPolicies<'_>, style: &Style) -> Vec<Block> {
    let page = Page { compared, words: Words::of(style.language), common: Common::of(style.language), style };
    let mut blocks = vec![page.head(), Block::Heading(page.common.summary.to_owned())];
    blocks.push(Block::Table(page.objectives()));
    let diff = compared.diff;
    if diff.flips.is_empty() {
        let joint = diff.objectives.iter().any(|one| one.before.is_some() && one.after.is_some());
        let (line, tone) =
            if joint { (page.words.no_flip, Tone::Good) } else { (page.words.no_joint, Tone::Warning) };
        blocks.extend([Block::Line(String::new(), Tone::Plain), Block::Line(line.to_owned(), tone)]);
    }
    let is_all = style.limit.is_none();
    let customers: Vec<&CustomerDiff> =
        diff.customers.iter().filter(|one| is_all || one.is_changed()).collect();
    if !customers.is_empty() {
        blocks.push(Block::Heading(page.words.by_customer.to_owned()));
        blocks.extend(page.shown(&customers, |customers| page.customers(customers)));
    }
    if !diff.flips.is_empty() {
        blocks.push(Block::Heading(page.words.flips.to_owned()));
        blocks.extend(page.shown(&diff.flips, |flips| page.flips(flips)));
    }
    blocks
}

pub(super) struct Page<'a> {
    compared: &'a ComparedPolicies<'a>,
    pub(super) words: &'static Words,
    pub(super) common: &'static Common,
    style: &'a Style,
}

impl Page<'_> {
    fn head(&self) -> Block {
        let ComparedPolicies { old, new, exports, as_of, diff } = self.compared;
        let words = self.words;
        let policy = |policy: &Policy| {
            let digest = policy.sha256.get(..8).unwrap_or_default();
            vec![(words.policy)(&policy.name, &policy.path.display().to_string(), digest)]
        };
        let times = LocalTimes::new(new.zone);
        let mut measured = vec![(words.compared)(&count(diff.compared))];
        if diff.only_old > 0 {
            measured.push((words.only_old)(&count(diff.only_old)));
        }
        if diff.only_new > 0 {
            measured.push((words.only_new)(&count(diff.only_new)));
        }
        Block::Facts(vec![
            (words.old, policy(old)),
            (words.new, policy(new)),
            (self.common.as_of, vec![times.minute(*as_of)]),
            (self.common.exports, exports.to_vec()),
            (self.common.measured, measured),
        ])
    }

    fn objectives(&self) -> Table {
        let words = self.words;
        let row = |objective: &ObjectiveDiff| {
            let breached = |counts: Option<Counts>| {
                counts.map_or_else(|| NOTHING.to_owned(), |counts| count(counts.breached))
            };
            let after =
                Cell::new(breached(objective.after)).tone(match (objective.before, objective.after) {
                    (Some(before), Some(after)) if after.breached > before.breached => Tone::Bad,
                    (Some(before), Some(after)) if after.breached < before.breached => Tone::Good,
                    _ => Tone::Plain,
                });
            let note = match (objective.before, objective.after) {
                (None, _) => words.added,
                (_, None) => words.removed,
                _ => "",
            };
            vec![
                Cell::new(&objective.title),
                self.rate(objective.before),
                self.rate(objective.after),
                Cell::new(breached(objective.before)),
                after,
                Cell::new(note).tone(Tone::Warning),
            ]
        };
        let columns = vec![
            Column::left(self.common.objective).at_least(12),
            Column::right(words.rate_before),
            Column::right(words.rate_after),
            Column::right(words.breached_before),
            Column::right(words.breached_after),
            Column::left(""),
        ];
        Table { columns, rows: self.compared.diff.objectives.iter().map(row).collect(), cut: None }
    }

    /// A rate with its base.
    pub(super) fn rate(&self, counts: Option<Counts>) -> Cell {
        let Some(rate) = counts.and_then(|counts| counts.rate()) else { return Cell::new(NOTHING) };
        let (percentage, base) = (percentage(self.common, rate), count(rate.base));
        Cell::new((self.common.rate_of)(&percentage, &base)).short(format!("{percentage}/{base}"))
    }

    /// So many of a list as are asked for, and how many there are.
    fn shown<T>(&self, all: &[T], table: impl FnOnce(&[T]) -> Table) -> Vec<Block> {
        let shown = all.len().min(self.style.limit.unwrap_or(usize::MAX));
        let mut blocks = Vec::new();
        if shown > 0 {
            blocks.push(Block::Table(table(&all[..shown])));
        }
        if shown < all.len() {
            let line = (self.words.showing)(&count(shown as u64), &count(all.len() as u64));
            blocks.push(Block::Line(line, Tone::Faint));
        }
        blocks
    }

    fn flips(&self, flips: &[Flip]) -> Table {
        let columns = vec![
            Column::left(self.common.incident),
            Column::left(self.common.severity).at_least(8).left_out(2),
            Column::left(self.common.customer).at_least(12).left_out(3),
            Column::left(self.common.objective).at_least(8).left_out(4),
            Column::left(self.words.verdict),
            Column::right(self.common.target),
            Column::right(self.common.elapsed),
            Column::right(self.common.over),
        ];
        let row = |flip: &Flip| {
            let [before, after] =
                [flip.before, flip.after].map(|mark| self.common.verdict(mark.verdict.word()));
            let tone = match flip.after.verdict {
                VerdictKind::Breached => Tone::Bad,
                VerdictKind::Met => Tone::Good,
                _ => Tone::Warning,
            };
            vec![
                Cell::new(&flip.incident).tone(Tone::Strong),
                Cell::new(&*flip.severity),
                Cell::new(&*flip.customer),
                Cell::new(self.title(flip.objective)),
                Cell::new(format!("{before} → {after}")).tone(tone),
                self.change(flip.before.target(), flip.after.target()),
                self.change(flip.before.elapsed(), flip.after.elapsed()),
                self.over(flip),
            ]
        };
        Table { columns, rows: flips.iter().map(row).collect(), cut: None }
    }

    /// A length of time before and after; once where it stays.
    fn change(&self, before: Option<Span>, after: Option<Span>) -> Cell {
        let language = self.style.language;
        let text = |say: fn(Span, Language) -> String| {
            let [old, new] =
                [before, after].map(|span| span.map_or(NOTHING.to_owned(), |span| say(span, language)));
            if before == after { new } else { format!("{old} → {new}") }
        };
        Cell::new(text(duration)).short(text(short_duration))
    }

    /// How far over target, if it is by either policy.
    fn over(&self, flip: &Flip) -> Cell {
        match flip.over() {
            Span::ZERO => Cell::new(NOTHING).tone(Tone::Faint),
            over => self.change(Some(over), Some(over)),
        }
    }

    pub(super) fn title(&self, objective: usize) -> &str {
        self.compared.diff.objectives.get(objective).map_or("", |objective| &objective.title)
    }
}

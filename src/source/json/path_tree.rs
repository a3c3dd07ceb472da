use super::Step;
use super::selector::Selector;

/// What a column takes of the values that its path leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::source) enum Take {
    /// The text of the first one; there is none where an object stands.
    #[default]
    Text,
    /// The first one, which can only be a text or a number: the cell tells of anything else.
    Scalar,
    /// Every one, each on a line of its own. An array may stand wherever an object is on the way:
    /// what writes one element as an object and several as an array means the same by both.
    Every,
}

/// The paths that are wanted, as a tree that is walked along with a JSON value.
#[derive(Clone, Debug, Default)]
pub(in crate::source) struct PathTree {
    /// The column of the value that stands here, and what it takes.
    pub(super) column: Option<usize>,
    pub(super) take: Take,
    /// By key.
    pub(super) children: Vec<(String, Self)>,
    /// For the elements of an array.
    pub(super) branches: Vec<Branch>,
    /// Columns that stand below, behind a key, and take a scalar.
    pub(super) scalars: Vec<usize>,
    /// Of the whole tree: columns whose values are those of another, as both have one path.
    pub(super) same: Vec<(usize, usize)>,
}

/// What is wanted of the elements of an array.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    /// Of which elements; of all if not told.
    pub(super) selector: Option<Selector>,
    /// Whether of every such element, or of the one object that stands in place of an array. If not,
    /// of the first.
    pub(super) every: bool,
    pub(super) tree: PathTree,
}

impl PathTree {
    /// Adds the path of a column.
    pub(in crate::source) fn insert(&mut self, steps: &[Step], column: usize, take: Take) {
        let there = self.add(steps, column, take);
        if there != column {
            self.same.push((column, there));
        }
    }

    /// Adds the path of a column, and tells which column has it: this one, or one that had it before.
    fn add(&mut self, steps: &[Step], column: usize, take: Take) -> usize {
        let Some((step, rest)) = steps.split_first() else {
            if self.column.is_none() {
                (self.column, self.take) = (Some(column), take);
            }
            return self.column.unwrap_or(column);
        };
        match step {
            Step::Elements => self.branch(None, take == Take::Every).add(rest, column, take),
            Step::Chosen(selector) => {
                self.branch(Some(selector), take == Take::Every).add(rest, column, take)
            }
            Step::Key(key) => {
                if take == Take::Scalar {
                    self.scalars.push(column);
                }
                let next = self.child_of(key);
                let (selector, below) = match rest.split_first() {
                    Some((Step::Elements, below)) => (None, below),
                    Some((Step::Chosen(selector), below)) => (Some(selector), below),
                    _ => (None, rest),
                };
                if take == Take::Every && (selector.is_some() || !below.is_empty()) {
                    next.branch(selector, true).add(below, column, take)
                } else if take == Take::Every {
                    next.add(below, column, take)
                } else {
                    next.add(rest, column, take)
                }
            }
        }
    }

    fn child_of(&mut self, key: &str) -> &mut Self {
        let place = self.child(key).unwrap_or_else(|| {
            self.children.push((key.to_owned(), Self::default()));
            self.children.len() - 1
        });
        &mut self.children[place].1
    }

    fn branch(&mut self, selector: Option<&Selector>, every: bool) -> &mut Self {
        let same = |branch: &Branch| branch.every == every && branch.selector.as_ref() == selector;
        let place = self.branches.iter().position(same).unwrap_or_else(|| {
            self.branches.push(Branch { selector: selector.cloned(), every, tree: Self::default() });
            self.branches.len() - 1
        });
        &mut self.branches[place].tree
    }

    /// Whether nothing is wanted of what stands in a value here.
    pub(super) fn is_leaf(&self) -> bool {
        self.children.is_empty() && self.branches.is_empty()
    }

    /// The columns of all values that stand here or below.
    pub(super) fn columns(&self) -> Vec<usize> {
        self.column.into_iter().chain(self.columns_below()).collect()
    }

    /// The columns of all values that stand below.
    pub(super) fn columns_below(&self) -> Vec<usize> {
        let children = self.children.iter().map(|(_, child)| child);
        let below = children.chain(self.branches.iter().map(|branch| &branch.tree));
        below.flat_map(Self::columns).collect()
    }

    /// The place of a key among the children.
    #[inline]
    pub(super) fn child(&self, key: &str) -> Option<usize> {
        self.children.iter().position(|(known, _)| known == key)
    }
}

/// One step into a JSON value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in crate::source) enum Step {
    /// To the value under this key.
    Key(String),
    /// To the first element of an array.
    First,
}

/// The steps that a path such as `service.summary` or `labels[].name` names.
pub(in crate::source) fn steps_of(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let key = part.trim_end_matches("[]");
        steps.push(Step::Key(key.to_owned()));
        steps.extend(std::iter::repeat_n(Step::First, (part.len() - key.len()) / 2));
    }
    steps
}

/// The paths that are wanted, as a tree that is walked along with a JSON value.
#[derive(Clone, Debug, Default)]
pub(in crate::source) struct PathTree {
    /// The column of the value that stands here.
    pub(super) column: Option<usize>,
    /// By key.
    pub(super) children: Vec<(String, Self)>,
    /// Whether the column takes every element, where an array stands here.
    pub(super) every: bool,
    /// For the first element of an array.
    pub(super) first: Option<Box<Self>>,
    /// For every element of an array, or for the one object that stands in place of an array.
    pub(super) each: Option<Box<Self>>,
}

impl PathTree {
    /// Adds the path of a column. With `every`, it goes to every element of an array and not only
    /// to the first, and an array may stand wherever an object is on the way: what writes one
    /// element as an object and several as an array means the same by both.
    pub(in crate::source) fn insert(&mut self, steps: &[Step], column: usize, every: bool) {
        let Some((step, rest)) = steps.split_first() else {
            (self.column, self.every) = (Some(column), every);
            return;
        };
        let next = match step {
            Step::First if every => self.each.get_or_insert_default(),
            Step::First => self.first.get_or_insert_default(),
            Step::Key(key) => {
                let known = self.children.iter().position(|(known, _)| known == key);
                let place = known.unwrap_or_else(|| {
                    self.children.push((key.clone(), Self::default()));
                    self.children.len() - 1
                });
                &mut self.children[place].1
            }
        };
        if every && matches!(step, Step::Key(_)) {
            let below = if rest.first() == Some(&Step::First) { &rest[1..] } else { rest };
            let next = if below.is_empty() { next } else { next.each.get_or_insert_default() };
            next.insert(below, column, every);
            return;
        }
        next.insert(rest, column, every);
    }

    /// The columns of all values that stand here or below.
    pub(super) fn columns(&self) -> Vec<usize> {
        let children = self.children.iter().map(|(_, child)| child);
        let below = children.chain(self.first.as_deref()).chain(self.each.as_deref());
        self.column.into_iter().chain(below.flat_map(Self::columns)).collect()
    }

    /// The place of a key among the children.
    pub(super) fn child(&self, key: &str) -> Option<usize> {
        self.children.iter().position(|(known, _)| known == key)
    }
}

use super::PathTree;
use super::cursor::Cursor;
use super::element_fault::{ElementFault, what_is_wrong};
use super::key_order::{KeyOrder, KeyPlace, NextKey, next_key};
use super::path_tree::Take;
use super::slots::{Slot, Slots};

/// The wanted values of one JSON object, as cells.
#[derive(Debug, Default)]
pub(in crate::source) struct Element<'de> {
    values: Values<'de>,
    order: KeyOrder,
}

/// The values that were found so far. What stands in arrays is read in `element_arrays.rs`.
#[derive(Debug, Default)]
pub(super) struct Values<'de> {
    pub(super) slots: Slots<'de>,
}

impl<'de> Element<'de> {
    /// An element with room for so many columns.
    pub(in crate::source) fn new(columns: usize) -> Self {
        Self { values: Values { slots: Slots::new(columns) }, order: KeyOrder::default() }
    }

    /// Reads an object. Where a key comes twice, the last one counts.
    pub(in crate::source) fn read(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        self.values.slots.clear();
        let mut cursor = Cursor::new(json);
        cursor.space();
        match self.values.object(&mut cursor, tree, Some(&mut self.order)) {
            Ok(()) if cursor.is_done() => {}
            Err(ElementFault::Text(error)) => return Err(error),
            Ok(()) | Err(ElementFault::NoJson) => return Err(what_is_wrong(json)),
        }
        for &(column, there) in &tree.same {
            self.values.slots.copy(there, column);
        }
        Ok(())
    }

    /// The text of a value.
    #[inline]
    pub(in crate::source) fn cell(&self, column: usize) -> Option<&str> {
        self.values.slots.cell(column)
    }

    /// Whether the path of a column is there, even if `null`.
    pub(in crate::source) fn has(&self, column: usize) -> bool {
        self.values.slots.has(column)
    }
}

impl<'de> Values<'de> {
    /// Reads the object that begins at the cursor. `order` helps where many have the same keys.
    fn object(
        &mut self,
        cursor: &mut Cursor<'de>,
        tree: &PathTree,
        mut order: Option<&mut KeyOrder>,
    ) -> Result<(), ElementFault> {
        let mut place = KeyPlace::default();
        loop {
            let next = match order.as_deref_mut() {
                Some(order) => order.next(cursor, tree, &mut place)?,
                None => next_key(cursor, tree, &mut place)?,
            };
            match next {
                NextKey::Unwanted => cursor.value()?,
                NextKey::Child(child) => {
                    let below = &tree.children[child].1;
                    if !below.is_leaf() && place.came_before(child) {
                        self.slots.forget(&below.columns());
                    }
                    self.value(cursor, below, order.as_deref_mut(), child)?;
                }
                NextKey::End => return Ok(()),
            }
        }
    }

    /// Reads the value at the cursor, that of a child with this place.
    #[inline]
    fn value(
        &mut self,
        cursor: &mut Cursor<'de>,
        tree: &PathTree,
        order: Option<&mut KeyOrder>,
        child: usize,
    ) -> Result<(), ElementFault> {
        let start = cursor.at();
        let slot = match cursor.byte() {
            b'"' if tree.is_leaf() => match cursor.text()? {
                Some(text) => Slot::Text(text),
                None => self.slots.unescape(cursor.since(start))?,
            },
            b'{' if tree.branches.is_empty() && tree.take == Take::Text && !tree.children.is_empty() => {
                self.object(cursor, tree, order.map(|order| order.below(child)))?;
                Slot::Empty
            }
            _ => {
                cursor.value()?;
                return Ok(self.whole(cursor.since(start), tree)?);
            }
        };
        if let Some(column) = tree.column {
            self.slots.put(column, slot);
        }
        Ok(())
    }

    /// Reads an object that was passed before.
    pub(super) fn whole_object(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        self.object(&mut Cursor::new(json), tree, None).map_err(|fault| match fault {
            ElementFault::Text(error) => error,
            ElementFault::NoJson => what_is_wrong(json),
        })
    }

    /// Reads a value that was passed before.
    pub(super) fn whole(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        self.branches(json, tree)?;
        let first = json.as_bytes().first();
        if first == Some(&b'{') && !tree.children.is_empty() {
            self.whole_object(json, tree)?;
        } else {
            self.instead_of_object(json, tree)?;
        }
        let Some(column) = tree.column else { return Ok(()) };
        let slot = match (first, tree.take) {
            (Some(b'"'), _) => match Cursor::new(json).text() {
                Ok(Some(text)) => Slot::Text(text),
                _ => self.slots.unescape(json)?,
            },
            (Some(b'{'), Take::Every | Take::Scalar) | (Some(b'['), Take::Scalar) => {
                self.slots.misfit(json)?
            }
            (Some(b'['), take) => self.array(json, take == Take::Every)?,
            (Some(b'{' | b'n') | None, _) => Slot::Empty,
            (Some(_), _) => Slot::Text(json),
        };
        self.slots.put(column, slot);
        Ok(())
    }

    /// Looks at a value that stands where keys lead on. Nothing need stand there, but anything else
    /// than an object can't: the cells of columns that can only be scalars tell of it.
    fn instead_of_object(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        if tree.scalars.is_empty() || matches!(json.as_bytes().first(), Some(b'{' | b'n') | None) {
            return Ok(());
        }
        if json.starts_with('"') && serde_json::from_str::<String>(json)?.trim().is_empty() {
            return Ok(());
        }
        let slot = self.slots.misfit(json)?;
        for &column in tree.scalars.iter().filter(|&&column| !self.slots.has(column)).collect::<Vec<_>>() {
            self.slots.put(column, slot.clone());
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "element_tests.rs"]
mod tests;

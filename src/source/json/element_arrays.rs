use super::PathTree;
use super::element::Values;
use super::members::elements_of;
use super::misfit::misfit;
use super::path_tree::Branch;
use super::slots::Slot;

impl<'de> Values<'de> {
    /// Reads what is wanted of the elements of an array, or of what stands in place of one.
    pub(super) fn branches(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        for branch in &tree.branches {
            if branch.every {
                self.every(json, branch)?;
            } else if json.starts_with('[') {
                let fits =
                    |element: &&str| branch.selector.as_ref().is_none_or(|selector| selector.fits(element));
                if let Some(first) = elements_of(json)?.into_iter().find(fits) {
                    self.whole(first, &branch.tree)?;
                }
            }
        }
        Ok(())
    }

    /// The cell of an array: its texts and numbers, or, with `every`, a line for each element.
    pub(super) fn array(&mut self, json: &'de str, every: bool) -> serde_json::Result<Slot<'de>> {
        let mut cell = String::new();
        for (place, value) in elements_of(json)?.into_iter().enumerate() {
            let text = match value.as_bytes().first() {
                Some(b'{' | b'[') if every => misfit(value)?,
                Some(b'n') | None if every => String::new(),
                Some(b'{' | b'[' | b'n') | None => continue,
                Some(b'"') => serde_json::from_str::<String>(value)?,
                Some(_) => value.to_owned(),
            };
            if every && place > 0 {
                cell.push('\n');
            } else if !cell.is_empty() {
                cell.push_str(", ");
            }
            cell.push_str(&text);
        }
        Ok(self.slots.text(&cell))
    }

    /// Reads every selected element of an array, or the one object that stands in its place; `null` is
    /// an array of nothing.
    fn every(&mut self, json: &'de str, branch: &Branch) -> serde_json::Result<()> {
        if !json.starts_with('[') {
            return if branch.takes(json) { self.each(json, &branch.tree) } else { Ok(()) };
        }
        // What the elements hold for a column goes into one cell, a line for each, so that the
        // lines of several columns fit together.
        let mut lists: Vec<(usize, bool, String)> =
            branch.tree.columns().into_iter().map(|column| (column, false, String::new())).collect();
        let taken = elements_of(json)?.into_iter().filter(|element| branch.takes(element));
        for (place, element) in taken.enumerate() {
            self.each(element, &branch.tree)?;
            for (column, came, lines) in &mut lists {
                *came |= self.slots.has(*column);
                if place > 0 {
                    lines.push('\n');
                }
                lines.push_str(self.slots.cell(*column).unwrap_or_default());
            }
        }
        for (column, came, lines) in lists {
            let slot = if came { self.slots.text(&lines) } else { Slot::Absent };
            self.slots.put(column, slot);
        }
        Ok(())
    }

    /// Reads one element of an array. What can't hold the wanted values, as it is neither an object
    /// nor `null`, stands in their place.
    fn each(&mut self, json: &'de str, tree: &PathTree) -> serde_json::Result<()> {
        let columns = tree.columns();
        self.slots.forget(&columns);
        match json.as_bytes().first() {
            Some(b'n') | None => Ok(()),
            Some(b'{') if !tree.children.is_empty() => self.whole_object(json, tree),
            Some(b'[') if !tree.branches.is_empty() => self.branches(json, tree),
            _ if tree.column.is_some() => self.whole(json, tree),
            _ => {
                let slot = self.slots.misfit(json)?;
                for column in columns {
                    self.slots.put(column, slot.clone());
                }
                Ok(())
            }
        }
    }
}

impl Branch {
    /// Whether this element is one of those that every one is wanted of. Of what is no object it can't
    /// be known: it is taken, so that its cell tells of it.
    fn takes(&self, element: &str) -> bool {
        match (&self.selector, element.as_bytes().first()) {
            (Some(_), Some(b'n') | None) => false,
            (Some(selector), Some(b'{')) => selector.fits(element),
            (None, _) | (Some(_), Some(_)) => true,
        }
    }
}

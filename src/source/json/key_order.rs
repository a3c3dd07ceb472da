use super::PathTree;
use super::cursor::Cursor;
use super::element_fault::ElementFault;

/// The keys that came in the objects at one place, in the order in which they first came. Objects of
/// one export mostly have the same keys in the same order, written in the same way: what comes next
/// is then known before it is looked at.
#[derive(Debug, Default)]
pub(super) struct KeyOrder {
    /// The key that came first in the object that was read last.
    first: Option<KnownKey>,
    others: Vec<KnownKey>,
    /// By the place of the child in the tree.
    below: Vec<Self>,
}

#[derive(Debug)]
struct KnownKey {
    /// All that stood from the end of the value before, or from the object's bracket, to the value.
    written: Box<str>,
    /// The place of the child that the key leads to.
    child: Option<usize>,
}

/// How many keys are remembered; more than these are looked for in the tree.
const MOST: usize = 64;
/// How long what stands before a value may be to be remembered, in bytes.
const LONGEST: usize = 256;

/// How far an object was read.
#[derive(Debug, Default)]
pub(super) struct KeyPlace {
    begun: bool,
    /// The key that is expected next among the others.
    next: usize,
    /// Which of the first 64 children came, as bits, and which of the others.
    came: u64,
    came_too: Vec<usize>,
}

impl KeyPlace {
    /// Whether the key of this child stands in the object for another time.
    #[inline]
    pub(super) fn came_before(&mut self, child: usize) -> bool {
        if child >= 64 {
            let known = self.came_too.contains(&child);
            self.came_too.push(child);
            return known;
        }
        let known = self.came >> child & 1 == 1;
        self.came |= 1 << child;
        known
    }
}

/// What comes next in an object.
#[derive(Clone, Copy, Debug)]
pub(super) enum NextKey {
    /// A value that nobody wants.
    Unwanted,
    /// The value of this child of the tree.
    Child(usize),
    /// Nothing: it ended.
    End,
}

impl KeyOrder {
    /// The order for the objects that stand at a child of the tree.
    pub(super) fn below(&mut self, child: usize) -> &mut Self {
        if self.below.len() <= child {
            self.below.resize_with(child + 1, Self::default);
        }
        &mut self.below[child]
    }

    /// Passes what stands before the next value of an object, or the end of the object.
    #[inline]
    pub(super) fn next(
        &mut self,
        cursor: &mut Cursor<'_>,
        tree: &PathTree,
        place: &mut KeyPlace,
    ) -> Result<NextKey, ElementFault> {
        let expected = if place.begun { self.others.get(place.next) } else { self.first.as_ref() };
        if let Some(known) = expected
            && cursor.pass_text(&known.written)
        {
            // Another object may have more white space before its value.
            cursor.space();
            place.next += usize::from(place.begun);
            place.begun = true;
            return Ok(known.next());
        }
        self.look_up(cursor, tree, place)
    }

    fn look_up(
        &mut self,
        cursor: &mut Cursor<'_>,
        tree: &PathTree,
        place: &mut KeyPlace,
    ) -> Result<NextKey, ElementFault> {
        let (start, first) = (cursor.at(), !place.begun);
        let next = next_key(cursor, tree, place)?;
        let child = match next {
            NextKey::End => return Ok(next),
            NextKey::Unwanted => None,
            NextKey::Child(child) => Some(child),
        };
        let written = cursor.since(start);
        if written.len() > LONGEST {
            return Ok(next);
        }
        if first {
            self.first = Some(KnownKey { written: written.into(), child });
        } else if let Some(known) = self.others.iter().position(|known| *known.written == *written) {
            place.next = known + 1;
        } else if self.others.len() < MOST {
            self.others.push(KnownKey { written: written.into(), child });
            place.next = self.others.len();
        }
        Ok(next)
    }
}

impl KnownKey {
    fn next(&self) -> NextKey {
        self.child.map_or(NextKey::Unwanted, NextKey::Child)
    }
}

/// Passes what stands before the next value of an object, without knowing what to expect.
pub(super) fn next_key(
    cursor: &mut Cursor<'_>,
    tree: &PathTree,
    place: &mut KeyPlace,
) -> Result<NextKey, ElementFault> {
    if place.begun {
        if !cursor.comma(b'}')? {
            return Ok(NextKey::End);
        }
    } else {
        place.begun = true;
        cursor.pass(b'{')?;
        if cursor.space() == b'}' {
            cursor.pass(b'}')?;
            return Ok(NextKey::End);
        }
    }
    let start = cursor.at();
    let child = match cursor.text()? {
        Some(key) => tree.child(key),
        None => tree.child(&serde_json::from_str::<String>(cursor.since(start))?),
    };
    cursor.colon()?;
    Ok(child.map_or(NextKey::Unwanted, NextKey::Child))
}

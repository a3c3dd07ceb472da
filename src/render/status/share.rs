/// A table that wants room on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    /// The lines that it takes beside its rows.
    pub(super) around: usize,
    /// How many rows each of its lists has.
    pub(super) lists: Vec<usize>,
    /// Whether it is content with what the others leave.
    pub(super) spare: bool,
}

impl Wish {
    /// Wishes for nothing.
    fn clear(&mut self) {
        self.lists.fill(0);
    }

    /// The lines it takes with all of its rows.
    fn whole(&self) -> usize {
        let rows: usize = self.lists.iter().sum();
        if rows == 0 { 0 } else { self.around + rows }
    }
}

/// How many rows of each list are shown within so many lines. What is spare gets what the others
/// leave.
pub(super) fn share(wishes: &[Wish], room: usize) -> Vec<Vec<usize>> {
    let (mut spare, mut urgent) = (wishes.to_vec(), wishes.to_vec());
    spare.iter_mut().filter(|wish| !wish.spare).for_each(Wish::clear);
    urgent.iter_mut().filter(|wish| wish.spare).for_each(Wish::clear);
    let Some(left) = room.checked_sub(total(&urgent)) else { return in_turn(&urgent, room) };
    let lists = |wish: Wish| wish.lists;
    let mut shares: Vec<Vec<usize>> = urgent.into_iter().map(lists).collect();
    for (share, spare) in shares.iter_mut().zip(in_turn(&spare, left)) {
        share.iter_mut().zip(spare).for_each(|(share, spare)| *share += spare);
    }
    shares
}

/// One row of each list, in the order of the tables as far as there is room; then one more of
/// each in turn.
fn in_turn(wishes: &[Wish], room: usize) -> Vec<Vec<usize>> {
    let mut left = room;
    let mut shares: Vec<Vec<usize>> = wishes.iter().map(|wish| vec![0; wish.lists.len()]).collect();
    for (wish, shares) in wishes.iter().zip(&mut shares) {
        if wish.whole() > 0 && left > wish.around {
            left -= wish.around;
            left -= one_more(shares, &wish.lists, left);
        }
    }
    loop {
        let before = left;
        for (wish, shares) in wishes.iter().zip(&mut shares) {
            if shares.iter().any(|shown| *shown > 0) {
                left -= one_more(shares, &wish.lists, left);
            }
        }
        if left == before {
            return shares;
        }
    }
}

/// Shows one more row of each list that has one, as long as there is room; the lines that took.
fn one_more(shares: &mut [usize], lists: &[usize], room: usize) -> usize {
    let mut taken = 0;
    for (shown, all) in shares.iter_mut().zip(lists) {
        if *shown < *all && taken < room {
            *shown += 1;
            taken += 1;
        }
    }
    taken
}

/// The lines that all rows of all tables take.
pub(super) fn total(wishes: &[Wish]) -> usize {
    wishes.iter().map(Wish::whole).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wish(lists: &[usize]) -> Wish {
        Wish { around: 3, lists: lists.to_vec(), spare: false }
    }

    #[test]
    fn every_list_gets_one_row_before_any_gets_two() {
        let wishes = [wish(&[50, 2, 0]), wish(&[1, 9, 1])];
        for (room, expected) in [
            (3, [[0, 0, 0], [0, 0, 0]]),
            (4, [[1, 0, 0], [0, 0, 0]]),
            (8, [[3, 2, 0], [0, 0, 0]]),
            (9, [[1, 1, 0], [1, 0, 0]]),
            (11, [[1, 1, 0], [1, 1, 1]]),
            (13, [[2, 2, 0], [1, 1, 1]]),
            (14, [[2, 2, 0], [1, 2, 1]]),
            (90, [[50, 2, 0], [1, 9, 1]]),
        ] {
            assert_eq!(share(&wishes, room), expected.map(Vec::from), "{room} lines");
        }
        assert_eq!(total(&wishes), 69);
        assert_eq!(total(&[wish(&[0, 0])]), 0);
    }

    #[test]
    fn what_is_spare_gets_what_the_others_leave() {
        let wishes = [wish(&[4]), Wish { spare: true, ..wish(&[9]) }];
        for (room, expected) in [(6, [3, 0]), (7, [4, 0]), (10, [4, 0]), (11, [4, 1]), (99, [4, 9])] {
            assert_eq!(share(&wishes, room), expected.map(|rows| vec![rows]), "{room} lines");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_fits_and_everything_is_if_it_does(
            lists in proptest::collection::vec(proptest::collection::vec(0_usize..20, 1..4), 1..4),
            room in 0_usize..60,
        ) {
            let wishes: Vec<Wish> = lists.iter().map(|list| wish(list)).collect();
            let shares = share(&wishes, room);
            let shown: Vec<Wish> = shares.iter().map(|list| wish(list)).collect();
            prop_assert!(total(&shown) <= room);
            prop_assert!(shares.iter().flatten().zip(lists.iter().flatten()).all(|(shown, all)| shown <= all));
            if total(&wishes) <= room {
                prop_assert_eq!(shares, lists);
            }
        }
    }
}

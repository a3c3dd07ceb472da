/// How far the way from a place has been followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Followed {
    Not,
    OnTheWay,
    ToItsEnd,
}

/// The places that can be reached from themselves, each circle once. `edges` has for each place
/// those that it leads to.
pub(super) fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    let mut followed = vec![Followed::Not; edges.len()];
    for start in 0..edges.len() {
        if followed[start] != Followed::Not {
            continue;
        }
        followed[start] = Followed::OnTheWay;
        // Each place of the way with the number of its edges that were followed.
        let mut way = vec![(start, 0)];
        while let Some((place, done)) = way.last_mut() {
            let place = *place;
            let Some(&next) = edges[place].get(*done) else {
                followed[place] = Followed::ToItsEnd;
                way.pop();
                continue;
            };
            *done += 1;
            match followed[next] {
                Followed::ToItsEnd => {}
                Followed::Not => {
                    followed[next] = Followed::OnTheWay;
                    way.push((next, 0));
                }
                Followed::OnTheWay => {
                    let from = way.iter().position(|&(place, _)| place == next).unwrap_or(0);
                    circles.push(way[from..].iter().map(|&(place, _)| place).collect());
                }
            }
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_circle_is_found_once_and_nothing_else() {
        assert!(circles(&[vec![1, 2], vec![3], vec![3], vec![]]).is_empty());
        assert_eq!(circles(&[vec![0]]), [[0]]);
        assert_eq!(
            circles(&[vec![1], vec![2], vec![0], vec![4], vec![3], vec![2]]),
            [vec![0, 1, 2], vec![3, 4]]
        );
    }

    #[test]
    fn a_long_way_is_followed_to_its_end() {
        let chain: Vec<Vec<usize>> = (0..100_000).map(|place| vec![(place + 1) % 100_000]).collect();
        assert_eq!(circles(&chain)[0].len(), 100_000);
    }
}

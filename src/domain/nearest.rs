use super::normal;

/// The three names most like what was asked for, the best first; none that is quite unlike it.
#[must_use]
pub fn nearest<'a>(asked: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    const ALIKE: f64 = 0.75;
    let asked = normal(asked);
    let mut best: Vec<(f64, &str)> = Vec::new();
    for name in known {
        let plain = normal(name);
        let (shared, few_edits) =
            (strsim::jaro(&asked, &plain), strsim::normalized_levenshtein(&asked, &plain));
        // Ids differ in their last digits alone: of those alike, the one with the fewest slips.
        let likeness = shared + few_edits;
        if shared.max(few_edits) >= ALIKE {
            let place =
                best.partition_point(|&(other, at)| other > likeness || (other >= likeness && at < name));
            best.insert(place, (likeness, name));
            best.truncate(3);
        }
    }
    best.into_iter().map(|(_, name)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_come_first_and_strangers_not_at_all() {
        let known = ["INC-1002", "INC-1001", "day", "INC-2001", "INC-1003"];
        assert_eq!(nearest("INC-1000", known), ["INC-1001", "INC-1002", "INC-1003"]);
        assert_eq!(nearest("ＤＡＹ", known), ["day"]);
        assert_eq!(nearest("x", known), [""; 0]);
    }
}

use super::{Record, RecordEnd};

/// What may divide cells; where two would do equally well, the first does.
const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];
/// How many records are looked at.
const LOOKED_AT: usize = 200;

/// Finds what divides the cells: that by which most records have as many cells as the first has,
/// and where that is equal, that by which they have most. A comma where nothing does.
pub(in crate::source) fn detect_delimiter(head: &str, whole: bool) -> u8 {
    let score = |delimiter| {
        let (first, agreeing, all) = consistency(head, whole, delimiter);
        // In percent, so that one odd record doesn't outweigh a wide header.
        (first > 1).then(|| (agreeing * 100 / all, first))
    };
    let scored = CANDIDATES.into_iter().rev().filter_map(|delimiter| Some((score(delimiter)?, delimiter)));
    scored.max_by_key(|(score, _)| *score).map_or(b',', |(_, delimiter)| delimiter)
}

/// How many cells the first record has, how many records have as many, and how many there are.
fn consistency(head: &str, whole: bool, delimiter: u8) -> (usize, usize, usize) {
    let mut record = Record::new(delimiter);
    let (mut first, mut agreeing, mut all) = (0, 0, 0);
    while all < LOOKED_AT
        && let Some(end) = record.read(head)
    {
        let cut_off = end == RecordEnd::Text && !whole && all > 0;
        if cut_off {
            break;
        }
        if !record.is_blank(head) {
            first = if all == 0 { record.len() } else { first };
            agreeing += usize::from(record.len() == first);
            all += 1;
        }
    }
    (first, agreeing, all.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_divides_all_records_alike() {
        assert_eq!(detect_delimiter("id,opened\n1,2\n", true), b',');
        assert_eq!(detect_delimiter("id;title;opened\n1;a, b, c;2\n2;d;3,5\n", true), b';');
        assert_eq!(detect_delimiter("id\ttitle\n1\ta;b,c\n", true), b'\t');
        assert_eq!(detect_delimiter("id|title, or summary\n1|x\n2|y\n", true), b'|');
        assert_eq!(detect_delimiter("id,title\n1,\"a;b\nc;d\"\n", true), b',');
        assert_eq!(detect_delimiter("id\n1\n2\n", true), b',');
    }

    #[test]
    fn a_record_cut_off_at_the_end_of_the_head_does_not_count() {
        assert_eq!(detect_delimiter("id,a;b\n1,x\n2", false), b',');
    }
}

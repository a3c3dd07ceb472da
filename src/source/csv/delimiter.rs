use super::{Record, RecordEnd};

/// What may divide cells; where two would do equally well, the first does.
const CANDIDATES: [u8; 4] = [b',', b'\t', b';', b'|'];
/// How many records are looked at.
const LOOKED_AT: usize = 200;

/// How many cells a title may seem to have.
const TITLE: usize = 4;

/// Finds what divides the cells: that by which most records have as many cells as the first has,
/// and where that is equal, that by which they have most. Where the first record is like few others,
/// as a title is, that by which most records have equally many. A comma where nothing does.
pub(in crate::source) fn detect_delimiter(head: &str, whole: bool) -> u8 {
    let widths = CANDIDATES.map(|delimiter| (delimiter, widths(head, whole, delimiter)));
    let best = |score: fn(&[usize]) -> Option<(usize, usize)>| {
        let scored = widths.iter().rev().filter_map(|(delimiter, widths)| Some((score(widths)?, *delimiter)));
        scored.max_by_key(|(score, _)| *score)
    };
    let by_first = best(|widths| agreement(widths, *widths.first()?));
    let found = match by_first {
        Some(((percent, width), _)) if percent >= 50 || width > TITLE => by_first,
        _ => best(|widths| widths.iter().filter_map(|&width| agreement(widths, width)).max()).or(by_first),
    };
    found.map_or(b',', |(_, delimiter)| delimiter)
}

/// How many of the records have as many cells, if there are several, and that number. In percent, so
/// that one odd record doesn't outweigh a wide header.
fn agreement(widths: &[usize], width: usize) -> Option<(usize, usize)> {
    let agreeing = widths.iter().filter(|other| **other == width).count();
    (width > 1).then(|| (agreeing * 100 / widths.len().max(1), width))
}

/// How many cells the first records with text have.
fn widths(head: &str, whole: bool, delimiter: u8) -> Vec<usize> {
    let mut record = Record::new(delimiter);
    let mut widths = Vec::new();
    while widths.len() < LOOKED_AT
        && let Some(end) = record.read(head)
    {
        let cut_off = end == RecordEnd::Text && !whole && !widths.is_empty();
        if cut_off {
            break;
        }
        if !record.is_blank(head) {
            widths.push(record.len());
        }
    }
    widths
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
        // Rows that end where their comments do.
        assert_eq!(detect_delimiter("id,a,b,c1,c2,c3\n1,a,b;,x;,y\n2,a,b;,x;\n3,a,b;;\n", true), b',');
    }

    #[test]
    fn a_title_does_not_tell_the_delimiter() {
        assert_eq!(detect_delimiter("list\nid\ttitle\n1\ta\n", true), b'\t');
        assert_eq!(detect_delimiter("list, of May\nid\ttitle\topened\n1\ta\tb\n2\ta\tb\n", true), b'\t');
        assert_eq!(detect_delimiter("list; of May\nid,title,opened\n1,a,b\n2,a,b\n", true), b',');
        assert_eq!(detect_delimiter("id,title\n1,a,\n2,b,\n3,a;b,\n", true), b',');
    }

    #[test]
    fn a_record_cut_off_at_the_end_of_the_head_does_not_count() {
        assert_eq!(detect_delimiter("id,a;b\n1,x\n2", false), b',');
    }
}

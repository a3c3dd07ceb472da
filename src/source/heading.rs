use super::time::is_stamp;

/// How many records with text are looked at for the header.
pub(super) const LOOKED_AT: usize = 30;
/// How many cells a header fills that stands below titles.
const FEWEST: usize = 3;

/// Which of the first records with text is the header: the first, unless those before another are
/// titles with certainty. Titles are told by all of this:
///
/// * the header fills three cells or more, with texts that differ, none of which is a number or a
///   time, as a row of data has them;
/// * each record above it fills less than half as many cells, which no header of that data does;
/// * most records below it, if there are any, end where it does or before.
pub(super) fn header_place<C: AsRef<str>>(records: &[&[C]]) -> usize {
    let records = &records[..records.len().min(LOOKED_AT)];
    let shapes: Vec<Shape> = records.iter().map(|cells| Shape::of(cells)).collect();
    let is_header = |place: &usize| {
        let (above, header, below) = (&shapes[..*place], shapes[*place], &shapes[*place + 1..]);
        header.filled >= FEWEST
            && above.iter().all(|title| title.filled * 2 < header.filled)
            && below.iter().filter(|row| row.end > header.end).count() * 2 <= below.len()
            && names_columns(records[*place])
    };
    (0..records.len()).find(is_header).unwrap_or(0)
}

/// Whether the texts in the cells may be the names of columns.
fn names_columns<C: AsRef<str>>(cells: &[C]) -> bool {
    let mut texts: Vec<&str> = cells.iter().map(|cell| cell.as_ref().trim()).collect();
    texts.retain(|text| !text.is_empty());
    texts.sort_unstable();
    !texts.iter().any(|text| is_stamp(text)) && texts.windows(2).all(|pair| pair[0] != pair[1])
}

/// How a record is filled.
#[derive(Clone, Copy)]
struct Shape {
    /// How many cells have text.
    filled: usize,
    /// Where the last of them ends.
    end: usize,
}

impl Shape {
    fn of<C: AsRef<str>>(cells: &[C]) -> Self {
        let has_text = |cell: &C| !cell.as_ref().trim().is_empty();
        Self {
            filled: cells.iter().filter(|cell| has_text(cell)).count(),
            end: cells.iter().rposition(has_text).map_or(0, |last| last + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(lines: &[&str]) -> usize {
        let records: Vec<Vec<&str>> = lines.iter().map(|line| line.split(',').collect()).collect();
        header_place(&records.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    const ROW: &str = "1,disk full,web,2026/05/01 9:05,2026/05/01 9:10,";

    #[test]
    fn titles_above_the_header_are_told_apart() {
        let header = "id,title,service,opened,acknowledged,resolved";
        assert_eq!(place(&["障害管理表", header, ROW]), 1);
        assert_eq!(place(&["障害管理表,,,,,", "対象期間,2026/05/01～2026/05/31,,,,", header, ROW, ROW]), 2);
        assert_eq!(place(&["報告", header]), 1);
        // Names of groups of columns.
        assert_eq!(place(&[",,,,対応,", header, ROW]), 1);
        // Texts that differ, but what is below is wider.
        assert_eq!(place(&["作成,田中,承認", "a,b,c,d,e,f,g,h", "1,2,3,4,5,6,7,8"]), 1);
        assert_eq!(place(&[ROW, "x", header, ROW]), 0);
    }

    #[test]
    fn what_is_not_certain_leaves_the_first_record_as_the_header() {
        assert_eq!(place(&["id,title,service,opened", "1,disk full,web,2026/05/01 9:05"]), 0);
        // Rows without a number or a time below a header with names that repeat.
        assert_eq!(place(&["id,note,note,opened", "INC-A,disk,full,-", "INC-B,cpu,high,-"]), 0);
        assert_eq!(place(&["id,opened", "INC-A,2026/05/01 9:05"]), 0);
        assert_eq!(place(&["id,opened", "INC-A,x,y", "INC-B,x,y"]), 0);
        // Two of four cells are half of them.
        assert_eq!(place(&["作成,田中", "id,title,service,opened", "1,x,web,2026/05/01 9:05"]), 0);
        // A row in which a number or a time stands is none of names.
        assert_eq!(place(&["list", "INC-A,disk,full,9:05", "INC-B,disk,full,9:10"]), 0);
        assert_eq!(place(&["list", "A,disk,R6.5.1", "B,disk,1.5"]), 0);
        assert_eq!(place(&[]), 0);
    }

    #[test]
    fn a_header_far_below_is_not_looked_for() {
        let mut lines = vec!["note"; LOOKED_AT];
        lines.push("id,title,service,opened");
        assert_eq!(place(&lines), 0);
    }
}

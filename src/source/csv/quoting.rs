use csv::ReaderBuilder;

/// How quotes within the cells of CSV are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::source) enum Quoting {
    /// Twice (RFC 4180).
    Standard,
    /// Only the first one of a cell twice, as `@oclif/core` does whose tables `pd` prints; a row is
    /// quoted as a whole or not at all.
    FirstQuote,
}

/// Doubles all quotes within cells, of text in which only the first one of each may be. What has the
/// right form already stays as it is, such as a cell that begins with three quotes.
///
/// A quote ends a cell where the row ends behind it, or the next quoted cell begins: `","`. Where a cell
/// has that within it, the row comes out with too many cells, which the reader refuses.
pub(in crate::source) fn double_all_quotes(bytes: Vec<u8>) -> Vec<u8> {
    if is_sound(&bytes) {
        return bytes;
    }
    let mut mended = Vec::with_capacity(bytes.len() + 64);
    let (mut at, mut begins_cell) = (0, true);
    while let Some(&byte) = bytes.get(at) {
        if byte == b'"' && begins_cell {
            at = mend_cell(&bytes, at, &mut mended);
            begins_cell = false;
            continue;
        }
        begins_cell = matches!(byte, b',' | b'\n' | b'\r');
        mended.push(byte);
        at += 1;
    }
    mended
}

/// Whether quotes stand in quoted cells only, each of them doubled, and all records have the cells of the
/// first.
fn is_sound(bytes: &[u8]) -> bool {
    let (mut at, mut begins_cell) = (0, true);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte != b'"' {
            begins_cell = matches!(byte, b',' | b'\n' | b'\r');
            continue;
        }
        if !begins_cell {
            return false;
        }
        loop {
            let Some(quote) = memchr::memchr(b'"', bytes.get(at..).unwrap_or_default()) else { return false };
            at += quote + 1;
            match bytes.get(at) {
                Some(b'"') => at += 1,
                None | Some(b',' | b'\n' | b'\r') => break,
                Some(_) => return false,
            }
        }
        begins_cell = false;
    }
    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.byte_records().all(|record| record.is_ok())
}

/// Writes the quoted cell that begins at `start`, and gives the place behind it.
fn mend_cell(bytes: &[u8], start: usize, mended: &mut Vec<u8>) -> usize {
    mended.push(b'"');
    let (mut at, mut doubled) = (start + 1, false);
    while let Some(&byte) = bytes.get(at) {
        if byte != b'"' {
            mended.push(byte);
            at += 1;
            continue;
        }
        if ends_cell(&bytes[at + 1..]) {
            mended.push(b'"');
            return at + 1;
        }
        mended.extend_from_slice(b"\"\"");
        let is_pair = !doubled && bytes.get(at + 1) == Some(&b'"');
        doubled = true;
        at += if is_pair { 2 } else { 1 };
    }
    at
}

/// Whether a cell can end before this.
fn ends_cell(behind: &[u8]) -> bool {
    matches!(behind, [] | [b','] | [b'\n' | b'\r', ..] | [b',', b'"' | b'\n' | b'\r', ..])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// As `@oclif/core` writes a row: all cells quoted or none, and the first quote of each doubled.
    fn oclif(row: &[String]) -> String {
        let special = row.iter().any(|cell| cell.contains(['"', ',', '\n']));
        let cells: Vec<String> = row
            .iter()
            .map(|cell| if special { format!("\"{}\"", cell.replacen('"', "\"\"", 1)) } else { cell.clone() })
            .collect();
        cells.join(",") + "\n"
    }

    fn read(bytes: &[u8]) -> Vec<Vec<String>> {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn quotes_of_which_only_the_first_is_doubled_are_read_as_they_were_meant() {
        let header = "ID,Title\n";
        for title in ["say \"hi\" to \"x\"", "\"\"", "\"", "a\"", "\"a\" b\" c", "x\ny \"z\"", "plain", ""] {
            let row = ["P1".to_owned(), title.to_owned()];
            let text = format!("{header}{}", oclif(&row));
            assert_eq!(read(&double_all_quotes(text.into_bytes()))[1..], [row.to_vec()], "{title}");
        }
    }

    proptest! {
        #[test]
        fn rows_come_back(rows in prop::collection::vec(prop::collection::vec("[a\" 、]{0,6}(\n[a\" ]{1,3}x)?", 2), 1..5)) {
            let rows: Vec<Vec<String>> = rows
                .into_iter()
                .map(|row| row.into_iter().map(|cell| cell.replace("\"\n", "'\n").replace("\"\"", "\"'")).collect())
                .collect();
            let mut text = "ID,Title\n".to_owned();
            for row in &rows {
                text.push_str(&oclif(row));
            }
            let found = read(&double_all_quotes(text.clone().into_bytes()));
            let filled: Vec<Vec<String>> =
                rows.into_iter().filter(|row| !row.iter().all(String::is_empty)).collect();
            let found: Vec<Vec<String>> =
                found.into_iter().skip(1).filter(|row| !row.iter().all(String::is_empty)).collect();
            prop_assert_eq!(found, filled, "{}", text);
        }

        /// What has the right form stays as it is.
        #[test]
        fn sound_text_stays(rows in prop::collection::vec(prop::collection::vec("[a\", \n]{0,6}", 2), 1..5)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let bytes = writer.into_inner().unwrap();
            prop_assert_eq!(read(&double_all_quotes(bytes.clone())), read(&bytes));
        }
    }
}

use crate::words::file_kinds::{self, Words};

/// What a file of another kind is, and what to do about it.
pub(super) type Foreign = (&'static str, &'static str);

/// Which words say so.
type Named = fn(&Words) -> Foreign;

/// Beginnings of files that are no exports.
const BEGINNINGS: [(&[u8], Named); 18] = [
    (b"\x89PNG\r\n\x1a\n", |words| (words.png, words.export_text)),
    (b"\xff\xd8\xff", |words| (words.jpeg, words.export_text)),
    (b"GIF8", |words| (words.gif, words.export_text)),
    (b"%PDF-", |words| (words.pdf, words.export_text)),
    (b"PAR1\x15", |words| (words.parquet, words.export_text)),
    (b"SQLite format 3\0", |words| (words.sqlite, words.export_text)),
    (b"\x7fELF", |words| (words.program, words.export_text)),
    (b"MZ\x90", |words| (words.program, words.export_text)),
    (b"BZh", |words| (words.bzip2, words.unpack)),
    (b"\xfd7zXZ\0", |words| (words.xz, words.unpack)),
    (b"7z\xbc\xaf\x27\x1c", |words| (words.seven_zip, words.unpack)),
    (b"Rar!\x1a\x07", |words| (words.rar, words.unpack)),
    (b"{\\rtf", |words| (words.rtf, words.export_text)),
    (b"\x1f\x8b", |words| (words.nested_gzip, words.unpack)),
    (b"\x28\xb5\x2f\xfd", |words| (words.nested_zstd, words.unpack)),
    (b"Obj\x01", |words| (words.avro, words.export_text)),
    (b"ARROW1", |words| (words.arrow, words.export_text)),
    (b"II*\0", |words| (words.tiff, words.export_text)),
];

/// What the file is, by its first bytes, where it is known to be no export. What may be a workbook is
/// told by [`super::sheet`].
pub(super) fn foreign(head: &[u8]) -> Option<Foreign> {
    let words = file_kinds::words();
    if let Some((_, named)) = BEGINNINGS.iter().find(|(beginning, _)| head.starts_with(beginning)) {
        return Some(named(words));
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins =
        |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    if begins("<!doctype html") || begins("<html") {
        return Some((words.web_page, words.export_again));
    }
    begins("<?xml").then_some((words.xml, words.export_text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_are_told_by_their_first_bytes() {
        let kind = |head: &[u8]| foreign(head).map(|(kind, _)| kind);
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n....IHDR"), Some("a PNG image"));
        assert_eq!(kind(b"\n<!DOCTYPE HTML><title>Sign in"), Some("a web page"));
        assert_eq!(kind(b"id,opened\n"), None);
        assert_eq!(kind(b"GIF,opened\n"), None);
    }
}

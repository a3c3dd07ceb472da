/// What a file of another kind is, and what to do about it.
pub(super) type Foreign = (&'static str, &'static str);

const TEXT: &str = "export the incidents as CSV or JSON";
const UNPACK: &str = "unpack it and name the export that is in it";

/// Beginnings of files that are no exports.
const BEGINNINGS: [(&[u8], Foreign); 18] = [
    (b"\x89PNG\r\n\x1a\n", ("a PNG image", TEXT)),
    (b"\xff\xd8\xff", ("a JPEG image", TEXT)),
    (b"GIF8", ("a GIF image", TEXT)),
    (b"%PDF-", ("a PDF document", TEXT)),
    (b"PAR1\x15", ("a Parquet file", TEXT)),
    (b"SQLite format 3\0", ("an SQLite database", TEXT)),
    (b"\x7fELF", ("a program", TEXT)),
    (b"MZ\x90", ("a program", TEXT)),
    (b"BZh", ("a bzip2 archive", UNPACK)),
    (b"\xfd7zXZ\0", ("an xz archive", UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", ("a 7-Zip archive", UNPACK)),
    (b"Rar!\x1a\x07", ("a RAR archive", UNPACK)),
    (b"{\\rtf", ("an RTF document", TEXT)),
    (b"\x1f\x8b", ("a gzip file within a compressed file", UNPACK)),
    (b"\x28\xb5\x2f\xfd", ("a zstd file within a compressed file", UNPACK)),
    (b"Obj\x01", ("an Avro file", TEXT)),
    (b"ARROW1", ("an Arrow file", TEXT)),
    (b"II*\0", ("a TIFF image", TEXT)),
];

/// What the file is, by its first bytes, where it is known to be no export. What may be a workbook is
/// told by [`super::sheet`].
pub(super) fn foreign(head: &[u8]) -> Option<Foreign> {
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(beginning, _)| head.starts_with(beginning)) {
        return Some(*kind);
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins =
        |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    if begins("<!doctype html") || begins("<html") {
        return Some(("a web page", "it may be a login page saved instead of the export; export it again"));
    }
    begins("<?xml").then_some(("an XML document", TEXT))
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

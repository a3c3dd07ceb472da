use std::io::{self, Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use super::SheetError;
use crate::source::SourceError;
use crate::words::file_kinds;

/// A kind of workbook that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WorkbookKind {
    Xlsx,
    Ods,
}

/// How an archive of parts begins, as all workbooks of today do.
const ZIP: &[u8] = b"PK\x03\x04";
/// How the container of old Office files begins, which holds protected workbooks too.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// Into how many bytes the parts of a workbook may unpack: those of a million rows of twenty cells
/// have about as many.
pub(super) const UNPACKED: u64 = 1 << 30;

/// Whether a file that begins so must be looked at as a whole to tell what it is.
pub(in crate::source) fn begins_workbook(head: &[u8]) -> bool {
    head.starts_with(ZIP) || head.starts_with(COMPOUND)
}

/// What kind of workbook these bytes are; the error tells what else they are, or that they unpack
/// into more than `limit` bytes.
pub(super) fn kind_of(path: &str, bytes: &[u8], limit: u64) -> Result<WorkbookKind, SourceError> {
    let words = file_kinds::words();
    let other = |kind, advice| SourceError::OtherKind { path: path.to_owned(), kind, advice };
    if bytes.starts_with(COMPOUND) {
        // The parts of such a container have names in UTF-16.
        let part: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Err(if memmem::find(bytes, &part).is_some() {
            other(words.protected, words.take_password_off)
        } else {
            other(words.old_excel, words.save_again)
        });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| SheetError::Workbook { path: path.to_owned(), reason: error.to_string() })?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |wanted: &dyn Fn(&str) -> bool| names.iter().any(|name| wanted(name));
    let kind = if has(&|name| name == "xl/workbook.bin") {
        return Err(other(words.binary_excel, words.save_again));
    } else if has(&|name| name.starts_with("xl/")) {
        WorkbookKind::Xlsx
    } else if has(&|name| name == "mimetype") {
        let mut mime = String::new();
        let part = archive.by_name("mimetype").map(|part| part.take(100).read_to_string(&mut mime));
        if !part.is_ok_and(|read| read.is_ok()) || !mime.starts_with(ODS) {
            return Err(other(words.no_spreadsheet, words.name_spreadsheet));
        }
        WorkbookKind::Ods
    } else if has(&|name| name == "[content_types].xml") {
        return Err(other(words.no_workbook, words.name_workbook));
    } else {
        return Err(other(words.zip, words.unpack));
    };
    let mut unpacked = 0;
    for part in 0..archive.len() {
        // What a part says of its length need not be true. One that can't be unpacked is told of by
        // whoever needs it.
        let Ok(part) = archive.by_index(part) else { continue };
        unpacked += match io::copy(&mut part.take(limit + 1 - unpacked), &mut io::sink()) {
            Ok(count) => count,
            Err(_) => continue,
        };
        if unpacked > limit {
            return Err(SheetError::LargeWorkbook { path: path.to_owned(), limit: limit >> 20 }.into());
        }
    }
    Ok(kind)
}

const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

use std::io::{self, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::SourceError;
use super::kind::foreign;
use super::origin::ByteStream;
use super::sheet::{Sheet, SheetError, begins_workbook, read_sheet};

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 4096;
/// How many bytes may be rewritten at most: all of them stand in memory.
const REWRITTEN: u64 = 256 << 20;
/// How much packed data is read at once.
const PACKED: usize = 256 << 10;
/// How many bytes a workbook may have; a sheet can't be read before its end is there.
const WORKBOOK: u64 = 256 << 20;

/// The bytes of an export, unpacked.
pub(super) struct Unpacked {
    stream: ByteStream,
    /// The first of the bytes, which `stream` gives too.
    pub(super) head: Vec<u8>,
    /// The sheet that these bytes were made of, as a CSV in UTF-8 with commas.
    pub(super) sheet: Option<Sheet>,
    path: String,
    container: Option<&'static str>,
}

impl Unpacked {
    /// Recognises gzip, zstd and workbooks by their first bytes, and what is no export at all. `sheet`
    /// is the name or number of the sheet to be read of a workbook, if it isn't the first.
    pub(super) fn new(path: &str, raw: ByteStream, sheet: Option<&str>) -> Result<Self, SourceError> {
        let path = path.to_owned();
        let mut packed = Self { stream: raw, head: Vec::new(), sheet: None, path, container: None };
        packed.look()?;
        if packed.head.starts_with(b"\x1f\x8b") {
            packed.container = Some("gzip");
            let raw = BufReader::with_capacity(PACKED, packed.stream);
            packed.stream = Box::new(MultiGzDecoder::new(raw));
            packed.look()?;
        } else if packed.head.starts_with(b"\x28\xb5\x2f\xfd") {
            packed.container = Some("zstd");
            let raw = BufReader::with_capacity(PACKED, packed.stream);
            let unpacking = zstd::stream::read::Decoder::with_buffer(raw)
                .map_err(|source| SourceError::Io { path: packed.path.clone(), source })?;
            packed.stream = Box::new(unpacking);
            packed.look()?;
        }
        if begins_workbook(&packed.head) {
            packed.take_sheet(sheet)?;
        } else if let Some((kind, advice)) = foreign(&packed.head) {
            return Err(SourceError::OtherKind { path: packed.path, kind, advice });
        }
        Ok(packed)
    }

    /// The same with all its bytes rewritten.
    pub(super) fn rewritten(mut self, rewrite: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Result<Self, SourceError> {
        let mut bytes = Vec::new();
        let outcome = self.stream.by_ref().take(REWRITTEN + 1).read_to_end(&mut bytes);
        outcome.map_err(|error| self.error(error))?;
        if bytes.len() as u64 > REWRITTEN {
            return Err(SourceError::TooLongToMend { path: self.path, limit: REWRITTEN >> 20 });
        }
        self.stream = Box::new(Cursor::new(rewrite(bytes)));
        self.look()?;
        Ok(self)
    }

    /// Puts the rows of a sheet in the place of the workbook's bytes.
    fn take_sheet(&mut self, wanted: Option<&str>) -> Result<(), SourceError> {
        let mut bytes = Vec::new();
        let outcome = self.stream.by_ref().take(WORKBOOK + 1).read_to_end(&mut bytes);
        outcome.map_err(|error| self.error(error))?;
        if bytes.len() as u64 > WORKBOOK {
            let limit = WORKBOOK >> 20;
            return Err(SheetError::LargeWorkbook { path: self.path.clone(), limit }.into());
        }
        let (sheet, text) = read_sheet(&self.path, &bytes, wanted)?;
        self.head = text.as_bytes().iter().take(HEAD).copied().collect();
        self.stream = Box::new(Cursor::new(text.into_bytes()));
        self.sheet = Some(sheet);
        Ok(())
    }

    /// Fills `head`, and puts it back before the stream.
    fn look(&mut self) -> Result<(), SourceError> {
        let mut head = Vec::new();
        let outcome = self.stream.by_ref().take(HEAD as u64).read_to_end(&mut head);
        outcome.map_err(|error| self.error(error))?;
        if head.is_empty() {
            return Err(SourceError::Empty { path: self.path.clone() });
        }
        let rest = std::mem::replace(&mut self.stream, Box::new(io::empty()));
        self.stream = Box::new(Cursor::new(head.clone()).chain(rest));
        self.head = head;
        Ok(())
    }

    /// Reads on; 0 is the end.
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> Result<usize, SourceError> {
        loop {
            match self.stream.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                outcome => return outcome.map_err(|error| self.error(error)),
            }
        }
    }

    fn error(&self, source: io::Error) -> SourceError {
        let path = self.path.clone();
        match (self.container, source.kind()) {
            (Some(container), io::ErrorKind::UnexpectedEof) => SourceError::Truncated { path, container },
            (
                Some(container),
                io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::Other,
            ) => SourceError::Damaged { path, container, source },
            _ => SourceError::Io { path, source },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn unpack(bytes: &[u8]) -> Result<Vec<u8>, SourceError> {
        let mut unpacked = Unpacked::new("x", Box::new(Cursor::new(bytes.to_vec())), None)?;
        let (mut all, mut piece) = (Vec::new(), [0; 7]);
        loop {
            match unpacked.read(&mut piece)? {
                0 => return Ok(all),
                count => all.extend_from_slice(&piece[..count]),
            }
        }
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packing = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packing.write_all(bytes).unwrap();
        packing.finish().unwrap()
    }

    #[test]
    fn gzip_of_several_members_and_zstd_are_unpacked() {
        let members = [gzip(b"id,opened\n"), gzip(b"1,2\n")].concat();
        assert_eq!(unpack(&members).unwrap(), b"id,opened\n1,2\n");
        let zstd = zstd::encode_all(&b"id,opened\n"[..], 1).unwrap();
        assert_eq!(unpack(&zstd).unwrap(), b"id,opened\n");
    }

    #[test]
    fn what_is_cut_off_or_damaged_is_told() {
        let text: Vec<u8> =
            (0..20_000u32).flat_map(|n| format!("{},", n.wrapping_mul(2_654_435_761)).into_bytes()).collect();
        let whole = gzip(&text);
        assert!(matches!(
            unpack(&whole[..whole.len() - 9]),
            Err(SourceError::Truncated { container: "gzip", .. })
        ));
        assert!(matches!(unpack(&whole[..whole.len() / 2]), Err(SourceError::Truncated { .. })));
        let mut damaged = whole.clone();
        let middle = damaged.len() / 2;
        damaged[middle..middle + 40].fill(0xff);
        assert!(matches!(unpack(&damaged), Err(SourceError::Damaged { .. })));
        let zstd = zstd::encode_all(&text[..], 1).unwrap();
        assert!(matches!(
            unpack(&zstd[..zstd.len() / 2]),
            Err(SourceError::Truncated { container: "zstd", .. })
        ));
    }

    #[test]
    fn nothing_and_packed_nothing_are_empty() {
        assert!(matches!(unpack(b""), Err(SourceError::Empty { .. })));
        assert!(matches!(unpack(&gzip(b"")), Err(SourceError::Empty { .. })));
        assert!(matches!(unpack(&gzip(&gzip(b"id"))), Err(SourceError::OtherKind { .. })));
    }
}

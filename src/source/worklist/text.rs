use std::io::Cursor;

use super::WorklistError;
use crate::source::SourceError;
use crate::source::decode::{TextFault, TextStream};
use crate::source::unpack::Unpacked;

/// How many bytes that are no text are shown.
const SHOWN: usize = 4;
/// How much is decoded at once.
const PIECE: usize = 64 << 10;

/// The text of a file, in whatever encoding exports may have.
pub(super) fn text_of(path: &str, bytes: Vec<u8>) -> Result<String, WorklistError> {
    let unpacked = Unpacked::new(path, Box::new(Cursor::new(bytes)), None).map_err(of_worklist)?;
    let mut stream = TextStream::new(unpacked, path, None).map_err(of_worklist)?;
    let (mut text, mut piece) = (Vec::new(), vec![0; PIECE]);
    loop {
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => text.extend_from_slice(&piece[..count]),
            Err(TextFault::Source(error)) => return Err(of_worklist(error)),
            Err(TextFault::BadBytes(bad)) => return Err(bad_bytes(path, &text, &bad, &stream)),
        }
    }
    String::from_utf8(text).map_err(|error| {
        let (text, bad) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        let length = error.utf8_error().error_len().unwrap_or(bad.len());
        bad_bytes(path, text, &bad[..length], &stream)
    })
}

fn bad_bytes(path: &str, before: &[u8], bad: &[u8], stream: &TextStream) -> WorklistError {
    let hex: Vec<String> = bad.iter().take(SHOWN).map(|byte| format!("{byte:02X}")).collect();
    WorklistError::BadBytes {
        path: path.to_owned(),
        line: 1 + memchr::memchr_iter(b'\n', before).count(),
        bytes: hex.join(" "),
        encoding: stream.encoding(),
    }
}

/// What is said of an export, as it is said of a worklist.
fn of_worklist(error: SourceError) -> WorklistError {
    match error {
        SourceError::Empty { path } => WorklistError::Empty { path },
        SourceError::OtherKind { path, kind, .. } => WorklistError::OtherKind { path, kind },
        other => WorklistError::Source(other),
    }
}

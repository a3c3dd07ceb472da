use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

/// The bytes without their byte order mark; UTF-16, which needs one, as UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> Cow<'_, [u8]> {
    match Encoding::for_bom(bytes) {
        None => Cow::Borrowed(bytes),
        Some((encoding, mark)) if encoding == UTF_8 => Cow::Borrowed(&bytes[mark..]),
        Some((encoding, mark)) => {
            // Half a character becomes a replacement character, which no date has.
            let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
            Cow::Owned(text.into_owned().into_bytes())
        }
    }
}

/// The text of a list of days: UTF-8, or `Shift_JIS` with the characters of Windows, as the Cabinet
/// Office publishes it. The error is the first line that is neither.
pub(super) fn text_of_list(bytes: &[u8]) -> Result<Cow<'_, str>, usize> {
    let fault = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(fault) => fault.valid_up_to(),
    };
    // Japanese in Shift_JIS is no UTF-8 from its first character on: this is UTF-8, and broken.
    if !bytes[..fault].is_ascii() {
        return Err(line_at(bytes, fault));
    }
    SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(|| {
        // No line end is ever the second byte of a character.
        let is_bad =
            |line: &[u8]| SHIFT_JIS.decode_without_bom_handling_and_without_replacement(line).is_none();
        1 + bytes.split(|&byte| byte == b'\n').position(is_bad).unwrap_or(0)
    })
}

/// The line, from 1 on, on which a byte stands.
pub(super) fn line_at(bytes: &[u8], at: usize) -> usize {
    1 + memchr::memchr_iter(b'\n', &bytes[..at.min(bytes.len())]).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_no_text_are_found() {
        assert_eq!(text_of_list("2026/1/1,元日".as_bytes()).unwrap(), "2026/1/1,元日");
        assert_eq!(text_of_list(b"2026/1/1,\x8c\xb3\x93\xfa").unwrap(), "2026/1/1,元日");
        assert_eq!(text_of_list(b"\x8c\xb3\n\n\xff\n"), Err(3));
        assert_eq!(text_of_list(b"\xe5\x85\x83\n\xe5\x85\n"), Err(2));
    }
}

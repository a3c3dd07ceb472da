use std::cmp::Ordering;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use crate::domain::encoding_label;

/// What the first bytes of an export say about its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    /// A byte order mark of this length, which is no text.
    Mark(&'static Encoding, usize),
    /// UTF-16 without a mark.
    Unmarked(&'static Encoding),
    /// Not text.
    Binary,
    /// Nothing: to be decided at the first byte that isn't ASCII.
    Open,
}

/// Looks at the first bytes. A mark is believed whatever a policy says.
pub(super) fn beginning(head: &[u8]) -> Beginning {
    if let Some((encoding, length)) = Encoding::for_bom(head) {
        return Beginning::Mark(encoding, length);
    }
    if !head.contains(&0) {
        return Beginning::Open;
    }
    let (pairs, _) = head.as_chunks::<2>();
    let units = |unit: fn([u8; 2]) -> u16| pairs.iter().map(move |pair| unit(*pair));
    let little = wide_separators(units(u16::from_le_bytes), pairs.len());
    let big = wide_separators(units(u16::from_be_bytes), pairs.len());
    match little.cmp(&big) {
        Ordering::Greater => Beginning::Unmarked(UTF_16LE),
        Ordering::Less => Beginning::Unmarked(UTF_16BE),
        Ordering::Equal => Beginning::Binary,
    }
}

/// How many characters these units have that stand between the cells of an export; none if it
/// isn't text with ASCII in it. Whether halves of units are NUL tells less: 一 and the wide space
/// have it in the lower half, and with the halves exchanged they would be ASCII.
fn wide_separators(units: impl Iterator<Item = u16>, count: usize) -> usize {
    let (mut read, mut ascii, mut separators) = (0, 0, 0);
    for character in char::decode_utf16(units) {
        match character {
            Ok('\u{fffe}' | '\u{ffff}') => return 0,
            Ok(character) if character.is_control() && !character.is_whitespace() => return 0,
            Ok(character) => {
                read += character.len_utf16();
                ascii += usize::from(character.is_ascii());
                separators +=
                    usize::from(matches!(character, '\n' | '\r' | '\t' | ',' | ';' | '|' | '"' | ':'));
            }
            // The last one may be cut off.
            Err(_) if read + 1 == count => {}
            Err(_) => return 0,
        }
    }
    if ascii * 20 >= count { separators } else { 0 }
}

/// Decides by the text from the first byte on that isn't ASCII; `whole` tells that it goes to the
/// end. The error is what the encoding may be.
pub(super) fn decide(window: &[u8], whole: bool) -> Result<&'static Encoding, &'static Encoding> {
    if fits(UTF_8, window, whole) {
        return Ok(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(window, whole);
    let mut guess = detector.guess(None, Utf8Detection::Deny);
    // A few kana in a short export are taken for something western, unless one knows that
    // Japanese is likely.
    if guess != SHIFT_JIS && fits(SHIFT_JIS, window, whole) {
        guess = detector.guess(Some(b"jp"), Utf8Detection::Deny);
    }
    if guess == SHIFT_JIS && fits(SHIFT_JIS, window, whole) {
        Ok(SHIFT_JIS)
    } else if is_damaged_utf8(window) {
        Ok(UTF_8)
    } else if guess == SHIFT_JIS {
        Ok(SHIFT_JIS)
    } else {
        Err(guess)
    }
}

/// Whether the text is UTF-8 but for few bytes: those are a fault to be shown in their place.
/// In other encodings hardly a character looks like one of UTF-8.
fn is_damaged_utf8(window: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in window.utf8_chunks() {
        good += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 4 && bad * 10 <= good
}

fn fits(encoding: &'static Encoding, bytes: &[u8], whole: bool) -> bool {
    if encoding == UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(_) => true,
            Err(error) => !whole && error.error_len().is_none(),
        };
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let Some(room) = decoder.max_utf8_buffer_length_without_replacement(bytes.len()) else { return false };
    let mut text = String::with_capacity(room);
    let (result, _) = decoder.decode_to_string_without_replacement(bytes, &mut text, whole);
    result == DecoderResult::InputEmpty
}

/// The encoding that a person names.
pub(super) fn encoding_of(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label_no_replacement(encoding_label(label).as_bytes())
}

/// The name of an encoding in reports.
pub(super) fn encoding_name(encoding: &'static Encoding, marked: bool) -> String {
    if encoding == UTF_8 && marked { "utf-8-bom".to_owned() } else { encoding.name().to_ascii_lowercase() }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{EUC_JP, WINDOWS_1252};

    use super::*;

    fn from_first_high(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        let bytes = encoding.encode(text).0.into_owned();
        let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap();
        bytes[first..].to_vec()
    }

    #[test]
    fn japanese_exports_are_recognised_even_when_short() {
        let texts = [
            "番号,件名,発生日時\nINC1,サーバー応答なし,2026/05/01 9:05\n",
            "id,title,opened\n1,ﾃﾞｨｽｸ 90%,2026-05-01 09:05\n",
            "id,customer,opened\n1,㈱髙島①,2026-05-01 09:05\n",
            "id,顧客,opened\n1,x,2026-05-01 09:05\n",
        ];
        for text in texts {
            assert_eq!(decide(&from_first_high(SHIFT_JIS, text), true), Ok(SHIFT_JIS), "{text}");
            assert_eq!(decide(&from_first_high(UTF_8, text), true), Ok(UTF_8), "{text}");
        }
    }

    #[test]
    fn other_encodings_are_not_taken_for_shift_jis() {
        let western = "id,title,assignee\n1,Café hors service,Hélène\n2,Größe prüfen,Jürgen\n";
        assert_eq!(decide(&from_first_high(WINDOWS_1252, western), true), Err(WINDOWS_1252));
        let japanese = "番号,件名,発生日時\nINC1,サーバー応答なし,2026/05/01 9:05\n";
        assert_eq!(decide(&from_first_high(EUC_JP, japanese), true), Err(EUC_JP));
    }

    #[test]
    fn a_character_cut_at_the_end_of_the_window_is_no_fault() {
        let bytes = "日本".as_bytes();
        assert_eq!(decide(&bytes[..4], false), Ok(UTF_8));
        assert!(decide(&bytes[..4], true).is_err());
    }

    #[test]
    fn japanese_in_utf_16_is_no_binary_though_characters_of_it_have_a_zero_low_byte() {
        let texts = [
            "番号,件名,状態\nINC1,夜間　一次対応完了,一次対応完了\n",
            "番号,件名\n一,一　一　一　一　一次対応完了　一時停止　統一\n",
            "id,title\n1,end \u{1f525}",
        ];
        for text in texts {
            let units = || text.encode_utf16();
            let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
            assert_eq!(beginning(&little), Beginning::Unmarked(UTF_16LE), "{text}");
            assert_eq!(beginning(&big), Beginning::Unmarked(UTF_16BE), "{text}");
        }
        let cut: Vec<u8> = texts[2].encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(beginning(&cut[..cut.len() - 2]), Beginning::Unmarked(UTF_16LE));
        assert_eq!(beginning(&cut[..cut.len() - 1]), Beginning::Unmarked(UTF_16LE));
    }

    #[test]
    fn utf_16_is_recognised_without_a_mark() {
        let encode = |order: fn(u16) -> [u8; 2]| {
            "番号,件名\n1,応答なし\n".encode_utf16().flat_map(order).collect::<Vec<_>>()
        };
        assert_eq!(beginning(&encode(u16::to_le_bytes)), Beginning::Unmarked(UTF_16LE));
        assert_eq!(beginning(&encode(u16::to_be_bytes)), Beginning::Unmarked(UTF_16BE));
        assert_eq!(beginning(b"id\0\0,\0"), Beginning::Binary);
        assert_eq!(beginning(b"\x01\0\x02\0\x03\0i\0d\0"), Beginning::Binary);
        assert_eq!(beginning(b"\xef\xbb\xbfid"), Beginning::Mark(UTF_8, 3));
        assert_eq!(beginning("番号".as_bytes()), Beginning::Open);
    }
}

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

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
    // UTF-16 of an export has its delimiters, digits and line ends as ASCII, that is with a NUL
    // in one half of each unit and never in the other.
    let nuls = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    match (nuls(0), nuls(1)) {
        (0, 0) => Beginning::Open,
        (0, low) if low * 20 >= head.len() / 2 => Beginning::Unmarked(UTF_16LE),
        (high, 0) if high * 20 >= head.len() / 2 => Beginning::Unmarked(UTF_16BE),
        _ => Beginning::Binary,
    }
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

/// The encoding that a person names: by a WHATWG label, as reports name it, or by the name that
/// Windows and Java have for `Shift_JIS`.
pub(super) fn encoding_of(label: &str) -> Option<&'static Encoding> {
    let label = match label.trim().to_ascii_lowercase().as_str() {
        "cp932" | "ms932" | "windows-932" => "shift_jis".to_owned(),
        other => other.trim_end_matches("-bom").to_owned(),
    };
    Encoding::for_label_no_replacement(label.as_bytes())
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
    fn utf_16_is_recognised_without_a_mark() {
        let encode = |order: fn(u16) -> [u8; 2]| {
            "番号,件名\n1,応答なし\n".encode_utf16().flat_map(order).collect::<Vec<_>>()
        };
        assert_eq!(beginning(&encode(u16::to_le_bytes)), Beginning::Unmarked(UTF_16LE));
        assert_eq!(beginning(&encode(u16::to_be_bytes)), Beginning::Unmarked(UTF_16BE));
        assert_eq!(beginning(b"id\0\0,\0"), Beginning::Binary);
        assert_eq!(beginning(b"\xef\xbb\xbfid"), Beginning::Mark(UTF_8, 3));
        assert_eq!(beginning("番号".as_bytes()), Beginning::Open);
    }
}

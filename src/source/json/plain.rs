const ONES: u64 = u64::from_ne_bytes([1; 8]);
const HIGHS: u64 = u64::from_ne_bytes([0x80; 8]);

/// The place from `at` on of the first quote, backslash or, with `CONTROLS`, control character; the
/// length if there is none. Texts between them are mostly short, so that a call of `memchr` for each
/// costs more than the search.
#[inline]
pub(super) fn plain_end<const CONTROLS: bool>(bytes: &[u8], at: usize) -> usize {
    let (words, rest) = bytes.get(at..).unwrap_or_default().as_chunks();
    let mut at = at;
    for word in words {
        let found = special::<CONTROLS>(u64::from_le_bytes(*word));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let is_special = |&byte: &u8| matches!(byte, b'"' | b'\\') || (CONTROLS && byte < b' ');
    rest.iter().position(is_special).map_or(bytes.len(), |place| at + place)
}

/// A word whose lowest bit that is set stands in the lowest byte that is special. Bits above it may
/// be set for nothing, as subtractions borrow from there.
#[inline]
fn special<const CONTROLS: bool>(word: u64) -> u64 {
    let quotes = (word ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslashes = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    let controls = if CONTROLS { word.wrapping_sub(ONES * u64::from(b' ')) } else { 0 };
    (quotes | backslashes | controls) & !word & HIGHS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_in_every_place() {
        for byte in 0..=255_u8 {
            for place in 0..20 {
                for others in [b'a', 0x80, b'!', b'#', b']', b'[', 0xff, b' '] {
                    let mut text = [others; 20];
                    text[place] = byte;
                    // Behind the first one nothing matters.
                    text[place + 1..].fill(if byte == b'\\' { b'"' } else { b'\\' });
                    for start in 0..=place {
                        let end = |special| if special { place } else { (place + 1).min(20) };
                        let escape = matches!(byte, b'"' | b'\\');
                        assert_eq!(plain_end::<false>(&text, start), end(escape), "{byte} {others}");
                        assert_eq!(plain_end::<true>(&text, start), end(escape || byte < b' '));
                    }
                }
            }
        }
    }
}

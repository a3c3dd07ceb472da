use std::hash::{BuildHasherDefault, DefaultHasher, Hasher};

/// An id as 128 bits: of one that ends in a number, the number and a fingerprint of what stands
/// before it; of any other, a fingerprint of it all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) family: u64,
    pub(super) number: u64,
}

/// The most digits that fit a number.
const DIGITS: usize = 18;

/// What stands before an id's number, and the number's text.
pub(super) fn split(id: &str) -> Option<(&str, &str)> {
    let digits = id.bytes().rev().take(DIGITS + 1).take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > DIGITS { None } else { id.split_at_checked(id.len() - digits) }
}

/// The number of at most 18 digits.
pub(super) fn number(digits: &str) -> u64 {
    digits.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

/// What all ids with this text before a number of this many digits have in common.
pub(super) fn family(prefix: &str, digits: usize) -> u64 {
    hash(u8::try_from(digits).unwrap_or(u8::MAX), prefix)
}

/// The key of an id without a number.
pub(super) fn fingerprint(id: &str) -> Key {
    Key { family: hash(0x80, id), number: hash(0x81, id) }
}

/// The same in every run, so that sets of several exports can be compared.
fn hash(salt: u8, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write_u8(salt);
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Spreads keys, which are well mixed but for the numbers.
#[derive(Default)]
pub(super) struct KeyHasher(u64);

pub(super) type BuildKeyHasher = BuildHasherDefault<KeyHasher>;

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

//! Numbers as texts have them. They stand here since the words of a page count things themselves.

/// A number with commas between its thousands, the same in both languages.
pub(crate) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of things in English, where one of them is called otherwise than several.
pub(super) fn number_of(count: &str, one: &str, several: &str) -> String {
    format!("{count} {}", if count == "1" { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (24_918, "24,918"), (1_234_567, "1,234,567")]
        {
            assert_eq!(count(number), text);
        }
    }
}

use calamine::Style;

/// Whether cells of this style show a time of day: by the number of the format, where it is built in,
/// or by its code.
pub(super) fn shows_clock(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    // Those of East Asia among them have no code in the file.
    matches!(format.format_id, Some(18..=22 | 32 | 33 | 45..=47)) || has_hours(&format.format_code)
}

/// Whether a format has hours outside of what it quotes.
fn has_hours(code: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    code.chars().any(|char| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match char {
            '"' => quoted = !quoted,
            '\\' => escaped = true,
            'h' | 'H' => return !quoted,
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_with_hours_shows_the_time_of_day() {
        for code in ["yyyy/m/d h:mm", "yyyy\\-mm\\-dd HH:mm:ss", "[$-411]ggge\"年\"m\"月\"d\"日\" h\"時\""]
        {
            assert!(has_hours(code), "{code}");
        }
        for code in ["yyyy/m/d", "\"h\" d", "yyyy\\h", "General", ""] {
            assert!(!has_hours(code), "{code}");
        }
    }
}

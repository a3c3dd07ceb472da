use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::line::{Edit, Reach, Side};

/// What a person wants by a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Press {
    Submit,
    Leave,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    /// To go on with what is chosen, without submitting it.
    Take,
    Edit(Edit),
}

impl Press {
    /// What an event means, `blank` being whether nothing is written. Keys with a meaning nowhere
    /// give nothing: least of all a letter.
    pub(super) fn of(event: Event, blank: bool) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => Self::of_key(key, blank),
            Event::Paste(text) => {
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                Some(Self::Edit(Edit::Insert(text)))
            }
            _ => None,
        }
    }

    fn of_key(KeyEvent { code, modifiers, .. }: KeyEvent, blank: bool) -> Option<Self> {
        // Both together are the AltGr of Windows, which writes characters.
        let control = modifiers.contains(KeyModifiers::CONTROL) && !modifiers.contains(KeyModifiers::ALT);
        let alt = modifiers.contains(KeyModifiers::ALT) && !modifiers.contains(KeyModifiers::CONTROL);
        let reach = if control || alt { Reach::Word } else { Reach::Letter };
        Some(match code {
            KeyCode::Char(letter) if control => return Self::of_control(letter, blank),
            KeyCode::Char(letter) if alt => Self::Edit(match letter {
                'b' => Edit::Move(Side::Left, Reach::Word),
                'f' => Edit::Move(Side::Right, Reach::Word),
                'd' => Edit::Delete(Side::Right, Reach::Word),
                _ => return None,
            }),
            KeyCode::Char(letter) => Self::Edit(Edit::Insert(letter.to_string())),
            KeyCode::Enter => Self::Submit,
            KeyCode::Esc => Self::Leave,
            KeyCode::Tab => Self::Take,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            KeyCode::Left => Self::Edit(Edit::Move(Side::Left, reach)),
            KeyCode::Right => Self::Edit(Edit::Move(Side::Right, reach)),
            KeyCode::Backspace => Self::Edit(Edit::Delete(Side::Left, reach)),
            KeyCode::Delete => Self::Edit(Edit::Delete(Side::Right, reach)),
            _ => return None,
        })
    }

    /// The keys of shells and editors.
    fn of_control(letter: char, blank: bool) -> Option<Self> {
        Some(match letter.to_ascii_lowercase() {
            'c' | 'g' => Self::Leave,
            'd' if blank => Self::Leave,
            'j' | 'm' => Self::Submit,
            'i' => Self::Take,
            'p' => Self::Up,
            'n' => Self::Down,
            'a' => Self::Edit(Edit::Move(Side::Left, Reach::All)),
            'e' => Self::Edit(Edit::Move(Side::Right, Reach::All)),
            'b' => Self::Edit(Edit::Move(Side::Left, Reach::Letter)),
            'f' => Self::Edit(Edit::Move(Side::Right, Reach::Letter)),
            'h' => Self::Edit(Edit::Delete(Side::Left, Reach::Letter)),
            'd' => Self::Edit(Edit::Delete(Side::Right, Reach::Letter)),
            'w' => Self::Edit(Edit::Delete(Side::Left, Reach::Word)),
            'u' => Self::Edit(Edit::Delete(Side::Left, Reach::All)),
            'k' => Self::Edit(Edit::Delete(Side::Right, Reach::All)),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_key_writes_a_letter() {
        for letter in 'a'..='z' {
            for modifier in [KeyModifiers::CONTROL, KeyModifiers::ALT] {
                let event = Event::Key(KeyEvent::new(KeyCode::Char(letter), modifier));
                let press = Press::of(event, false);
                assert!(!matches!(press, Some(Press::Edit(Edit::Insert(_)))), "{letter} {press:?}");
            }
        }
    }

    #[test]
    fn what_alt_gr_and_pastes_give_is_text() {
        let written = |event| match Press::of(event, true) {
            Some(Press::Edit(Edit::Insert(text))) => text,
            other => format!("{other:?}"),
        };
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(written(Event::Key(KeyEvent::new(KeyCode::Char('@'), alt_gr))), "@");
        assert_eq!(written(Event::Key(KeyEvent::new(KeyCode::Char('夜'), KeyModifiers::NONE))), "夜");
        assert_eq!(written(Event::Paste("a\r\nb\rc".into())), "a\nb\nc");
    }
}

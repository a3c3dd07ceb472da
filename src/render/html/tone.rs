use crate::render::page::Tone;

/// The class that shows how something is meant; what it says doesn't depend on it.
pub(super) const fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("strong"),
        Tone::Good => Some("good"),
        Tone::Bad => Some("bad"),
        Tone::Warning => Some("warning"),
        Tone::Faint => Some("faint"),
    }
}

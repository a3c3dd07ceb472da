use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::domain::Language;
use crate::render::page::{Align, Tone};

const INK: Color = Color::RGB(0x001B_2126);
const FAINT: Color = Color::RGB(0x0059_636D);
const RULE: Color = Color::RGB(0x0059_636D);
const HEADER: Color = Color::RGB(0x00E8_EEF4);
const GOOD: Color = Color::RGB(0x0017_683A);
const BAD: Color = Color::RGB(0x00B0_231B);
const WARNING: Color = Color::RGB(0x0085_5000);

/// How cells look.
pub(super) struct Look {
    plain: Format,
}

impl Look {
    pub(super) fn of(language: Language) -> Self {
        let plain = Format::new().set_font_color(INK).set_align(FormatAlign::Top);
        // Excel's own font has no Japanese letters, and what it takes instead is hard to read.
        let plain = match language {
            Language::Japanese => plain.set_font_name("Yu Gothic"),
            Language::English => plain,
        };
        Self { plain }
    }

    pub(super) fn title(&self) -> Format {
        self.plain.clone().set_bold().set_font_size(16)
    }

    pub(super) fn heading(&self) -> Format {
        self.plain.clone().set_bold().set_font_size(12)
    }

    /// The name of a column.
    pub(super) fn column(&self, align: Align) -> Format {
        let format = self.plain.clone().set_bold().set_background_color(HEADER);
        let format = format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
        aligned(format, align)
    }

    /// A cell by its tone and the side it leans to.
    pub(super) fn cell(&self, tone: Tone, align: Align) -> Format {
        aligned(self.text(tone), align)
    }

    /// A text by its tone.
    pub(super) fn text(&self, tone: Tone) -> Format {
        let format = self.plain.clone();
        match tone {
            Tone::Plain => format,
            Tone::Strong => format.set_bold(),
            Tone::Good => format.set_font_color(GOOD),
            Tone::Bad => format.set_font_color(BAD).set_bold(),
            Tone::Warning => format.set_font_color(WARNING).set_bold(),
            Tone::Faint => format.set_font_color(FAINT),
        }
    }
}

fn aligned(format: Format, align: Align) -> Format {
    match align {
        Align::Left => format.set_align(FormatAlign::Left),
        Align::Right => format.set_align(FormatAlign::Right),
    }
}

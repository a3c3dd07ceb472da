use std::fmt;

use maud::{Escaper, Render};

/// A place across, as a share of the width.
#[derive(Clone, Copy)]
pub(super) struct Across(pub(super) f64);

/// A place downwards, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Down(pub(super) f64);

impl Render for Across {
    fn render_to(&self, buffer: &mut String) {
        // Writing to a string doesn't fail.
        let _ =
            fmt::Write::write_fmt(&mut Escaper::new(buffer), format_args!("{}%", rounded(self.0 * 100.0)));
    }
}

impl Render for Down {
    fn render_to(&self, buffer: &mut String) {
        let _ = fmt::Write::write_fmt(&mut Escaper::new(buffer), format_args!("{}", rounded(self.0)));
    }
}

/// To hundredths, and never what isn't a number.
fn rounded(number: f64) -> f64 {
    let rounded = (finite(number) * 100.0).round() / 100.0;
    // No negative zero.
    rounded + 0.0
}

/// The number, or nothing where it is none.
pub(super) fn finite(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

/// A part of a whole, from 0 to 1; nothing where there is no whole.
pub(super) fn part(of: f64, whole: f64) -> f64 {
    finite(of / whole).clamp(0.0, 1.0)
}

use maud::{Markup, html};

use super::place::Down;
use super::{Drawing, Safe};

/// One SVG with its text alternative.
pub(super) struct Svg<'a> {
    /// Beside other pictures of the figure.
    pub(super) part: usize,
    /// Its name.
    pub(super) title: &'a str,
    /// What it shows, for those who don't see it.
    pub(super) description: &'a str,
    pub(super) height: f64,
    pub(super) class: &'static str,
}

impl Svg<'_> {
    pub(super) fn around(&self, drawing: &Drawing<'_>, content: &Markup) -> Markup {
        let Self { part, title, description, height, class } = self;
        let id = drawing.id;
        html! {
            svg class=(class) role="img" width="100%" height=(Down(*height))
                aria-labelledby={ (id) "-title-" (part) " " (id) "-desc-" (part) } {
                title id={ (id) "-title-" (part) } { (Safe(title)) }
                desc id={ (id) "-desc-" (part) } { (Safe(description)) }
                (content)
            }
        }
    }
}

impl Drawing<'_> {
    /// The only SVG of a figure.
    pub(super) fn svg(&self, class: &'static str, height: f64, content: &Markup) -> Markup {
        let picture = self.picture;
        Svg { part: 0, title: &picture.title, description: &picture.description, height, class }
            .around(self, content)
    }
}

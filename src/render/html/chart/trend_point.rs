use maud::{Markup, html};

use super::Safe;
use super::place::{Across, Down};
use crate::render::chart::TrendPoint;
use crate::words::html::Words;

/// How a point stands to its goal, which its shape tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Reached,
    Missed,
    WithoutGoal,
}

impl Kind {
    pub(super) const ALL: [Self; 3] = [Self::Reached, Self::Missed, Self::WithoutGoal];

    pub(super) const fn of(point: &TrendPoint) -> Self {
        match point.reached {
            Some(true) => Self::Reached,
            Some(false) => Self::Missed,
            None => Self::WithoutGoal,
        }
    }

    pub(super) const fn word(self, words: &Words) -> &'static str {
        match self {
            Self::Reached => words.reached,
            Self::Missed => words.missed,
            Self::WithoutGoal => words.without_goal,
        }
    }

    /// A disc, a cross, a ring.
    fn shape(self) -> Markup {
        match self {
            Self::Reached => html! { circle.reached r="3.5" {} },
            Self::Missed => html! { path.missed d="M-4.5-4.5l9 9m0-9l-9 9" {} },
            Self::WithoutGoal => html! { circle.ring r="3.5" {} },
        }
    }
}

/// A point, with what it says where a pointer rests on it.
pub(super) fn marker(point: &TrendPoint, told: &str, across: f64, down: f64) -> Markup {
    html! {
        svg.beside x=(Across(across)) y=(Down(down)) {
            title { (Safe(told)) }
            (Kind::of(point).shape())
        }
    }
}

/// What the shapes mean.
pub(super) fn key(words: &Words, kinds: impl Iterator<Item = Kind>) -> Markup {
    html! {
        ul {
            @for kind in kinds {
                li {
                    svg width="14" height="12" aria-hidden="true" { g transform="translate(7 6)" { (kind.shape()) } }
                    (kind.word(words))
                }
            }
        }
    }
}

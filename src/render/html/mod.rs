//! A document as one HTML file that needs nothing else: no network, no script to be read.
//!
//! A policy in its head forbids whatever doesn't stand in the file itself, so that a text from an
//! export could do nothing even where it became markup.

mod block;
mod chart;
mod head;
mod safe;
mod table;
mod tone;

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod tests;

use std::io::Write;

use maud::{DOCTYPE, Markup, html};

use super::RenderError;
use super::document::{Document, Section};
use super::page::Block;
use crate::words::html::Words;
use safe::Safe;

/// What the parts of the page are made with.
struct Context<'a> {
    document: &'a Document,
    words: &'static Words,
}

/// Writes a document as one HTML file.
pub(in crate::render) fn write(document: &Document, out: &mut dyn Write) -> Result<(), RenderError> {
    out.write_all(page(document).into_string().as_bytes())?;
    Ok(())
}

fn page(document: &Document) -> Markup {
    let context = Context { document, words: Words::of(document.language) };
    let words = context.words;
    html! {
        (DOCTYPE)
        html lang=(document.language.code()) {
            (head::head(document))
            body {
                a.skip href="#page-content" { (words.skip) }
                div.page {
                    header.top { h1 { (Safe(&document.title)) } }
                    (contents(&context))
                    main #page-content tabindex="-1" {
                        @for (place, section) in document.sections.iter().enumerate() {
                            (section_of_page(&context, place, section))
                        }
                    }
                }
                (head::script())
            }
        }
    }
}

/// Links to the sections that have a heading.
fn contents(context: &Context<'_>) -> Markup {
    let headed = || context.document.sections.iter().filter(|section| !section.heading.is_empty());
    html! {
        @if headed().nth(1).is_some() {
            nav aria-labelledby="page-contents" {
                h2 #page-contents { (context.words.contents) }
                ol {
                    @for section in headed() {
                        li { a href={ "#" (section.id) } { (Safe(&section.heading)) } }
                    }
                }
            }
        }
    }
}

fn section_of_page(context: &Context<'_>, place: usize, section: &Section) -> Markup {
    let blocks = html! {
        @for block in block::blocks(context, section) { (block) }
    };
    html! {
        @if section.heading.is_empty() {
            div.above id=(section.id) { (blocks) }
        } @else {
            section id=(section.id) aria-labelledby={ (section.id) "-heading-" (place) } {
                h2 id={ (section.id) "-heading-" (place) } { (Safe(&section.heading)) }
                (blocks)
            }
        }
    }
}

/// Whether a block says something on a page.
fn says_something(document: &Document, block: &Block) -> bool {
    match block {
        // The title stands in the page's head line.
        Block::Title(title) => *title != document.title,
        // Lines apart are what the layout does.
        Block::Line(line, _) => !line.is_empty(),
        Block::List(items) => !items.is_empty(),
        Block::Facts(facts) => !facts.is_empty(),
        Block::Heading(_) | Block::Table(_) | Block::Picture(_) => true,
    }
}

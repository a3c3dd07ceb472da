use maud::{Markup, html};

use super::{Context, Safe, chart, says_something, table, tone};
use crate::render::document::Section;
use crate::render::page::Block;

/// The blocks of a section, in order.
pub(super) fn blocks(context: &Context<'_>, section: &Section) -> Vec<Markup> {
    // What a table is called: the heading above it, of a part of the section where it has some.
    let mut name = if section.heading.is_empty() { &context.document.title } else { &section.heading };
    let mut blocks = Vec::with_capacity(section.blocks.len());
    for (place, block) in section.blocks.iter().enumerate() {
        if !says_something(context.document, block) {
            continue;
        }
        if let Block::Heading(heading) = block {
            name = heading;
        }
        let id = format!("{}-{place}", section.id);
        blocks.push(one(context, &id, name, block));
    }
    blocks
}

fn one(context: &Context<'_>, id: &str, name: &str, block: &Block) -> Markup {
    match block {
        Block::Title(title) => html! { p.subtitle { (Safe(title)) } },
        Block::Heading(heading) => html! { h3 { (Safe(heading)) } },
        Block::Facts(facts) => html! {
            dl {
                @for (name, values) in facts {
                    div {
                        dt { (Safe(name)) }
                        @for value in values { dd { (Safe(value)) } }
                    }
                }
            }
        },
        Block::Table(table) => table::table(context, id, name, table),
        Block::Line(line, tone) => html! { p class=[tone::class(*tone)] { (Safe(line)) } },
        Block::List(items) => html! {
            ul { @for item in items { li { (Safe(item)) } } }
        },
        Block::Picture(picture) => chart::figure(context, id, name, picture),
    }
}

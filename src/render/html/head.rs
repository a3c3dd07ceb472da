use maud::{Markup, PreEscaped, html};

use super::Safe;
use crate::render::document::Document;

/// How the page looks.
pub(super) const STYLE: &str = include_str!("report.css");
/// What makes tables sortable.
pub(super) const SCRIPT: &str = include_str!("sort.js");

/// What the page may do: use this style and this script by their digests, and nothing else.
pub(super) const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-zkyEc2I073jdsDtqBGZMWDCIgN1LqpGZfXF3ZR0A4S4='; \
    script-src 'sha256-icHYXboQ5GViDcCKkbroc8Ke2AVn4VaWX7AtySQJdEY='; \
    base-uri 'none'; form-action 'none'";

/// What stands before the body.
pub(super) fn head(document: &Document) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="robots" content="noindex";
            title { (Safe(&document.title)) }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// What stands at the end of the body.
pub(super) fn script() -> Markup {
    html! { script { (PreEscaped(SCRIPT)) } }
}

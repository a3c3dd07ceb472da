use std::collections::BTreeSet;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use sha2::{Digest, Sha256};

use super::head::{POLICY, SCRIPT, STYLE};
use crate::domain::Language;
use crate::render::chart::{Bar, Chart, Picture, Trend, TrendLine, TrendPoint, WeekGrid};
use crate::render::document::{Document, Section};
use crate::render::document_sample::{HOSTILE, document};
use crate::render::page::{Block, Tone};

const LANGUAGES: [Language; 2] = [Language::Japanese, Language::English];

fn written(document: &Document) -> String {
    let mut bytes = Vec::new();
    super::write(document, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The elements of a page that has no error, each with its attributes and its text.
fn elements(page: &str) -> Vec<Element> {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    assert_eq!(dom.errors.borrow().as_slice(), [] as [&str; 0]);
    let mut elements = Vec::new();
    collect(&dom.document, &mut elements);
    elements
}

#[derive(Debug)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// Collects the elements below a node and gives their text.
fn collect(node: &Handle, elements: &mut Vec<Element>) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        NodeData::Element { name, attrs, .. } => {
            let attributes = attrs
                .borrow()
                .iter()
                .map(|attribute| (attribute.name.local.to_string(), attribute.value.to_string()))
                .collect();
            let place = elements.len();
            elements.push(Element { name: name.local.to_string(), attributes, text: String::new() });
            let text: String = node.children.borrow().iter().map(|child| collect(child, elements)).collect();
            elements[place].text.clone_from(&text);
            text
        }
        _ => node.children.borrow().iter().map(|child| collect(child, elements)).collect(),
    }
}

#[test]
fn the_policy_allows_the_style_and_the_script_of_the_page() {
    let digest = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let expected = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    );
    assert_eq!(POLICY, expected);
    for language in LANGUAGES {
        for element in elements(&written(&document(language))) {
            match element.name.as_str() {
                "style" => assert_eq!(element.text, STYLE),
                "script" => assert_eq!(element.text, SCRIPT),
                _ => {}
            }
        }
    }
}

#[test]
fn nothing_is_fetched_and_nothing_leads_out() {
    for language in LANGUAGES {
        let page = written(&document(language));
        assert!(!page.replace("http-equiv", "").contains("http"));
        assert!(!page.contains("url(") && !page.contains("@import"));
        for element in elements(&page) {
            assert!(element.name != "script" || element.text == SCRIPT, "{element:?}");
            for (name, value) in &element.attributes {
                assert!(!name.starts_with("on") && name != "style" && name != "src", "{element:?}");
                assert!(name != "href" || value.starts_with('#'), "{element:?}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_texts() {
    let mut hostile = document(Language::English);
    hostile.title = HOSTILE.concat();
    for section in &mut hostile.sections {
        section.heading = HOSTILE.concat();
        section.blocks.insert(0, Block::Heading(HOSTILE.concat()));
        for block in &mut section.blocks {
            if let Block::Picture(picture) = block {
                picture.title = HOSTILE.concat();
                picture.description = HOSTILE.concat();
            }
        }
    }
    let page = written(&hostile);
    assert!(!page.contains(['\u{202E}', '\u{7}', '\u{1B}', '\0', '\u{FFFE}', '\r']));
    let elements = elements(&page);
    let count = |name: &str| elements.iter().filter(|element| element.name == name).count();
    assert_eq!(["script", "style", "title", "img", "b"].map(count)[..2], [1, 1]);
    assert_eq!(count("img") + count("b"), 0);
    let heading = elements.iter().find(|element| element.name == "h1").unwrap();
    assert!(heading.text.starts_with("<script>alert(1)</script>\"><img src=x"), "{}", heading.text);
    assert!(heading.text.contains("invoice\u{FFFD}fdp.exe"), "{}", heading.text);
}

#[test]
fn every_id_is_there_once_and_every_reference_leads_to_one() {
    for language in LANGUAGES {
        let elements = elements(&written(&document(language)));
        let mut ids = BTreeSet::new();
        for id in elements.iter().filter_map(|element| element.attribute("id")) {
            assert!(ids.insert(id), "{id} is there twice");
        }
        for element in &elements {
            let of = ["aria-labelledby", "href"].iter().filter_map(|name| element.attribute(name));
            for reference in of.flat_map(str::split_whitespace) {
                assert!(ids.contains(reference.trim_start_matches('#')), "{reference}");
            }
        }
    }
}

#[test]
fn every_picture_has_a_title_and_a_description() {
    for language in LANGUAGES {
        let document = document(language);
        let elements = elements(&written(&document));
        let text =
            |id: &str| &elements.iter().find(|element| element.attribute("id") == Some(id)).unwrap().text;
        let pictures: Vec<_> =
            elements.iter().filter(|element| element.attribute("role") == Some("img")).collect();
        // A picture each, and three objectives in that of rates.
        assert_eq!(pictures.len(), 4 + 3);
        for picture in pictures {
            let [title, description] =
                picture.attribute("aria-labelledby").unwrap().split_once(' ').unwrap().into();
            assert!(!text(title).is_empty() && text(description).len() > 10, "{picture:?}");
        }
        let rates = "2026-07";
        let trend = elements.iter().find(|element| element.name == "desc" && element.text.contains(rates));
        let without = ["2026-07: 判定なし", "2026-07: nothing judged"];
        assert!(without.iter().any(|gap| trend.unwrap().text.contains(gap)), "{trend:?}");
    }
}

#[test]
fn every_cell_of_every_table_is_on_the_page() {
    for language in LANGUAGES {
        let document = document(language);
        let elements = elements(&written(&document));
        let mut cells = elements
            .iter()
            .filter(|element| element.name == "td" || element.attribute("scope") == Some("row"));
        for section in &document.sections {
            for block in &section.blocks {
                let Block::Table(table) = block else { continue };
                for row in &table.rows {
                    for (column, cell) in table.columns.iter().zip(row).filter(|(column, _)| !column.drawn) {
                        let shown = cells.next().unwrap();
                        let text = crate::render::sanitize(&cell.text).replace('\u{FFFE}', "\u{FFFD}");
                        assert_eq!(shown.text, text, "{}", column.title);
                        assert_eq!(shown.attribute("data-v").is_some(), cell.value.is_some());
                    }
                }
            }
        }
        assert!(cells.next().is_none());
    }
}

#[test]
fn sections_are_linked_and_tables_are_named() {
    let document = document(Language::Japanese);
    let elements = elements(&written(&document));
    let texts = |name: &str| -> Vec<&str> {
        elements.iter().filter(|element| element.name == name).map(|element| element.text.as_str()).collect()
    };
    let headings: Vec<&str> = document
        .sections
        .iter()
        .map(|section| section.heading.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(texts("a")[1..], headings);
    assert_eq!(texts("h2")[1..], headings);
    assert_eq!(texts("h1"), [document.title.as_str()]);
    assert_eq!(texts("caption")[..2], ["SLO 達成状況", "達成率の推移"]);
    assert_eq!(texts("caption")[4], "担当別");
}

#[test]
fn pictures_of_nothing_and_of_nonsense_have_finite_places() {
    let bar = |value: f64| Bar { label: "あ".repeat(300), value, shown: "?".to_owned(), tone: Tone::Bad };
    let nonsense = || vec![bar(f64::NAN), bar(-1.0), bar(f64::INFINITY), bar(f64::MAX), bar(f64::MAX)];
    let point = |rate| Some(TrendPoint { rate, shown: "?".to_owned(), reached: Some(false) });
    let line = |goal, points| TrendLine { name: String::new(), goal, goal_shown: String::new(), points };
    let days = [""; 7];
    let charts = [
        Chart::Pareto(vec![]),
        Chart::Pareto(nonsense()),
        Chart::Histogram(vec![]),
        Chart::Histogram(nonsense()),
        Chart::Stretches(vec![]),
        Chart::Stretches(nonsense()),
        Chart::Week(Box::new(WeekGrid { days, counts: [[0; 24]; 7] })),
        Chart::Week(Box::new(WeekGrid { days, counts: [[u64::MAX; 24]; 7] })),
        Chart::Trend(Trend { periods: vec![], lines: vec![] }),
        Chart::Trend(Trend { periods: vec![], lines: vec![line(Some(0.9), vec![])] }),
        Chart::Trend(Trend {
            periods: vec!["1".to_owned()],
            lines: vec![line(Some(f64::NAN), vec![point(f64::NAN), point(9.0)]), line(None, vec![])],
        }),
    ];
    let picture =
        |chart| Block::Picture(Box::new(Picture { title: String::new(), description: String::new(), chart }));
    let blocks = charts.into_iter().map(picture).collect();
    let page = written(&Document {
        title: String::new(),
        language: Language::English,
        sections: vec![Section { id: "all", heading: String::new(), blocks }],
    });
    for element in elements(&page) {
        for (name, value) in element.attributes {
            let places = ["x", "y", "x1", "x2", "y1", "y2", "width", "height"];
            if element.name != "meta" && places.contains(&name.as_str()) {
                let number: f64 = value.trim_end_matches('%').parse().unwrap();
                assert!(number.is_finite() && number.abs() < 2000.0, "{name}={value}");
                assert!(number >= 0.0 || !["width", "height"].contains(&name.as_str()), "{name}={value}");
            }
        }
    }
}

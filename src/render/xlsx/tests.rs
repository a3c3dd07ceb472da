use std::io::Cursor;
use std::thread::sleep;
use std::time::Duration;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::domain::{Language, Span};
use crate::render::document::{Document, Section};
use crate::render::document_sample::{HOSTILE, document};
use crate::render::page::{Block, Cell, Column, Table, Value};
use crate::render::sanitize;

fn written(document: &Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    super::write(document, &mut bytes).unwrap();
    bytes
}

/// The sheets by their names, in order.
fn sheets(document: &Document) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(written(document))).unwrap();
    book.worksheets()
}

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The moment that a number of Excel means.
fn moment(number: f64) -> NaiveDateTime {
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap().and_hms_opt(0, 0, 0).unwrap();
    #[expect(clippy::cast_possible_truncation, reason = "some fifty thousand days")]
    let milliseconds = (number * 86_400_000.0).round() as i64;
    begin + TimeDelta::milliseconds(milliseconds)
}

#[test]
fn every_cell_is_what_it_says_by_its_type() {
    for language in [Language::Japanese, Language::English] {
        let document = document(language);
        let sheets = sheets(&document);
        assert_eq!(sheets.len(), 1 + tables(&document).count());
        for ((name, range), table) in sheets.iter().skip(1).zip(tables(&document)) {
            let shown = table.columns.iter().enumerate().filter(|(_, column)| !column.drawn);
            for (place, (of_table, title)) in (0..).zip(shown) {
                assert_eq!(range.get_value((0, place)).unwrap(), &Data::String(title.title.to_string()));
                for (below, row) in (1..).zip(&table.rows) {
                    compare(&row[of_table], range.get_value((below, place)).unwrap(), name);
                }
            }
        }
    }
}

fn compare(cell: &Cell, read: &Data, sheet: &str) {
    match (cell.value, read) {
        (Some(Value::Count(count)), Data::Float(number)) => assert!((number - count as f64).abs() < 1e-12),
        (Some(Value::Difference(count)), Data::Float(number)) => {
            assert!((number - count as f64).abs() < 1e-12);
        }
        (Some(Value::PerMille(share)), Data::Float(number)) => {
            assert!((number - share as f64 / 1000.0).abs() < 1e-12);
        }
        (Some(Value::Span(span)), Data::DateTime(length)) => {
            assert!(length.is_duration() && span >= Span::ZERO);
            assert!((length.as_f64() * 86_400e9 - span.nanos() as f64).abs() < 1e6);
        }
        (Some(Value::Moment(at)), Data::DateTime(time)) => assert_eq!(moment(time.as_f64()), at),
        (Some(Value::Day(day)), Data::DateTime(time)) => assert_eq!(moment(time.as_f64()).date(), day),
        // What Excel can't show as a value.
        (Some(Value::Span(span)), Data::String(text)) if span < Span::ZERO => assert_eq!(*text, cell.text),
        (None, Data::String(text)) => assert_eq!(*text, sanitize(&cell.text)),
        other => panic!("{other:?} on {sheet}"),
    }
}

#[test]
fn sheets_are_called_as_their_sections() {
    let names: Vec<String> =
        sheets(&document(Language::Japanese)).into_iter().map(|(name, _)| name).collect();
    let list = "未達インシデント一覧 (全件)- 対応-復旧";
    let [second, third] = [2, 3].map(|number| format!("{list} {number}"));
    assert_eq!(names, ["概要", "SLO 達成状況", "達成率の推移", "未達の原因", list, &second, &third]);
}

#[test]
fn what_is_no_table_stands_first_or_below() {
    let document = document(Language::Japanese);
    let sheets = sheets(&document);
    let texts = |sheet: usize| -> Vec<String> {
        let text = |(_, _, cell): (usize, usize, &Data)| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        };
        sheets[sheet].1.used_cells().filter_map(text).collect()
    };
    let front = texts(0);
    assert_eq!(
        front[..3],
        [&document.title, "ポリシー", "サポートデスク SLO (slo.toml, sha256 3f9a2c11d0e4)"]
    );
    assert!(front.contains(&"注記".to_owned()) && front.contains(&HOSTILE[0].to_owned()), "{front:?}");
    assert!(texts(1).last().unwrap().starts_with("達成率 = 達成"));
    assert_eq!(texts(4).last().unwrap(), "ほか 19 件");
    assert_eq!(texts(5).last().unwrap(), "日勤");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(Language::English);
    let first = written(&document);
    // The parts of a zip have times of two seconds, a workbook its own to the second.
    sleep(Duration::from_millis(2_100));
    assert_eq!(written(&document), first);
}

#[test]
fn no_text_is_a_formula() {
    let document = document(Language::English);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(written(&document))).unwrap();
    for name in book.sheet_names() {
        assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
    }
}

#[test]
fn what_a_cell_cannot_hold_is_a_text_or_cut() {
    let before_1900 = NaiveDate::from_ymd_opt(1890, 1, 1).unwrap();
    let cells = vec![
        Cell::new("1890-01-01").value(Value::Day(before_1900)),
        Cell::new("many").value(Value::Count(u64::MAX)),
        Cell::new("長".repeat(40_000)),
        Cell::new("👩".repeat(40_000)),
    ];
    let columns = ["a", "b", "c", "d"].map(Column::left).to_vec();
    let blocks = vec![Block::Table(Table { columns, rows: vec![cells], cut: None })];
    let sections = vec![Section { id: "all", heading: String::new(), blocks }];
    let sheets = sheets(&Document { title: String::new(), language: Language::English, sections });
    let range = &sheets[1].1;
    let text = |place| range.get_value((1, place)).unwrap().to_string();
    assert_eq!([text(0), text(1)], ["1890-01-01", "many"]);
    assert_eq!(text(2), format!("{}…", "長".repeat(32_766)));
    assert_eq!(text(3), format!("{}…", "👩".repeat(16_383)));
}
